/** Keeps the `bound` values that were asked for last; the longest unused one goes first. */
export class PictureCache<T> {
  readonly #bound: number;
  readonly #kept = new Map<string, T>();

  /** `bound`: integer > 0. */
  constructor(bound: number) {
    this.#bound = bound;
  }

  get size(): number {
    return this.#kept.size;
  }

  has(key: string): boolean {
    return this.#kept.has(key);
  }

  /** The value of a key, made now if it is not kept. */
  get(key: string, make: () => T): T {
    const kept = this.#kept.get(key);
    const value = kept ?? make();
    // A map remembers the order of insertion: what is asked for goes to its end.
    if (kept !== undefined) this.#kept.delete(key);
    this.#kept.set(key, value);
    if (this.#kept.size > this.#bound) {
      const oldest = this.#kept.keys().next();
      if (!oldest.done) this.#kept.delete(oldest.value);
    }
    return value;
  }
}
