import { describe, expect, test } from 'vitest';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { describeRecommender } from '../testing/describe-recommender.ts';
import { logOf } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
import { bm25Weights } from './bm25.ts';
import { ITEM_KNN } from './item-knn.ts';
import type { ItemKnnConfig } from './item-knn-config.ts';
import { itemKnnConfig } from './item-knn-config.ts';
import type { Recommender } from './recommender.ts';

describeRecommender(ITEM_KNN, { config: {}, firstPlaces: 1 });
describeRecommender(ITEM_KNN, { config: { k: 20, shrink: 10, weighting: 'bm25' }, firstPlaces: 1 });

// Columns: item 0 (1,1,0), item 1 (1,0,1), item 2 (0,0,1), item 3 nobody's.
const BY_USER = buildCsr(
  logOf(3, 4, [
    [0, 0, 'rating'],
    [0, 1, 'rating'],
    [1, 0, 'rating'],
    [2, 1, 'rating'],
    [2, 2, 'rating'],
  ]),
);

async function fitted(config: Partial<ItemKnnConfig>): Promise<Recommender> {
  const model = ITEM_KNN.create(config, createReferenceHome());
  await model.fit(BY_USER, testRun());
  return model;
}

const scoresOf = (model: Recommender, items: readonly number[], weights: readonly number[]): number[] => {
  const folded = model.foldIn!({ items: Int32Array.from(items), weights: Float64Array.from(weights) });
  return [0, 1, 2, 3].map((item) => folded.score(item));
};

const close = (found: readonly number[], wanted: readonly number[]): void =>
  wanted.forEach((value, i) => expect(found[i]).toBeCloseTo(value, 6));

describe('item-kNN on four items', () => {
  test('has the cosines that were worked out by hand', async () => {
    const model = await fitted({});
    expect(model.similarity(0, 1)).toBeCloseTo(1 / 2, 6);
    expect(model.similarity(1, 2)).toBeCloseTo(1 / Math.SQRT2, 6);
    expect(model.similarity(0, 2)).toBe(0);
    expect(model.similarity(0, 3)).toBe(0);
    expect(model.meanSimilarity([0, 1, 2])).toBeCloseTo((1 / 2 + 1 / Math.SQRT2) / 3, 6);
    expect(model.similarItems(1, 2).map(({ item }) => Number(item))).toEqual([2, 0]);
  });

  test('shrinks what few users stand for', async () => {
    const model = await fitted({ shrink: 2 });
    expect(model.similarity(0, 1)).toBeCloseTo(1 / 4, 6);
    expect(model.similarity(1, 2)).toBeCloseTo(1 / (Math.SQRT2 + 2), 6);
  });

  test('scores an item by its own k nearest: with k = 1 item 0 says nothing of item 1', async () => {
    close(scoresOf(await fitted({ k: 2 }), [0], [1]), [0, 1 / 2, 0, 0]);
    const one = await fitted({ k: 1 });
    expect(scoresOf(one, [0], [1])).toEqual([0, 0, 0, 0]);
    close(scoresOf(one, [1], [1]), [1 / 2, 0, 1 / Math.SQRT2, 0]);
  });

  test('folds a history in, signs and all, with shares that sum to the score', async () => {
    const model = await fitted({});
    const folded = model.foldIn!({ items: Int32Array.of(0, 2), weights: Float64Array.of(3, -1) });
    expect(folded.score(1)).toBeCloseTo(3 / 2 - 1 / Math.SQRT2, 6);
    close([...folded.shares!(1)], [3 / 2, -1 / Math.SQRT2]);
    expect(folded.shareOf!(1)(1)).toBe(folded.shares!(1)[1]);
  });

  test('scores users of the log by their row', async () => {
    const model = await fitted({});
    const scores = model.scoreItems(0, Int32Array.of(0, 1, 2, 3));
    expect(scores).toHaveLength(4);
    close([...scores], [1 / 2, 1 / 2, 1 / Math.SQRT2, 0]);
  });

  test('by BM25: users of one item speak louder than users of two', async () => {
    // Lengths 2, 2, 1, 0, mean 5/4; rarity ln(4/3) of users of two items, ln 2 of the user of one.
    const [two, one] = [Math.log(4 / 3), Math.log(2)];
    const [long, short] = [2.2 / (1.2 * 1.45 + 1), 2.2 / (1.2 * 0.85 + 1)];
    const { weights, columns } = bm25Weights(BY_USER);
    expect([...columns]).toEqual([...BY_USER.columns]);
    close([...weights], [long * two, long * two, long * one, long * two, short * two]);
    const model = await fitted({ weighting: 'bm25' });
    expect(model.similarity(0, 1)).toBeCloseTo(two / (Math.SQRT2 * Math.hypot(two, one)), 6);
    expect(model.similarity(1, 2)).toBeCloseTo(1 / Math.SQRT2, 6);
  });

  test('by BM25: a dismissal stays negative, and a user of everything says nothing', () => {
    const { weights } = bm25Weights(
      buildCsr(
        logOf(2, 3, [
          [0, 0, 'dismiss'],
          [1, 0, 'like'],
          [1, 1, 'like'],
          [1, 2, 'like'],
        ]),
      ),
    );
    expect(weights[0]).toBeLessThan(0);
    expect([...weights.subarray(1)]).toEqual([0, 0, 0]);
  });
});

describe('item-kNN', () => {
  test('tells how far it is, up to the end', async () => {
    const model = ITEM_KNN.create({}, createReferenceHome());
    const told: number[] = [];
    await model.fit(BY_USER, testRun({ onProgress: ({ fraction }) => told.push(fraction) }));
    expect(told.at(-1)).toBe(1);
  });

  test("does not load neighbours that do not exist: 'checkpoint/format'", async () => {
    const saved = (await fitted({ k: 1 })).save(false);
    const items = saved.tensors['neighbour_items']!;
    const tensors = { ...saved.tensors, neighbour_items: { ...items, values: items.values.map(() => 4) } };
    for (const damaged of [
      { ...saved, tensors },
      { ...saved, tensors: {} },
    ]) {
      expect(() => ITEM_KNN.load(damaged, createReferenceHome())).toThrow(
        expect.objectContaining({ code: 'checkpoint/format' }),
      );
    }
  });

  test.each([
    ['k', 0],
    ['k', 1.5],
    ['shrink', -1],
    ['shrink', Number.NaN],
    ['weighting', 'tf-idf'],
  ])("refuses %s = %s with 'argument/range' and names the field", (field, value) => {
    expect(() => itemKnnConfig({ [field]: value })).toThrow(
      expect.objectContaining({
        code: 'argument/range',
        detail: expect.objectContaining({ field }) as unknown,
      }),
    );
  });
});
