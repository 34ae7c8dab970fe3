// Longer than other files: all that the page and the lab tell one another stands in one list.
import type { Comparison, Interval, Protocol, UserMetric } from './evaluation.ts';
import type { CatalogueId, ItemIndex } from './ids.ts';
import type { PrivacyStatement } from './privacy.ts';
import type { Scored } from './recommendation.ts';
import type { ModelConfig } from './settings.ts';
import type { HomeName, ModelFacts } from './training.ts';
import type { StudyPlan, StudyProgress, Trial } from './tuning.ts';

export interface Quantiles {
  readonly min: number;
  readonly p10: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  readonly p90: number;
  readonly max: number;
  readonly mean: number;
}

/** What is to be known of a log before anything is trained on it. */
export interface DatasetFacts {
  readonly catalogue: CatalogueId;
  readonly userCount: number;
  readonly itemCount: number;
  /** Events, of all kinds. */
  readonly interactionCount: number;
  /** Distinct pairs of a user and an item. */
  readonly pairCount: number;
  /** Pairs over users × items. 0 … 1. */
  readonly density: number;
  /** How many of the events say when they were. */
  readonly timed: 'all' | 'some' | 'none';
  /** First and last event of known time, ms since the epoch; null without any. */
  readonly timeSpan: readonly [first: number, last: number] | null;
  /**
   * The long tail: users who took the item of each rank, the most popular at rank 1. At most 400 points, the first
   * and the last rank among them, dense at the head. Ascending ranks.
   */
  readonly popularity: readonly { readonly rank: number; readonly users: number }[];
  /** Part of the pairs that the most popular fifth of the items has. 0 … 1. */
  readonly headShare: number;
  /** Items that no event mentions. */
  readonly untouchedItems: number;
  readonly eventsPerUser: Quantiles;
  readonly eventsPerItem: Quantiles;
}

/** What a run is measured by: protocols that need nothing but the log. */
export type LabProtocol = Exclude<Protocol, { readonly name: 'ncf' }>;

export interface RunRequest {
  readonly catalogue: CatalogueId;
  /** A name of the registry. */
  readonly model: string;
  /** Some of its settings; the rest are its defaults. */
  readonly config: ModelConfig;
  readonly protocol: LabProtocol;
  /** Of the split and of the intervals, and of the model where its config names none. Integer. */
  readonly seed: number;
}

/** A moment of a training, measured on some of the held-out users. */
export interface ValidationPoint {
  /** Passes done. */
  readonly epoch: number;
  readonly ndcgAt10: number;
}

export interface RunProgress {
  readonly phase: 'preparing' | 'training' | 'evaluating' | 'saving';
  /** Number of the running part from 1: a fold of `k-fold`, and after the last the training on everything. */
  readonly part: number;
  readonly parts: number;
  /** Passes done of this part, 0 … epochs; a model that is solved at once has one. */
  readonly epoch: number;
  readonly epochs: number;
  /** 0 … 1 of the whole run. */
  readonly fraction: number;
  readonly elapsedMs: number;
  /** Estimated rest, NaN while unknown. */
  readonly remainingMs: number;
  /** Objective after each pass of this part. */
  readonly losses: readonly number[];
  /** Of this part; empty for a model that cannot be asked while it is trained. */
  readonly validation: readonly ValidationPoint[];
  readonly home: HomeName;
  /** Bytes of buffers in the home, the most at one time so far. */
  readonly peakBytes: number;
  /** Set once when a lost GPU device made the run go on in another home. */
  readonly recovered?: { readonly fromEpoch: number; readonly home: HomeName };
}

/** What stands in the leaderboard. `coverageAt10` and `giniAt10` are of all lists together and have no interval. */
export type RunMetric = UserMetric | 'coverageAt10' | 'giniAt10';

/** One model, trained and measured; a row of the leaderboard. Plain JSON, stored. */
export interface LabRun {
  readonly id: string;
  readonly catalogue: CatalogueId;
  /** `imported`: from a file. Its figures are those that the file tells, and there are no users to compare by. */
  readonly origin: 'trained' | 'imported';
  /** When it was begun, or brought in from a file; ms since the epoch. */
  readonly at: number;
  readonly model: string;
  /** All of its settings. */
  readonly config: ModelConfig;
  /** As asked for; null for an imported model whose file tells none. */
  readonly seed: number | null;
  /** Null for an imported model that was never measured. */
  readonly protocol: LabProtocol | null;
  /** The protocol in one line of English, '' without one; it stands beside every figure. */
  readonly protocolText: string;
  /**
   * `random-split`: the data have times and the protocol splits at random, so that figures are better than in use.
   * `other-log`: imported; its file tells of another log of this catalogue. A file that tells of none gives no warning.
   */
  readonly warnings: readonly ('random-split' | 'other-log')[];
  /** Users who were asked. */
  readonly users: number;
  /** Means; absent where a metric does not exist (AUC is not measured here). */
  readonly metrics: Readonly<Partial<Record<RunMetric, number>>>;
  /** 95 % bootstrap intervals of the means. */
  readonly intervals: Readonly<Partial<Record<UserMetric, Interval>>>;
  /** Of the model that is kept. */
  readonly losses: readonly number[];
  readonly validation: readonly ValidationPoint[];
  /** Of all parts, evaluation and splitting not counted. */
  readonly trainMs: number;
  readonly evaluateMs: number;
  /** Of the stored model. */
  readonly modelBytes: number;
  /** Of buffers in the home, the most at one time. */
  readonly peakBytes: number;
  readonly home: HomeName;
  readonly threads: number;
  /**
   * `part`: the kept model has not seen what was held out. `whole`: it was trained on everything after the parts.
   * `unknown`: imported from a file that does not tell.
   */
  readonly trainedOn: 'part' | 'whole' | 'unknown';
  /** Of the events of the log, in the order in which it is kept. Hexadecimal digits; '' where a file tells none. */
  readonly dataFingerprint: string;
  /** Of what was held out of it for whom. Measured runs compare when it is the same. '' where a file tells none. */
  readonly splitFingerprint: string;
  readonly userCount: number;
  readonly itemCount: number;
  readonly interactionCount: number;
  /**
   * The statement of privacy that the file of an imported model carries, checked in its form alone: the file's own claim.
   * Absent where it carries none.
   */
  readonly privacy?: PrivacyStatement;
}

