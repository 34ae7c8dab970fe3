import type { SettingsOf } from './settings.ts';
import { configBy, SEED } from './settings.ts';

/**
 * How SLIST weighs a history, and how it learns. A position that lies `gap` steps away weighs (gap + 1)^−decay, with one
 * decay for each use, as the paper has one for training and one for inference.
 */
export interface SlistConfig {
  /** λ of the ridge, against sums over all positions of all users. > 0. */
  readonly l2: number;
  /** Of the past in training, counted back from the latest item. 0 … 8. */
  readonly sourceDecay: number;
  /** Of the future in training, counted on from the next item. 0 … 8; the larger, the more "next" means the very next. */
  readonly targetDecay: number;
  /** Of the history that is asked with. 0 … 8. */
  readonly queryDecay: number;
  /** Positions of the past, and of a history, that count. Integer, 1 … 1000. */
  readonly window: number;
  /** Positions of the future that count. Integer, 1 … 1000. */
  readonly horizon: number;
}

/** `SlistConfig`, with what makes it narrow. */
export interface SlistFactorisedConfig extends SlistConfig {
  /** Width of the embeddings; at most as many as there are items are made. Integer, 1 … 1024. */
  readonly dim: number;
  /** Steps of the subspace iteration. Integer, 1 … 100. */
  readonly iterations: number;
  /** η: a target counts by popularity^−η, so that the width is not spent on a few favourites. 0 … 1. */
  readonly popularityDamping: number;
  readonly seed: number;
}

const DECAY = { kind: 'number', min: 0, max: 8, usual: [0, 4] } as const;

/** Chosen on MovieLens 1M by the second-last item of each user, the last one left out of everything. */
export const SLIST_SETTINGS: SettingsOf<SlistConfig> = {
  l2: { kind: 'number', min: 0, open: true, max: Infinity, default: 200, log: true, usual: [10, 2000] },
  sourceDecay: { ...DECAY, default: 0.9 },
  targetDecay: { ...DECAY, default: 2 },
  queryDecay: { ...DECAY, default: 0.85 },
  window: { kind: 'integer', min: 1, max: 1000, default: 100, log: true, usual: [5, 200] },
  horizon: { kind: 'integer', min: 1, max: 1000, default: 8, log: true, usual: [1, 50] },
};

export const SLIST_FACTORISED_SETTINGS: SettingsOf<SlistFactorisedConfig> = {
  ...SLIST_SETTINGS,
  dim: { kind: 'integer', min: 1, max: 1024, default: 128, log: true, usual: [16, 512] },
  iterations: { kind: 'integer', min: 1, max: 100, default: 5, usual: [2, 12] },
  popularityDamping: { kind: 'number', min: 0, max: 1, default: 0.5 },
  seed: SEED,
};

/** The defaults with the given fields in their place. @throws 'argument/range' naming the field. */
export function slistConfig(partial: Partial<SlistConfig> = {}): SlistConfig {
  return configBy(SLIST_SETTINGS, partial);
}

/** The same for the factorised model. @throws 'argument/range' naming the field. */
export function slistFactorisedConfig(partial: Partial<SlistFactorisedConfig> = {}): SlistFactorisedConfig {
  return configBy(SLIST_FACTORISED_SETTINGS, partial);
}
