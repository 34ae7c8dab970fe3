/** A value of a setting, as JSON has it. */
export type SettingValue = number | string | boolean;
/** Some settings of a model by name, dots leading to those of a part of it; a part of its config. */
export type Settings = Readonly<Record<string, SettingValue>>;

/**
 * The values that one setting may take. Bounds belong to the range. A grid takes `steps` evenly spaced values
 * of a continuous range (of its logarithm where it is log-uniform), both ends among them, and each `step`-th integer.
 */
export type Dimension =
  | { readonly kind: 'choices'; readonly values: readonly SettingValue[] }
  | { readonly kind: 'uniform'; readonly min: number; readonly max: number; readonly steps?: number }
  | { readonly kind: 'log-uniform'; readonly min: number; readonly max: number; readonly steps?: number }
  | { readonly kind: 'integers'; readonly min: number; readonly max: number; readonly step?: number };

/** By name of the setting. Plain JSON. What it gives does not depend on the order of the names. */
export type SearchSpace = Readonly<Record<string, Dimension>>;

/** What is made as large as possible. */
export type ObjectiveMetric = 'ndcgAt10' | 'hitRateAt10' | 'recallAt20' | 'ndcgAt100';

export const OBJECTIVE_METRICS: readonly ObjectiveMetric[] = [
  'ndcgAt10',
  'hitRateAt10',
  'recallAt20',
  'ndcgAt100',
];

/** How each config is measured: on k folds of the pairs, or on the last item of each user. */
export type Validation =
  { readonly kind: 'folds'; readonly folds: number } | { readonly kind: 'leave-last-out' };

/**
 * `halving`: successive halving (Jamieson and Talwalkar, AISTATS 2016). `trials` configs are drawn; each rung
 * keeps the best 1/eta of the one before and gives them eta times the `resource`, the name of a setting that
 * a training's length grows with (such as `epochs`), up to `max` and from no less than `min`.
 */
export type Search =
  | { readonly kind: 'grid' }
  | { readonly kind: 'random'; readonly trials: number }
  | {
      readonly kind: 'halving';
      readonly trials: number;
      readonly resource: string;
      readonly min: number;
      readonly max: number;
      readonly eta: number;
    };

/** All that decides what a study finds, beside the data. Plain JSON; a stored study goes on only with an equal one. */
export interface StudyPlan {
  /** Name of the kind of model. */
  readonly model: string;
  /** Settings that all trials share; those of the space go before them. */
  readonly config: Settings;
  readonly space: SearchSpace;
  readonly search: Search;
  readonly validation: Validation;
  readonly metric: ObjectiveMetric;
  /** Of the folds and of the draws. The model's own seed is a setting. */
  readonly seed: number;
  /** Ends the study after so many trials in a row without a better one. Not with halving, which drops by itself. */
  readonly patience?: number;
  /** Ends a training whose loss falls no more. Needs a model that reports its losses and goes on from a snapshot. */
  readonly passes?: PassPatience;
}

export interface PassPatience {
  /** The setting that says how many passes there are, such as `epochs`. */
  readonly setting: string;
  /** Ends after so many passes in a row that each took less than `improvement` of the loss away. */
  readonly patience: number;
  /** A part of the loss before, 0 … 1. */
  readonly improvement: number;
}

export interface StudyProgress {
  /** Number of the running trial from 1, of as many as there are if patience ends nothing. */
  readonly trial: number;
  readonly trials: number;
  /** Number of the running fold from 1. */
  readonly fold: number;
  readonly folds: number;
  /** 0 … 1 of the whole study, longer trainings counted for more. */
  readonly fraction: number;
  readonly elapsedMs: number;
  /** Estimated rest, no more than the budget leaves; NaN while unknown. */
  readonly remainingMs: number;
  /** The best mean so far, NaN before the first. */
  readonly best: number;
}

export const STUDY_FORMAT = 'homebody-study';
export const STUDY_VERSION = 1;

/** A study after some finished folds. Plain JSON: what is stored goes on as if nothing had happened. */
export interface StudyState {
  readonly format: typeof STUDY_FORMAT;
  readonly version: typeof STUDY_VERSION;
  readonly plan: StudyPlan;
  /** Of the pairs, and of what is held out. */
  readonly dataFingerprint: string;
  /** In the order in which they ran. All are finished, or failed, but the last, which may not be. */
  readonly trials: readonly Trial[];
  /** Time that the study took so far, without pauses and without what was lost with an interruption, ms. */
  readonly spentMs: number;
}

export interface Trial {
  /** 0 but for halving. */
  readonly rung: number;
  /** The settings that make it this trial; the others are the plan's. */
  readonly settings: Settings;
  readonly folds: readonly FoldResult[];
  /** Its training ended with 'training/diverged'. It is finished, has no score and is never the best. */
  readonly failed?: 'diverged';
}

export interface FoldResult {
  /** The plan's metric on the held-out pairs. */
  readonly score: number;
  /** Passes that the training took; 0 for a model without. */
  readonly passes: number;
}
