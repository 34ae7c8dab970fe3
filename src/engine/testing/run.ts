import type { TrainingRun } from '../training/training-run.ts';

/** A run on the test's own terms: a clock that moves `tickMs` at each look, turns that yield for real. */
export function testRun(more: Partial<TrainingRun> = {}, tickMs = 0.25): TrainingRun {
  let time = 0;
  return {
    now: () => (time += tickMs),
    yieldTurn: () => Promise.resolve(),
    signal: new AbortController().signal,
    ...more,
  };
}
