import { HomebodyError } from '../../domain/errors.ts';
import type { SearchSpace, Settings } from './search-space.ts';
import { readSearchSpace } from './search-space.ts';

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

const MAX_FOLDS = 100;
const MAX_TRIALS = 10_000;

/** @throws 'argument/range' naming the field. */
export function checkPlan(plan: StudyPlan): void {
  readSearchSpace(plan.space);
  const { search, validation, patience, passes } = plan;
  if (validation.kind === 'folds') integer('folds', validation.folds, 2, MAX_FOLDS);
  if (search.kind !== 'grid') integer('trials', search.trials, 1, MAX_TRIALS);
  if (search.kind === 'halving') {
    integer('eta', search.eta, 2, 100);
    integer('min', search.min, 1, Number.MAX_SAFE_INTEGER);
    integer('max', search.max, search.min, Number.MAX_SAFE_INTEGER);
    if (search.resource in plan.space) {
      throw wrong('resource', search.resource, 'a setting outside the space: halving gives its values');
    }
    if (patience !== undefined) throw wrong('patience', patience, 'absent with halving');
  }
  if (patience !== undefined) integer('patience', patience, 1, MAX_TRIALS);
  if (passes) {
    integer('passes.patience', passes.patience, 1, MAX_TRIALS);
    const { improvement } = passes;
    if (!(improvement >= 0 && improvement < 1)) {
      throw wrong('passes.improvement', improvement, 'from 0 to below 1');
    }
  }
  integer('seed', plan.seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
}

export const foldCountOf = ({ validation }: StudyPlan): number =>
  validation.kind === 'folds' ? validation.folds : 1;

function integer(field: string, value: number, min: number, max: number): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  throw wrong(field, value, `an integer from ${min} to ${max}`);
}

function wrong(field: string, value: unknown, range: string): HomebodyError {
  return new HomebodyError('argument/range', `${field} must be ${range}.`, {
    detail: { field, value, range },
  });
}
