import type { Protocol } from '../../../domain/evaluation.ts';
import { describe, expect, test } from 'vitest';
import type { InteractionColumns } from '../../../domain/interactions.ts';
import { createRng } from '../../../domain/rng.ts';
import { buildCsr } from '../../interactions/build-csr.ts';
import type { Csr } from '../../interactions/csr.ts';
import { entryOf, rowColumns } from '../../interactions/csr.ts';
import { leaveOneOut } from '../../interactions/leave-one-out.ts';
import type { LogRow } from '../../testing/logs.ts';
import { logOf, tasteLog } from '../../testing/logs.ts';
import { atOnce } from '../../training/steps.ts';
import type { EvaluationPart } from './evaluation-part.ts';
import { partMakers } from './part-makers.ts';

const partsOf = (protocol: Protocol, log: InteractionColumns, seed = 1): EvaluationPart[] =>
  partMakers(protocol, log, seed).map((make) => atOnce(make()));
const heldOutOf = ({ heldOut }: EvaluationPart, i: number): number[] => [
  ...heldOut.items.subarray(heldOut.offsets[i]!, heldOut.offsets[i + 1]!),
];
const sequenceOf = ({ sequences }: EvaluationPart, user: number): number[] => [
  ...sequences.items.subarray(sequences.offsets[user]!, sequences.offsets[user + 1]!),
];
const likedBy = (csr: Csr, user: number): number[] =>
  [...rowColumns(csr, user)].filter((_, e) => csr.weights[csr.offsets[user]! + e]! > 0);

const PROTOCOLS: readonly Protocol[] = [
  { name: 'leave-one-out', maxUsers: Infinity },
  { name: 'temporal', testShare: 0.2 },
  { name: 'k-fold', folds: 4 },
  { name: 'strong', testShare: 0.25 },
];

describe.each(PROTOCOLS)('$name', (protocol) => {
  const log = tasteLog(3);
  const parts = partsOf(protocol, log);

  test('asks somebody, and of nobody what is known of them', () => {
    for (const part of parts) {
      expect(part.users.length).toBeGreaterThan(10);
      expect([...part.users]).toEqual([...new Set(part.users)].sort((a, b) => a - b));
      part.users.forEach((user, i) => {
        expect(heldOutOf(part, i).length).toBeGreaterThan(0);
        expect(likedBy(part.known, user).length).toBeGreaterThan(0);
        expect(heldOutOf(part, i).filter((item) => entryOf(part.known, user, item) >= 0)).toEqual([]);
      });
    }
  });

  test('nothing held out is in the rows or the sequences of the training side', () => {
    for (const part of parts) {
      part.users.forEach((user, i) => {
        const heldOut = new Set(heldOutOf(part, i));
        expect([...rowColumns(part.train, user)].filter((item) => heldOut.has(item))).toEqual([]);
        expect(sequenceOf(part, user).filter((item) => heldOut.has(item))).toEqual([]);
        const { offsets, items } = part.knownOrder;
        const order = [...items.subarray(offsets[user]!, offsets[user + 1]!)];
        expect(order.filter((item) => heldOut.has(item))).toEqual([]);
        expect(likedBy(part.known, user).filter((item) => !order.includes(item))).toEqual([]);
      });
    }
  });

  test('rows and sequences tell of the same: who likes an item on balance has it in their sequence', () => {
    for (const part of parts) {
      for (let user = 0; user < log.userCount; user++) {
        const sequence = new Set(sequenceOf(part, user));
        expect(likedBy(part.train, user).filter((item) => !sequence.has(item))).toEqual([]);
      }
    }
  });

  test('the times of the training side are those of its own events, never of one that is held out', () => {
    const known = new Set(Array.from(log.at, (at, i) => [log.user[i], log.item[i], at].join()));
    for (const { sequences } of parts) {
      const { at, rows } = sequences.times!;
      expect(rows.length).toBe(sequences.items.length);
      for (let user = 0; user < log.userCount; user++) {
        for (let e = sequences.offsets[user]!; e < sequences.offsets[user + 1]!; e++) {
          expect(known.has([user, sequences.items[e], at[rows[e]!]].join())).toBe(true);
        }
      }
    }
  });

  test('the same seed gives the same parts', () => {
    expect(partsOf(protocol, log)).toEqual(parts);
  });
});

test('leave-one-out is `leaveOneOut`; its sequences lose all events of the held-out pair', () => {
  const log = logOf(1, 3, [
    [0, 0, 'view', 1],
    [0, 1, 'like', 2],
    [0, 0, 'view', 3],
    [0, 2, 'like', 4],
    [0, 1, 'purchase', 5],
  ]);
  const [part] = partsOf({ name: 'leave-one-out', maxUsers: Infinity }, log);
  const split = leaveOneOut(log, buildCsr(log), { maxUsers: Infinity, rng: createRng(1) });
  expect(part!.train).toEqual(split.train);
  expect(heldOutOf(part!, 0)).toEqual([1]);
  expect(sequenceOf(part!, 0)).toEqual([0, 0, 2]);
});

