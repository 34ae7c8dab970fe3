import { bestOf } from './schedule.ts';
import type { Schedule } from './schedule.ts';
import type { StudyClock } from './study-clock.ts';
import type { Trial } from './study-state.ts';
import { scoreOf } from './study-state.ts';

export interface StudyProgress {
  /** Number of the running trial from 1, of as many as there are if patience ends nothing. */
  readonly trial: number;
  readonly trials: number;
  /** Number of the running fold from 1. */
  readonly fold: number;
  readonly folds: number;
  /** 0 … 1 of the whole study, longer trainings counted for more. */
  readonly fraction: number;
  readonly elapsedMs: number;
  /** Estimated rest, no more than the budget leaves; NaN while unknown. */
  readonly remainingMs: number;
  /** The best mean so far, NaN before the first. */
  readonly best: number;
}

/** From what is done to how long the rest may take. */
export class StudyReporter {
  readonly #schedule: Schedule;
  readonly #foldCount: number;
  readonly #clock: StudyClock;
  readonly #listener: ((progress: StudyProgress) => void) | undefined;

  constructor(
    schedule: Schedule,
    foldCount: number,
    clock: StudyClock,
    listener: ((progress: StudyProgress) => void) | undefined,
  ) {
    this.#schedule = schedule;
    this.#foldCount = foldCount;
    this.#clock = clock;
    this.#listener = listener;
  }

  /** `part`: 0 … 1 of the fold that `running` is in. */
  tell(finished: readonly Trial[], running: Trial, part: number): void {
    if (!this.#listener) return;
    const before = finished.reduce((sum, trial) => sum + this.#schedule.costOf(trial) * this.#foldCount, 0);
    const now = (running.folds.length + part) * this.#schedule.costOf(running);
    const fraction = (before + now) / this.#schedule.totalCost;
    const elapsedMs = this.#clock.spentMs;
    const rest = fraction > 0 ? (elapsedMs / fraction) * (1 - fraction) : Number.NaN;
    const best = bestOf(finished, this.#foldCount);
    this.#listener({
      trial: finished.length + 1,
      trials: this.#schedule.trialCount,
      fold: running.folds.length + 1,
      folds: this.#foldCount,
      fraction,
      elapsedMs,
      remainingMs: Number.isNaN(rest) ? rest : Math.max(0, Math.min(rest, this.#clock.leftMs)),
      best: best ? scoreOf(best) : Number.NaN,
    });
  }
}
