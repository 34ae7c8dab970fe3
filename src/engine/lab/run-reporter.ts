import type { RunProgress, ValidationPoint } from '../../domain/lab.ts';
import type { FitProgress } from '../training/training-run.ts';

/** Parts of a part of a run; only the progress bar depends on them. */
const WITHIN: Readonly<Record<RunProgress['phase'], readonly [begin: number, end: number]>> = {
  preparing: [0, 0.05],
  training: [0.05, 0.75],
  evaluating: [0.75, 0.98],
  saving: [0.98, 1],
};
/** At most ten reports a second; a change of phase or a recovery is always told. */
const INTERVAL_MS = 100;

export interface RunReporterOptions {
  readonly now: () => number;
  readonly parts: number;
  readonly epochs: number;
  readonly home: RunProgress['home'];
  readonly peakBytes: () => number;
  readonly listener: (progress: RunProgress) => void;
}

/** Turns what the parts of a run say into `RunProgress`. */
export class RunReporter {
  readonly #options: RunReporterOptions;
  readonly #began: number;
  #state: Pick<RunProgress, 'phase' | 'part' | 'epoch' | 'losses' | 'home'>;
  #validation: () => readonly ValidationPoint[] = () => [];
  #toldAt = -Infinity;

  constructor(options: RunReporterOptions) {
    this.#options = options;
    this.#began = options.now();
    this.#state = { phase: 'preparing', part: 1, epoch: 0, losses: [], home: options.home };
  }

  /** A part begins, counted from 1. */
  part(part: number): void {
    this.#state = { ...this.#state, phase: 'preparing', part, epoch: 0, losses: [] };
    this.#validation = () => [];
    this.#tell(0, true);
  }

  trains(validation: () => readonly ValidationPoint[]): void {
    this.#validation = validation;
    this.phase('training');
  }

  phase(phase: RunProgress['phase']): void {
    this.#state = { ...this.#state, phase };
    this.#tell(0, true);
  }

  /** `fraction`: 0 … 1 of the phase. */
  within(fraction: number): void {
    this.#tell(fraction, false);
  }

  fit({ epoch, fraction, losses, home, recovered }: FitProgress): void {
    this.#state = { ...this.#state, epoch, losses, home };
    this.#tell(fraction, recovered !== undefined, recovered);
  }

  /** A home was lost outside of a training. */
  moved(home: RunProgress['home']): void {
    const { epoch } = this.#state;
    this.#state = { ...this.#state, home };
    this.#tell(0, true, { fromEpoch: epoch, home });
  }

  #tell(fraction: number, always: boolean, recovered?: RunProgress['recovered']): void {
    const { now, parts, epochs, peakBytes, listener } = this.#options;
    const at = now();
    if (!always && at - this.#toldAt < INTERVAL_MS) return;
    this.#toldAt = at;
    const [begin, end] = WITHIN[this.#state.phase];
    const overall = Math.min(1, (this.#state.part - 1 + begin + (end - begin) * fraction) / parts);
    const elapsedMs = at - this.#began;
    listener({
      ...this.#state,
      parts,
      epochs,
      fraction: overall,
      elapsedMs,
      // What is known after a twentieth of the way is worth telling.
      remainingMs: overall < 0.05 / parts + 0.02 ? Number.NaN : (elapsedMs / overall) * (1 - overall),
      validation: this.#validation(),
      peakBytes: peakBytes(),
      ...(recovered ? { recovered } : {}),
    });
  }
}
