import type { Interval, UserMetric } from '../../../domain/evaluation.ts';

export const METRIC_TITLES: Readonly<Record<UserMetric | 'coverageAt10' | 'giniAt10', string>> = {
  hitRateAt10: 'HR@10',
  ndcgAt10: 'NDCG@10',
  recallAt20: 'Recall@20',
  ndcgAt100: 'NDCG@100',
  precisionAt10: 'Precision@10',
  mrrAt10: 'MRR@10',
  mapAt10: 'MAP@10',
  auc: 'AUC',
  coverageAt10: 'Coverage@10',
  giniAt10: 'Gini@10',
  noveltyAt10: 'Novelty@10, bits',
  popularityAt10: 'Popularity@10, users',
  diversityAt10: 'Diversity@10, by the model',
  factDiversityAt10: 'Diversity@10, by facts',
};

/** Four digits; `-` for what was not measured. */
export const figure = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? '-' : value.toFixed(4);

export const intervalText = (interval: Interval | undefined): string =>
  interval === undefined ? '-' : `${figure(interval.low)} to ${figure(interval.high)}`;

/** `0.0312`, and `< 0.001` below it. */
export const chanceText = (p: number): string => (p < 0.001 ? '< 0.001' : p.toFixed(3));
