import type { ImportProgress } from '../../domain/cleaning.ts';
import { HomebodyError } from '../../domain/errors.ts';

/**
 * Text bytes worked through between two turns of the event loop. Unpacking and parsing run at some 50 MB/s
 * on a quiet core of a small server, so a turn comes every 3 ms there, and within 50 ms on a device fifteen
 * times slower. Counting work instead of time keeps clocks out of here.
 */
const WORK_PER_TURN = 128 * 1024;

/** The part of the bar that reading fills; the rest is cleaning, and then the vault's storing. */
const READING_SHARE = 0.85;
const CLEANING_SHARE = 0.05;

export interface MeterOptions {
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
  readonly yieldTurn: () => Promise<void>;
}

/** Progress, cancelling and turns of one import. Every loop of the importer reports its work here. */
export class ImportMeter {
  readonly #options: MeterOptions;
  #phase: ImportProgress['phase'] = 'opening';
  #file = '';
  #fraction = 0;
  #rows = 0;
  #inputTotal = 0;
  #inputDone = 0;
  #work = 0;

  constructor(options: MeterOptions) {
    this.#options = options;
  }

  /** Names what is being done; reported at once. @throws 'import/cancelled' */
  enter(phase: ImportProgress['phase'], file: string): void {
    this.throwIfCancelled();
    this.#phase = phase;
    this.#file = file;
    this.#report();
  }

  /** Sets the packed bytes that the whole reading will take; `tookInput` counts against it. */
  expectInput(bytes: number): void {
    this.#inputTotal = bytes;
  }

  tookInput(bytes: number): void {
    this.#inputDone += bytes;
    if (this.#inputTotal > 0)
      this.#fraction = READING_SHARE * Math.min(1, this.#inputDone / this.#inputTotal);
  }

  tookRows(rows: number): void {
    this.#rows += rows;
  }

  /** `done` of the cleaning, 0 … 1; reported at once. @throws 'import/cancelled' */
  cleaned(done: number): void {
    this.throwIfCancelled();
    this.#fraction = READING_SHARE + CLEANING_SHARE * done;
    this.#report();
  }

  /** Counts work; every so often reports, gives a turn and looks whether the person cancelled. */
  async work(bytes: number): Promise<void> {
    this.#work += bytes;
    if (this.#work < WORK_PER_TURN) return;
    this.#work = 0;
    this.#report();
    await this.wait(this.#options.yieldTurn());
  }

  /** Awaits, but no longer than the person wants. @throws 'import/cancelled' */
  async wait<T>(pending: Promise<T>): Promise<T> {
    const { signal } = this.#options;
    if (signal === undefined) return pending;
    if (signal.aborted) {
      pending.catch(() => undefined); // its outcome no longer matters to anyone
      throw cancelled();
    }
    let stop: (() => void) | undefined;
    const aborted = new Promise<never>((_, reject) => {
      stop = () => reject(cancelled());
      signal.addEventListener('abort', stop, { once: true });
    });
    try {
      return await Promise.race([pending, aborted]);
    } finally {
      if (stop) signal.removeEventListener('abort', stop);
    }
  }

  /** @throws 'import/cancelled' */
  throwIfCancelled(): void {
    if (this.#options.signal?.aborted === true) throw cancelled();
  }

  #report(): void {
    this.#options.onProgress?.({
      phase: this.#phase,
      file: this.#file,
      fraction: this.#fraction,
      rowsRead: this.#rows,
    });
  }
}

function cancelled(): HomebodyError {
  return new HomebodyError('import/cancelled', 'The import was cancelled. Nothing has changed.');
}
