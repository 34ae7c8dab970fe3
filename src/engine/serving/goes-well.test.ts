import { expect, test } from 'vitest';
import { knownServing } from '../testing/known-serving.ts';
import { goesWell } from './goes-well.ts';

test('leaves out the same thing once more, and keeps what is merely alike', () => {
  const serving = knownServing({
    embeddings: [
      [1, 0, 0, 0],
      [2, 0.1, 0, 0], // cosine 0.999
      [1, 1, 0, 0], // 0.71
      [0, 0, 1, 0],
    ],
    complements: { 0: [1, 2, 3] },
  });
  expect(goesWell(serving, 0)).toEqual([
    { item: 2, score: 99 },
    { item: 3, score: 98 },
  ]);
  expect(goesWell(serving, 3)).toEqual([]);
  expect(goesWell({ ...serving, trained: null }, 0)).toEqual([]);
});
