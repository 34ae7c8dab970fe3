import { HomebodyError } from '../../domain/errors.ts';
import type { StudyPlan } from '../../domain/tuning.ts';
import { readSearchSpace } from './search-space.ts';

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
