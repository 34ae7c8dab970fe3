import { describe, expect, test } from 'vitest';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import { weightHistory } from '../explain/weighted-history.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { sequencesOf } from '../interactions/sequences.ts';
import { describeRecommender } from '../testing/describe-recommender.ts';
import { logOf, tasteLog } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
import type { Recommender } from './recommender.ts';
import { slistConfig, slistFactorisedConfig } from './slist-config.ts';
import type { SlistConfig } from './slist-config.ts';
import { SLIST } from './slist.ts';

// The board's users take the items of their colour in rising order. Item 1 follows nothing, so that nothing speaks for
// it, and users 1 and 25, who miss it, have item 0 first by the tie. Nothing speaks for item 0 either, which wins its tie.
describeRecommender(SLIST, { config: { l2: 10 }, firstPlaces: 38 / 40 });

const PLAIN: SlistConfig = {
  l2: 1,
  sourceDecay: 1,
  targetDecay: 1,
  queryDecay: 1,
  window: 2,
  horizon: 2,
};

async function fitted(log: ReturnType<typeof logOf>, config: Partial<SlistConfig>): Promise<Recommender> {
  const model = SLIST.create(config, createReferenceHome());
  await model.fit(buildCsr(log), testRun(), sequencesOf(log));
  return model;
}

