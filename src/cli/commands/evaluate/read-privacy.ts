import type { GaussianMechanism, PrivacyClaim } from '../../../domain/privacy.ts';
import type { ModelConfig } from '../../../domain/settings.ts';
import type { GmfConfig } from '../../../engine/models/gmf.ts';
import { GMF } from '../../../engine/models/gmf.ts';
import type { IalsConfig } from '../../../engine/models/ials-config.ts';
import { IALS } from '../../../engine/models/ials.ts';
import { calibrateNoise, epsilonBy } from '../../../engine/privacy/accountant/accountants.ts';
import type { SampledGaussian } from '../../../engine/privacy/accountant/mechanism.ts';
import { mechanismOfGmf } from '../../../engine/privacy/dp-gmf.ts';
import { dpGmfConfig } from '../../../engine/privacy/private-gmf.ts';
import { mechanismOf } from '../../../engine/privacy/private-ials.ts';
import { epsilonText } from '../../../engine/privacy/statement.ts';
import type { ModelChoice } from '../../arguments/model-options.ts';
import type { OptionSpecs } from '../../arguments/option-spec.ts';
import type { ParsedOptions } from '../../arguments/parsed-options.ts';

const DEFAULT_DELTA = 1e-5;
/** A pass more or a wider table is more noise: what does well under it is smaller than without. */
const PRIVATE_DEFAULTS: Readonly<Record<string, { readonly dim: number; readonly epochs: number }>> = {
  [IALS.name]: { dim: 16, epochs: 3 },
  [GMF.name]: { dim: 8, epochs: 15 },
};

const MECHANISMS: Readonly<
  Record<string, (config: ModelConfig, noiseMultiplier: number) => SampledGaussian>
> = {
  [IALS.name]: (config, noise) => mechanismOf(config as unknown as IalsConfig, noise),
  [GMF.name]: (config, noise) => mechanismOfGmf(dpGmfConfig(config as unknown as GmfConfig), noise),
};

export const PRIVACY_OPTIONS: OptionSpecs = {
  epsilon: {
    value: 'E',
    help: `of ${Object.keys(PRIVATE_DEFAULTS).join(' and ')}: the item table is learnt under differential privacy of users, above 0, or Infinity for the same without noise; a narrower table and fewer passes are the default then`,
  },
  delta: { value: 'D', help: 'of --epsilon, above 0, below 1', default: String(DEFAULT_DELTA) },
};

/** A model that is learnt under differential privacy, and what that promises. */
export interface PrivateChoice {
  readonly config: ModelConfig;
  readonly claim: PrivacyClaim & { readonly mechanism: GaussianMechanism };
}

/** Null without `--epsilon`. @throws UsageError for a model that cannot, and for values out of range. */
export function readPrivacy(choices: readonly ModelChoice[], options: ParsedOptions): PrivateChoice | null {
  if (!options.flag('epsilon')) {
    if (options.flag('delta')) throw options.error('--delta is an option of --epsilon.');
    return null;
  }
  const [choice] = choices;
  const { kind } = choice!;
  const defaults = PRIVATE_DEFAULTS[kind.name];
  if (choices.length > 1 || defaults === undefined) {
    throw options.error(
      `--epsilon is an option of --model ${Object.keys(PRIVATE_DEFAULTS).join(' or ')} alone.`,
    );
  }
  const epsilon = options.text('epsilon') === 'Infinity' ? Infinity : options.number('epsilon')!;
  const delta = options.number('delta') ?? DEFAULT_DELTA;
  if (!(epsilon > 0)) throw options.error(`--epsilon cannot be ${epsilon}: it must be above 0.`);
  if (!(delta > 0 && delta < 1))
    throw options.error(`--delta cannot be ${delta}: it must be above 0, below 1.`);
  const config = {
    ...choice!.config,
    ...Object.fromEntries(Object.entries(defaults).filter(([field]) => !isGiven(options, kind.name, field))),
  };
  const accountant = 'pld';
  const mechanismAt = (noise: number): SampledGaussian => MECHANISMS[kind.name]!(config, noise);
  const { samplingRate, steps } = mechanismAt(0);
  const noiseMultiplier = calibrateNoise({ accountant, samplingRate, steps, delta, epsilon });
  const mechanism = mechanismAt(noiseMultiplier);
  const claim: PrivateChoice['claim'] = {
    unit: 'user',
    mechanism: { kind: 'gaussian', ...mechanism },
    epsilon: epsilonBy(accountant, mechanism, delta),
    delta,
    accountant,
    noise: 'seeded',
  };
  return { config, claim };
}

const isGiven = (options: ParsedOptions, model: string, field: string): boolean =>
  options.flag(field) ||
  options.texts('set').some((text) => text.startsWith(`${field}=`) || text.startsWith(`${model}.${field}=`));

/** The claim as `--json` prints it; an infinite ε is the text `Infinity`. */
export interface PrivacyReport extends Omit<PrivateChoice['claim'], 'epsilon' | 'mechanism'> {
  readonly epsilon: number | 'Infinity';
  readonly adjacency: 'add or remove one user';
  readonly samplingRate: number;
  readonly noiseMultiplier: number;
  /** Releases: the passes of the training. */
  readonly steps: number;
}

export function privacyReport({ mechanism, epsilon, ...claim }: PrivateChoice['claim']): PrivacyReport {
  const { kind: _kind, ...settings } = mechanism;
  return {
    ...claim,
    adjacency: 'add or remove one user',
    epsilon: epsilon === Infinity ? 'Infinity' : epsilon,
    ...settings,
  };
}

/** The same on one line. */
export const privacyText = ({
  epsilon,
  delta,
  noiseMultiplier,
  samplingRate,
  steps,
  accountant,
}: PrivacyReport): string =>
  `item table: epsilon ${epsilonText(epsilon === 'Infinity' ? Infinity : epsilon)}, delta ${delta}, per user, add or remove one user, ${samplingRate === 1 ? 'no sampling' : `Poisson sampling ${samplingRate}`}, ${steps} releases with noise ${noiseMultiplier.toPrecision(4)} (${accountant}); seeded noise, for measuring alone`;
