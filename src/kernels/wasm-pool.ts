/** The host's side of the threads: starts them, hands them jobs in order, notices when one dies. */
import { HomebodyError } from '../domain/errors.ts';
import type { WasmHeap } from './wasm-heap.ts';
import { SCRATCH_BYTES, type WasmJob } from './wasm-job.ts';
import {
  COMPLETED,
  CONTROL_BYTES,
  RING_SLOTS,
  submitJob,
  type ThreadMessage,
  type ThreadStart,
} from './wasm-thread.ts';

/** A running thread, as the platform sees it. */
export interface ThreadHandle {
  terminate(): void;
  /** Whether the process should stay alive for it. Only Node has use for this. */
  hold?(busy: boolean): void;
}

export interface ThreadEvents {
  message(message: ThreadMessage): void;
  /** It crashed, could not be loaded, or was ended by somebody else. */
  died(reason: string): void;
}

/** Starts a worker that calls `runThread(start, post)`. Given by the platform. May throw where there are no workers. */
export type SpawnThread = (start: ThreadStart, events: ThreadEvents) => ThreadHandle;

export interface PoolOptions {
  readonly heap: WasmHeap;
  readonly module: WebAssembly.Module;
  readonly threads: number;
  /** How long all threads together may take to be ready, ms. */
  readonly readyWithinMs: number;
}

interface PendingJob {
  readonly job: WasmJob;
  readonly resolve: () => void;
  readonly reject: (error: HomebodyError) => void;
}

export class WasmPool {
  readonly #words: Int32Array;
  readonly #threads: ThreadHandle[] = [];
  /** In order; the first `#inRing` of them are in the ring. */
  readonly #pending: PendingJob[] = [];
  readonly #onDeath: (error: HomebodyError) => void;
  #inRing = 0;
  #submitted = 0;
  #completed = 0;
  #dead: HomebodyError | null = null;

  private constructor(words: Int32Array, onDeath: (error: HomebodyError) => void) {
    this.#words = words;
    this.#onDeath = onDeath;
  }

  /** Resolves when all threads are ready. @throws 'worker/died', also for a thread that never says anything */
  static async start(
    { heap, module, threads, readyWithinMs }: PoolOptions,
    spawn: SpawnThread,
    onDeath: (error: HomebodyError) => void,
  ): Promise<WasmPool> {
    const control = heap.allocate(CONTROL_BYTES);
    const scratches = Array.from({ length: threads }, () => heap.allocate(SCRATCH_BYTES));
    const pool = new WasmPool(heap.i32(control, CONTROL_BYTES / 4), onDeath);
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        let ready = 0;
        const died = (reason: string): void => reject(pool.#die(reason));
        const message = (sent: ThreadMessage): void => {
          if (sent.type === 'failed') died(sent.reason);
          else if (sent.type === 'completed') pool.#settleCompleted();
          else if (++ready === threads) resolve();
        };
        timer = setTimeout(
          () => died(`${ready} of ${threads} threads were ready after ${readyWithinMs} ms.`),
          readyWithinMs,
        );
        try {
          for (const scratch of scratches) {
            const start: ThreadStart = { module, memory: heap.memory, control, scratch, threads };
            pool.#threads.push(spawn(start, { message, died }));
          }
        } catch (error) {
          died(String(error));
        }
      });
    } finally {
      clearTimeout(timer);
    }
    pool.#hold(false);
    return pool;
  }

  get busy(): boolean {
    return this.#pending.length > 0;
  }

  /** Jobs run one after the other, each on all threads. @throws 'worker/died' */
  submit(job: WasmJob): Promise<void> {
    if (this.#dead) return Promise.reject(this.#dead);
    return new Promise((resolve, reject) => {
      if (this.#pending.push({ job, resolve, reject }) === 1) this.#hold(true);
      this.#fillRing();
    });
  }

  /** Ends the threads; what is pending rejects with `error`. */
  stop(error: HomebodyError): void {
    if (this.#dead) return;
    this.#dead = error;
    for (const thread of this.#threads) thread.terminate();
    for (const { reject } of this.#pending.splice(0)) reject(error);
  }

  #fillRing(): void {
    for (; this.#inRing < RING_SLOTS; this.#inRing++) {
      const next = this.#pending[this.#inRing];
      if (!next) return;
      submitJob(this.#words, this.#submitted, next.job);
      this.#submitted = (this.#submitted + 1) | 0;
    }
  }

  /** Messages of different threads can overtake each other: the counter says what is done, not the message. */
  #settleCompleted(): void {
    const completed = Atomics.load(this.#words, COMPLETED);
    for (; this.#completed !== completed; this.#completed = (this.#completed + 1) | 0) {
      this.#inRing--;
      this.#pending.shift()?.resolve();
    }
    this.#fillRing();
    if (!this.busy) this.#hold(false);
  }

  #die(reason: string): HomebodyError {
    if (this.#dead) return this.#dead;
    const error = new HomebodyError('worker/died', 'A thread of the WASM home ended unexpectedly.', {
      detail: { reason },
      remedy: 'Create the home again, or use fewer threads.',
    });
    this.stop(error);
    this.#onDeath(error);
    return error;
  }

  #hold(busy: boolean): void {
    for (const thread of this.#threads) thread.hold?.(busy);
  }
}
