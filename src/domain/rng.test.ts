import { describe, expect, test } from 'vitest';
import { createRng } from './rng.ts';

const draw = (seed: number, n: number): readonly number[] => {
  const rng = createRng(seed);
  return Array.from({ length: n }, () => rng.next());
};

describe('createRng', () => {
  test('the same seed gives the same sequence, another seed another one', () => {
    expect(draw(1, 100)).toEqual(draw(1, 100));
    expect(draw(1, 100)).not.toEqual(draw(2, 100));
  });

  test('uniform draws of seed 1 fill ten bins evenly (χ² below the 99.9 % point of 27.9)', () => {
    const bins = Array.from({ length: 10 }, () => 0);
    for (const value of draw(1, 100_000)) bins[Math.floor(value * 10)]! += 1;
    const chiSquared = bins.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquared).toBeLessThan(27.9);
  });

  test('normal draws of seed 3 have mean 0, variance 1 and the share within one deviation of 0.683', () => {
    const rng = createRng(3);
    const values = Array.from({ length: 100_000 }, () => rng.normal());
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
    expect(values.filter((value) => Math.abs(value) < 1).length / values.length).toBeCloseTo(0.683, 2);
  });

  test('int stays below its bound and reaches every value', () => {
    const rng = createRng(5);
    const seen = new Set(Array.from({ length: 1000 }, () => rng.int(7)));
    expect([...seen].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test('a fork depends on seed and label alone, not on what was drawn before', () => {
    const fresh = createRng(9);
    const used = createRng(9);
    used.next();
    used.normal();
    expect(used.fork('a').next()).toBe(fresh.fork('a').next());
    expect(fresh.fork('a').next()).not.toBe(fresh.fork('b').next());
    expect(fresh.fork('a').next()).not.toBe(createRng(10).fork('a').next());
  });
});
