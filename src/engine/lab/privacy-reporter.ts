import type { PrivacyProgress } from '../../domain/lab-privacy.ts';

const INTERVAL_MS = 100;
/** What is known after so much of the way is worth telling. */
const TELLING = 0.03;

/** Tells how far a piece of work is: pieces of a length each, one after the other. A new one is always told. */
export class PrivacyReporter {
  readonly #now: () => number;
  readonly #listener: (progress: PrivacyProgress) => void;
  readonly #began: number;
  readonly #total: number;
  #done = 0;
  #length = 0;
  #state: Pick<PrivacyProgress, 'stage' | 'number' | 'of'> = { stage: 'preparing', number: 0, of: 0 };
  #toldAt = -Infinity;

  /** `total`: the lengths of all pieces together. */
  constructor(now: () => number, total: number, listener: (progress: PrivacyProgress) => void) {
    this.#now = now;
    this.#began = now();
    this.#total = total;
    this.#listener = listener;
  }

  /** The next piece begins, of this length. */
  begin(length: number, stage: PrivacyProgress['stage'], number = 0, of = 0): void {
    this.#done += this.#length;
    this.#length = length;
    this.#state = { stage, number, of };
    this.#tell(0, true);
  }

  /** `fraction`: 0 … 1 of the piece. */
  within(fraction: number): void {
    this.#tell(Math.min(1, fraction), false);
  }

  /** For work that says no more than that it goes on: `steps` calls are the part of the piece from `from` to `to`. */
  counter(steps: number, from = 0, to = 1): () => void {
    let done = 0;
    return () => this.within(from + ((to - from) * Math.min(++done, steps)) / steps);
  }

  #tell(within: number, always: boolean): void {
    const at = this.#now();
    if (!always && at - this.#toldAt < INTERVAL_MS) return;
    this.#toldAt = at;
    const fraction = Math.min(1, (this.#done + this.#length * within) / this.#total);
    const elapsedMs = at - this.#began;
    const remainingMs = fraction < TELLING ? Number.NaN : (elapsedMs / fraction) * (1 - fraction);
    this.#listener({ ...this.#state, fraction, elapsedMs, remainingMs });
  }
}
