import { integerField, numberField } from './config-checks.ts';

export interface BlendConfig<First, Second> {
  readonly first: Partial<First>;
  readonly second: Partial<Second>;
  /** Part of the first model's standardised scores, 0 … 1; null: the best on held-out last items. */
  readonly weight: number | null;
  /** Users, drawn at random, whose last item is held out to choose the weight by. Integer, 1 … 1,000,000. */
  readonly validationUsers: number;
  readonly seed: number;
}

/** The defaults with the given fields in their place. @throws 'argument/range' naming the field. */
export function blendConfig<First, Second>(
  partial: Partial<BlendConfig<First, Second>> = {},
): BlendConfig<First, Second> {
  const config: BlendConfig<First, Second> = {
    first: {},
    second: {},
    weight: null,
    validationUsers: 2000,
    seed: 1,
    ...partial,
  };
  if (config.weight !== null) {
    numberField('weight', config.weight, (value) => value >= 0 && value <= 1, 'from 0 to 1');
  }
  integerField('validationUsers', config.validationUsers, 1, 1_000_000);
  integerField('seed', config.seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  return config;
}
