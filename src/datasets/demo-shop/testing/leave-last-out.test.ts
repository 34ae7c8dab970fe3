import { expect, test } from 'vitest';
import { itemKnn, leaveLastOut, ndcgAt10, popularityOf } from './leave-last-out.ts';

/** One shopper: item 2 twice, then 0, then 1, then 2 again (their last). */
const log = {
  userCount: 1,
  itemCount: 4,
  user: Int32Array.of(0, 0, 0, 0),
  item: Int32Array.of(2, 0, 1, 2),
  kind: Uint8Array.of(0, 0, 0, 4),
  value: Float32Array.of(1, 1, 1, 1),
  at: Float64Array.of(1, 2, 3, 4),
};

test('the last item goes with all of its events', () => {
  const split = leaveLastOut(log);
  expect(split.known).toEqual([[0, 1]]);
  expect([...split.heldOut]).toEqual([2]);
  expect([...popularityOf(split, 4)]).toEqual([1, 1, 0, 0]);
});

test('known items are no rivals, and a tie goes to the smaller item', () => {
  const split = leaveLastOut(log);
  expect(ndcgAt10(split, () => Float64Array.of(9, 9, 1, 1))).toBe(1);
  expect(ndcgAt10(split, () => Float64Array.of(9, 9, 1, 2))).toBeCloseTo(1 / Math.log2(3), 12);
});

test('item-kNN scores by damped cosine with what is known', () => {
  const split = { known: [[0, 1], [0, 2], [0]], heldOut: Int32Array.of(3, 3, 3) };
  const scores = itemKnn(split, popularityOf(split, 4))(2);
  expect(scores[1]).toBeCloseTo(1 / Math.sqrt(13 * 11), 6);
  expect(scores[3]).toBe(0);
});
