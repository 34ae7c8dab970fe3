import { describe, expect, test } from 'vitest';
import { HomebodyError } from '../../domain/errors.ts';
import { createRng } from '../../domain/rng.ts';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import type { Csr } from '../interactions/csr.ts';
import { entryCountOf } from '../interactions/csr.ts';
import { transposeSteps } from '../interactions/transpose.ts';
import type { IalsConfig } from '../models/ials-config.ts';
import { ialsConfig } from '../models/ials-config.ts';
import { rowRegularisation } from '../models/ials-state.ts';
import { createCountingHome } from '../testing/counting-home.ts';
import { tasteLog } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
import type { IalsFit } from './ials-trainer.ts';
import { trainIals } from './ials-trainer.ts';
import { atOnce } from './steps.ts';
import type { FitProgress, FitSnapshot } from './training-run.ts';

const CONFIG = ialsConfig({ dim: 8, epochs: 5, seed: 7 });
const BY_USER = buildCsr(tasteLog(11));

const bits = ({ userEmbeddings, itemEmbeddings, gramian, losses }: IalsFit) => ({
  userEmbeddings,
  itemEmbeddings,
  gramian,
  losses,
});

/** The objective by its definition, over all pairs. */
function objective(config: IalsConfig, byUser: Csr, users: Float32Array, items: Float32Array): number {
  const { dim, unobservedWeight } = config;
  const dot = (a: Float32Array, i: number, b: Float32Array, j: number): number => {
    let sum = 0;
    for (let d = 0; d < dim; d++) sum += a[i * dim + d]! * b[j * dim + d]!;
    return sum;
  };
  let sum = 0;
  for (let user = 0; user < byUser.rowCount; user++) {
    for (let item = 0; item < byUser.columnCount; item++)
      sum += unobservedWeight * dot(users, user, items, item) ** 2;
    for (let e = byUser.offsets[user]!; e < byUser.offsets[user + 1]!; e++) {
      const weight = byUser.weights[e]!;
      sum += Math.abs(weight) * (dot(users, user, items, byUser.columns[e]!) - Math.sign(weight)) ** 2;
    }
  }
  rowRegularisation(config, byUser).forEach(
    (lambda, user) => (sum += lambda * dot(users, user, users, user)),
  );
  rowRegularisation(config, atOnce(transposeSteps(byUser))).forEach((lambda, item) => {
    sum += lambda * dot(items, item, items, item);
  });
  return sum;
}

