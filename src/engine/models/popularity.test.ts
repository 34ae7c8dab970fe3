import { describe, expect, test } from 'vitest';
import type { InteractionColumns } from '../../domain/interactions.ts';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { sequencesOf } from '../interactions/sequences.ts';
import { describeRecommender } from '../testing/describe-recommender.ts';
import { logOf } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
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

describe('with a half-life', () => {
  const DAY = 86_400_000;
  const fitted = async (log: InteractionColumns, halfLifeDays: number): Promise<Popularity> => {
    const model = new Popularity({ halfLifeDays });
    await model.fit(buildCsr(log), testRun(), sequencesOf(log));
    return model;
  };

  test('each user who likes an item counts by the age of their last event for it, from the newest of all', async () => {
    const log = logOf(3, 5, [
      [0, 0, 'like', 80 * DAY],
      [1, 0, 'like', 70 * DAY],
      [2, 0, 'like', 60 * DAY],
      // Item 1: once, by the later event. Item 2: refused after all. Item 3: nobody.
      [0, 1, 'view', 60 * DAY],
      [0, 1, 'purchase', 100 * DAY],
      [1, 2, 'view', 99 * DAY],
      [1, 2, 'dismiss', 100 * DAY],
      // The same user comes back to nothing of another user's times.
      [1, 4, 'like', 90 * DAY],
      [2, 1, 'like', 80 * DAY],
    ]);
    const model = await fitted(log, 10);
    expect([...model.counts]).toEqual([1 / 4 + 1 / 8 + 1 / 16, 1 + 1 / 4, 0, 0, 1 / 2]);
    expect([...model.walk(5, new Set())]).toEqual([1, 4, 0, 2, 3]);
    expect([...(await fitted(log, 0)).walk(5, new Set())]).toEqual([0, 1, 4, 2, 3]);
    // The walk of a department: here items 0, 3 and 4.
    const elsewhere = { has: (item: number) => item === 1 || item === 2 };
    expect([...model.walk(2, elsewhere)]).toEqual([4, 0]);
  });

  test('an event of unknown time is as old as the oldest; without any time it says what to do', async () => {
    const some = logOf(1, 3, [
      [0, 0, 'like', 0],
      [0, 1, 'like'],
      [0, 2, 'like', 2 * DAY],
    ]);
    expect([...(await fitted(some, 1)).counts]).toEqual([1 / 4, 1 / 4, 1]);
    const none = logOf(1, 2, [[0, 1, 'like']]);
    const error = { code: 'training/no-data', remedy: expect.stringContaining('halfLifeDays') as string };
    await expect(fitted(none, 1)).rejects.toMatchObject(error);
    await expect(new Popularity({ halfLifeDays: 1 }).fit(buildCsr(some), testRun())).rejects.toMatchObject(
      error,
    );
    expect([...(await fitted(none, 0)).counts]).toEqual([0, 1]);
  });

  test('is saved with its config, apart from plain counts', async () => {
    const model = await fitted(
      logOf(1, 2, [
        [0, 0, 'like', 0],
        [0, 1, 'like', DAY],
      ]),
      1,
    );
    const saved = model.save();
    expect(Object.keys(saved.tensors)).toEqual(['recent_popularity']);
    const loaded = POPULARITY.load(saved, createReferenceHome()) as Popularity;
    expect(loaded.config).toEqual({ halfLifeDays: 1 });
    expect([...loaded.counts]).toEqual([0.5, 1]);
    expect(() => new Popularity({ halfLifeDays: -1 })).toThrow('halfLifeDays must be at least 0.');
  });
});
