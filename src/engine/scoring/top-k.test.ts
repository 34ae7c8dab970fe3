import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { topK } from './top-k.ts';

test('is best first, ties by the smaller item, without NaN and −∞', () => {
  const scores = [1, 3, Number.NaN, 3, -Infinity, 2];
  expect(topK(6, 10, (item) => scores[item]!)).toEqual([
    { item: 1, score: 3 },
    { item: 3, score: 3 },
    { item: 5, score: 2 },
    { item: 0, score: 1 },
  ]);
});

test('equals a whole sort cut off at k, for any scores', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 12 }),
      (scores, k) => {
        const expected = scores
          .map((score, item) => ({ item, score }))
          .sort((a, b) => b.score - a.score || a.item - b.item)
          .slice(0, k);
        expect(topK(scores.length, k, (item) => scores[item]!)).toEqual(expected);
      },
    ),
  );
});
