import { HomebodyError } from '../../domain/errors.ts';
import type { Interval, PairedTest } from '../../domain/evaluation.ts';
import type { Rng } from '../../domain/rng.ts';
import type { Steps } from '../training/steps.ts';
import { atOnce, EVERY } from '../training/steps.ts';

/** Mean of what is a number; NaN, which is no value, does not count. NaN when nothing is. Summed in order. */
export function meanOf(values: Float64Array): number {
  let [sum, count] = [0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return sum / count;
}

export interface BootstrapOptions {
  readonly rng: Rng;
  /** Samples that are drawn. Default 1000. */
  readonly resamples?: number;
  /** 0 … 1. Default 0.95. */
  readonly level?: number;
}

/**
 * Percentile bootstrap interval of the mean over users (Efron 1979): users are drawn anew with replacement, as
 * many as there are, and the interval holds the middle `level` of the means. What it says is how far the mean
 * would move with other users of the same kind; not with another seed, nor with another split. NaN values
 * do not count; NaN without values.
 */
export function bootstrapInterval(values: Float64Array, options: BootstrapOptions): Interval {
  return atOnce(bootstrapSteps(values, options));
}

/** The same with seams. */
export function* bootstrapSteps(
  values: Float64Array,
  { rng, resamples = 1000, level = 0.95 }: BootstrapOptions,
): Steps<Interval> {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length === 0) return { low: Number.NaN, high: Number.NaN };
  const means = new Float64Array(resamples);
  let drawn = 0;
  for (let r = 0; r < resamples; r++) {
    let sum = 0;
    for (let i = 0; i < known.length; i++) {
      sum += known[rng.int(known.length)]!;
      if ((++drawn & EVERY) === EVERY) yield;
    }
    means[r] = sum / known.length;
  }
  means.sort();
  const tail = (1 - level) / 2;
  return { low: quantile(means, tail), high: quantile(means, 1 - tail) };
}

/** Of ascending values, linear between neighbours (type 7 of Hyndman & Fan 1996, as NumPy and R). */
export function quantile(ascending: Float64Array, fraction: number): number {
  const place = fraction * (ascending.length - 1);
  const below = Math.floor(place);
  const low = ascending[below]!;
  const high = ascending[Math.min(below + 1, ascending.length - 1)]!;
  return low + (place - below) * (high - low);
}

/** Differences that are not 0 up to which all signs are tried, 2¹⁶ of them. */
const EXACT_UP_TO = 16;

/**
 * Randomisation test of the mean difference of two models on the same users (Fisher 1935; Smucker, Allan,
 * Carterette, CIKM 2007): were the models alike, each user's difference could as well have the other sign. All
 * signs are tried for up to 16 differences; for more, `resamples` are drawn, and p = (1 + at least as large) /
 * (1 + resamples), so that it is never 0. `a[i]` and `b[i]` belong to one user; a user with NaN on either side
 * does not count. @throws 'shape/mismatch' for columns of unequal length.
 */
export function pairedTest(
  a: Float64Array,
  b: Float64Array,
  options: { readonly rng: Rng; readonly resamples?: number },
): PairedTest {
  return atOnce(pairedTestSteps(a, b, options));
}

/** The same with seams. */
export function* pairedTestSteps(
  a: Float64Array,
  b: Float64Array,
  { rng, resamples = 10_000 }: { readonly rng: Rng; readonly resamples?: number },
): Steps<PairedTest> {
  if (a.length !== b.length) {
    throw new HomebodyError('shape/mismatch', 'The two models were not measured on the same users.', {
      detail: { a: a.length, b: b.length },
    });
  }
  const differences = a.map((value, i) => value - b[i]!).filter((value) => !Number.isNaN(value));
  const users = differences.length;
  const difference = meanOf(differences);
  if (users === 0) return { users, difference, p: Number.NaN };
  const moved = differences.filter((value) => value !== 0);
  const observed = Math.abs(moved.reduce((sum, value) => sum + value, 0));
  // The same terms in another order of signs round otherwise: what is equal must count as equal.
  const limit = observed - 1e-12 * moved.reduce((sum, value) => sum + Math.abs(value), 0);
  const exact = moved.length <= EXACT_UP_TO;
  const rounds = exact ? 2 ** moved.length : resamples;
  let [atLeast, done] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    let sum = 0;
    let bits = round;
    for (let i = 0; i < moved.length; i++) {
      if (!exact && (i & 31) === 0) bits = rng.int(2 ** 32);
      sum += bits & 1 ? moved[i]! : -moved[i]!;
      bits >>>= 1;
      if ((++done & EVERY) === EVERY) yield;
    }
    if (Math.abs(sum) >= limit) atLeast += 1;
  }
  return { users, difference, p: exact ? atLeast / rounds : (1 + atLeast) / (1 + rounds) };
}
