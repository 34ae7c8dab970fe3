import { HomebodyError } from '../../domain/errors.ts';
import type { Comparison, UserMetric } from '../../domain/evaluation.ts';
import type { LabRun, RunComparison } from '../../domain/lab.ts';
import { createRng } from '../../domain/rng.ts';
import type { Columns } from '../evaluation/figures.ts';
import { comparisonSteps } from '../evaluation/figures.ts';
import type { Steps } from '../training/steps.ts';
import type { UserFigures } from './run-figures.ts';

/** @throws 'lab/not-comparable', with what differs: `origin`, `data`, `protocol` or `split`. */
export function requireComparable(a: LabRun, b: LabRun): void {
  if (a.origin === 'imported' || b.origin === 'imported') {
    throw differs('origin', 'An imported model was not measured on users of this log.');
  }
  if (a.dataFingerprint !== b.dataFingerprint) {
    throw differs('data', 'The two runs were made on different states of the log.');
  }
  if (a.protocolText !== b.protocolText) {
    throw differs(
      'protocol',
      `One run was measured by "${a.protocolText}", the other by "${b.protocolText}".`,
    );
  }
  if (a.splitFingerprint !== b.splitFingerprint) {
    throw differs(
      'split',
      'The two runs had different items held out: their seeds or settings of the split differ.',
    );
  }
}

/**
 * `a` − `b` on the users of both, of the metrics that both have. `onMetric` after each metric: 0 … 1 of all.
 * `diversityAt10` is not among them: each model judges it by its own likeness of items, so that a difference says
 * nothing. `factDiversityAt10` has one measure for both. Each metric is drawn with the same chance, so that those with
 * the same values, as MRR@10 and MAP@10 under leave-one-out, have the same interval and p.
 */
export function* runComparisonSteps(
  a: { readonly run: LabRun; readonly figures: UserFigures },
  b: { readonly run: LabRun; readonly figures: UserFigures },
  onMetric: (fraction: number) => void,
): Steps<RunComparison> {
  const places = sharedPlaces(a.figures.users, b.figures.users);
  const columnsOf = ({ values }: UserFigures, side: 0 | 1): Partial<Columns<UserMetric>> =>
    Object.fromEntries(
      Object.entries(values).map(([metric, column]) => [
        metric,
        Float64Array.from(places, (pair) => column[pair[side]]!),
      ]),
    );
  const [ours, theirs] = [columnsOf(a.figures, 0), columnsOf(b.figures, 1)];
  const shared = Object.entries(ours).filter(([metric]) => metric in theirs && metric !== 'diversityAt10');
  const rng = createRng(a.run.seed ?? 0).fork('lab comparison');
  const metrics: Partial<Record<UserMetric, Comparison>> = {};
  for (const [place, [name, column]] of shared.entries()) {
    const metric = name as UserMetric;
    // Under one name for all: `comparisonSteps` names its chance after the column.
    const found = yield* comparisonSteps({ figure: column }, { figure: theirs[metric]! }, rng);
    metrics[metric] = found.figure;
    onMetric((place + 1) / shared.length);
  }
  return {
    a: a.run.id,
    b: b.run.id,
    users: places.length,
    metrics,
  };
}

/** Places of the users of both; both lists ascend. */
function sharedPlaces(a: Int32Array, b: Int32Array): (readonly [number, number])[] {
  const placeOf = new Map(Array.from(b, (user, place) => [user, place]));
  return Array.from(a).flatMap((user, place) => {
    const other = placeOf.get(user);
    return other === undefined ? [] : [[place, other] as const];
  });
}

function differs(what: 'origin' | 'data' | 'protocol' | 'split', message: string): HomebodyError {
  return new HomebodyError('lab/not-comparable', message, {
    remedy: 'Run one of them again with the protocol and the seed of the other, on the same data.',
    detail: { differs: what },
  });
}
