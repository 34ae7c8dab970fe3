import type { LabRun } from '../../../domain/lab.ts';

/** Runs whose figures may stand in one column: of one log, measured in one way. */
export interface RunGroup {
  readonly key: string;
  /** One of them, to name what they have in common. */
  readonly like: LabRun;
  /** In the order that was asked for. */
  readonly runs: readonly LabRun[];
}

/**
 * Keeps the order within each group. The group of the newest run comes first, those that were never measured last.
 * Chance may have split differently within a group: means compare within their intervals, a paired test needs more.
 */
export function groupRuns(runs: readonly LabRun[]): readonly RunGroup[] {
  const groups = new Map<string, LabRun[]>();
  for (const run of runs) {
    const key = keyOf(run);
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  const newest = (group: RunGroup): number => Math.max(...group.runs.map(({ at }) => at));
  return [...groups]
    .map(([key, own]) => ({ key, like: own[0]!, runs: own }))
    .toSorted(
      (a, b) => Number(a.like.protocol === null) - Number(b.like.protocol === null) || newest(b) - newest(a),
    );
}

/** Whether the groups are of several logs, so that the log must be named. */
export const ofSeveralLogs = (groups: readonly RunGroup[]): boolean =>
  new Set(groups.filter(({ like }) => like.protocol).map(({ like }) => like.dataFingerprint)).size > 1;

function keyOf({ protocol, dataFingerprint, users }: LabRun): string {
  if (!protocol) return 'not measured';
  // More people than there are cannot be asked: what counts is how many were.
  const way = protocol.name === 'leave-one-out' ? { name: protocol.name, users } : protocol;
  return JSON.stringify([dataFingerprint, way]);
}