describe('temporal', () => {
  const rows: LogRow[] = [
    [0, 0, 'like', 10],
    [1, 0, 'like', 20],
    [1, 1, 'like', 30],
    [2, 2, 'like', 40],
    [0, 2, 'dismiss', 50],
    [0, 1, 'like', 60],
    [2, 0, 'like', 60],
    [2, 2, 'purchase', 70],
    [3, 1, 'like', 80],
    [1, 3, 'like', 90],
  ];
  const temporal = (testShare: number, log = logOf(4, 4, rows)) =>
    partsOf({ name: 'temporal', testShare }, log)[0]!;

  test('cuts at one time for all: of ten events the last five, from 60 on', () => {
    const part = temporal(0.5);
    expect([...part.train.columns]).toEqual([0, 2, 0, 1, 2]);
    // User 2 has item 2 already, user 3 nothing before; item 3 is new and stays held out.
    expect([...part.users]).toEqual([0, 1, 2]);
    expect([0, 1, 2].map((i) => heldOutOf(part, i))).toEqual([[1], [3], [0]]);
  });

  test('keeps events of one time together, on the later side', () => {
    expect(temporal(0.4)).toEqual(temporal(0.5));
  });

  test('what was disliked before is known and not asked for', () => {
    const part = temporal(0.5, logOf(4, 4, [...rows, [0, 2, 'purchase', 95]]));
    expect(heldOutOf(part, 0)).toEqual([1]);
  });

  test('events of unknown time are on neither side', () => {
    expect(temporal(0.5, logOf(4, 4, [...rows, [1, 2, 'like']]))).toEqual(temporal(0.5));
  });

  test.each([
    ['without times', undefined],
    ['of one time', 7],
  ])("a log %s is refused: 'training/no-data'", (_, at) => {
    const untimed: LogRow[] = rows.map(([user, item, kind]) =>
      at === undefined ? [user, item, kind] : [user, item, kind, at],
    );
    expect(() => temporal(0.2, logOf(4, 4, untimed))).toThrow(
      expect.objectContaining({ code: 'training/no-data' }),
    );
  });
});

describe('k-fold', () => {
  const log = tasteLog(3);
  const csr = buildCsr(log);

  test('holds each liked pair out exactly once, of users with two or more', () => {
    const heldOut = new Map<string, number>();
    for (const part of partsOf({ name: 'k-fold', folds: 5 }, log)) {
      part.users.forEach((user, i) => {
        for (const item of heldOutOf(part, i))
          heldOut.set(`${user},${item}`, (heldOut.get(`${user},${item}`) ?? 0) + 1);
      });
    }
    const liked: string[] = [];
    for (let user = 0; user < log.userCount; user++) {
      const items = likedBy(csr, user);
      if (items.length >= 2) liked.push(...items.map((item) => `${user},${item}`));
    }
    expect([...heldOut.keys()].sort()).toEqual(liked.sort());
    expect(new Set(heldOut.values())).toEqual(new Set([1]));
  });

  test('deals evenly: two folds of a user with five items have two and three', () => {
    const five = logOf(
      1,
      5,
      [0, 1, 2, 3, 4].map((item): LogRow => [0, item, 'like']),
    );
    const sizes = partsOf({ name: 'k-fold', folds: 2 }, five).map((part) => heldOutOf(part, 0).length);
    expect(new Set(sizes)).toEqual(new Set([2, 3]));
  });

  test('a user with one liked item is learnt from and never asked', () => {
    const log = logOf(2, 2, [
      [0, 0, 'like'],
      [1, 0, 'like'],
      [1, 1, 'like'],
    ]);
    for (const part of partsOf({ name: 'k-fold', folds: 2 }, log)) {
      expect([...part.users]).toEqual([1]);
      expect([...rowColumns(part.train, 0)]).toEqual([0]);
    }
  });
});

describe('strong', () => {
  const log = tasteLog(3);
  const [part] = partsOf({ name: 'strong', testShare: 0.25 }, log);

  test('takes a quarter of 80 users out of training altogether, dislikes and sequences too', () => {
    expect(part!.users).toHaveLength(20);
    for (const user of part!.users) {
      expect(rowColumns(part!.train, user)).toHaveLength(0);
      expect(sequenceOf(part!, user)).toEqual([]);
    }
  });

  test('knows ⌊0.8 n⌋ of the liked items and asks for the rest', () => {
    const csr = buildCsr(log);
    part!.users.forEach((user, i) => {
      const liked = likedBy(csr, user);
      const known = likedBy(part!.known, user);
      expect(known).toHaveLength(Math.max(1, Math.floor(0.8 * liked.length)));
      expect(known.length + heldOutOf(part!, i).length).toBe(liked.length);
      expect(new Set([...known, ...heldOutOf(part!, i)])).toEqual(new Set(liked));
    });
  });
});

test.each([
  { name: 'temporal', testShare: 1 },
  { name: 'strong', testShare: 0 },
  { name: 'k-fold', folds: 1 },
  { name: 'k-fold', folds: 2.5 },
] as const)("%o is refused: 'argument/range'", (protocol) => {
  expect(() => partMakers(protocol, tasteLog(1), 1)).toThrow(
    expect.objectContaining({ code: 'argument/range' }),
  );
});
