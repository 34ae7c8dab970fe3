import type { LabRun } from '../../../domain/lab.ts';

/** What the board knows of each run besides itself, and what can be done with it. */
export interface RunActs {
  /** Ids of those that are to be compared. */
  readonly picked: readonly string[];
  /** Id of the one whose details are open. */
  readonly opened: string | null;
  /** Id of the one that ranks the shelves. */
  readonly serving: string | null;
  /** A model is being put in place. */
  readonly busy: boolean;
  readonly now: number;
  readonly pick: (id: string) => void;
  readonly open: (id: string) => void;
  readonly promote: (id: string) => void;
  readonly takeSettings: (run: LabRun) => void;
  readonly save: (id: string) => void;
  readonly remove: (id: string) => void;
}

/** The metrics that the board itself shows; the others stand in the details of a run. */
export const SHOWN_METRICS = ['ndcgAt10', 'hitRateAt10'] as const;

/** The end of the scale that a metric is drawn on: the highest of some runs. */
export function topOf(runs: readonly LabRun[], metric: (typeof SHOWN_METRICS)[number]): number {
  const ends = runs.map(({ metrics, intervals }) => intervals[metric]?.high ?? metrics[metric] ?? 0);
  return Math.max(...ends, Number.MIN_VALUE);
}
