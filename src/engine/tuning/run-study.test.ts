import type { StudyPlan, StudyProgress, StudyState } from '../../domain/tuning.ts';
import { describe, expect, test, vi } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { evaluateFullRanking } from '../evaluation/full-ranking.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { leaveOneOut } from '../interactions/leave-one-out.ts';
import { IALS } from '../models/ials.ts';
import { POPULARITY } from '../models/popularity.ts';
import { createCountingHome } from '../testing/counting-home.ts';
import { tasteLog } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
import { Pacer } from '../training/pacer.ts';
import { PauseGate } from './pause-gate.ts';
import type { StudyArgs, StudyResult } from './run-study.ts';
import { runStudy } from './run-study.ts';

const PLAN: StudyPlan = {
  model: 'ials',
  config: { dim: 4, epochs: 3 },
  space: {
    regularisation: { kind: 'log-uniform', min: 0.003, max: 0.3, steps: 3 },
    unobservedWeight: { kind: 'choices', values: [0.1, 0.4] },
  },
  search: { kind: 'grid' },
  validation: { kind: 'folds', folds: 3 },
  metric: 'ndcgAt10',
  seed: 1,
};
const log = tasteLog(1);
type More = Partial<StudyArgs<Parameters<typeof IALS.create>[0]>>;
const study = (more: More = {}): Promise<StudyResult> =>
  runStudy({ kind: IALS, home: createCountingHome(), log, plan: PLAN, run: testRun(), ...more });
const stored = (state: StudyState): unknown => JSON.parse(JSON.stringify(state));

/** Runs up to a number of folds, then cancels; what is stored then. */
async function interrupted(after: number, more: More = {}): Promise<unknown> {
  const stop = new AbortController();
  let [last, folds]: [unknown, number] = [null, 0];
  const running = study({
    ...more,
    run: testRun({ signal: stop.signal }),
    onState: (state) => {
      last = stored(state);
      if (++folds === after) stop.abort();
    },
  });
  await expect(running).rejects.toMatchObject({ code: 'training/cancelled' });
  return last;
}

describe('resume', () => {
  const random = { ...PLAN, search: { kind: 'random', trials: 4 } } as const;
  const halving = {
    ...PLAN,
    search: { kind: 'halving', trials: 4, resource: 'epochs', min: 1, max: 4, eta: 2 },
  } as const;

  test.each([
    ['a grid, between two trials', PLAN, 3],
    ['a grid, within a trial', PLAN, 7],
    ['random draws, within a trial', random, 5],
    ['halving, within the first rung', halving, 4],
    ['halving, within the second rung', halving, 14],
  ])('finds the same as without an interruption: %s', async (_, plan, after) => {
    const whole = await study({ plan });
    const resumed = await study({ plan, resumeFrom: await interrupted(after, { plan }) });
    expect(whole.ended).toBe('complete');
    expect(resumed.best).toEqual(whole.best);
    expect(resumed.state.trials).toEqual(whole.state.trials);
  });

  test('trains only what is missing, and nothing when all is there', async () => {
    const trained: string[] = [];
    const onState = (state: StudyState): void =>
      void trained.push(`${state.trials.length}.${state.trials.at(-1)!.folds.length}`);
    const { state } = await study({ resumeFrom: await interrupted(16), onState });
    expect(trained).toEqual(['6.2', '6.3']);
    await study({ resumeFrom: stored(state), onState });
    expect(trained).toHaveLength(2);
  });

  test.each([
    ['no study', 'checkpoint/format', () => ({ some: 'thing' })],
    ['another version', 'checkpoint/version', (state: object) => ({ ...state, version: 2 })],
    [
      'another space',
      'checkpoint/mismatch',
      (state: object) => ({ ...state, plan: { ...PLAN, space: { dim: { kind: 'choices', values: [4] } } } }),
    ],
    ['another seed', 'checkpoint/mismatch', (state: object) => ({ ...state, plan: { ...PLAN, seed: 2 } })],
    [
      'an option more',
      'checkpoint/mismatch',
      (state: object) => ({ ...state, plan: { ...PLAN, patience: 2 } }),
    ],
    ['other data', 'checkpoint/mismatch', (state: object) => ({ ...state, dataFingerprint: 'abc' })],
    ['a broken trial', 'checkpoint/format', (state: object) => ({ ...state, trials: [{ rung: 0 }] })],
    [
      'a trial of another place',
      'checkpoint/format',
      (state: object) => {
        const { trials } = state as StudyState;
        return { ...state, trials: [trials[0], trials[0]] };
      },
    ],
  ])('refuses %s: %s', async (_, code, change) => {
    const resumeFrom = change((await interrupted(4)) as object);
    await expect(study({ resumeFrom })).rejects.toMatchObject({ code });
  });

  test('takes a plan whose names stand in another order for the same', async () => {
    const state = (await interrupted(4)) as StudyState;
    const plan = Object.fromEntries(Object.entries(PLAN).toReversed()) as unknown as StudyPlan;
    expect((await study({ plan, resumeFrom: state })).ended).toBe('complete');
  });
});

