/**
 * Keeps the promise that calls act in the order in which they were made, without making them wait for calls
 * that they have nothing to do with: two calls conflict when one writes a buffer that the other reads or writes.
 */
type Resource = object;

export interface OrderedCall {
  readonly reads: readonly Resource[];
  readonly writes: readonly Resource[];
  /**
   * 'host': starts when no earlier, conflicting call is open. 'threads': the threads keep order among their own
   * calls, so it starts when no earlier call of them waits and no earlier, conflicting host call is open.
   */
  readonly place: 'host' | 'threads';
  /** A host call that returns nothing is done when it returns. */
  readonly start: () => void | Promise<void>;
}

interface OpenCall extends OrderedCall {
  started: boolean;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

function touches(call: OrderedCall, resources: readonly Resource[]): boolean {
  return resources.some((resource) => call.writes.includes(resource));
}

function conflict(a: OrderedCall, b: OrderedCall): boolean {
  return touches(a, b.reads) || touches(a, b.writes) || touches(b, a.reads);
}

export class CallOrder {
  #open: OpenCall[] = [];

  /** Starts the call at once when nothing speaks against it. Settles as the call does. */
  run(call: OrderedCall): Promise<void> {
    return new Promise((resolve, reject) => {
      const open: OpenCall = { ...call, started: false, resolve, reject };
      this.#open.push(open);
      if (!this.#blocked(open, this.#open.length - 1)) this.#start(open);
    });
  }

  /** Rejects the calls that have not started. */
  abandon(error: unknown): void {
    const waiting = this.#open.filter((call) => !call.started);
    this.#open = this.#open.filter((call) => call.started);
    for (const call of waiting) call.reject(error);
  }

  #blocked(call: OpenCall, place: number): boolean {
    return this.#open.slice(0, place).some((earlier) => {
      const keepsOrder = call.place === 'threads' && earlier.place === 'threads';
      return keepsOrder ? !earlier.started : conflict(earlier, call);
    });
  }

  #start(call: OpenCall): void {
    call.started = true;
    try {
      const running = call.start();
      if (running === undefined) this.#finish(call, call.resolve);
      else {
        running.then(
          () => this.#finish(call, call.resolve),
          (error: unknown) => this.#finish(call, () => call.reject(error)),
        );
      }
    } catch (error) {
      this.#finish(call, () => call.reject(error));
    }
  }

  #finish(call: OpenCall, settle: () => void): void {
    this.#open = this.#open.filter((other) => other !== call);
    settle();
    this.#startReady();
  }

  #startReady(): void {
    for (;;) {
      const place = this.#open.findIndex((call, at) => !call.started && !this.#blocked(call, at));
      const ready = this.#open[place];
      if (!ready) return;
      this.#start(ready);
    }
  }
}
