import { describe, expect, test } from 'vitest';
import { buildCsr } from '../interactions/build-csr.ts';
import { describeRecommender } from '../testing/describe-recommender.ts';
import { logOf } from '../testing/logs.ts';
import { Popularity, POPULARITY } from './popularity.ts';

// Popularity is right only where the missing item happens to be the first of the other colour too: of the items
// that just one user misses (16 to 23) item 16 is the smallest, so one user of 40 has it first.
describeRecommender(POPULARITY, { config: {}, firstPlaces: 1 / 40 });

describe('Popularity', () => {
  test('counts users who like an item on balance, not events; ties go to the smaller item', () => {
    const popularity = new Popularity();
    popularity.count(
      buildCsr(
        logOf(3, 4, [
          [0, 3, 'view'],
          [0, 3, 'view'],
          [0, 3, 'purchase'],
          [1, 1, 'like'],
          [2, 1, 'like'],
          [1, 2, 'dismiss'],
          [2, 2, 'view'],
          [2, 0, 'view'],
          [2, 0, 'dismiss'],
        ]),
      ),
    );
    expect([...popularity.counts]).toEqual([0, 2, 1, 1]);
    expect([...popularity.walk(4, new Set())]).toEqual([1, 2, 3, 0]);
    expect([...popularity.walk(2, new Set([1]))]).toEqual([2, 3]);
  });
});
