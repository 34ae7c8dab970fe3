import { describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import type { LogRow } from '../testing/logs.ts';
import { logOf, tasteLog } from '../testing/logs.ts';
import { buildCsr } from './build-csr.ts';
import { entryCountOf, rowColumns } from './csr.ts';
import type { Split } from './leave-one-out.ts';
import { leaveOneOut } from './leave-one-out.ts';

function split(userCount: number, itemCount: number, rows: readonly LogRow[], maxUsers = Infinity): Split {
  const log = logOf(userCount, itemCount, rows);
  return leaveOneOut(log, buildCsr(log), { maxUsers, rng: createRng(1) });
}

describe('leaveOneOut', () => {
  test('holds out the latest event by time, not by place in the log', () => {
    const { users, heldOut, train } = split(1, 3, [
      [0, 1, 'like', 30],
      [0, 2, 'like', 10],
      [0, 0, 'like', 20],
    ]);
    expect([...users]).toEqual([0]);
    expect([...heldOut]).toEqual([1]);
    expect([...rowColumns(train, 0)]).toEqual([0, 2]);
  });

  test('takes the later row of the log among equal times, and without times', () => {
    const rows = (at?: number): LogRow[] =>
      [2, 0, 1].map((item) => (at === undefined ? [0, item, 'view'] : [0, item, 'view', at]));
    expect([...split(1, 3, rows(5)).heldOut]).toEqual([1]);
    expect([...split(1, 3, rows()).heldOut]).toEqual([1]);
  });

  test('takes all events of the held-out pair out of the training side', () => {
    const { train, heldOut } = split(1, 3, [
      [0, 2, 'view', 1],
      [0, 1, 'like', 2],
      [0, 2, 'purchase', 3],
    ]);
    expect([...heldOut]).toEqual([2]);
    expect([...rowColumns(train, 0)]).toEqual([1]);
  });

  test('never holds out a dismissal, nor an item that is disliked on balance', () => {
    const { heldOut } = split(1, 4, [
      [0, 0, 'like', 1],
      [0, 1, 'like', 2],
      [0, 2, 'view', 3],
      [0, 2, 'dismiss', 4],
      [0, 3, 'dismiss', 5],
    ]);
    expect([...heldOut]).toEqual([1]);
  });

  test('leaves users whole who would keep no item that they like', () => {
    const { users, train } = split(2, 3, [
      [0, 0, 'purchase', 1],
      [1, 1, 'like', 1],
      [1, 2, 'dismiss', 2],
    ]);
    expect(users).toHaveLength(0);
    expect(entryCountOf(train)).toBe(3);
  });

  test('draws at most so many users, the same for the same seed, others for another', () => {
    const log = tasteLog(1);
    const csr = buildCsr(log);
    const draw = (seed: number): number[] => [
      ...leaveOneOut(log, csr, { maxUsers: 20, rng: createRng(seed) }).users,
    ];
    expect(new Set(draw(1)).size).toBe(20);
    expect(draw(1)).toEqual([...draw(1)].sort((a, b) => a - b));
    expect(draw(1)).toEqual(draw(1));
    expect(draw(2)).not.toEqual(draw(1));
  });

  test('takes exactly one entry from each drawn user and none from others', () => {
    const log = tasteLog(2);
    const csr = buildCsr(log);
    const { users, heldOut, train } = leaveOneOut(log, csr, { maxUsers: 30, rng: createRng(9) });
    const before = (user: number): number[] => [...rowColumns(csr, user)];
    users.forEach((user, i) => {
      expect([...rowColumns(train, user)]).toEqual(before(user).filter((item) => item !== heldOut[i]));
    });
    expect(entryCountOf(train)).toBe(entryCountOf(csr) - 30);
  });
});
