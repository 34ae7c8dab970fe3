import { beforeAll, describe, expect, test } from 'vitest';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import type { WeightedHistory } from '../explain/weighted-history.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { checkerboard } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
import type { Recommender } from './recommender.ts';
import { NEUMF } from './neumf.ts';

const historyOf = (...entries: readonly (readonly [number, number])[]): WeightedHistory => ({
  items: Int32Array.from(entries, ([item]) => item),
  weights: Float64Array.from(entries, ([, weight]) => weight),
});

describe('NeuMF folds somebody in who is not in the log', () => {
  let model: Recommender;
  beforeAll(async () => {
    const config = { dim: 8, hiddenLayers: 2, epochs: 20, batchSize: 256, learningRate: 0.01, seed: 1 };
    model = NEUMF.create(config, createReferenceHome());
    await model.fit(buildCsr(checkerboard().log), testRun());
  }, 60_000);
  const scores = (history: WeightedHistory): number[] => {
    const person = model.foldIn!(history);
    return Array.from({ length: 24 }, (_, item) => person.score(item));
  };

  test('whose three things of one colour bring all of that colour before all of the other', async () => {
    for (const colour of [0, 1]) {
      const history = historyOf([colour, 1], [colour + 4, 1], [colour + 8, 1]);
      const [list] = await model.foldIn!(history).candidates(9, [{ by: 'score', excluded: history.items }]);
      expect(Array.from(list!, (item) => item % 2)).toEqual(Array.from({ length: 9 }, () => colour));
    }
  });

  test('whom a refusal leads away from what is like it', () => {
    const mean = (all: readonly number[], colour: number): number =>
      all.filter((_, item) => item % 2 === colour).reduce((sum, score) => sum + score, 0) / 12;
    const [liked, refused] = [scores(historyOf([1, 1], [2, 1])), scores(historyOf([1, 1], [2, -1]))];
    expect(mean(refused, 0) - mean(refused, 1)).toBeLessThan(mean(liked, 0) - mean(liked, 1));
  });

  test('to the same bits each time, whoever was asked for in between; nobody at all to zero pull', () => {
    const history = historyOf([3, 1], [5, 2]);
    const before = scores(history);
    scores(historyOf([2, 1]));
    expect(scores(history)).toEqual(before);
    expect(model.foldIn!(historyOf()).attracted).toBe(false);
    expect(scores(historyOf()).every(Number.isFinite)).toBe(true);
  });
});
