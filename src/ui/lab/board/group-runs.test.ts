import { expect, test } from 'vitest';
import type { LabRun } from '../../../domain/lab.ts';
import { LAB_RUNS } from '../../testing/fake-lab-states.ts';
import { groupRuns, ofSeveralLogs } from './group-runs.ts';

const [RUN] = LAB_RUNS;
const run = (id: string, more: Partial<LabRun>): LabRun => ({ ...RUN!, id, ...more });
const idsOf = (runs: readonly LabRun[]): readonly (readonly string[])[] =>
  groupRuns(runs).map((group) => group.runs.map(({ id }) => id));

test('figures of one log and one way of measuring stand together, in the order that was asked for', () => {
  const kFold = { protocol: { name: 'k-fold', folds: 5 } } as const;
  const runs = [
    run('a', { at: 1, ...kFold }),
    run('b', { at: 2 }),
    run('c', { at: 3, dataFingerprint: 'aa' }),
    run('d', { at: 9, protocol: null }),
    run('e', { at: 5, ...kFold }),
    run('f', { at: 4, protocol: { name: 'k-fold', folds: 3 } }),
    run('g', { at: 0 }),
  ];
  expect(idsOf(runs)).toEqual([['a', 'e'], ['f'], ['c'], ['b', 'g'], ['d']]);
  expect(idsOf(runs.toReversed())).toEqual([['e', 'a'], ['f'], ['c'], ['g', 'b'], ['d']]);
});

test('another seed splits otherwise, and is measured in the same way', () => {
  expect(idsOf([run('a', { at: 1 }), run('b', { at: 2, seed: 8, splitFingerprint: 'bb' })])).toEqual([
    ['a', 'b'],
  ]);
});

test('of people it counts how many were asked, not how many might have been', () => {
  const asked = (maxUsers: number, users: number) => ({
    protocol: { name: 'leave-one-out', maxUsers } as const,
    users,
  });
  const runs = [run('a', asked(5000, 943)), run('b', asked(9000, 943)), run('c', asked(100, 100))];
  expect(idsOf(runs)).toEqual([['a', 'b'], ['c']]);
});

test('a log is named where there are several; what was never measured names none', () => {
  const [a, b] = [run('a', {}), run('b', { dataFingerprint: 'bb' })];
  expect(ofSeveralLogs(groupRuns([a, b]))).toBe(true);
  expect(ofSeveralLogs(groupRuns([a, { ...b, protocol: null }]))).toBe(false);
});
