import type { AccountantName } from './accountant/accountants.ts';
import type { SampledGaussian } from './accountant/mechanism.ts';

/** What a figure of ε promises, and to whom. */
export interface PrivacyClaim {
  /** What one unit is: `user` with all of their events, or one `example`. */
  readonly unit: 'user' | 'example';
  readonly mechanism: SampledGaussian;
  readonly epsilon: number;
  readonly delta: number;
  readonly accountant: AccountantName;
}

const UNIT_TEXT: Readonly<Record<PrivacyClaim['unit'], string>> = {
  user: 'one user, with all of their events',
  example: 'one example; no more is promised to somebody with several than group privacy gives',
};

const ACCOUNTANT_TEXT: Readonly<Record<AccountantName, string>> = {
  rdp: 'Rényi divergences (RDP), an upper bound',
  pld: 'the privacy loss distribution (PLD), an upper bound',
};

/**
 * The promise in rows of name and text: unit, adjacency, sampling, noise, δ, accountant, ε, and what is covered.
 * In English, for reports of the command line.
 */
export function privacyStatement(claim: PrivacyClaim): readonly (readonly [string, string])[] {
  const { unit, mechanism, epsilon, delta, accountant } = claim;
  const { samplingRate, noiseMultiplier, steps } = mechanism;
  return [
    ['Unit', UNIT_TEXT[unit]],
    ['Adjacency', 'add or remove one unit'],
    ['Sampling', samplingText(samplingRate)],
    ['Mechanism', `Gaussian, noise multiplier ${noiseMultiplier}, ${steps} step${steps === 1 ? '' : 's'}`],
    ['Delta', String(delta)],
    ['Accountant', ACCOUNTANT_TEXT[accountant]],
    ['Epsilon', epsilonText(epsilon)],
    ['Covers', 'the result of every step, not the last alone'],
  ];
}

/** Four significant digits, rounded up: a bound must not be rounded down. */
export function epsilonText(epsilon: number): string {
  if (epsilon === Infinity) return 'infinite: nothing is promised';
  if (epsilon === 0) return '0: the result does not depend on any one unit, but for delta';
  const unit = 10 ** (Math.floor(Math.log10(epsilon)) - 3);
  return String(Number((Math.ceil(epsilon / unit - 1e-9) * unit).toPrecision(4)));
}

function samplingText(rate: number): string {
  if (rate === 1) return 'none: every unit takes part in every step';
  if (rate === 0) return 'no unit ever takes part';
  return `Poisson: in each step each unit takes part with probability ${rate} on its own (shuffled batches are another thing)`;
}
