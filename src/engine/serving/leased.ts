/**
 * Something with buffers that may be replaced while calls still use it: what was replaced is released when
 * the last of its users is done, and never twice.
 */
export class Leased<T extends { release(): void }> {
  readonly value: T;
  #users = 0;
  #retired = false;

  constructor(value: T) {
    this.value = value;
  }

  async use<R>(work: (value: T) => Promise<R>): Promise<R> {
    this.#users += 1;
    try {
      return await work(this.value);
    } finally {
      this.#users -= 1;
      if (this.#retired && this.#users === 0) this.value.release();
    }
  }

  /** No new user comes after this. */
  retire(): void {
    if (this.#retired) return;
    this.#retired = true;
    if (this.#users === 0) this.value.release();
  }
}
