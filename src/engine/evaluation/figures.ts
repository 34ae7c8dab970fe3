import type { Comparison, Interval, UserMetric } from '../../domain/evaluation.ts';
import { USER_METRICS } from '../../domain/evaluation.ts';
import type { Rng } from '../../domain/rng.ts';
import type { Steps } from '../training/steps.ts';
import type { PartFigures } from './rank-part.ts';
import { bootstrapSteps, meanOf, pairedTestSteps } from './statistics.ts';

/** Columns of per-user values, by metric; NaN where a user has none. Float64[users]. */
export type Columns<M extends string> = Readonly<Record<M, Float64Array<ArrayBuffer>>>;

/**
 * The parts of one model as one: a user who was asked in several (the folds of `k-fold`) has the mean of their
 * values, coverage and Gini are means over the parts.
 */
export function pooled(parts: readonly PartFigures[]): PartFigures {
  if (parts.length === 1) return parts[0]!;
  const users = Int32Array.from(new Set(parts.flatMap((part) => [...part.users]))).sort();
  const placeOf = new Map(Array.from(users, (user, place) => [user, place]));
  const pool = (metric: UserMetric): Float64Array<ArrayBuffer> => {
    const [sums, counts] = [new Float64Array(users.length), new Float64Array(users.length)];
    for (const part of parts) {
      part.users.forEach((user, i) => {
        const value = part.values[metric][i]!;
        if (Number.isNaN(value)) return;
        sums[placeOf.get(user)!]! += value;
        counts[placeOf.get(user)!]! += 1;
      });
    }
    return sums.map((sum, place) => sum / counts[place]!);
  };
  return {
    users,
    values: Object.fromEntries(USER_METRICS.map((metric) => [metric, pool(metric)])) as PartFigures['values'],
    coverageAt10: meanOf(Float64Array.from(parts, (part) => part.coverageAt10)),
    giniAt10: meanOf(Float64Array.from(parts, (part) => part.giniAt10)),
  };
}

/** Mean over the users, by metric. */
export const meansOf = <M extends string>(columns: Columns<M>): Readonly<Record<M, number>> =>
  mapColumns(columns, meanOf);

/** 95 % bootstrap interval of each mean. Each metric has chance of its own, so that none shifts another. */
export function* intervalSteps<M extends string>(
  columns: Columns<M>,
  rng: Rng,
): Steps<Readonly<Record<M, Interval>>> {
  const found: [string, Interval][] = [];
  for (const metric of namesOf(columns)) {
    found.push([metric, yield* bootstrapSteps(columns[metric], { rng: rng.fork(metric) })]);
  }
  return Object.fromEntries(found) as Record<M, Interval>;
}

/** `a` − `b` of each metric. @throws 'shape/mismatch' when they were not measured on the same users. */
export function* comparisonSteps<M extends string>(
  a: Columns<M>,
  b: Columns<M>,
  rng: Rng,
): Steps<Readonly<Record<M, Comparison>>> {
  const found: [string, Comparison][] = [];
  for (const metric of namesOf(a)) {
    const test = yield* pairedTestSteps(a[metric], b[metric], { rng: rng.fork(`signs of ${metric}`) });
    const differences = a[metric].map((value, i) => value - b[metric][i]!);
    const interval = yield* bootstrapSteps(differences, { rng: rng.fork(`difference of ${metric}`) });
    found.push([metric, { ...test, interval }]);
  }
  return Object.fromEntries(found) as Record<M, Comparison>;
}

const namesOf = <M extends string>(columns: Columns<M>): readonly M[] => Object.keys(columns) as M[];

function mapColumns<M extends string, T>(
  columns: Columns<M>,
  of: (column: Float64Array<ArrayBuffer>) => T,
): Readonly<Record<M, T>> {
  return Object.fromEntries(namesOf(columns).map((metric) => [metric, of(columns[metric])])) as Record<M, T>;
}
