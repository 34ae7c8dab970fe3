import { describe, expect, test } from 'vitest';
import {
  areaUnderCurve,
  averagePrecisionAt,
  coverageAt,
  diversityAt,
  giniAt,
  hitRateAt,
  ndcgAt,
  noveltyAt,
  popularityAt,
  precisionAt,
  recallAt,
  reciprocalRankAt,
  selfInformation,
} from './metrics.ts';

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

describe('precisionAt', () => {
  test('is hits over k, also where the list is shorter: 2 of 4, 1 of 10', () => {
    expect(precisionAt(4, items(5, 7, 9, 1), new Set(items(5, 9, 2)))).toBe(0.5);
    expect(precisionAt(10, items(5, -1), new Set(items(5)))).toBe(0.1);
  });
});

describe('reciprocalRankAt', () => {
  test('is ⅓ for a first hit at the third place, 0 when that is behind k', () => {
    expect(reciprocalRankAt(10, items(7, 8, 5, 9), new Set(items(5, 9)))).toBe(1 / 3);
    expect(reciprocalRankAt(2, items(7, 8, 5), new Set(items(5)))).toBe(0);
  });
});

describe('averagePrecisionAt', () => {
  test('is (1/1 + 2/3) / 2 for hits at the first and third place of two held-out items', () => {
    expect(averagePrecisionAt(10, items(5, 7, 9), new Set(items(5, 9)))).toBeCloseTo(5 / 6, 12);
  });

  test('divides by what could be found: 1 for k hits of more held-out items, ½ with one of two missed', () => {
    expect(averagePrecisionAt(2, items(5, 9), new Set(items(5, 9, 1, 2)))).toBe(1);
    expect(averagePrecisionAt(10, items(5, 7), new Set(items(5, 9)))).toBe(0.5);
  });
});

describe('areaUnderCurve', () => {
  const area = (heldOut: number[], others: number[]): number =>
    areaUnderCurve(Float64Array.from(heldOut), Float64Array.from(others));

  test('counts pairs in the right order: 3 ahead of {1, 2, 4} and 0 ahead of none are 2 of 6', () => {
    expect(area([3, 0], [1, 2, 4])).toBe(2 / 6);
  });

  test('is ½ for a constant scorer, 1 and 0 for a perfect and a perverse one', () => {
    expect(area([5, 5], [5, 5, 5])).toBe(0.5);
    expect(area([5], [1, 2])).toBe(1);
    expect(area([0], [1, 2])).toBe(0);
  });

  test('gives no credit for NaN on either side, and is NaN without a pair', () => {
    expect(area([Number.NaN, 3], [1, Number.NaN])).toBe(1 / 4);
    expect(area([], [1])).toBeNaN();
    expect(area([1], [])).toBeNaN();
  });

  test('equals a count of all pairs on scores with many ties', () => {
    const heldOut = Array.from({ length: 23 }, (_, i) => (i * 7) % 11);
    const others = Array.from({ length: 61 }, (_, i) => (i * 5) % 13);
    let right = 0;
    for (const a of heldOut) for (const b of others) right += a > b ? 1 : a === b ? 0.5 : 0;
    expect(area(heldOut, others)).toBe(right / (23 * 61));
  });
});

const AGAINST_HELD_OUT = [hitRateAt, recallAt, ndcgAt, precisionAt, reciprocalRankAt, averagePrecisionAt];

test.each(AGAINST_HELD_OUT)('%o is NaN, not 0, for a user with nothing held out', (metric) => {
  expect(metric(10, items(1, 2), new Set())).toBeNaN();
});

test.each(AGAINST_HELD_OUT)('%o: empty places never hit', (metric) => {
  expect(metric(3, items(-1, -1, -1), new Set(items(4)))).toBe(0);
});

describe('noveltyAt', () => {
  test('is the mean of −log₂ of the part of users: 1 bit for half, 3 bits for an eighth, as for none of 8', () => {
    const information = selfInformation(Float64Array.of(4, 1, 0), 8);
    expect([...information]).toEqual([1, 3, 3]);
    expect(noveltyAt(2, items(0, 1, 2), information)).toBe(2);
    expect(noveltyAt(10, items(0, -1), information)).toBe(1);
    expect(noveltyAt(10, items(-1, -1), information)).toBeNaN();
  });
});

describe('popularityAt', () => {
  test('is the mean number of likers among the first k', () => {
    expect(popularityAt(2, items(0, 1, 2), Float64Array.of(4, 1, 100))).toBe(2.5);
  });
});

describe('diversityAt', () => {
  test('is 1 − the mean similarity of the first k, NaN below two items', () => {
    const seen: (readonly number[])[] = [];
    const similarity = (list: readonly number[]): number => {
      seen.push(list);
      return 0.25;
    };
    expect(diversityAt(3, items(4, -1, 6, 8), similarity)).toBe(0.75);
    expect(seen).toEqual([[4, 6]]);
    expect(diversityAt(1, items(4, 6), similarity)).toBeNaN();
  });
});

describe('giniAt', () => {
  test('is 0 when all items are shown alike and ¾ when one of four has every place', () => {
    expect(giniAt(2, [items(0, 1), items(2, 3)], 4)).toBe(0);
    expect(giniAt(1, [items(2, 1), items(2, 3)], 4)).toBe(0.75);
  });

  test('is (−3·0 − 1·1 + 1·1 + 3·2) / (4·4) = ⅜ for exposures 0, 1, 1, 2; NaN when nothing is shown', () => {
    expect(giniAt(2, [items(0, 1), items(0, 2)], 4)).toBe(6 / 16);
    expect(giniAt(2, [items(-1, -1)], 4)).toBeNaN();
  });
});

describe('coverageAt', () => {
  test('counts distinct items of the first k of all lists: {1, 2, 3} of 6', () => {
    expect(coverageAt(2, [items(1, 2, 4), items(2, 3), items(3, -1)], 6)).toBe(0.5);
  });
});
