import { USER_METRICS } from '../../domain/evaluation.ts';
import type { UserMetric } from '../../domain/evaluation.ts';
import type { LabRun } from '../../domain/lab.ts';
import type { Rng } from '../../domain/rng.ts';
import { requireTensor } from '../checkpoint/require-tensor.ts';
import { decodeSafetensors, encodeSafetensors } from '../checkpoint/safetensors.ts';
import { intervalSteps, meansOf } from '../evaluation/figures.ts';
import type { PartFigures } from '../evaluation/rank-part.ts';
import type { Steps } from '../training/steps.ts';

/** What each user of a run got, of the metrics that exist for it. */
export interface UserFigures {
  /** Ascending rows. Int32[asked]. */
  readonly users: Int32Array<ArrayBuffer>;
  /** NaN where a user has none. Float32[asked] each. */
  readonly values: Readonly<Partial<Record<UserMetric, Float32Array<ArrayBuffer>>>>;
}

/** What of a run's figures stands in the leaderboard: means and 95 % bootstrap intervals. */
export function* figureSteps(
  figures: PartFigures,
  rng: Rng,
): Steps<Pick<LabRun, 'users' | 'metrics' | 'intervals'>> {
  const metrics = measured(figures);
  const columns = Object.fromEntries(metrics.map((metric) => [metric, figures.values[metric]])) as Record<
    UserMetric,
    Float64Array<ArrayBuffer>
  >;
  return {
    users: figures.users.length,
    metrics: {
      ...meansOf(columns),
      coverageAt10: figures.coverageAt10,
      giniAt10: figures.giniAt10,
    },
    intervals: yield* intervalSteps(columns, rng),
  };
}

/** As safetensors: `users` and one column a metric. */
export function encodeFigures(figures: PartFigures): Uint8Array<ArrayBuffer> {
  const shape = [figures.users.length];
  const columns = measured(figures).map(
    (metric) => [metric, { shape, values: Float32Array.from(figures.values[metric]) }] as const,
  );
  return encodeSafetensors({
    metadata: { kind: 'figures' },
    tensors: { users: { shape, values: figures.users }, ...Object.fromEntries(columns) },
  });
}

/** @throws 'checkpoint/format', 'checkpoint/version' */
export function decodeFigures(bytes: Uint8Array<ArrayBuffer>): UserFigures {
  const { tensors } = decodeSafetensors(bytes);
  const users = requireTensor(tensors, 'users', 'I32', [null]).values;
  const columns = USER_METRICS.filter((metric) => metric in tensors).map((metric) => [
    metric,
    requireTensor(tensors, metric, 'F32', [users.length]).values,
  ]);
  return { users, values: Object.fromEntries(columns) as UserFigures['values'] };
}

/** The metrics of which anybody has a value. */
const measured = ({ values }: PartFigures): readonly UserMetric[] =>
  USER_METRICS.filter((metric) => values[metric].some((value) => !Number.isNaN(value)));
