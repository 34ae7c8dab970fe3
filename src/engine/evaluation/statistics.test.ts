import { describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { bootstrapInterval, meanOf, pairedTest, quantile } from './statistics.ts';

const values = (...list: number[]): Float64Array => Float64Array.from(list);
const rng = () => createRng(7);

describe('meanOf', () => {
  test('leaves out what is no number; NaN when nothing is left', () => {
    expect(meanOf(values(1, Number.NaN, 2))).toBe(1.5);
    expect(meanOf(values(Number.NaN))).toBeNaN();
  });
});

describe('quantile', () => {
  test('is linear between neighbours: 0, 10, 20 at ¼ is 5', () => {
    expect(quantile(values(0, 10, 20), 0.25)).toBe(5);
    expect(quantile(values(0, 10, 20), 1)).toBe(20);
    expect(quantile(values(3), 0.975)).toBe(3);
  });
});

describe('bootstrapInterval', () => {
  test('is a point for users who are all alike', () => {
    expect(bootstrapInterval(values(0.5, 0.5, 0.5), { rng: rng() })).toEqual({ low: 0.5, high: 0.5 });
  });

  test('of 0 and 1 has means 0, ½, 1 with chances ¼, ½, ¼: the middle 95 % are all, the middle 40 % are ½', () => {
    expect(bootstrapInterval(values(0, 1), { rng: rng() })).toEqual({ low: 0, high: 1 });
    expect(bootstrapInterval(values(0, 1), { rng: rng(), level: 0.4 })).toEqual({ low: 0.5, high: 0.5 });
  });

  test('does not count NaN, and is NaN without a value', () => {
    const gap = bootstrapInterval(values(0, Number.NaN, 1, 1), { rng: rng() });
    expect(gap).toEqual(bootstrapInterval(values(0, 1, 1), { rng: rng() }));
    expect(bootstrapInterval(values(Number.NaN), { rng: rng() }).low).toBeNaN();
  });

  test('is about ±1.96 standard errors for many users: hit rate ¼ of 1,600 is 0.25 ± 0.0212', () => {
    const { low, high } = bootstrapInterval(
      Float64Array.from({ length: 1600 }, (_, i) => (i % 4 === 0 ? 1 : 0)),
      { rng: rng(), resamples: 4000 },
    );
    expect(low).toBeCloseTo(0.25 - 0.0212, 2);
    expect(high).toBeCloseTo(0.25 + 0.0212, 2);
  });

  test('holds the true mean in about 95 of 100 simulated experiments (seed 11)', () => {
    const chance = createRng(11);
    let held = 0;
    for (let experiment = 0; experiment < 600; experiment++) {
      const sample = Float64Array.from({ length: 60 }, () => (chance.next() < 0.3 ? chance.next() : 0));
      const { low, high } = bootstrapInterval(sample, { rng: chance, resamples: 400 });
      if (low <= 0.15 && 0.15 <= high) held += 1;
    }
    // Of 600 draws at 0.95 three standard errors are 0.027; the percentile interval is a little too narrow.
    expect(held / 600).toBeGreaterThan(0.91);
    expect(held / 600).toBeLessThan(0.98);
  });
});

describe('pairedTest', () => {
  test('tries all signs of few users: three differences of one sign are 2 of 8', () => {
    const { users, difference, p } = pairedTest(values(3, 3, 3), values(2, 1, 0), { rng: rng() });
    expect({ users, difference, p }).toEqual({ users: 3, difference: 2, p: 0.25 });
  });

  test('of 0.1, 0.2, −0.3 every sum is at least as large as 0: p is 1', () => {
    expect(pairedTest(values(0.1, 0.2, 0), values(0, 0, 0.3), { rng: rng() }).p).toBe(1);
  });

  test('of 4, 1, −1 six of eight choices of signs sum to 4 or 6 in size', () => {
    expect(pairedTest(values(4, 1, 0), values(0, 0, 1), { rng: rng() }).p).toBe(6 / 8);
  });

  test('a user on whom both are equal changes the mean and not p; NaN on either side does not count', () => {
    const found = pairedTest(values(1, 1, 5, Number.NaN), values(0, 0, 5, 1), { rng: rng() });
    expect(found).toEqual({ users: 3, difference: 2 / 3, p: 0.5 });
    expect(pairedTest(values(1, 2), values(1, 2), { rng: rng() })).toEqual({
      users: 2,
      difference: 0,
      p: 1,
    });
    expect(pairedTest(values(Number.NaN), values(1), { rng: rng() }).p).toBeNaN();
  });

  test('draws signs for many users: p of a clear difference is the least there is, and it is symmetric', () => {
    const a = Float64Array.from({ length: 200 }, (_, i) => 1 + (i % 5));
    const b = Float64Array.from({ length: 200 }, (_, i) => i % 4);
    const forth = pairedTest(a, b, { rng: rng(), resamples: 999 });
    expect(forth.p).toBe(1 / 1000);
    expect(pairedTest(b, a, { rng: rng(), resamples: 999 })).toEqual({
      ...forth,
      difference: -forth.difference,
    });
  });

  test('drawn signs agree with all signs: 17 differences ±1, of which 13 are +, give 2 · P(X ≥ 13) = 0.049', () => {
    const a = Float64Array.from({ length: 17 }, (_, i) => (i < 13 ? 1 : 0));
    const b = Float64Array.from({ length: 17 }, (_, i) => (i < 13 ? 0 : 1));
    expect(pairedTest(a, b, { rng: rng(), resamples: 40_000 }).p).toBeCloseTo(0.049, 2);
  });

  test('is below 0.05 in about 5 of 100 experiments without a difference (seed 13)', () => {
    const chance = createRng(13);
    let below = 0;
    for (let experiment = 0; experiment < 600; experiment++) {
      const sample = () => Float64Array.from({ length: 40 }, () => chance.next() ** 2);
      if (pairedTest(sample(), sample(), { rng: chance, resamples: 399 }).p <= 0.05) below += 1;
    }
    expect(below / 600).toBeGreaterThan(0.025);
    expect(below / 600).toBeLessThan(0.08);
  });

  test("refuses columns of unequal length: 'shape/mismatch'", () => {
    expect(() => pairedTest(values(1), values(1, 2), { rng: rng() })).toThrow(
      expect.objectContaining({ code: 'shape/mismatch' }),
    );
  });
});
