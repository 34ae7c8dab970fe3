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

/** `a` − `b` on the users of both, of the metrics that both have. `onMetric` after each metric: 0 … 1 of all. */
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
  const shared = Object.entries(ours).filter(([metric]) => metric in theirs);
  const rng = createRng(a.run.seed).fork('lab comparison');
  const metrics: Partial<Record<UserMetric, Comparison>> = {};
  // One after another: the draws of each are its own, so that its answer is the same as of all at once.
  for (const [place, [name, column]] of shared.entries()) {
    const metric = name as UserMetric;
    const found = yield* comparisonSteps({ [metric]: column }, { [metric]: theirs[metric]! }, rng);
    metrics[metric] = found[metric]!;
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
