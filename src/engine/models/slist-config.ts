import { integerField, numberField } from './config-checks.ts';

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

/** Chosen on MovieLens 1M by the second-last item of each user, the last one left out of everything. */
export const DEFAULT_SLIST_CONFIG: SlistConfig = {
  l2: 200,
  sourceDecay: 0.9,
  targetDecay: 2,
  queryDecay: 0.85,
  window: 100,
  horizon: 8,
};

export const DEFAULT_SLIST_FACTORISED_CONFIG: SlistFactorisedConfig = {
  ...DEFAULT_SLIST_CONFIG,
  dim: 128,
  iterations: 5,
  popularityDamping: 0.5,
  seed: 1,
};

/** The defaults with the given fields in their place. @throws 'argument/range' naming the field. */
export function slistConfig(partial: Partial<SlistConfig> = {}): SlistConfig {
  const config = { ...DEFAULT_SLIST_CONFIG, ...partial };
  checkSlist(config);
  return config;
}

/** The same for the factorised model. @throws 'argument/range' naming the field. */
export function slistFactorisedConfig(partial: Partial<SlistFactorisedConfig> = {}): SlistFactorisedConfig {
  const config = { ...DEFAULT_SLIST_FACTORISED_CONFIG, ...partial };
  checkSlist(config);
  integerField('dim', config.dim, 1, 1024);
  integerField('iterations', config.iterations, 1, 100);
  const damping = config.popularityDamping;
  numberField('popularityDamping', damping, (value) => value >= 0 && value <= 1, 'from 0 to 1');
  integerField('seed', config.seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  return config;
}

function checkSlist(config: SlistConfig): void {
  numberField('l2', config.l2, (value) => value > 0, 'above 0');
  for (const field of ['sourceDecay', 'targetDecay', 'queryDecay'] as const) {
    numberField(field, config[field], (value) => value >= 0 && value <= 8, 'from 0 to 8');
  }
  integerField('window', config.window, 1, 1000);
  integerField('horizon', config.horizon, 1, 1000);
}
