import type { Rng } from '../../domain/rng.ts';
import type { NormalSource } from './noise-source.ts';

/** A sparse gradient of one unit: rows of a matrix of `width` columns. Float64[width] by row. */
export type RowGradient = ReadonlyMap<number, Float64Array>;

/** Each of `count` units by a chance of its own, `rate`: a Poisson sample, whose size is not fixed. Ascending. */
export function poissonSample(count: number, rate: number, rng: Pick<Rng, 'next'>): number[] {
  return Array.from({ length: count }, (_, unit) => unit).filter(() => rng.next() < rate);
}

/** Adds the gradient to `sum`, scaled down to the norm `bound` where it is longer. Not finite: adds nothing. */
export function addClipped(sum: Float64Array, gradient: RowGradient, width: number, bound: number): void {
  let square = 0;
  for (const row of gradient.values()) for (const value of row) square += value * value;
  if (!(square < Infinity)) return;
  const scale = Math.min(1, bound / Math.sqrt(square || 1));
  for (const [index, row] of gradient) {
    for (let i = 0; i < width; i++) sum[index * width + i]! += scale * row[i]!;
  }
}

/**
 * The noisy mean gradient of one step of DP-SGD (Abadi et al., CCS 2016), in place: noise of z · bound on every number, then
 * division by the size that the sample is expected to have. Its true size is not used: it is private.
 */
export function noisyMean(
  sum: Float64Array,
  { noiseMultiplier, bound, expected }: { noiseMultiplier: number; bound: number; expected: number },
  noise: NormalSource,
): void {
  const deviation = noiseMultiplier * bound;
  for (let i = 0; i < sum.length; i++) {
    sum[i] = (sum[i]! + (deviation === 0 ? 0 : deviation * noise.normal())) / expected;
  }
}
