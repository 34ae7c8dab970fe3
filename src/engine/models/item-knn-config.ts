import { HomebodyError } from '../../domain/errors.ts';
import { integerField, numberField } from './config-checks.ts';

/** How the users' rows are weighted before items are compared: as they are, or by Okapi BM25. */
const WEIGHTINGS = ['none', 'bm25'] as const;

export interface ItemKnnConfig {
  /** Neighbours an item is scored by. Integer, 1 … 10,000. */
  readonly k: number;
  /** Added to the product of the norms: the fewer users two items share, the less alike they are. ≥ 0. */
  readonly shrink: number;
  readonly weighting: (typeof WEIGHTINGS)[number];
}

/** As in RecBole. */
const DEFAULT_ITEM_KNN_CONFIG: ItemKnnConfig = { k: 100, shrink: 0, weighting: 'none' };

/** The defaults with the given fields in their place. @throws 'argument/range' naming the field. */
export function itemKnnConfig(partial: Partial<ItemKnnConfig> = {}): ItemKnnConfig {
  const config = { ...DEFAULT_ITEM_KNN_CONFIG, ...partial };
  integerField('k', config.k, 1, 10_000);
  numberField('shrink', config.shrink, (value) => value >= 0, 'at least 0');
  if (!WEIGHTINGS.includes(config.weighting)) {
    throw new HomebodyError('argument/range', `weighting must be one of ${WEIGHTINGS.join(', ')}.`, {
      detail: { field: 'weighting', value: config.weighting, range: WEIGHTINGS },
    });
  }
  return config;
}