/** Run `a` against run `b` on the users whom both were asked for. */
export interface RunComparison {
  readonly a: string;
  readonly b: string;
  readonly users: number;
  /** `a` − `b`; absent where either has no values. */
  readonly metrics: Readonly<Partial<Record<UserMetric, Comparison>>>;
}

/** For whom two models are looked at side by side. */
export type LabVisitor =
  /** The visitor, with the history of this version. */
  | { readonly kind: 'visitor'; readonly historyVersion: number }
  /** Somebody who likes these, the last one last. */
  | { readonly kind: 'likes'; readonly likes: readonly ItemIndex[] }
  /** A user of the log by row, 0 … userCount − 1. */
  | { readonly kind: 'user'; readonly row: number };

export interface ListsRequest {
  readonly catalogue: CatalogueId;
  /** Ids of one or two runs. */
  readonly runs: readonly string[];
  readonly visitor: LabVisitor;
  /** Places of each list, 1 … 100. */
  readonly k: number;
}

export interface VisitorLists {
  /** What the visitor took, oldest first; at most the last 50. */
  readonly history: readonly ItemIndex[];
  /** One a run, best first, without what is in the history; null where nothing of it attracts, so that the model has nothing to go by. */
  readonly lists: readonly (readonly Scored[] | null)[];
}

/** A model became the current one, or gave its place back. */
export interface Promotion {
  /** ms since the epoch. */
  readonly at: number;
  /** The run that was promoted. It may be gone from the leaderboard. */
  readonly run: string;
  /** What it put in place, and what was there before; null: popularity. */
  readonly model: ModelFacts;
  readonly before: ModelFacts | null;
  /** When it was rolled back; null while it stands. */
  readonly rolledBackAt: number | null;
}

/** Which model serves, from the lab's side. */
export interface Promotions {
  /** The model that serves; null: popularity. */
  readonly current: ModelFacts | null;
  /** The run that the current model is of; null where a training made it, or the run is gone. */
  readonly run: string | null;
  /** What a roll-back would bring: `model` null is popularity. Null: there is nothing to go back to. */
  readonly back: { readonly model: ModelFacts | null } | null;
  /** Newest first. */
  readonly history: readonly Promotion[];
}

export interface ItemMapRequest {
  readonly catalogue: CatalogueId;
  /** A run, or null for the model that serves. */
  readonly run: string | null;
  /** Most popular items to show, 1 … 4000. */
  readonly points: number;
  /** Rows to show besides: the visitor's own. */
  readonly also: readonly ItemIndex[];
  readonly seed: number;
}

/** Items as points by their first two principal components. */
export interface ItemMap {
  readonly catalogue: CatalogueId;
  readonly run: string | null;
  /** What the points are: embeddings, or the rows of a model's matrix of item weights. */
  readonly source: 'embeddings' | 'weights';
  /** Rows of the items, ascending. Int32[n]. */
  readonly items: Int32Array<ArrayBuffer>;
  /** Their departments, −1 unknown. Int32[n]. */
  readonly department: Int32Array<ArrayBuffer>;
  /** x and y of each, −1 … 1, y upwards. Float32[n, 2]. */
  readonly positions: Float32Array<ArrayBuffer>;
  /** Part of the variance that each axis has. 0 … 1. */
  readonly explained: readonly [x: number, y: number];
}

/** A study as the page lists it. Stored after each fold. */
export interface LabStudy {
  readonly id: string;
  readonly catalogue: CatalogueId;
  /** When it was begun, ms since the epoch. */
  readonly at: number;
  readonly plan: StudyPlan;
  /** Of the whole study, ms; null: none. */
  readonly budgetMs: number | null;
  /** In the order in which they ran; the last may not be finished. */
  readonly trials: readonly Trial[];
  /** Trials there are if nothing ends it earlier. */
  readonly trialCount: number;
  readonly spentMs: number;
  /** The best finished trial with all settings that it makes; null before the first. */
  readonly best: { readonly trial: Trial; readonly score: number; readonly config: ModelConfig } | null;
  /** Null while there is more to do: it runs, or goes on when somebody resumes it. */
  readonly ended: 'complete' | 'patience' | 'budget' | null;
}

export interface StudyRequest {
  readonly catalogue: CatalogueId;
  readonly plan: StudyPlan;
  readonly budgetMs: number | null;
}

/** What a running study tells. */
export interface StudyNews {
  readonly study: LabStudy;
  readonly progress: StudyProgress;
}
