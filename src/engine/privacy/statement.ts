import type { NoiseOrigin, PrivacyClaim, PrivacyStatement } from '../../domain/privacy.ts';

const ACCOUNTANT_TEXT: Readonly<Record<PrivacyClaim['accountant'], string>> = {
  rdp: 'Rényi divergences (RDP), an upper bound',
  pld: 'the privacy loss distribution (PLD), an upper bound',
  exact: 'none needed: the noise gives epsilon as it is',
};

const NOISE_TEXT: Readonly<Record<NoiseOrigin, string>> = {
  cryptographic: 'drawn from crypto.getRandomValues, and kept nowhere',
  seeded: 'drawn from a seed: for measuring alone, nothing is promised',
};

/**
 * The promise in rows of name and text: unit, adjacency, sampling, noise, δ, accountant, ε, what is covered, and what
 * is not promised. In English, for reports of the command line and the metadata of files. Seeded noise promises nothing.
 */
export function privacyStatement(claim: PrivacyClaim): PrivacyStatement {
  const { unit, mechanism, delta, accountant, noise } = claim;
  const epsilon = noise === 'seeded' ? Infinity : claim.epsilon;
  return [
    ['Unit', unitText(claim)],
    ['Adjacency', 'add or remove one unit'],
    ['Sampling', mechanism.kind === 'gaussian' ? samplingText(mechanism.samplingRate) : samplingText(1)],
    ['Mechanism', mechanismText(mechanism)],
    ...(noise === null ? [] : ([['Noise', NOISE_TEXT[noise]]] as const)),
    ['Delta', String(delta)],
    ['Accountant', ACCOUNTANT_TEXT[accountant]],
    ['Epsilon', epsilonText(epsilon)],
    [
      'Covers',
      mechanism.kind === 'gaussian' ? 'the result of every step, not the last alone' : 'all counts together',
    ],
    ...(unit === 'example'
      ? ([['Users', 'nothing is promised to a user without a bound on their number of examples']] as const)
      : []),
  ];
}

function unitText({ unit, mechanism }: PrivacyClaim): string {
  if (unit === 'example') return 'one example';
  const size = mechanism.kind === 'gaussian' ? (mechanism.groupSize ?? 1) : 1;
  return size > 1 ? `one user, with at most ${size} examples` : 'one user, with all of their events';
}

function mechanismText(mechanism: PrivacyClaim['mechanism']): string {
  if (mechanism.kind === 'geometric') {
    const { sensitivity } = mechanism;
    return `two-sided geometric noise on every count, of each user at most ${sensitivity} item${sensitivity === 1 ? '' : 's'}`;
  }
  const { noiseMultiplier, steps } = mechanism;
  return `Gaussian, noise multiplier ${noiseMultiplier}, ${steps} step${steps === 1 ? '' : 's'}`;
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
