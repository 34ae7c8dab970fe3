import { USER_METRICS } from '../../domain/evaluation.ts';
import { expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { atOnce } from '../training/steps.ts';
import { comparisonSteps, intervalSteps, meansOf, pooled } from './figures.ts';
import { similarityByFacts } from './fact-similarity.ts';
import type { PartFigures } from './rank-part.ts';

const column = (...list: number[]): Float64Array<ArrayBuffer> => Float64Array.from(list);
const part = (users: number[], list: number[], rest: number): PartFigures => ({
  users: Int32Array.from(users),
  values: Object.fromEntries(USER_METRICS.map((name) => [name, column(...list)])) as PartFigures['values'],
  coverageAt10: rest,
  giniAt10: rest / 2,
});

test('a user of several parts has the mean of their values; NaN does not count', () => {
  const whole = pooled([part([0, 4], [1, 0.5], 0.2), part([2, 4, 9], [0, 1, Number.NaN], 0.4)]);
  expect([...whole.users]).toEqual([0, 2, 4, 9]);
  expect([...whole.values.ndcgAt10]).toEqual([1, 0, 0.75, Number.NaN]);
  expect(whole.coverageAt10).toBeCloseTo(0.3, 12);
  expect(whole.giniAt10).toBeCloseTo(0.15, 12);
  expect(meansOf(whole.values).ndcgAt10).toBeCloseTo(1.75 / 3, 12);
});

test('intervals hold the means, the same for a seed, and no metric shifts another', () => {
  const columns = { hits: column(0, 1, 0, 1, 1), gains: column(0, 0.2, 0.4, 0.1, 0.9) };
  const found = atOnce(intervalSteps(columns, createRng(3)));
  expect(found.hits.low).toBeLessThan(0.6);
  expect(found.hits.high).toBeGreaterThan(0.6);
  expect(atOnce(intervalSteps({ gains: columns.gains }, createRng(3))).gains).toEqual(found.gains);
});

test('a comparison is first minus second, with its interval: all differences 1 of four users give p 2/16', () => {
  const { hits } = atOnce(
    comparisonSteps({ hits: column(2, 3, 1, 1) }, { hits: column(1, 2, 0, 0) }, createRng(3)),
  );
  expect(hits).toEqual({ users: 4, difference: 1, p: 2 / 16, interval: { low: 1, high: 1 } });
});

test('facts: ½ for one of two facts, 1 for the only known one, unknown pairs left out, NaN for none', () => {
  const of = similarityByFacts({
    itemCount: 5,
    department: Int32Array.of(0, 0, 1, -1, 0),
    brand: Int32Array.of(3, 4, -1, -1, -1),
    available: new Uint8Array(5).fill(1),
  });
  expect(of([0, 1])).toBe(0.5);
  expect(of([0, 2])).toBe(0);
  expect(of([0, 4])).toBe(1);
  expect(of([0, 1, 3])).toBe(0.5);
  expect(of([0, 3])).toBeNaN();
});
