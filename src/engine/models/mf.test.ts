import { describe, expect, test } from 'vitest';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { itemListsOf } from '../interactions/item-lists.ts';
import { createCountingHome } from '../testing/counting-home.ts';
import { describeRecommender } from '../testing/describe-recommender.ts';
import { checkerboard, logOf } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
import type { Mf } from './mf.ts';
import { MF, mfConfig } from './mf.ts';

describeRecommender(MF, { config: { dim: 9, epochs: 60, learningRate: 0.05 }, firstPlaces: 1 });

const byUser = buildCsr(checkerboard().log);
const SMALL = { dim: 5, epochs: 3, learningRate: 0.05 };

describe('MF', () => {
  test('starts from the loss of a coin, ln 2, and learns: the loss falls', async () => {
    const model = MF.create({ dim: 9, epochs: 40, learningRate: 0.05, negatives: 4 }, createReferenceHome());
    const { losses } = await model.fit(byUser, testRun());
    expect(losses).toHaveLength(40);
    expect(losses[0]).toBeLessThan(Math.LN2);
    expect(losses[39]!).toBeLessThan(0.8 * losses[0]!);
  });

  test('lists with the score that it gives to each item, biases and all', async () => {
    const model = MF.create(SMALL, createReferenceHome());
    await model.fit(byUser, testRun());
    const user = Int32Array.of(7);
    const { items, scores } = await model.recommend(user, 6, itemListsOf(byUser, user));
    model.scoreItems(7, items).forEach((score, place) => expect(scores[place]!).toBeCloseTo(score, 5));
  });

  test('scores by x·y + user bias + item bias + global bias: 1·3 + 10 + 20 + 100, and predicts σ of it', () => {
    const tensors = {
      user_embeddings: { shape: [1, 2], values: Float32Array.of(1, 10) },
      item_embeddings: { shape: [2, 2], values: Float32Array.of(3, 20, 3, -115) },
      output: { shape: [2], values: Float32Array.of(1, 100) },
    };
    const model = MF.load({ name: 'mf', config: { dim: 2 }, tensors }, createReferenceHome());
    expect([...model.scoreItems(0, Int32Array.of(0, 1))]).toEqual([133, -2]);
    expect((model as Mf).predict(0, 1)).toBeCloseTo(1 / (1 + Math.exp(2)), 12);
    // The biases do not make items alike.
    expect(model.similarity(0, 1)).toBe(1);
  });

  test('gives the same bits however short the slices are', async () => {
    const [whole, sliced] = [
      MF.create(SMALL, createReferenceHome()),
      MF.create(SMALL, createReferenceHome()),
    ];
    await whole.fit(byUser, testRun({ sliceMs: 1e9 }));
    await sliced.fit(byUser, testRun({ sliceMs: 0.1 }));
    expect(sliced.save(true)).toEqual(whole.save(true));
  });

  test('keeps one buffer after training (the items), none after its release, none of one that was cancelled', async () => {
    const home = createCountingHome();
    const model = MF.create(SMALL, home);
    await model.fit(byUser, testRun());
    expect(home.alive).toBe(1);
    model.release();
    expect(home.alive).toBe(0);
    const abort = new AbortController();
    const run = testRun({ signal: abort.signal, onProgress: () => abort.abort() });
    await expect(MF.create(SMALL, home).fit(byUser, run)).rejects.toMatchObject({
      code: 'training/cancelled',
    });
    expect(home.alive).toBe(0);
  });

  test("refuses a log without a liking: 'training/no-data'", async () => {
    const disliked = buildCsr(logOf(2, 3, [[0, 1, 'dismiss']]));
    const fit = MF.create(SMALL, createReferenceHome()).fit(disliked, testRun());
    await expect(fit).rejects.toMatchObject({ code: 'training/no-data' });
  });

  test('has the defaults of the paper, and names a field that is out of range', () => {
    expect(mfConfig()).toMatchObject({
      epochs: 256,
      negatives: 8,
      learningRate: 0.002,
      regularisation: 0.005,
    });
    for (const wrong of [
      { dim: 1 },
      { epochs: 0 },
      { negatives: 0 },
      { learningRate: 0 },
      { regularisation: -1 },
    ]) {
      const [field] = Object.keys(wrong);
      expect(() => mfConfig(wrong)).toThrow(
        expect.objectContaining({ code: 'argument/range', detail: expect.objectContaining({ field }) }),
      );
    }
  });
});
