import { expect, test } from 'vitest';
import { regretAtK } from './regret.ts';
import type { DemoTruth } from './truth.ts';

/** Two shoppers, four items. */
const shares = [
  [0.4, 0.3, 0.2, 0.1],
  [0.1, 0.1, 0.1, 0.7],
];
const truth: Pick<DemoTruth, 'preferences'> = { preferences: (user) => Float64Array.from(shares[user]!) };
const nothing = (): number[] => [];

test('is 0 for the best list in any order and grows with what is missed', () => {
  expect(regretAtK(truth, [0], () => [1, 0], nothing, 2)).toBeCloseTo(0, 12);
  // 0.4 + 0.1 instead of 0.4 + 0.3
  expect(regretAtK(truth, [0], () => [0, 3], nothing, 2)).toBeCloseTo(1 - 0.5 / 0.7, 12);
});

test('is the mean over shoppers', () => {
  expect(regretAtK(truth, [0, 1], () => [3], nothing, 1)).toBeCloseTo((0.75 + 0) / 2, 12);
});

test('counts only the first k, and nothing for places left empty', () => {
  expect(regretAtK(truth, [1], () => [0, 3], nothing, 1)).toBeCloseTo(1 - 0.1 / 0.7, 12);
  expect(regretAtK(truth, [1], () => [], nothing, 1)).toBe(1);
});

test('what the shopper knows already counts for neither side', () => {
  expect(
    regretAtK(
      truth,
      [0],
      () => [1],
      () => [0],
      1,
    ),
  ).toBeCloseTo(0, 12);
  expect(
    regretAtK(
      truth,
      [0],
      () => [0],
      () => [0],
      1,
    ),
  ).toBe(1);
});

test('is NaN, not 0, for nobody', () => {
  expect(regretAtK(truth, [], nothing, nothing, 3)).toBeNaN();
});
