/**
 * Keeps the promise that calls act in the order in which they were made, without making them wait for calls
 * that they have nothing to do with: two calls conflict when one writes a buffer that the other reads or writes.
 */
type Resource = object;

export interface OrderedCall {
  readonly reads: readonly Resource[];
  readonly writes: readonly Resource[];
  /**
   * 'host': starts when every earlier, conflicting call is done. 'threads': the threads keep order among their
   * own calls, so it starts when all earlier ones of them have started, and conflicting host calls are done.
   */
  readonly place: 'host' | 'threads';
  /** A host call that returns nothing is done when it returns. */
  readonly start: () => void | Promise<void>;
}

interface OpenCall extends OrderedCall {
  state: 'waiting' | 'started' | 'done';
  /** How many calls must start or be done before this one starts. */
  waitsFor: number;
  readonly afterStart: OpenCall[];
  readonly afterDone: OpenCall[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** The calls that the next one on this resource has to look at. Done ones may be among them. */
interface Usage {
  writer: OpenCall | null;
  /** Since the writer. */
  readonly readers: Set<OpenCall>;
}

export class CallOrder {
  readonly #usages = new WeakMap<Resource, Usage>();
  readonly #waiting = new Set<OpenCall>();
  readonly #released: OpenCall[] = [];
  #releasing = false;
  #lastOfThreads: OpenCall | null = null;

  /** Starts the call at once when nothing speaks against it. Settles as the call does. */
  run(call: OrderedCall): Promise<void> {
    return new Promise((resolve, reject) => {
      const links = { afterStart: [], afterDone: [], resolve, reject };
      const open: OpenCall = { ...call, state: 'waiting', waitsFor: 0, ...links };
      this.#waiting.add(open);
      this.#findPlace(open);
      if (open.waitsFor === 0) this.#start(open);
    });
  }

  /** Rejects the calls that have not started. */
  abandon(error: unknown): void {
    const waiting = [...this.#waiting];
    for (const call of waiting) this.#close(call);
    for (const call of waiting) call.reject(error);
  }

  #findPlace(call: OpenCall): void {
    const earlier = new Set<OpenCall>();
    for (const resource of call.reads) {
      const usage = this.#usageOf(resource);
      if (usage.writer) earlier.add(usage.writer);
      usage.readers.add(call);
    }
    for (const resource of call.writes) {
      const usage = this.#usageOf(resource);
      if (usage.writer) earlier.add(usage.writer);
      for (const reader of usage.readers) earlier.add(reader);
      usage.writer = call;
      usage.readers.clear();
    }
    if (call.place === 'threads') {
      if (this.#lastOfThreads) earlier.add(this.#lastOfThreads);
      this.#lastOfThreads = call;
    }
    earlier.delete(call); // It may read what it writes.
    for (const other of earlier) this.#wait(call, other);
  }

  #wait(call: OpenCall, other: OpenCall): void {
    const startIsEnough = call.place === 'threads' && other.place === 'threads';
    if (other.state === 'done' || (startIsEnough && other.state === 'started')) return;
    call.waitsFor++;
    (startIsEnough ? other.afterStart : other.afterDone).push(call);
  }

  #usageOf(resource: Resource): Usage {
    let usage = this.#usages.get(resource);
    if (!usage) {
      usage = { writer: null, readers: new Set() };
      this.#usages.set(resource, usage);
    }
    return usage;
  }

  #start(call: OpenCall): void {
    call.state = 'started';
    this.#waiting.delete(call);
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
    this.#release(call.afterStart);
  }

  #finish(call: OpenCall, settle: () => void): void {
    this.#close(call);
    settle();
    this.#release(call.afterDone);
  }

  #close(call: OpenCall): void {
    call.state = 'done';
    this.#waiting.delete(call);
    for (const resource of call.reads) this.#usages.get(resource)?.readers.delete(call);
  }

  /** Starts those that waited for nothing else; in a loop, since each may release the next of a long chain. */
  #release(calls: OpenCall[]): void {
    this.#released.push(...calls.splice(0));
    if (this.#releasing) return;
    this.#releasing = true;
    for (let call = this.#released.shift(); call; call = this.#released.shift()) {
      call.waitsFor--;
      if (call.waitsFor === 0 && call.state === 'waiting') this.#start(call);
    }
    this.#releasing = false;
  }
}
