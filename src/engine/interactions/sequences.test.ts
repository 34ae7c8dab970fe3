import { expect, test } from 'vitest';
import { logOf } from '../testing/logs.ts';
import { atOnce } from '../training/steps.ts';
import { sequencesOf, withoutItems } from './sequences.ts';

test('each user’s events by time, without dismissals, the same item again where it comes again', () => {
  const log = logOf(3, 5, [
    [0, 4, 'like', 30],
    [2, 1, 'purchase', 10],
    [0, 2, 'view', 10],
    [0, 3, 'dismiss', 20],
    [0, 2, 'like', 40],
  ]);
  expect(sequencesOf(log)).toEqual({
    itemCount: 5,
    offsets: Int32Array.of(0, 3, 3, 4),
    items: Int32Array.of(2, 4, 2, 1),
    times: { at: log.at, rows: Int32Array.of(2, 0, 4, 1) },
  });
});

test('ties in time and a log without times go by the order of the log', () => {
  const tied = logOf(1, 4, [
    [0, 3, 'like', 5],
    [0, 1, 'like', 5],
    [0, 2, 'like', 4],
  ]);
  expect([...sequencesOf(tied).items]).toEqual([2, 3, 1]);
  const timeless = logOf(1, 4, [
    [0, 3, 'like'],
    [0, 1, 'like'],
  ]);
  expect([...sequencesOf(timeless).items]).toEqual([3, 1]);
});

test('without an item of some users its events are nowhere, and times stay with the others', () => {
  const log = logOf(2, 4, [
    [0, 1, 'like', 10],
    [0, 2, 'like', 20],
    [0, 1, 'like', 30],
    [1, 1, 'view', 40],
  ]);
  const left = atOnce(withoutItems(sequencesOf(log), Int32Array.of(0), Int32Array.of(1)));
  expect([...left.offsets]).toEqual([0, 1, 2]);
  expect([...left.items]).toEqual([2, 1]);
  expect(left.times).toEqual({ at: log.at, rows: Int32Array.of(1, 3) });
});
