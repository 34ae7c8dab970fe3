import { expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { rowColumns } from '../interactions/csr.ts';
import { leaveOneOut } from '../interactions/leave-one-out.ts';
import { sequencesOf } from '../interactions/sequences.ts';
import { logOf, tasteLog } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
import { Pacer } from '../training/pacer.ts';
import type { Fold, Folds } from './folds.ts';
import { foldsOf } from './folds.ts';

const pacer = (): Pacer => new Pacer(testRun());
const log = tasteLog(3);
const five = (seed: number): Promise<Folds> => foldsOf(log, { kind: 'folds', folds: 5 }, seed, pacer());
const pairs = (user: number, items: Iterable<number>): string[] =>
  [...items].map((item) => `${user}/${item}`);
const heldPairs = ({ users, heldOut }: Fold): string[] =>
  [...users].flatMap((user, q) =>
    pairs(user, heldOut.items.subarray(heldOut.offsets[q], heldOut.offsets[q + 1])),
  );

test('holds out each liked pair exactly once, an equal part of each user and in all', async () => {
  const folds = await five(1);
  const held = (await Promise.all(Array.from({ length: 5 }, (_, i) => folds.fold(i)))).map(heldPairs);
  const csr = buildCsr(log);
  const all = Array.from({ length: csr.rowCount }, (_, user) => pairs(user, rowColumns(csr, user))).flat();
  expect(held.flat().sort()).toEqual(all.sort());
  const sizes = held.map(({ length }) => length);
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  for (let user = 0; user < csr.rowCount; user++) {
    const ofUser = held.map((fold) => fold.filter((pair) => pair.startsWith(`${user}/`)).length);
    expect(Math.max(...ofUser) - Math.min(...ofUser)).toBeLessThanOrEqual(1);
  }
});

test('leaves no event of a held-out pair in training: neither in the rows nor in the sequences', async () => {
  const fold = await (await five(1)).fold(2);
  const held = new Set(heldPairs(fold));
  const whole = sequencesOf(log);
  let dropped = 0;
  for (let user = 0; user < log.userCount; user++) {
    expect(pairs(user, rowColumns(fold.train, user)).filter((pair) => held.has(pair))).toEqual([]);
    const events = (of: typeof whole): string[] =>
      pairs(user, of.items.subarray(of.offsets[user], of.offsets[user + 1]));
    const before = events(whole);
    expect(events(fold.sequences)).toEqual(before.filter((pair) => !held.has(pair)));
    dropped += before.length - events(fold.sequences).length;
  }
  expect(dropped).toBeGreaterThanOrEqual(held.size);
});

test('keeps dislikes in training, and asks nobody who would like nothing there', async () => {
  const small = logOf(2, 3, [
    [0, 0, 'like'],
    [0, 1, 'dismiss'],
    [0, 2, 'like'],
    [1, 0, 'like'],
  ]);
  const folds = await foldsOf(small, { kind: 'folds', folds: 2 }, 1, pacer());
  for (const fold of [await folds.fold(0), await folds.fold(1)]) {
    expect([...fold.users]).toEqual([0]);
    expect(heldPairs(fold)).toHaveLength(1);
    expect([...rowColumns(fold.train, 0)]).toContain(1);
    expect(rowColumns(fold.train, 0)).toHaveLength(2);
  }
});

test('leave-last-out is one fold that holds out what leaveOneOut does', async () => {
  const folds = await foldsOf(log, { kind: 'leave-last-out' }, 1, pacer());
  const split = leaveOneOut(log, buildCsr(log), { maxUsers: Infinity, rng: createRng(1) });
  const fold = await folds.fold(0);
  expect(folds.count).toBe(1);
  expect(fold.train).toEqual(split.train);
  expect(fold.users).toEqual(split.users);
  expect(fold.heldOut.items).toEqual(split.heldOut);
});

test('a seed gives the same folds; another seed, another pair or another order of time another fingerprint', async () => {
  const [first, again, other] = await Promise.all([five(1), five(1), five(2)]);
  const held = heldPairs(await first.fold(3));
  expect(heldPairs(await again.fold(3))).toEqual(held);
  expect(heldPairs(await other.fold(3))).not.toEqual(held);
  const at = log.at.slice();
  const later = log.user.findIndex((user, i) => i > 0 && user === log.user[0] && log.item[i] !== log.item[0]);
  [at[0], at[later]] = [at[later]!, at[0]!];
  const item = log.item.slice();
  item[0] = (item[0]! + 1) % log.itemCount;
  const changed = await Promise.all(
    [
      { ...log, at },
      { ...log, item },
    ].map((log) => foldsOf(log, { kind: 'folds', folds: 5 }, 1, pacer())),
  );
  const fingerprints = [first, again, other, ...changed].map(({ fingerprint }) => fingerprint);
  expect(fingerprints[0]).toBe(fingerprints[1]);
  expect(new Set(fingerprints).size).toBe(4);
});
