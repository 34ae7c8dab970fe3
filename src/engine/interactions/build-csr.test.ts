import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVENT_KINDS, EVENT_WEIGHT } from '../../domain/events.ts';
import type { LogRow } from '../testing/logs.ts';
import { logOf, tasteLog } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
import { Pacer } from '../training/pacer.ts';
import { buildCsr, buildCsrInTurns } from './build-csr.ts';
import { entryCountOf, rowColumns } from './csr.ts';
import { MAX_PAIR_WEIGHT } from '../../domain/pair-weight.ts';

describe('buildCsr', () => {
  test('merges events of a pair, sums their weights, and lists the items of each user ascending', () => {
    const csr = buildCsr(
      logOf(3, 5, [
        [2, 4, 'view'],
        [0, 3, 'view'],
        [2, 1, 'purchase'],
        [0, 3, 'like'],
        [2, 4, 'dismiss'],
      ]),
    );
    expect([...csr.offsets]).toEqual([0, 1, 1, 3]);
    expect([...csr.columns]).toEqual([3, 1, 4]);
    expect([...csr.weights]).toEqual([1.25, 1.5, -0.75]);
    expect([...rowColumns(csr, 2)]).toEqual([1, 4]);
  });

  test('drops a pair whose events cancel out', () => {
    const csr = buildCsr(
      logOf(1, 2, [
        [0, 1, 'like'],
        [0, 1, 'dismiss'],
        [0, 0, 'view'],
      ]),
    );
    expect([...csr.columns]).toEqual([0]);
  });

  test('caps a pair at three, on both sides', () => {
    const rows: LogRow[] = [];
    for (let i = 0; i < 9; i++) rows.push([0, 0, 'purchase'], [0, 1, 'dismiss']);
    expect([...buildCsr(logOf(1, 2, rows)).weights]).toEqual([3, -3]);
  });

  test('counts a rating once, however often it was given', () => {
    const csr = buildCsr(
      logOf(1, 1, [
        [0, 0, 'rating'],
        [0, 0, 'rating'],
        [0, 0, 'view'],
      ]),
    );
    expect([...csr.weights]).toEqual([1.25]);
  });

  test('is empty for an empty log', () => {
    const csr = buildCsr(logOf(2, 0, []));
    expect(entryCountOf(csr)).toBe(0);
    expect([...csr.offsets]).toEqual([0, 0, 0]);
  });

  test("refuses an item that does not exist: 'argument/range', and says where", () => {
    expect(() =>
      buildCsr(
        logOf(1, 1, [
          [0, 0, 'view'],
          [0, 1, 'view'],
        ]),
      ),
    ).toThrow(
      expect.objectContaining({
        code: 'argument/range',
        detail: expect.objectContaining({ position: 1 }) as unknown,
      }),
    );
  });

  test('is the same when it is built in turns', async () => {
    const log = tasteLog(8);
    expect(await buildCsrInTurns(log, new Pacer(testRun()))).toEqual(buildCsr(log));
  });

  test('equals a count by map, for any log', () => {
    const row = fc.tuple(fc.nat(6), fc.nat(8), fc.constantFrom(...EVENT_KINDS));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 120 }), (rows) => {
        const expected = new Map<string, number>();
        const rated = new Set<string>();
        for (const [user, item, kind] of rows) {
          const pair = `${user} ${item}`;
          if (kind === 'rating' && rated.has(pair)) continue;
          if (kind === 'rating') rated.add(pair);
          expected.set(pair, (expected.get(pair) ?? 0) + EVENT_WEIGHT[kind]);
        }
        const csr = buildCsr(logOf(7, 9, rows));
        const found = new Map<string, number>();
        for (let user = 0; user < 7; user++) {
          const row = [...rowColumns(csr, user)];
          expect(row).toEqual(row.toSorted((a, b) => a - b));
          for (let e = csr.offsets[user]!; e < csr.offsets[user + 1]!; e++) {
            found.set(`${user} ${csr.columns[e]!}`, csr.weights[e]!);
          }
        }
        const capped = [...expected]
          .map(([pair, sum]) => [pair, Math.max(-MAX_PAIR_WEIGHT, Math.min(MAX_PAIR_WEIGHT, sum))] as const)
          .filter(([, sum]) => sum !== 0);
        expect(found).toEqual(new Map(capped));
      }),
    );
  });
});
