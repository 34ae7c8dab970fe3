import { HomebodyError } from '../../../domain/errors.ts';
import type { SampledGaussian } from './mechanism.ts';
import { checkDelta, checkMechanism, outOfRange, plainEpsilon } from './mechanism.ts';
import { pldEpsilon } from './pld.ts';
import { rdpEpsilon } from './rdp.ts';

/** `rdp`: Rényi divergences, quick. `pld`: the privacy loss distribution, closer to the truth. Both are upper bounds. */
export const ACCOUNTANTS = ['rdp', 'pld'] as const;
export type AccountantName = (typeof ACCOUNTANTS)[number];

/** ε at δ by one accountant; Infinity where nothing is promised. @throws 'argument/range' naming the field. */
export function epsilonBy(accountant: AccountantName, mechanism: SampledGaussian, delta: number): number {
  return accountant === 'rdp' ? rdpEpsilon(mechanism, delta) : pldEpsilon(mechanism, delta);
}

/** The noise is found to this part of itself, from above. */
const PRECISION = 1e-6;
const MAX_NOISE = 1e9;
/** So little noise is as good as none: where it is enough (a unit is in with less than δ), less is not looked for. */
const MIN_NOISE = 0.01;

export interface Calibration {
  readonly accountant: AccountantName;
  readonly samplingRate: number;
  readonly steps: number;
  /** See `SampledGaussian`. */
  readonly groupSize?: number;
  readonly delta: number;
  /** The ε that must not be exceeded, above 0; may be Infinity. */
  readonly epsilon: number;
}

/**
 * The least noise multiplier, to a relative 1e-6, whose ε is at most the one asked for, not looked for below 0.01 / 2; 0
 * where no noise is needed.
 * @throws 'argument/range' naming the field, also where no noise up to 1e9 is enough.
 */
export function calibrateNoise({ accountant, epsilon, delta, ...rest }: Calibration): number {
  if (!(epsilon > 0)) throw outOfRange('epsilon', epsilon, 'above 0');
  checkDelta(delta);
  const at = (noiseMultiplier: number): SampledGaussian => ({ ...rest, noiseMultiplier });
  checkMechanism(at(1));
  if (epsilon === Infinity || plainEpsilon(at(1)) === 0) return 0;
  /** ln of ε over the one asked for: at most 0 where the noise is enough. */
  const excess = (noise: number): number => Math.log(epsilonBy(accountant, at(noise), delta) / epsilon);
  let high = 1;
  let excessHigh = excess(high);
  while (excessHigh > 0) {
    high *= 2;
    if (high > MAX_NOISE) throw notEnough(epsilon);
    excessHigh = excess(high);
  }
  let low = high / 2;
  let excessLow = excess(low);
  while (excessLow <= 0) {
    if (low < MIN_NOISE) return low;
    [high, excessHigh] = [low, excessLow];
    low /= 2;
    excessLow = excess(low);
  }
  // Regula falsi in logarithms, the weight of an end that stays halved (Illinois), both ends closing in.
  while (high - low > PRECISION * high) {
    const part = excessLow / (excessLow - excessHigh);
    const guess = Number.isFinite(excessLow - excessHigh) ? low * (high / low) ** part : (low + high) / 2;
    const margin = (PRECISION / 2) * high;
    const noise = Math.min(high - margin, Math.max(low + margin, guess));
    const found = excess(noise);
    if (found <= 0) [high, excessHigh, excessLow] = [noise, found, excessLow / 2];
    else [low, excessLow, excessHigh] = [noise, found, excessHigh / 2];
  }
  return high;
}

const notEnough = (epsilon: number): HomebodyError =>
  new HomebodyError('argument/range', `No noise is enough for an epsilon of ${epsilon}.`, {
    remedy: 'Allow a larger epsilon or delta, or take fewer steps.',
    detail: { field: 'epsilon', value: epsilon },
  });
