import type { LabRun } from '../../../domain/lab.ts';

export const SORT_KEYS = [
  'at',
  'model',
  'protocol',
  'ndcgAt10',
  'hitRateAt10',
  'recallAt20',
  'coverageAt10',
  'trainMs',
  'peakBytes',
  'home',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface Order {
  readonly by: SortKey;
  readonly descending: boolean;
}

/** Text is read from A; of figures, the best or the newest comes first. */
export const firstOrder = (by: SortKey): Order => ({
  by,
  descending: !['model', 'protocol', 'home', 'trainMs', 'peakBytes'].includes(by),
});

/** A new list; runs without a value come last either way, equal ones keep their order. */
export function sortRuns(
  runs: readonly LabRun[],
  { by, descending }: Order,
  nameOf: (model: string) => string,
): readonly LabRun[] {
  const valueOf = (run: LabRun): number | string | undefined => {
    if (by === 'model') return nameOf(run.model);
    if (by === 'protocol') return run.protocol?.name;
    // 0: not measured.
    if (by === 'trainMs' || by === 'peakBytes') return run[by] > 0 ? run[by] : undefined;
    if (by === 'at' || by === 'home') return run[by];
    return run.metrics[by];
  };
  return runs.toSorted((one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    const step = typeof a === 'string' ? a.localeCompare(String(b)) : a - Number(b);
    return descending ? -step : step;
  });
}