describe('trainIals', () => {
  test('reports the objective with this pass’s users and the last pass’s items, per interaction', async () => {
    const snapshots: FitSnapshot[] = [];
    await trainIals(
      createReferenceHome(),
      CONFIG,
      BY_USER,
      testRun({ onSnapshot: (s) => snapshots.push(s) }),
    );
    for (const pass of [1, 4]) {
      const { userEmbeddings, losses } = snapshots[pass]!;
      const expected = objective(CONFIG, BY_USER, userEmbeddings, snapshots[pass - 1]!.itemEmbeddings);
      expect(losses[pass]! / (expected / entryCountOf(BY_USER))).toBeCloseTo(1, 5);
    }
  });

  test('lowers the objective with every pass', async () => {
    const { losses } = await trainIals(createReferenceHome(), CONFIG, BY_USER, testRun());
    expect(losses).toHaveLength(5);
    for (let pass = 1; pass < losses.length; pass++) expect(losses[pass]!).toBeLessThan(losses[pass - 1]!);
  });

  test('scales λ of a row with (entries + α₀ · width)^ν', () => {
    const config = ialsConfig({ regularisation: 0.5, regularisationExponent: 0.5, unobservedWeight: 0.25 });
    const csr: Csr = {
      rowCount: 2,
      columnCount: 16,
      offsets: Int32Array.of(0, 5, 5),
      columns: Int32Array.of(0, 1, 2, 3, 4),
      weights: new Float32Array(5).fill(1),
    };
    // ½ · √(5 + 4) and ½ · √(0 + 4)
    expect([...rowRegularisation(config, csr)]).toEqual([1.5, 1]);
  });

  test('gives the same bits in many slices as in one', async () => {
    const many = createCountingHome();
    const one = createCountingHome();
    const fine = await trainIals(many, CONFIG, BY_USER, testRun({ sliceMs: 0.2 }));
    const coarse = await trainIals(one, CONFIG, BY_USER, testRun({ sliceMs: 1e9 }));
    expect(one.solved).toHaveLength(2 * CONFIG.epochs);
    expect(many.solved.length).toBeGreaterThan(5 * one.solved.length);
    expect(bits(fine)).toEqual(bits(coarse));
  });

  test('starts from normal embeddings of σ/√dim in one stream a side, drawn in turns', async () => {
    const config = ialsConfig({ dim: 64, epochs: 1, seed: 7, initialStddev: 0.5 });
    const byUser = buildCsr(tasteLog(11, 1024));
    const home = createCountingHome();
    const starts: Float32Array[] = [];
    let turns = 0;
    let turnsBefore = -1;
    const watched = {
      ...home,
      createF32: (source: number | Float32Array) => {
        if (turnsBefore < 0) turnsBefore = turns;
        if (typeof source !== 'number' && source.length % (64 * 16) === 0) starts.push(source.slice());
        return home.createF32(source);
      },
    };
    const yieldTurn = async (): Promise<void> => void (turns += 1);
    await trainIals(watched, config, byUser, testRun({ sliceMs: 0, yieldTurn }));
    // 1024 users · 64 are four times the 16,384 numbers between two turns; the transposition takes 4 for its rows.
    expect(turnsBefore).toBe(4 + 4);
    const rng = createRng(7);
    for (const [stream, length] of [
      ['ials/users', 1024 * 64],
      ['ials/items', 48 * 64],
    ] as const) {
      const draws = rng.fork(stream);
      const expected = Float32Array.from({ length }, () => (0.5 / 8) * draws.normal());
      expect(starts.filter((start) => start.length === length)).toEqual([expected]);
    }
  });

  test('gives other embeddings for another seed', async () => {
    const a = await trainIals(createReferenceHome(), CONFIG, BY_USER, testRun());
    const b = await trainIals(createReferenceHome(), { ...CONFIG, seed: 8 }, BY_USER, testRun());
    expect(a.itemEmbeddings).not.toEqual(b.itemEmbeddings);
  });

  test('goes on from a snapshot to the same bits as without the break', async () => {
    const snapshots: FitSnapshot[] = [];
    const run = testRun({ onSnapshot: (snapshot) => snapshots.push(snapshot) });
    const whole = await trainIals(createReferenceHome(), CONFIG, BY_USER, run);
    const resumeFrom = structuredClone(snapshots[1]!);
    const rest = await trainIals(createReferenceHome(), CONFIG, BY_USER, testRun({ resumeFrom }));
    expect(bits(rest)).toEqual(bits(whole));
  });

  test('goes on after a lost home from the last whole pass, to the same bits, and says so once', async () => {
    const calm = await trainIals(createReferenceHome(), CONFIG, BY_USER, testRun());
    const first = createCountingHome();
    first.loseAtSolve(6); // One slice a half pass: in the item half of the third pass.
    const second = createCountingHome();
    const reports: FitProgress[] = [];
    const asked: unknown[] = [];
    const fit = await trainIals(
      first,
      CONFIG,
      BY_USER,
      testRun({
        sliceMs: 1e9,
        onProgress: (progress) => reports.push(progress),
        reopenHome: async (lost) => {
          asked.push(lost);
          return second;
        },
      }),
    );
    expect(bits(fit)).toEqual(bits(calm));
    expect(fit.home).toBe(second);
    expect(asked).toEqual([first]);
    expect(reports.filter(({ recovered }) => recovered).map(({ recovered }) => recovered)).toEqual([
      { fromEpoch: 2, home: 'reference' },
    ]);
    expect([first.alive, second.alive]).toEqual([0, 0]);
  });

  test("ends with 'home/lost' when every new home is lost as well, after three tries", async () => {
    let opened = 0;
    const doomed = () => {
      const home = createCountingHome();
      home.loseAtSolve(1);
      opened += 1;
      return home;
    };
    const fit = trainIals(doomed(), CONFIG, BY_USER, testRun({ reopenHome: async () => doomed() }));
    await expect(fit).rejects.toMatchObject({ code: 'home/lost' });
    expect(opened).toBe(4);
  });

  test("settles with 'home/lost' even when the lost device never answers", async () => {
    const home = createCountingHome();
    const silent = {
      ...home,
      solveRows: () => (setTimeout(() => home.lose()), new Promise<never>(() => {})),
    };
    await expect(trainIals(silent, CONFIG, BY_USER, testRun())).rejects.toMatchObject({ code: 'home/lost' });
  });

  test("stops with 'training/cancelled' at the next slice, and gives all buffers back", async () => {
    const home = createCountingHome();
    const abort = new AbortController();
    const run = testRun({ signal: abort.signal, sliceMs: 0.5, onProgress: () => abort.abort() });
    await expect(trainIals(home, CONFIG, BY_USER, run)).rejects.toMatchObject({ code: 'training/cancelled' });
    expect(home.solved).toHaveLength(1);
    expect(home.alive).toBe(0);
  });

  test('gives all buffers back when the home has no room for them', async () => {
    const home = createCountingHome();
    let created = 0;
    const small = {
      ...home,
      createI32: (source: number | Int32Array) => {
        created += 1;
        if (created === 3) throw new HomebodyError('home/unavailable', 'No room.');
        return home.createI32(source);
      },
    };
    await expect(trainIals(small, CONFIG, BY_USER, testRun())).rejects.toMatchObject({
      code: 'home/unavailable',
    });
    expect(created).toBe(3);
    expect(home.alive).toBe(0);
  });
});
