import { describe, expect, test } from 'vitest';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { itemListsOf } from '../interactions/item-lists.ts';
import { describeRecommender } from '../testing/describe-recommender.ts';
import { logOf, tasteLog } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
import { EASE, easeConfig } from './ease.ts';
import type { Recommender } from './recommender.ts';

describeRecommender(EASE, { config: { l2: 1 }, firstPlaces: 1 });

// XᵀX + I = [[3,1,0],[1,3,1],[0,1,2]], its inverse P = 1/13 [[5,−2,1],[−2,6,−3],[1,−3,8]], so by −P_ij / P_jj
// B = [[0, 1/3, −1/8], [2/5, 0, 3/8], [−1/5, 1/2, 0]].
const BY_USER = buildCsr(
  logOf(3, 3, [
    [0, 0, 'rating'],
    [0, 1, 'rating'],
    [1, 0, 'rating'],
    [2, 1, 'rating'],
    [2, 2, 'rating'],
  ]),
);

async function fitted(): Promise<Recommender> {
  const model = EASE.create({ l2: 1 }, createReferenceHome());
  await model.fit(BY_USER, testRun());
  return model;
}

const close = (found: Iterable<number>, wanted: readonly number[]): void => {
  const values = [...found];
  expect(values).toHaveLength(wanted.length);
  wanted.forEach((value, i) => expect(values[i]).toBeCloseTo(value, 6));
};

describe('EASE on three items', () => {
  test('learns the weights that were worked out by hand', async () => {
    const { item_weights: weights } = (await fitted()).save(false).tensors;
    expect(weights!.shape).toEqual([3, 3]);
    close(weights!.values, [0, 1 / 3, -1 / 8, 2 / 5, 0, 3 / 8, -1 / 5, 1 / 2, 0]);
  });

  test('scores users by the sum over their items', async () => {
    const model = await fitted();
    close(model.scoreItems(0, Int32Array.of(0, 1, 2)), [2 / 5, 1 / 3, 3 / 8 - 1 / 8]);
    const user = Int32Array.of(0);
    const { items, scores } = await model.recommend(user, 2, itemListsOf(BY_USER, user));
    expect([...items]).toEqual([2, -1]);
    close([scores[0]!], [1 / 4]);
  });

  test('folds a history in, signs and all, with shares that sum to the score', async () => {
    const model = await fitted();
    const folded = model.foldIn!({ items: Int32Array.of(0, 2), weights: Float64Array.of(2, -1) });
    close(
      [0, 1, 2].map((item) => folded.score(item)),
      [1 / 5, 2 / 3 - 1 / 2, -1 / 4],
    );
    close(folded.shares!(1), [2 / 3, -1 / 2]);
    close([folded.shareOf!(0)(1), folded.shareOf!(1)(1)], [2 / 3, -1 / 2]);
    expect(folded.attracted).toBe(true);
    const [all, byFirst, rest] = await folded.candidates(3, [
      { by: 'score', excluded: Int32Array.of() },
      { by: 0, excluded: Int32Array.of() },
      { by: 'score', excluded: Int32Array.of(0) },
    ]);
    expect([...all!]).toEqual([0, 1, 2]);
    expect([...byFirst!]).toEqual([1, 0, 2]);
    expect([...rest!]).toEqual([1, 2]);
  });

  test('ranks candidates by the scores, for a history of more items than four', async () => {
    const log = tasteLog(3);
    const model = EASE.create({ l2: 10 }, createReferenceHome());
    await model.fit(buildCsr(log), testRun());
    const items = Int32Array.of(0, 3, 9, 14, 20, 21, 30);
    const folded = model.foldIn!({ items, weights: Float64Array.of(1, -1, 2, 3, 0.25, 1, 1) });
    const [ranked] = await folded.candidates(log.itemCount, [{ by: 'score', excluded: Int32Array.of() }]);
    const scores = [...ranked!].map((item) => folded.score(item));
    expect(scores).toHaveLength(log.itemCount);
    for (let i = 1; i < scores.length; i++) expect(scores[i - 1]!).toBeGreaterThanOrEqual(scores[i]! - 1e-12);
  });

  test('folds in the row of a user to that user', async () => {
    const model = await fitted();
    const folded = model.foldIn!({ items: Int32Array.of(1, 2), weights: Float64Array.of(1, 1) });
    const items = Int32Array.of(0, 1, 2);
    expect([...items].map((item) => folded.score(item))).toEqual([...model.scoreItems(2, items)]);
  });

  test('finds items alike by their partial correlation', async () => {
    const model = await fitted();
    close(
      [model.similarity(0, 1), model.similarity(1, 0), model.similarity(0, 2)],
      [2 / Math.sqrt(30), 2 / Math.sqrt(30), -1 / Math.sqrt(40)],
    );
    expect(model.similarItems(0, 2).map(({ item }) => Number(item))).toEqual([1, 2]);
    close(
      [model.meanSimilarity([0, 1, 2])],
      [(2 / Math.sqrt(30) - 1 / Math.sqrt(40) + 3 / Math.sqrt(48)) / 3],
    );
    expect(model.meanSimilarity([1])).toBeNaN();
  });
});

describe('EASE', () => {
  test('tells how far it is, up to the end', async () => {
    const model = EASE.create({}, createReferenceHome());
    const told: number[] = [];
    await model.fit(BY_USER, testRun({ onProgress: ({ fraction }) => told.push(fraction) }));
    expect(told.at(-1)).toBe(1);
  });

  test("refuses users by row after a round trip without them: 'model/unsupported'", async () => {
    const loaded = EASE.load((await fitted()).save(false), createReferenceHome());
    expect(loaded.userCount).toBe(0);
    expect(() => loaded.scoreItems(0, Int32Array.of(1))).toThrow(
      expect.objectContaining({ code: 'model/unsupported' }),
    );
  });

  test("does not load weights that are not square, nor users that do not fit: 'checkpoint/format'", async () => {
    const saved = (await fitted()).save(true);
    const broken = [
      { item_weights: { shape: [1, 9], values: new Float32Array(9) } },
      { user_items: { shape: [5], values: Int32Array.of(0, 1, 0, 1, 3) } },
      { user_offsets: { shape: [4], values: Int32Array.of(0, 3, 2, 5) } },
    ];
    for (const tensors of broken) {
      const damaged = { ...saved, tensors: { ...saved.tensors, ...tensors } };
      expect(() => EASE.load(damaged, createReferenceHome())).toThrow(
        expect.objectContaining({ code: 'checkpoint/format' }),
      );
    }
  });

  test("does not train on a log without anything positive: 'training/no-data'", async () => {
    const fit = EASE.create({}, createReferenceHome()).fit(
      buildCsr(logOf(1, 2, [[0, 1, 'dismiss']])),
      testRun(),
    );
    await expect(fit).rejects.toMatchObject({ code: 'training/no-data' });
  });

  test("refuses a catalogue that is too large for it: 'model/unsupported'", async () => {
    const log = buildCsr(logOf(1, 10_001, [[0, 1, 'like']]));
    const fit = EASE.create({}, createReferenceHome()).fit(log, testRun());
    await expect(fit).rejects.toMatchObject({ code: 'model/unsupported' });
  });

  test.each([0, -1, Number.NaN, Infinity])("refuses l2 = %d with 'argument/range'", (l2) => {
    expect(() => easeConfig({ l2 })).toThrow(expect.objectContaining({ code: 'argument/range' }));
  });
});
