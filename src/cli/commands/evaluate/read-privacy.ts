import { PRIVATE_MODELS } from '../../../domain/lab-privacy.ts';
import type { ModelConfig } from '../../../domain/settings.ts';
import type { GaussianClaim } from '../../../engine/privacy/private-kinds.ts';
import { claimOf, privateKind } from '../../../engine/privacy/private-kinds.ts';
import { epsilonText } from '../../../engine/privacy/statement.ts';
import type { ModelChoice } from '../../arguments/model-options.ts';
import type { OptionSpecs } from '../../arguments/option-spec.ts';
import type { ParsedOptions } from '../../arguments/parsed-options.ts';

export const DEFAULT_DELTA: number = 1e-5;
export const PRIVACY_OPTIONS: OptionSpecs = {
  epsilon: {
    value: 'E',
    help: `of ${PRIVATE_MODELS.join(' and ')}: the item table is learnt under differential privacy of users, above 0, or Infinity for the same without noise; a narrower table and fewer passes are the default then`,
  },
  delta: { value: 'D', help: 'of --epsilon, above 0, below 1', default: String(DEFAULT_DELTA) },
};

/** A model that is learnt under differential privacy, and what that promises. */
export interface PrivateChoice {
  readonly config: ModelConfig;
  readonly claim: GaussianClaim;
}

/** Null without `--epsilon`. @throws UsageError for a model that cannot, and for values out of range. */
export function readPrivacy(choices: readonly ModelChoice[], options: ParsedOptions): PrivateChoice | null {
  if (!options.flag('epsilon')) {
    if (options.flag('delta')) throw options.error('--delta is an option of --epsilon.');
    return null;
  }
  const [choice] = choices;
  const { kind } = choice!;
  const privately = privateKind(kind.name);
  if (choices.length > 1 || privately === null) {
    const given = choices.map((one) => one.kind.name).join(', ');
    throw options.error(
      `--epsilon goes with one model, --model ${PRIVATE_MODELS.join(' or --model ')}, and not with ${given}.`,
    );
  }
  const epsilon = options.text('epsilon') === 'Infinity' ? Infinity : options.number('epsilon')!;
  const delta = options.number('delta') ?? DEFAULT_DELTA;
  if (!(epsilon > 0)) throw options.error(`--epsilon cannot be ${epsilon}: it must be above 0.`);
  if (!(delta > 0 && delta < 1))
    throw options.error(`--delta cannot be ${delta}: it must be above 0, below 1.`);
  const config = {
    ...choice!.config,
    ...Object.fromEntries(
      Object.entries(privately.defaults).filter(([field]) => !isGiven(options, kind.name, field)),
    ),
  };
  const claim = claimOf(privately, config, { epsilon, delta }, 'seeded');
  return { config, claim };
}

const isGiven = (options: ParsedOptions, model: string, field: string): boolean =>
  options.flag(field) ||
  options.texts('set').some((text) => text.startsWith(`${field}=`) || text.startsWith(`${model}.${field}=`));

/** The claim as `--json` prints it; an infinite ε is the text `Infinity`. */
export interface PrivacyReport extends Omit<GaussianClaim, 'epsilon' | 'mechanism'> {
  readonly epsilon: number | 'Infinity';
  readonly adjacency: 'add or remove one user';
  readonly samplingRate: number;
  readonly noiseMultiplier: number;
  /** Releases: the passes of the training. */
  readonly steps: number;
}

export function privacyReport({ mechanism, epsilon, ...claim }: GaussianClaim): PrivacyReport {
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
