import type { StudyProgress, Trial } from '../../domain/tuning.ts';
import { bestOf } from './schedule.ts';
import type { Schedule } from './schedule.ts';
import type { StudyClock } from './study-clock.ts';
import { scoreOf } from './study-state.ts';

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
