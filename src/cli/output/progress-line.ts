import type { Terminal } from '../terminal.ts';

const INTERVAL_MS = 100;

/** One line on stderr that is written over; silent where nobody watches. */
export class ProgressLine {
  readonly #terminal: Terminal;
  readonly #shown: boolean;
  #toldAt = -Infinity;
  #drawn = false;

  /** `quiet`: for machine-readable output, where stderr means an error. */
  constructor(terminal: Terminal, quiet: boolean) {
    this.#terminal = terminal;
    this.#shown = terminal.watched && !quiet;
  }

  /** `fraction` 0 … 1; `remainingMs` NaN while unknown. */
  tell(what: string, fraction: number, remainingMs: number = Number.NaN): void {
    const now = this.#terminal.now();
    if (!this.#shown || now - this.#toldAt < INTERVAL_MS) return;
    this.#toldAt = now;
    this.#drawn = true;
    const percent = `${Math.floor(100 * fraction)} %`.padStart(5);
    const rest = Number.isNaN(remainingMs) ? '' : `, ${duration(remainingMs)} left`;
    this.#terminal.err(`\r\u001B[K${percent}  ${what}${rest}`);
  }

  /** A new part of the work, of unknown length; always shown. */
  phase(what: string): void {
    this.#toldAt = -Infinity;
    if (this.#shown) this.#terminal.err(`\r\u001B[K       ${what} …`);
    this.#drawn = this.#shown;
  }

  clear(): void {
    if (this.#drawn) this.#terminal.err('\r\u001B[K');
    this.#drawn = false;
  }
}

/** `0.8 s`, `12 s`, `3 min 5 s`. */
export function duration(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
