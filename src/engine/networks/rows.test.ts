import { describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { latestRows, PADDING, rowEnds, trainingRows } from './rows.ts';
import { holdOutLast, ndcgAt10OfLast } from './validation.ts';

/** Users of 4, 1, 0 and 2 events. */
const sequences = {
  itemCount: 9,
  offsets: Int32Array.of(0, 4, 5, 5, 7),
  items: Int32Array.of(1, 2, 3, 4, 5, 6, 7),
};
const _ = PADDING;

describe('training rows', () => {
  const ends = rowEnds(sequences, 2);

  test('hold every step from an item to the next once, cut from the end backwards', () => {
    expect([...ends.users]).toEqual([0, 0, 3]);
    const rows = trainingRows(sequences, ends, Int32Array.of(0, 1, 2), 3, 2);
    expect([...rows.items]).toEqual([2, 3, _, 1, _, 6]);
    expect([...rows.targets]).toEqual([3, 4, _, 2, _, 7]);
  });

  test('are as many as asked for, whatever is chosen: the rest is padding', () => {
    const rows = trainingRows(sequences, ends, Int32Array.of(2), 2, 2);
    expect([...rows.items]).toEqual([_, 6, _, _]);
    expect([...rows.targets]).toEqual([_, 7, _, _]);
  });

  test('of histories are the latest items, padded on the left', () => {
    const rows = latestRows([Int32Array.of(1, 2, 3), Int32Array.of(4), new Int32Array(0)], 4, 2);
    expect([...rows.items]).toEqual([2, 3, _, 4, _, _, _, _]);
  });
});

describe('validation', () => {
  test('keeps back the last items of a tenth at most of those with three events, and trains on the rest', () => {
    const userCount = 20;
    const offsets = Int32Array.from({ length: userCount + 1 }, (_x, user) => 3 * user);
    const items = Int32Array.from({ length: 3 * userCount }, (_x, e) => e);
    const { train, histories, wanted } = holdOutLast({ itemCount: 60, offsets, items }, 50, createRng(1));
    expect(wanted).toHaveLength(2);
    wanted.forEach((item, i) => {
      expect(item % 3).toBe(2);
      expect([...histories[i]!]).toEqual([item - 2, item - 1]);
    });
    const all = new Set(train.items);
    expect(all.size).toBe(58);
    expect([...wanted].some((item) => all.has(item))).toBe(false);
    const last = train.offsets.at(-1);
    expect(last).toBe(58);
  });

  test('keeps nothing back of ten people of two events each, or where none is asked for', () => {
    const offsets = Int32Array.from({ length: 11 }, (_x, user) => 2 * user);
    const two = { itemCount: 20, offsets, items: Int32Array.from({ length: 20 }, (_x, e) => e) };
    expect(holdOutLast(two, 50, createRng(1)).wanted).toHaveLength(0);
    expect(holdOutLast(two, 0, createRng(1)).train).toEqual(two);
  });

  test('NDCG@10: rank 1 without the history, ties to its loss, 0 beyond ten and for what was known', () => {
    const scores = Float32Array.from({ length: 20 }, (_x, item) => 20 - item);
    expect(ndcgAt10OfLast(scores, Int32Array.of(0), 2)).toBeCloseTo(1 / Math.log2(3), 12);
    expect(ndcgAt10OfLast(scores, Int32Array.of(0, 1), 2)).toBe(1);
    expect(ndcgAt10OfLast(Float32Array.of(1, 1, 1), new Int32Array(0), 0)).toBeCloseTo(1 / 2, 12);
    expect(ndcgAt10OfLast(scores, new Int32Array(0), 10)).toBe(0);
    expect(ndcgAt10OfLast(scores, Int32Array.of(2), 2)).toBe(0);
  });

  test('NDCG@10 is 0, and no infinity, where scores are no numbers', () => {
    expect(ndcgAt10OfLast(new Float32Array(20).fill(Number.NaN), Int32Array.of(0), 2)).toBe(0);
  });
});
