import { throwIfCancelled } from './cancelled.ts';
import type { TrainingRun } from './training-run.ts';
import { SLICE_MS } from './training-run.ts';

/**
 * Gives the thread away often enough. Host work calls `breathe` at its seams; kernel work is cut into slices
 * by `slices`, which learns from the clock how many units of work fit into one.
 */
export class Pacer {
  readonly #run: TrainingRun;
  readonly #sliceMs: number;
  #turnBegan: number;
  /** Units of work a ms, learnt; starts low, so that the first slice is short. One pacer per kind of unit. */
  #pace = 100;

  constructor(run: TrainingRun) {
    this.#run = run;
    this.#sliceMs = run.sliceMs ?? SLICE_MS;
    this.#turnBegan = run.now();
  }

  /** True when others have waited long enough. Cheap enough for a loop. */
  get due(): boolean {
    return this.#run.now() - this.#turnBegan >= this.#sliceMs;
  }

  /** Lets others have their turn. @throws 'training/cancelled' */
  async breathe(): Promise<void> {
    throwIfCancelled(this.#run.signal);
    await this.#run.yieldTurn();
    throwIfCancelled(this.#run.signal);
    this.#turnBegan = this.#run.now();
  }

  /**
   * Runs `work` over [0, rowCount) in ranges of about one slice each. `costUpTo(row)`: units of work of all
   * rows before it, growing. What `work` computes must not depend on where the ranges end.
   * @throws 'training/cancelled'
   */
  async slices(
    rowCount: number,
    costUpTo: (row: number) => number,
    work: (begin: number, end: number) => Promise<void>,
  ): Promise<void> {
    for (let begin = 0; begin < rowCount;) {
      const done = costUpTo(begin);
      const end = lastRowWithin(done + this.#pace * this.#sliceMs, begin, rowCount, costUpTo);
      const began = this.#run.now();
      await work(begin, end);
      this.#learn(costUpTo(end) - done, this.#run.now() - began);
      await this.breathe();
      begin = end;
    }
  }

  /** A slower slice counts at once, a faster one little by little: too long a slice is the worse fault. */
  #learn(units: number, ms: number): void {
    const seen = units / Math.max(ms, 0.05);
    this.#pace = seen < this.#pace ? seen : Math.min(seen, this.#pace * 4);
  }
}

/** The largest row whose cost stays within the limit, at least one row on. Binary search. */
function lastRowWithin(
  limit: number,
  begin: number,
  rowCount: number,
  costUpTo: (row: number) => number,
): number {
  let low = begin + 1;
  let high = rowCount;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (costUpTo(middle) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
