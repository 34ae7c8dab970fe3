import type { Comparison, Interval, ProtocolName, UserMetric } from '../../../domain/evaluation.ts';
import type { HomeName } from '../../../domain/training.ts';
import type { FullRankingMetrics } from '../../../engine/evaluation/full-ranking.ts';
import type { SampledMetrics } from '../../../engine/evaluation/sampled-ranking.ts';
import type { PrivacyReport } from './read-privacy.ts';
import type { DataReport } from '../../read-data.ts';

/** A mean over the users that could not be taken (NaN) is null in JSON; one that was not asked for is absent. */
type Means = FullRankingMetrics &
  Readonly<Partial<Record<UserMetric, number>>> & { readonly giniAt10: number };

/** What `evaluate --json` prints of one model, in this order. */
export interface EvaluationReport {
  readonly model: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly home: HomeName;
  readonly threads: number;
  readonly protocol: ProtocolName;
  readonly data: DataReport;
  readonly users: number;
  readonly items: number;
  /** Only with `--epsilon`: what the item table promises to each user of the log. */
  readonly privacy?: PrivacyReport;
  /** Pairs that were trained on; a mean over the parts, rounded. */
  readonly interactions: number;
  readonly heldOutUsers: number;
  /** Of all parts. */
  readonly trainSeconds: number;
  /** Null for a model that has no epochs. */
  readonly secondsPerEpoch: number | null;
  /** What the training told after each epoch, of the first part; absent for a model that learns in one go. */
  readonly curve?: readonly CurvePoint[];
  readonly peakMemoryBytes: number;
  readonly seed: number;
  /** The protocol in a line, with its parameters. */
  readonly protocolText: string;
  /** Trainings that the figures are of: the folds of `k-fold`, else 1. */
  readonly parts: number;
  /** What to beware of when reading the figures; absent where there is nothing. */
  readonly warning?: string;
  /** The held-out items among all items but what is known of the user. */
  readonly metrics: Means;
  /** 95 % bootstrap interval over the users, of each of `metrics` that is a mean over them. */
  readonly intervals: Readonly<Partial<Record<UserMetric, Interval>>>;
  /** This model minus the first one, on the same users; absent for the first. */
  readonly comparison?: ModelComparison;
  readonly sampledIntervals?: Readonly<Record<keyof SampledMetrics, Interval>>;
  /** The held-out item among the given negatives, last in a tie; only by the protocol `ncf`. */
  readonly sampledMetrics?: SampledMetrics;
}

/** A training after one of its epochs. */
export interface CurvePoint {
  /** Epochs done. */
  readonly epoch: number;
  /** Since the training began, wall time. */
  readonly seconds: number;
  /** Of the model's own kind: of a pair, of a step, or as [models](../../../../docs/models.md) says. */
  readonly loss: number;
  /** On what the model kept back of the training data to know when to stop; absent where it kept nothing. */
  readonly validationNdcgAt10?: number;
}

export interface ModelComparison {
  /** The name of the first model. */
  readonly with: string;
  readonly metrics: Readonly<Partial<Record<UserMetric, Comparison>>>;
  readonly sampledMetrics?: Readonly<Record<keyof SampledMetrics, Comparison>>;
}
