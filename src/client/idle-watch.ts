/** Of acts in a row the others are told one in so many ms. */
const TELL_EVERY_MS = 5_000;
const LOOK_EVERY_MS = 5_000;
/** A tab that was frozen first hears what the others have told it meanwhile. */
const GRACE_MS = 1_000;

export interface IdleWatchOptions {
  /** ms since the epoch. */
  readonly now: () => number;
  /** After how long without an act, ms; 0: never. */
  readonly limit: () => number;
  /** Tells the other tabs of an act. */
  readonly tell: (at: number) => void;
  /** Once: then the watch has ended. */
  readonly onIdle: () => void;
}

/**
 * Finds that nobody has done anything for so long, here or in another tab. It goes by the clock and not by a timer alone:
 * a device that slept finds out when it wakes, and the act that wakes it is none.
 */
export class IdleWatch {
  readonly #options: IdleWatchOptions;
  #last: number;
  #told = -Infinity;
  #asked: ReturnType<typeof setTimeout> | undefined;
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(options: IdleWatchOptions) {
    this.#options = options;
    this.#last = options.now();
    this.#timer = setInterval(() => this.look(), LOOK_EVERY_MS);
  }

  /** When somebody last did something in any tab, as far as this one knows; ms since the epoch. */
  get lastAct(): number {
    return this.#last;
  }

  /** Somebody did something in this tab. */
  act(): void {
    if (this.#isOver()) {
      this.look();
      return;
    }
    const now = this.#options.now();
    this.#last = now;
    if (now - this.#told < TELL_EVERY_MS) return;
    this.#told = now;
    this.#options.tell(now);
  }

  /** Somebody did something in another tab, ms since the epoch. */
  hear(at: number): void {
    this.#last = Math.max(this.#last, Math.min(at, this.#options.now()));
  }

  /** Looks whether the time is over. */
  look(): void {
    if (!this.#isOver() || this.#asked !== undefined) return;
    this.#asked = setTimeout(() => {
      this.#asked = undefined;
      if (!this.#isOver()) return;
      this.end();
      this.#options.onIdle();
    }, GRACE_MS);
  }

  end(): void {
    clearInterval(this.#timer);
    clearTimeout(this.#asked);
  }

  #isOver(): boolean {
    const limit = this.#options.limit();
    return limit > 0 && this.#options.now() - this.#last >= limit;
  }
}
