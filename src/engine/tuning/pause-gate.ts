/** Holds a study where it is. It waits at its next turn, a slice later at most. */
export class PauseGate {
  #opened: Promise<void> | null = null;
  #open: () => void = () => {};

  get paused(): boolean {
    return this.#opened !== null;
  }

  pause(): void {
    this.#opened ??= new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  resume(): void {
    this.#opened = null;
    this.#open();
  }

  /** Resolves when nothing holds the study, at once where nothing does. */
  async passed(): Promise<void> {
    // Somebody may have paused again by the time that this continues.
    while (this.#opened) await this.#opened;
  }
}
