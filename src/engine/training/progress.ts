import type { HomeName, TrainProgress } from '../../domain/training.ts';
import type { FitProgress } from './training-run.ts';

/** Parts of the whole, measured on the demo shop; only the progress bar depends on them. */
const PART: Readonly<Record<TrainProgress['phase'], readonly [begin: number, end: number]>> = {
  preparing: [0, 0.1],
  training: [0.1, 0.85],
  evaluating: [0.85, 0.98],
  saving: [0.98, 1],
};
/** At most ten reports a second; a change of phase or a recovery is always told. */
const INTERVAL_MS = 100;

/** Turns what the parts of a training say into `TrainProgress`. */
export class ProgressReporter {
  readonly #now: () => number;
  readonly #epochs: number;
  readonly #listener: ((progress: TrainProgress) => void) | undefined;
  readonly #began: number;
  #home: HomeName;
  #phase: TrainProgress['phase'] = 'preparing';
  #epoch = 0;
  #losses: readonly number[] = [];
  #toldAt = -Infinity;
  /** Where this run's passes began, in time and in fraction: what an estimate can go by. */
  #trainingFrom: { readonly at: number; readonly fraction: number } | null = null;

  constructor(
    now: () => number,
    epochs: number,
    home: HomeName,
    listener: ((progress: TrainProgress) => void) | undefined,
  ) {
    this.#now = now;
    this.#epochs = epochs;
    this.#home = home;
    this.#listener = listener;
    this.#began = now();
  }

  phase(phase: TrainProgress['phase']): void {
    this.#phase = phase;
    this.#tell(PART[phase][0], true);
  }

  /** The passes begin, after those of a resumed training. */
  passes(resumed: { readonly epoch: number; readonly losses: readonly number[] } | undefined): void {
    this.#phase = 'training';
    this.#epoch = resumed?.epoch ?? 0;
    this.#losses = resumed?.losses ?? [];
    const [begin, end] = PART.training;
    this.#tell(begin + ((end - begin) * this.#epoch) / this.#epochs, true);
  }

  fit({ epoch, fraction, losses, home, recovered }: FitProgress): void {
    this.#epoch = epoch;
    this.#losses = losses;
    this.#home = home;
    if (recovered) this.#trainingFrom = null;
    this.#trainingFrom ??= { at: this.#now(), fraction };
    const [begin, end] = PART.training;
    this.#tell(begin + (end - begin) * fraction, recovered !== undefined, fraction, recovered);
  }

  /** A home was lost after the passes, which are all safe. */
  moved(home: HomeName): void {
    this.#home = home;
    this.#tell(PART[this.#phase][0], true, Number.NaN, { fromEpoch: this.#epoch, home });
  }

  #tell(
    overall: number,
    always: boolean,
    fitFraction = Number.NaN,
    recovered?: TrainProgress['recovered'],
  ): void {
    const now = this.#now();
    if (!always && now - this.#toldAt < INTERVAL_MS) return;
    this.#toldAt = now;
    this.#listener?.({
      phase: this.#phase,
      epoch: this.#epoch,
      epochs: this.#epochs,
      fraction: overall,
      elapsedMs: now - this.#began,
      remainingMs: this.#remaining(now, overall, fitFraction),
      losses: this.#losses,
      home: this.#home,
      ...(recovered ? { recovered } : {}),
    });
  }

  /** By the speed of this run's own passes; what follows them counts by its part of the whole. */
  #remaining(now: number, overall: number, fitFraction: number): number {
    const from = this.#trainingFrom;
    const [begin, end] = PART.training;
    const done = (Number.isNaN(fitFraction) ? 1 : fitFraction) - (from?.fraction ?? 0);
    if (!from || done < 0.02) return Number.NaN;
    return ((now - from.at) / (done * (end - begin))) * (1 - overall);
  }
}
