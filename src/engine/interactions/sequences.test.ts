import { expect, test } from 'vitest';
import { logOf } from '../testing/logs.ts';
import { sequencesOf } from './sequences.ts';

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
