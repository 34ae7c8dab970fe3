import { expect, test } from 'vitest';
import { LAB_RUNS } from '../../testing/fake-lab-states.ts';
import { firstOrder, sortRuns } from './sort-runs.ts';

const names = (model: string): string => model;
const sorted = (by: Parameters<typeof firstOrder>[0], turned = false): readonly string[] => {
  const order = firstOrder(by);
  const wanted = turned ? { ...order, descending: !order.descending } : order;
  return sortRuns(LAB_RUNS, wanted, names).map(({ id }) => id.replace('run-', ''));
};

test('the best first; what was not measured last, either way', () => {
  expect(sorted('ndcgAt10')).toEqual(['blend', 'ease', 'ials', 'popularity', 'file']);
  expect(sorted('ndcgAt10', true)).toEqual(['popularity', 'ials', 'ease', 'blend', 'file']);
});

test('the newest, the fastest and the smallest first; names from A', () => {
  expect(sorted('at')).toEqual(['ials', 'ease', 'popularity', 'blend', 'file']);
  expect(sorted('trainMs')[0]).toBe('popularity');
  // Its file does not tell how long it took.
  expect(sorted('trainMs').at(-1)).toBe('file');
  expect(sorted('peakBytes')[0]).toBe('popularity');
  expect(sorted('model')).toEqual(['blend', 'ease', 'ials', 'file', 'popularity']);
});
