import { expect, test } from 'vitest';
import { catalogueId } from '../../domain/ids.ts';
import { logOf } from '../testing/logs.ts';
import { atOnce } from '../training/steps.ts';
import { datasetFactsSteps } from './dataset-facts.ts';

const SHOP = catalogueId('shop');

test('counts events, pairs and times by hand', () => {
  const log = logOf(3, 5, [
    [0, 0, 'view', 2000],
    [0, 0, 'like', 1000],
    [0, 1, 'like'],
    [1, 0, 'like', 5000],
    [1, 2, 'view', 3000],
  ]);
  const facts = atOnce(datasetFactsSteps(SHOP, log));
  expect(facts).toMatchObject({
    catalogue: SHOP,
    userCount: 3,
    itemCount: 5,
    interactionCount: 5,
    pairCount: 4,
    density: 4 / 15,
    timed: 'some',
    timeSpan: [1000, 5000],
    headShare: 2 / 4, // one item of five is the head: two of four pairs
    untouchedItems: 2,
  });
  expect(facts.popularity.map(({ users }) => users)).toEqual([2, 1, 1, 0, 0]);
  expect(facts.eventsPerUser).toEqual({
    min: 0,
    p10: 0.4,
    p25: 1,
    median: 2,
    p75: 2.5,
    p90: 2.8,
    max: 3,
    mean: 5 / 3,
  });
});

test('says that a log has no times, and is content with an empty one', () => {
  const facts = atOnce(datasetFactsSteps(SHOP, logOf(0, 0, [])));
  expect(facts).toMatchObject({ timed: 'none', timeSpan: null, density: 0, headShare: 0, popularity: [] });
  expect(facts.eventsPerUser.max).toBe(0);
});

test('keeps the first and the last rank of a long tail and no more than 400 points, falling', () => {
  const itemCount = 5000;
  const rows = Array.from({ length: itemCount }, (_, item) =>
    Array.from({ length: item < 10 ? 3 : 1 }, (_row, user) => [user, item, 'like'] as const),
  ).flat();
  const { popularity } = atOnce(datasetFactsSteps(SHOP, logOf(3, itemCount, rows)));
  expect(popularity.length).toBeLessThanOrEqual(400);
  expect(popularity[0]).toEqual({ rank: 1, users: 3 });
  expect(popularity.at(-1)).toEqual({ rank: itemCount, users: 1 });
  expect(popularity.filter(({ rank }) => rank <= 10).every(({ users }) => users === 3)).toBe(true);
  expect(popularity.every(({ users }, i) => i === 0 || users <= popularity[i - 1]!.users)).toBe(true);
});
