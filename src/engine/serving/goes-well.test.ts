import { expect, test } from 'vitest';
import { knownServing } from '../testing/known-serving.ts';
import { goesWell } from './goes-well.ts';

// Ratios of the complements: 100, 99, 98 … in the order they are named.
const SERVING = knownServing({
  embeddings: [
    [1, 0, 0, 0],
    [2, 0.1, 0, 0], // cosine with the first 0.999
    [3, 4, 0, 0], // 0.6
    [0, 0, 1, 0], // 0
    [4, 0, 3, 0], // 0.8
    [0.36, 0, 0, 0.96], // 0.35
  ],
  complements: { 0: [1, 2, 3, 4, 5] },
});

test('leaves out the same thing once more and what the model knows no connection with', () => {
  const named = goesWell(SERVING, 0).map(({ item }) => Number(item));
  expect(named.toSorted((a, b) => a - b)).toEqual([2, 4]);
});

test('puts the strongest evidence first: the ratio, discounted by the cosine', () => {
  const [first, second, ...more] = goesWell(SERVING, 0);
  expect([first!.item, second!.item, more.length]).toEqual([4, 2, 0]);
  expect(first!.score).toBeCloseTo(97 * 0.8, 4);
  expect(second!.score).toBeCloseTo(99 * 0.6, 4);
});

test('leaves out a ratio that is strong by itself and no longer after the discount', () => {
  const { complements } = SERVING.trained!;
  const known = (ratio: number): number =>
    goesWell(
      {
        ...SERVING,
        trained: {
          ...SERVING.trained!,
          complements: { ...complements, scores: complements.scores.map(() => ratio) },
        },
      },
      0,
    ).length;
  // 0.8 · 10.9 = 8.7 reaches 7.88, 0.6 · 10.9 = 6.5 does not.
  expect([known(10.9), known(13.2), known(9)]).toEqual([1, 2, 0]);
});

test('is nothing where nothing was taken together, or before a training', () => {
  expect(goesWell(SERVING, 3)).toEqual([]);
  expect(goesWell({ ...SERVING, trained: null }, 0)).toEqual([]);
});
