import { describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { ialsConfig, scaledRegularisation } from '../models/ials-config.ts';
import type { IalsItems } from './ials-fold-in.ts';
import { IalsFoldIn } from './ials-fold-in.ts';
import type { WeightedHistory } from './weighted-history.ts';

/** Random items; the gramian is the true one. */
function randomItems(seed: number, itemCount = 60, dim = 16): IalsItems {
  const rng = createRng(seed);
  const embeddings = Float32Array.from({ length: itemCount * dim }, () => 0.4 * rng.normal());
  const gramian = new Float32Array(dim * dim);
  for (let item = 0; item < itemCount; item++) {
    for (let i = 0; i < dim * dim; i++) {
      gramian[i]! += embeddings[item * dim + Math.floor(i / dim)]! * embeddings[item * dim + (i % dim)]!;
    }
  }
  return {
    config: ialsConfig({ dim, regularisation: 0.02, unobservedWeight: 0.2 }),
    itemCount,
    embeddings,
    gramian,
  };
}

const historyOf = (...entries: readonly (readonly [number, number])[]): WeightedHistory => ({
  items: Int32Array.from(entries, ([item]) => item),
  weights: Float64Array.from(entries, ([, weight]) => weight),
});

/** The visitor's part of the objective. */
function objective(items: IalsItems, history: WeightedHistory, x: Float64Array): number {
  const { config, embeddings, gramian, itemCount } = items;
  const { dim, unobservedWeight } = config;
  let sum = 0;
  history.items.forEach((item, j) => {
    const weight = history.weights[j]!;
    let score = 0;
    for (let i = 0; i < dim; i++) score += x[i]! * embeddings[item * dim + i]!;
    sum += Math.abs(weight) * (score - Math.sign(weight)) ** 2;
  });
  const lambda = scaledRegularisation(config, history.items.length, itemCount);
  for (let i = 0; i < dim; i++) {
    sum += lambda * x[i]! ** 2;
    for (let j = 0; j < dim; j++) sum += unobservedWeight * x[i]! * gramian[i * dim + j]! * x[j]!;
  }
  return sum;
}

describe('IalsFoldIn', () => {
  test('scores ½ on one dimension, one item of length 1, α₀G = 0 and λ = 1: x = 1 / (1 + 1)', () => {
    const config = ialsConfig({ dim: 4, regularisation: 1, regularisationExponent: 0 });
    const items: IalsItems = {
      config,
      itemCount: 1,
      embeddings: Float32Array.of(1, 0, 0, 0),
      gramian: new Float32Array(16),
    };
    expect(new IalsFoldIn(items, historyOf([0, 1])).score(0)).toBeCloseTo(0.5, 14);
    expect(new IalsFoldIn(items, historyOf([0, -1])).score(0)).toBeCloseTo(-0.5, 14);
    // (1.5 · 1) / (1.5 + 1)
    expect(new IalsFoldIn(items, historyOf([0, 1.5])).score(0)).toBeCloseTo(0.6, 14);
  });

  test.each([1, 2, 3])('shares sum to the score, to 1e-9 of their magnitude (seed %i)', (seed) => {
    const items = randomItems(seed);
    const foldIn = new IalsFoldIn(
      items,
      historyOf([2, 1], [7, -1], [9, 0.25], [30, 3], [41, -0.75], [58, 1.5]),
    );
    for (let item = 0; item < items.itemCount; item++) {
      const shares = [...foldIn.shares(item)];
      const sum = shares.reduce((a, b) => a + b, 0);
      const magnitude = shares.reduce((a, b) => a + Math.abs(b), 0);
      expect(Math.abs(sum - foldIn.score(item))).toBeLessThanOrEqual(1e-9 * magnitude);
    }
  });

  test('the pull of one history item gives its share in any score', () => {
    const items = randomItems(5);
    const foldIn = new IalsFoldIn(items, historyOf([2, 1], [7, -1], [30, 3]));
    for (const item of [0, 7, 44]) {
      const shares = foldIn.shares(item);
      for (const j of [0, 1, 2]) expect(foldIn.shareBy(foldIn.pullOf(j), item)).toBeCloseTo(shares[j]!, 12);
    }
  });

  test.each([1, 2, 3])('the embedding minimises the objective: its gradient is 0 (seed %i)', (seed) => {
    const items = randomItems(seed);
    const history = historyOf([4, 1], [5, -1], [33, 0.25]);
    const { embedding } = new IalsFoldIn(items, history);
    for (let i = 0; i < embedding.length; i++) {
      const moved = (by: number): number => objective(items, history, embedding.with(i, embedding[i]! + by));
      expect(Math.abs(moved(1e-4) - moved(-1e-4)) / 2e-4).toBeLessThan(1e-8);
    }
  });

  test.each([1, 2, 3])('a dismissal lowers the score of its item, a like raises it (seed %i)', (seed) => {
    const items = randomItems(seed);
    const without = new IalsFoldIn(items, historyOf([4, 1], [5, 1])).score(20);
    expect(new IalsFoldIn(items, historyOf([4, 1], [5, 1], [20, -1])).score(20)).toBeLessThan(without);
    expect(new IalsFoldIn(items, historyOf([4, 1], [5, 1], [20, 1])).score(20)).toBeGreaterThan(without);
  });

  test('is the zero vector for an empty history', () => {
    expect([...new IalsFoldIn(randomItems(1), historyOf()).embedding]).toEqual(Array<number>(16).fill(0));
  });

  test('gives the same bits for the same history, whatever was folded in between', () => {
    const items = randomItems(4);
    const before = new IalsFoldIn(items, historyOf([1, 1], [8, 0.25]));
    const between = new IalsFoldIn(items, historyOf([1, 1], [8, 0.25], [9, -1]));
    const after = new IalsFoldIn(items, historyOf([1, 1], [8, 0.25]));
    expect(between.embedding).not.toEqual(before.embedding);
    expect(after.embedding).toEqual(before.embedding);
    expect(after.shares(3)).toEqual(before.shares(3));
  });
});
