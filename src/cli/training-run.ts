import type { TrainingRun } from '../engine/training/training-run.ts';
import type { Terminal } from './terminal.ts';

/** Nobody waits for a turn here but Ctrl+C: longer slices than a page may have. */
const SLICE_MS = 50;

export function trainingRun(terminal: Terminal): TrainingRun {
  return {
    now: () => terminal.now(),
    yieldTurn: () => new Promise((resolve) => setImmediate(resolve)),
    signal: terminal.signal,
    sliceMs: SLICE_MS,
  };
}
