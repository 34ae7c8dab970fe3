import { orCancelled, throwIfCancelled } from '../training/cancelled.ts';
import type { TrainingRun } from '../training/training-run.ts';
import type { PauseGate } from './pause-gate.ts';

/** Thrown through a training whose time is over; never leaves the study. */
export class BudgetSpent extends Error {}

/** Time of a study: what went before, without pauses, against a budget. */
export class StudyClock {
  readonly #now: () => number;
  readonly #budgetMs: number;
  /** What the clock would have shown at the study's beginning, had it never been interrupted. */
  #began: number;

  constructor(now: () => number, spentBefore: number, budgetMs: number) {
    this.#now = now;
    this.#budgetMs = budgetMs;
    this.#began = now() - spentBefore;
  }

  get spentMs(): number {
    return this.#now() - this.#began;
  }

  get leftMs(): number {
    return this.#budgetMs - this.spentMs;
  }

  /**
   * A run that waits while the gate holds it, and ends with `BudgetSpent` at the first turn after its time is
   * over. What it trains is the same as without.
   */
  limit<Run extends Pick<TrainingRun, 'yieldTurn' | 'signal'>>(run: Run, gate: PauseGate | undefined): Run {
    return {
      ...run,
      yieldTurn: async () => {
        await run.yieldTurn();
        if (gate?.paused) await this.#wait(gate, run.signal);
        // Who stops a study whose time is over has stopped it.
        throwIfCancelled(run.signal);
        if (this.leftMs <= 0) throw new BudgetSpent();
      },
    };
  }

  async #wait(gate: PauseGate, signal: AbortSignal): Promise<void> {
    const paused = this.#now();
    try {
      await orCancelled(gate.passed(), signal);
    } finally {
      this.#began += this.#now() - paused;
    }
  }
}