describe('SLIST', () => {
  test('is (SᵀS + I)⁻¹ SᵀT by hand on one sequence of three items', async () => {
    // 0 → 1 → 2. Cuts: S = [[1, 0, 0], [½, 1, 0]], T = [[0, 1, ½], [0, 0, 1]].
    // SᵀS + I = [[9/4, ½, 0], [½, 2, 0], [0, 0, 1]], SᵀT = [[0, 1, 1], [0, 0, 1], [0, 0, 0]]; the determinant of the
    // upper block is 17/4, its inverse 4/17 · [[2, −½], [−½, 9/4]].
    const log = logOf(1, 3, [
      [0, 0, 'like', 1],
      [0, 1, 'like', 2],
      [0, 2, 'like', 3],
    ]);
    const { item_to_item: matrix } = (await fitted(log, PLAIN)).save(false).tensors;
    const byHand = [0, 8, 6, 0, -2, 7, 0, 0, 0].map((value) => value / 17);
    expect(matrix!.shape).toEqual([3, 3]);
    matrix!.values.forEach((value, i) => expect(value).toBeCloseTo(byHand[i]!, 6));
  });

  test('counts what is taken again at once as one position', async () => {
    const rows = [
      [0, 0, 'view', 1],
      [0, 1, 'view', 2],
      [0, 1, 'purchase', 3],
      [0, 2, 'like', 4],
    ] as const;
    const twice = (await fitted(logOf(1, 3, rows), PLAIN)).save(true).tensors;
    const once = (await fitted(logOf(1, 3, [rows[0], rows[1], rows[3]]), PLAIN)).save(true).tensors;
    expect(twice).toEqual(once);
  });

  test('equals the rows of S and T written out, for sequences with items that come again', async () => {
    const log = tasteLog(3, 12, 8, 300);
    const config = slistConfig({ l2: 3, window: 4, horizon: 3, sourceDecay: 0.7, targetDecay: 1.5 });
    const matrix = (await fitted(log, config)).save(false).tensors['item_to_item']!.values;
    const { offsets, items } = sequencesOf(log);
    const [sources, transitions] = [new Float64Array(64), new Float64Array(64)];
    for (let user = 0; user < 12; user++) {
      const own = [...items.subarray(offsets[user], offsets[user + 1])].filter(
        (x, i, all) => x !== all[i - 1],
      );
      for (let cut = 1; cut < own.length; cut++) {
        const [past, future] = [new Float64Array(8), new Float64Array(8)];
        for (let g = 0; g < 4 && cut - 1 - g >= 0; g++) past[own[cut - 1 - g]!]! += (g + 1) ** -0.7;
        for (let g = 0; g < 3 && cut + g < own.length; g++) future[own[cut + g]!]! += (g + 1) ** -1.5;
        for (let i = 0; i < 64; i++) {
          sources[i]! += past[Math.floor(i / 8)]! * past[i % 8]!;
          transitions[i]! += past[Math.floor(i / 8)]! * future[i % 8]!;
        }
      }
    }
    // (SᵀS + 3 I) B = SᵀT.
    for (let i = 0; i < 64; i++) {
      const [row, column] = [Math.floor(i / 8), i % 8];
      let sum = 3 * matrix[i]!;
      for (let k = 0; k < 8; k++) sum += sources[row * 8 + k]! * matrix[k * 8 + column]!;
      expect(sum).toBeCloseTo(transitions[i]!, 3);
    }
  });

  test('folds a history in by its order: shares decay with age, sum to the score, and one leaves with its item', async () => {
    const model = await fitted(tasteLog(4), { l2: 5, queryDecay: 1 });
    const events = { item: Int32Array.of(7, 3, 20), kind: Uint8Array.of(1, 1, 1) };
    const person = model.foldIn!(weightHistory(events, model.itemCount));
    const shares = person.shares!(11);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(person.score(11), 12);
    // By item: 3 is second to last, 7 the oldest, 20 the latest.
    const effect = (item: number): number =>
      model.foldIn!(weightHistory({ item: Int32Array.of(item), kind: Uint8Array.of(1) }, 48)).score(11);
    expect([...shares]).toEqual([effect(3) / 2, effect(7) * (1 / 3), effect(20)]);
    const [best] = await person.candidates(3, [{ by: 'score', excluded: Int32Array.of(3, 7, 20) }]);
    const scores = Array.from(best!, (item) => person.score(item));
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  test('lets a refused item push away without ageing the rest', async () => {
    const model = await fitted(tasteLog(4), { l2: 5 });
    const of = (...events: (readonly [item: number, kind: number])[]) =>
      model.foldIn!(
        weightHistory(
          {
            item: Int32Array.from(events, ([item]) => item),
            kind: Uint8Array.from(events, ([, kind]) => kind),
          },
          model.itemCount,
        ),
      );
    const liked = of([3, 1]).score(7);
    const refused = of([20, 1]).score(7);
    expect(of([3, 1], [20, 2]).score(7)).toBeCloseTo(liked - refused, 12);
    expect(of([20, 2]).attracted).toBe(false);
  });

  test("refuses stored users that name items which are not there: 'checkpoint/format'", async () => {
    const saved = (await fitted(tasteLog(4), {})).save(true);
    const items = saved.tensors['past_items']!;
    const broken = { ...items, values: Int32Array.from(items.values).fill(48) };
    const load = () =>
      SLIST.load({ ...saved, tensors: { ...saved.tensors, past_items: broken } }, createReferenceHome());
    expect(load).toThrow(expect.objectContaining({ code: 'checkpoint/format' }) as Error);
  });

  test("refuses a catalogue whose matrices would not fit: 'model/unsupported'", async () => {
    const log = logOf(1, 10_001, [
      [0, 0, 'like'],
      [0, 1, 'like'],
    ]);
    await expect(fitted(log, {})).rejects.toMatchObject({ code: 'model/unsupported' });
  });

  test("does not train without an order, nor where nobody took two things: 'training/no-data'", async () => {
    const log = logOf(2, 2, [
      [0, 0, 'like'],
      [1, 1, 'like'],
    ]);
    const fit = (sequences?: ReturnType<typeof sequencesOf>) =>
      SLIST.create({}, createReferenceHome()).fit(buildCsr(log), testRun(), sequences);
    await expect(fit()).rejects.toMatchObject({ code: 'training/no-data' });
    await expect(fit(sequencesOf(log))).rejects.toMatchObject({ code: 'training/no-data' });
  });

  test('stops within a training when it is cancelled there, and stays as it was', async () => {
    const log = tasteLog(5);
    const controller = new AbortController();
    let turns = 0;
    const yieldTurn = async (): Promise<void> => {
      if (++turns === 5) controller.abort();
    };
    const model = SLIST.create({}, createReferenceHome());
    const fit = model.fit(
      buildCsr(log),
      testRun({ signal: controller.signal, yieldTurn }, 20),
      sequencesOf(log),
    );
    await expect(fit).rejects.toMatchObject({ code: 'training/cancelled' });
    expect([turns, model.itemCount]).toEqual([5, 0]);
  });

  const refusal = (field: string): Error =>
    expect.objectContaining({
      code: 'argument/range',
      detail: expect.objectContaining({ field }) as unknown,
    }) as Error;

  test.each([
    ['l2', 0],
    ['sourceDecay', -0.1],
    ['targetDecay', 9],
    ['queryDecay', Number.NaN],
    ['window', 0],
    ['horizon', 1.5],
  ] as const)("refuses %s = %d with 'argument/range' and names the field, of any width", (field, value) => {
    expect(() => slistConfig({ [field]: value })).toThrow(refusal(field));
    expect(() => slistFactorisedConfig({ [field]: value })).toThrow(refusal(field));
  });

  test.each([
    ['dim', 0],
    ['iterations', 101],
    ['popularityDamping', 1.1],
    ['seed', 0.5],
  ] as const)("refuses %s = %d with 'argument/range' and names the field, factorised", (field, value) => {
    expect(() => slistFactorisedConfig({ [field]: value })).toThrow(refusal(field));
  });
});
