import type { SettingsOf } from './settings.ts';
import { configBy, SEED } from './settings.ts';

export interface BlendConfig<First, Second> {
  readonly first: Partial<First>;
  readonly second: Partial<Second>;
  /** Part of the first model's standardised scores, 0 … 1; null: the best on held-out last items. */
  readonly weight: number | null;
  /** Users, drawn at random, whose last item is held out to choose the weight by. Integer, 1 … 1,000,000. */
  readonly validationUsers: number;
  readonly seed: number;
}

type OwnConfig = Omit<BlendConfig<object, object>, 'first' | 'second'>;

/** Of the blend itself; those of the blended models go by `first.` and `second.`. */
export const BLEND_SETTINGS: SettingsOf<OwnConfig> = {
  weight: { kind: 'number', min: 0, max: 1, default: null },
  validationUsers: {
    kind: 'integer',
    min: 1,
    max: 1_000_000,
    default: 2000,
    log: true,
    usual: [200, 10_000],
  },
  seed: SEED,
};

/** The defaults with the given fields in their place. @throws 'argument/range' naming the field. */
export function blendConfig<First, Second>(
  partial: Partial<BlendConfig<First, Second>> = {},
): BlendConfig<First, Second> {
  const { first = {}, second = {}, ...own } = partial;
  return { first, second, ...configBy<OwnConfig>(BLEND_SETTINGS, own) };
}
