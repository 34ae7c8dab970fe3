import { describe, expect, test } from 'vitest';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { describeRecommender } from '../testing/describe-recommender.ts';
import { checkerboard } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
import { Gmf, GMF, gmfConfig } from './gmf.ts';

describeRecommender(GMF, { config: { dim: 8, epochs: 60, learningRate: 0.01 }, firstPlaces: 1 });

describe('GMF', () => {
  test('predicts the probability σ(w · x·y + b): w 2, x·y −3, b 5 gives σ(−1)', () => {
    const tensors = {
      user_embeddings: { shape: [1, 2], values: Float32Array.of(1, -2) },
      item_embeddings: { shape: [1, 2], values: Float32Array.of(1, 2) },
      output: { shape: [2], values: Float32Array.of(2, 5) },
    };
    const model = GMF.load({ name: 'gmf', config: { dim: 2 }, tensors }, createReferenceHome());
    expect((model as Gmf).predict(0, 0)).toBeCloseTo(1 / (1 + Math.E), 12);
  });

  test('finds a taken item probable and one of the other colour improbable', async () => {
    const model = new Gmf(gmfConfig({ dim: 8, epochs: 60, learningRate: 0.01 }), createReferenceHome());
    await model.fit(buildCsr(checkerboard().log), testRun());
    expect(model.predict(0, 2)).toBeGreaterThan(0.8);
    expect(model.predict(0, 1)).toBeLessThan(0.05);
  });

  test('learns scale and offset of its output', async () => {
    const model = GMF.create({ epochs: 3 }, createReferenceHome());
    await model.fit(buildCsr(checkerboard().log), testRun());
    const [scale, offset] = model.save(false).tensors['output']!.values;
    expect(scale).not.toBe(1);
    // One positive in five.
    expect(offset).toBeLessThan(0);
  });

  test('is 64 wide by default, and learns ten epochs in batches of 32 as the seed does', () => {
    expect(gmfConfig()).toMatchObject({ dim: 64, epochs: 10, batchSize: 32, learningRate: 0.001 });
    expect(() => gmfConfig({ batchSize: 0 })).toThrow(expect.objectContaining({ code: 'argument/range' }));
  });
});
