import type { SettingsOf } from './settings.ts';
import { configBy } from './settings.ts';

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
export const ITEM_KNN_SETTINGS: SettingsOf<ItemKnnConfig> = {
  k: { kind: 'integer', min: 1, max: 10_000, default: 100, log: true, usual: [10, 1000] },
  shrink: { kind: 'number', min: 0, max: Infinity, default: 0, usual: [0, 200] },
  weighting: { kind: 'choice', values: WEIGHTINGS, default: 'none' },
};

/** The defaults with the given fields in their place. @throws 'argument/range' naming the field. */
export function itemKnnConfig(partial: Partial<ItemKnnConfig> = {}): ItemKnnConfig {
  return configBy(ITEM_KNN_SETTINGS, partial);
}