test('leave-last-out scores exactly what evaluateFullRanking says of the same model', async () => {
  const plan = { ...PLAN, validation: { kind: 'leave-last-out' } } as const;
  const { best, state } = await study({ plan });
  const csr = buildCsr(log);
  const split = leaveOneOut(log, csr, { maxUsers: Infinity, rng: createRng(1) });
  const model = IALS.create(best!.config as object, createCountingHome());
  await model.fit(split.train, testRun());
  const { ndcgAt10 } = await evaluateFullRanking(model, split.train, split, new Pacer(testRun()));
  expect(best!.trial.folds).toEqual([{ score: expect.closeTo(ndcgAt10, 12), passes: 3 }]);
  expect(Math.max(...state.trials.map(({ folds }) => folds[0]!.score))).toBe(best!.trial.folds[0]!.score);
});

test('the clock decides nothing: a slow and a fast one give the same trials', async () => {
  const [slow, fast] = [await study({ run: testRun({}, 50) }), await study({ run: testRun({}, 0.001) })];
  expect(slow.state.trials).toEqual(fast.state.trials);
});

test('a budget cuts off the end alone, and more time goes on from there', async () => {
  const whole = await study();
  const budgetMs = whole.state.spentMs / 2;
  const cut = await study({ budgetMs });
  expect(cut.ended).toBe('budget');
  expect(cut.state.trials.length).toBeGreaterThan(1);
  expect(cut.state.trials.length).toBeLessThan(6);
  const finished = cut.state.trials.filter(({ folds }) => folds.length === 3);
  expect(finished).toEqual(whole.state.trials.slice(0, finished.length));
  expect(finished).toContainEqual(cut.best!.trial);
  const resumed = await study({ resumeFrom: stored(cut.state), budgetMs: 10 * budgetMs });
  expect(resumed.state.trials).toEqual(whole.state.trials);
  expect((await study({ budgetMs: 0 })).best).toBeNull();
});

test('a pause holds it, costs none of the budget, and changes nothing', async () => {
  const whole = await study();
  const gate = new PauseGate();
  let time = 0;
  let folds = 0;
  const running = study({
    gate,
    budgetMs: 1e6,
    run: testRun({ now: () => (time += 0.25) }),
    onState: () => {
      if (++folds === 4) gate.pause();
    },
  });
  await vi.waitFor(() => expect(folds).toBe(4));
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(folds).toBe(4);
  time += 1e9;
  gate.resume();
  const { state, ended } = await running;
  expect(ended).toBe('complete');
  expect(state.trials).toEqual(whole.state.trials);
  expect(state.spentMs).toBeLessThan(1e6);
});

test('can be cancelled while it is paused, and gives every buffer back', async () => {
  const home = createCountingHome();
  const gate = new PauseGate();
  gate.pause();
  const stop = new AbortController();
  const running = study({ gate, home, run: testRun({ signal: stop.signal }) });
  setTimeout(() => stop.abort(), 10);
  await expect(running).rejects.toMatchObject({ code: 'training/cancelled' });
  expect(home.alive).toBe(0);
  await study({ home });
  expect(home.alive).toBe(0);
});

test('trains no longer than the loss falls, and scores a training that was ended like one of so many passes', async () => {
  const one = {
    ...PLAN,
    config: { dim: 4, epochs: 40 },
    space: { regularisation: { kind: 'choices', values: [0.01] } },
    validation: { kind: 'leave-last-out' },
  } as const;
  const passes = { setting: 'epochs', patience: 2, improvement: 0.01 };
  const home = createCountingHome();
  const early = (await study({ home, plan: { ...one, passes } })).best!.trial.folds[0]!;
  expect(early.passes).toBeGreaterThan(2);
  expect(early.passes).toBeLessThan(40);
  expect(home.alive).toBe(0);
  const config = { dim: 4, epochs: early.passes };
  expect((await study({ plan: { ...one, config } })).best!.trial.folds[0]).toEqual(early);
});

test('tells trial, fold, fraction and the rest, growing to the end', async () => {
  const told: StudyProgress[] = [];
  await study({ onProgress: (progress) => void told.push(progress) });
  expect(told[0]).toMatchObject({ trial: 1, trials: 6, fold: 1, folds: 3, best: Number.NaN });
  expect(told.at(-1)).toMatchObject({ trial: 6, fold: 3, fraction: 1, remainingMs: 0 });
  told.slice(1).forEach(({ fraction }, i) => expect(fraction).toBeGreaterThanOrEqual(told[i]!.fraction));
  const half = told.find(({ fraction }) => fraction >= 0.5)!;
  expect(half.remainingMs / half.elapsedMs).toBeCloseTo(1, 1);
});

test('refuses a setting that the model does not have or take, before it trains anything', async () => {
  const onState = vi.fn<() => void>();
  const refused = async (change: Partial<StudyPlan>): Promise<void> => {
    const plan = { ...PLAN, ...change };
    await expect(study({ plan, onState })).rejects.toMatchObject({ code: 'argument/range' });
  };
  await refused({ space: { dimm: { kind: 'choices', values: [4] } } });
  await refused({ space: { dim: { kind: 'choices', values: [4, 0] } } });
  await refused({ config: { width: 4 } });
  await refused({ validation: { kind: 'folds', folds: 1 } });
  await refused({ search: { kind: 'random', trials: 0 } });
  await refused({ search: { kind: 'halving', trials: 4, resource: 'dim', min: 1, max: 8, eta: 2 } });
  expect(onState).not.toHaveBeenCalled();
  const popular = runStudy({ kind: POPULARITY, home: createCountingHome(), log, run: testRun(), plan: PLAN });
  await expect(popular).rejects.toMatchObject({ code: 'argument/range' });
});
