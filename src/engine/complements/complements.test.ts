import { describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { Pacer } from '../training/pacer.ts';
import type { LogRow } from '../testing/logs.ts';
import { logOf } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
import { basketsOf } from './baskets.ts';
import { findComplements } from './find-complements.ts';
import { logLikelihoodRatio } from './log-likelihood-ratio.ts';

const HOUR = 3600 * 1000;

describe('logLikelihoodRatio', () => {
  // both, only a, only b, neither; the values that Apache Mahout's own test expects.
  test.each([
    [1, 0, 0, 1, 2.772589],
    [10, 0, 0, 10, 27.72589],
    [5, 1995, 0, 100_000, 39.33052],
    [1000, 1995, 1000, 100_000, 4730.737],
    [1000, 1000, 1000, 100_000, 5734.343],
  ])('of the table %i %i %i %i is %d', (both, onlyA, onlyB, neither, expected) => {
    const ratio = logLikelihoodRatio(both, both + onlyA, both + onlyB, both + onlyA + onlyB + neither);
    expect(ratio / expected).toBeCloseTo(1, 6);
  });

  test('is 0 for independent events', () => {
    expect(logLikelihoodRatio(10, 100, 100, 1000)).toBeCloseTo(0, 9);
  });
});

describe('basketsOf', () => {
  const baskets = async (rows: readonly LogRow[]): Promise<number[][]> => {
    const { basketCount, offsets, items } = await basketsOf(logOf(3, 100, rows), new Pacer(testRun()));
    return Array.from({ length: basketCount }, (_, b) => [...items.subarray(offsets[b]!, offsets[b + 1]!)]);
  };

  test('ends a basket at a pause of more than two weeks, whatever the order of the log', async () => {
    expect(
      await baskets([
        [0, 3, 'purchase', 600 * HOUR],
        [0, 1, 'cart', 0],
        [0, 2, 'purchase', 200 * HOUR],
      ]),
    ).toEqual([[1, 2], [3]]);
  });

  test('keeps users apart, items once, and leaves looks and refusals out', async () => {
    expect(
      await baskets([
        [1, 5, 'like', 1],
        [0, 5, 'purchase', 2],
        [0, 6, 'view', 3],
        [0, 5, 'cart', 4],
        [0, 7, 'dismiss', 5],
        [0, 8, 'rating', 6],
      ]),
    ).toEqual([[5, 8], [5]]);
  });

  test('takes a history without times in the order of the log, cut every 32 items', async () => {
    const rows = Array.from({ length: 40 }, (_, item): LogRow => [0, item, 'rating']);
    const found = await baskets(rows);
    expect(found.map((basket) => basket.length)).toEqual([32, 8]);
    expect(found[1]![0]).toBe(32);
  });
});

describe('findComplements', () => {
  test.each([1, 2])('finds the planted companion first, both ways round (seed %i)', async (seed) => {
    const rng = createRng(seed);
    const rows: LogRow[] = [];
    for (let basket = 0; basket < 400; basket++) {
      const at = basket * 400 * HOUR;
      for (let i = 0; i < 3; i++) rows.push([0, 2 + rng.int(20), 'purchase', at]);
      // Item 0 alone is common, item 1 comes only with it.
      if (basket % 4 === 0) rows.push([0, 0, 'purchase', at]);
      if (basket % 16 === 0) rows.push([0, 1, 'purchase', at]);
    }
    const { items, scores, perItem } = await findComplements(logOf(1, 22, rows), new Pacer(testRun()));
    expect([items[0], items[perItem]]).toEqual([1, 0]);
    expect(scores[0]!).toBeGreaterThan(50);
    expect(scores[0]).toBe(scores[perItem]);
  });

  test('names nothing that was together just once, or less often than chance', async () => {
    const rows: LogRow[] = [];
    for (let basket = 0; basket < 60; basket++) {
      rows.push([0, basket % 2, 'purchase', basket * 400 * HOUR]);
      if (basket < 1) rows.push([0, 2, 'purchase', basket * 400 * HOUR]);
    }
    // Once together with 2; three times with each other, where chance alone would make it fifteen.
    for (let basket = 60; basket < 63; basket++) {
      rows.push([0, 0, 'purchase', basket * 400 * HOUR], [0, 1, 'purchase', basket * 400 * HOUR]);
    }
    const { items } = await findComplements(logOf(1, 3, rows), new Pacer(testRun()));
    expect(items.every((item) => item === -1)).toBe(true);
  });
});
