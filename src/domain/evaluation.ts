/**
 * What is held out of a log, and how: figures of two protocols must not be compared, so the text of the
 * protocol stands beside every figure.
 *
 * - `leave-one-out`: the last item of each user, of at most `maxUsers`. Others' later events stay in training.
 * - `temporal`: one point in time for all, so that the latest `testShare` of the events come at it or after it.
 * - `k-fold`: the liked items of each user dealt over `folds`, each held out once.
 * - `strong`: the part `testShare` of the users leaves training; of each the part KNOWN_SHARE of the liked items,
 *   drawn at random, is folded in, and the rest is to be found (Liang et al., WWW 2018).
 * - `ncf`: the test item of each user that came with the data, with 99 negatives (He et al., WWW 2017).
 */
export type Protocol =
  | { readonly name: 'leave-one-out'; readonly maxUsers: number }
  | { readonly name: 'temporal'; readonly testShare: number }
  | { readonly name: 'k-fold'; readonly folds: number }
  | { readonly name: 'strong'; readonly testShare: number }
  | { readonly name: 'ncf' };

export type ProtocolName = Protocol['name'];

export const PROTOCOL_NAMES: readonly ProtocolName[] = [
  'leave-one-out',
  'temporal',
  'k-fold',
  'strong',
  'ncf',
];

/** Of the liked items of a user of strong generalisation: what is known of them. */
export const KNOWN_SHARE = 0.8;

/** What is measured of one user's list. `auc` only on demand, `factDiversityAt10` only with facts. */
export const USER_METRICS = [
  'hitRateAt10',
  'ndcgAt10',
  'recallAt20',
  'ndcgAt100',
  'precisionAt10',
  'mrrAt10',
  'mapAt10',
  'auc',
  'noveltyAt10',
  'popularityAt10',
  'diversityAt10',
  'factDiversityAt10',
] as const;
export type UserMetric = (typeof USER_METRICS)[number];

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Two models on the same users. */
export interface PairedTest {
  /** Users who have a value on both sides. */
  readonly users: number;
  /** Mean of a − b over them. NaN without any. */
  readonly difference: number;
  /** Two-sided: how often chance alone makes the mean difference at least as large. (0, 1], NaN without users. */
  readonly p: number;
}

/** A model against another one on the same users. */
export interface Comparison extends PairedTest {
  /** 95 % bootstrap interval of the mean difference. */
  readonly interval: Interval;
}
