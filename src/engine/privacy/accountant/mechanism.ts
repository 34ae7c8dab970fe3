import { HomebodyError } from '../../../domain/errors.ts';

/**
 * The Poisson-subsampled Gaussian mechanism, composed with itself: in each step every unit (an example, a user) is
 * in with probability `samplingRate` on its own, what it adds is clipped to a norm of 1, and Gaussian noise of
 * standard deviation `noiseMultiplier` is added to the sum. Adjacency: one unit more or less (add or remove).
 */
export interface SampledGaussian {
  /** q, 0 … 1. 1: everybody takes part in every step. */
  readonly samplingRate: number;
  /** z ≥ 0, standard deviation of the noise over the norm that a unit is clipped to. */
  readonly noiseMultiplier: number;
  /** Integer, 0 … 1e12. */
  readonly steps: number;
  /**
   * Examples that a unit has at most, where what is sampled and clipped is an example and who is protected owns
   * several; each is sampled on its own, and with q = 1 all are in together. Integer, 1 … 1000; left out: 1.
   */
  readonly groupSize?: number;
}

const MAX_STEPS = 1e12;
const MAX_GROUP = 1000;

/** @throws 'argument/range' naming the field. */
export function checkMechanism({
  samplingRate,
  noiseMultiplier,
  steps,
  groupSize = 1,
}: SampledGaussian): void {
  if (!(samplingRate >= 0 && samplingRate <= 1)) throw outOfRange('samplingRate', samplingRate, '0 to 1');
  if (!(noiseMultiplier >= 0)) throw outOfRange('noiseMultiplier', noiseMultiplier, '0 or more');
  if (!(Number.isInteger(steps) && steps >= 0 && steps <= MAX_STEPS)) {
    throw outOfRange('steps', steps, 'an integer from 0 to 1e12');
  }
  // Without a bound on the examples of a unit nothing can be promised to it.
  if (!(Number.isInteger(groupSize) && groupSize >= 1 && groupSize <= MAX_GROUP)) {
    throw outOfRange('groupSize', groupSize, `an integer from 1 to ${MAX_GROUP}`);
  }
}

/** @throws 'argument/range' unless 0 < δ < 1. */
export function checkDelta(delta: number): void {
  if (!(delta > 0 && delta < 1)) throw outOfRange('delta', delta, 'above 0, below 1');
}

/**
 * ε where no sum is needed: 0 where nobody's data are touched, ∞ where they are and no noise is added; else null.
 */
export function plainEpsilon({ samplingRate, noiseMultiplier, steps }: SampledGaussian): number | null {
  if (samplingRate === 0 || steps === 0 || noiseMultiplier === Infinity) return 0;
  return noiseMultiplier === 0 ? Infinity : null;
}

/** The same with one example a unit where that is so: with everybody in each step a group is one longer example. */
export function withoutGroup(mechanism: SampledGaussian): SampledGaussian {
  const { groupSize = 1, ...rest } = mechanism;
  if (groupSize === 1) return rest;
  return mechanism.samplingRate === 1
    ? { ...rest, noiseMultiplier: mechanism.noiseMultiplier / groupSize }
    : mechanism;
}

export function outOfRange(field: string, value: number, range: string): HomebodyError {
  return new HomebodyError('argument/range', `${field} cannot be ${value}: it must be ${range}.`, {
    detail: { field, value, range },
  });
}
