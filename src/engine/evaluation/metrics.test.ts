import { describe, expect, test } from 'vitest';
import { coverageAt, hitRateAt, ndcgAt, recallAt } from './metrics.ts';

const items = (...list: number[]): number[] => list;

describe('hitRateAt', () => {
  test('is 1 at place k and 0 just behind it', () => {
    expect(hitRateAt(2, items(7, 5), new Set(items(5)))).toBe(1);
    expect(hitRateAt(1, items(7, 5), new Set(items(5)))).toBe(0);
  });
});

describe('recallAt', () => {
  test('is ½ for one of two, and 1 for one of two when only one place is there', () => {
    expect(recallAt(3, items(7, 5, 1), new Set(items(5, 9)))).toBe(0.5);
    expect(recallAt(1, items(5), new Set(items(5, 9)))).toBe(1);
  });
});

describe('ndcgAt', () => {
  test('is 1 at the first place, 1/log₂3 at the second, 0 behind k', () => {
    expect(ndcgAt(10, items(5, 7), new Set(items(5)))).toBe(1);
    expect(ndcgAt(10, items(7, 5), new Set(items(5)))).toBeCloseTo(1 / Math.log2(3), 12);
    expect(ndcgAt(1, items(7, 5), new Set(items(5)))).toBe(0);
  });

  test('is (1 + ½) / (1 + 1/log₂3) for the first and third of two held-out items', () => {
    const found = ndcgAt(10, items(5, 7, 9), new Set(items(5, 9)));
    expect(found).toBeCloseTo(1.5 / (1 + 1 / Math.log2(3)), 12);
  });
});

test('all are NaN, not 0, for a user with nothing held out', () => {
  for (const metric of [hitRateAt, recallAt, ndcgAt]) expect(metric(10, items(1, 2), new Set())).toBeNaN();
});

test('empty places never hit', () => {
  expect(hitRateAt(3, items(-1, -1, -1), new Set(items(4)))).toBe(0);
});

describe('coverageAt', () => {
  test('counts distinct items of the first k of all lists: {1, 2, 3} of 6', () => {
    expect(coverageAt(2, [items(1, 2, 4), items(2, 3), items(3, -1)], 6)).toBe(0.5);
  });
});
