import { proxy, wrap } from 'comlink';
import type { Remote } from 'comlink';
import { HomebodyError } from '../domain/errors.ts';
import { unwrap } from '../domain/outcome.ts';
import type { Outcome } from '../domain/outcome.ts';

/** The part of `Worker` that a link needs; tests give their own. */
export interface WorkerLike extends Pick<Worker, 'postMessage' | 'addEventListener' | 'removeEventListener'> {
  terminate(): void;
}

/** Restarts within this time that make a link give up: the worker cannot live here. */
const RESTART_WINDOW_MS = 60_000;
const RESTART_LIMIT = 3;

/**
 * One worker behind its typed API. A call settles always: by its answer, by the worker's death
 * ('worker/died') or by the caller's abort. A dead worker is replaced at once, and `onReplaced` sets the new
 * one up; the calls that died with the old one are not repeated.
 */
export class WorkerLink<Api> {
  readonly #spawn: () => WorkerLike;
  readonly #onReplaced: () => void;
  readonly #now: () => number;
  readonly #pending = new Set<(error: HomebodyError) => void>();
  #deaths: number[] = [];
  #worker: WorkerLike;
  #remote: Remote<Api>;
  #dead: HomebodyError | null = null;

  constructor(spawn: () => WorkerLike, onReplaced: () => void, now: () => number) {
    this.#spawn = spawn;
    this.#onReplaced = onReplaced;
    this.#now = now;
    this.#worker = this.#listen(spawn());
    this.#remote = wrap<Api>(this.#worker);
  }

  /** @throws the outcome's error; 'worker/died'; the signal's reason. */
  call<T>(invoke: (api: Remote<Api>) => Promise<Outcome<T>>, signal?: AbortSignal): Promise<T> {
    if (this.#dead) return Promise.reject(this.#dead);
    return new Promise<T>((resolve, reject) => {
      const settle = (): void => {
        this.#pending.delete(onDeath);
        signal?.removeEventListener('abort', onAbort);
      };
      const onDeath = (error: HomebodyError): void => {
        settle();
        reject(error);
      };
      const onAbort = (): void => {
        settle();
        reject(signal?.reason as Error);
      };
      if (signal?.aborted) {
        onAbort();
        return;
      }
      this.#pending.add(onDeath);
      signal?.addEventListener('abort', onAbort, { once: true });
      invoke(this.#remote).then(
        (outcome) => {
          settle();
          try {
            resolve(unwrap(outcome));
          } catch (error) {
            reject(error as Error);
          }
        },
        (error: unknown) => {
          settle();
          reject(error as Error);
        },
      );
    });
  }

  /** Ends the worker for good; pending calls reject. */
  close(): void {
    this.#fail(new HomebodyError('worker/died', 'The worker was closed.'));
  }

  #listen(worker: WorkerLike): WorkerLike {
    worker.addEventListener('error', (event) => {
      if (worker !== this.#worker || this.#dead) return;
      this.#replace('message' in event ? event.message : 'it could not be loaded');
    });
    return worker;
  }

  #replace(reason: string): void {
    const error = new HomebodyError(
      'worker/died',
      `A background worker stopped: ${reason || 'unknown reason'}.`,
      {
        remedy: 'It is started again by itself. If this repeats, reload the page.',
      },
    );
    const now = this.#now();
    this.#deaths = [...this.#deaths.filter((at) => now - at < RESTART_WINDOW_MS), now];
    if (this.#deaths.length > RESTART_LIMIT) {
      this.#fail(error);
      return;
    }
    this.#worker.terminate();
    this.#worker = this.#listen(this.#spawn());
    this.#remote = wrap<Api>(this.#worker);
    this.#rejectAll(error);
    this.#onReplaced();
  }

  #fail(error: HomebodyError): void {
    this.#dead = error;
    this.#worker.terminate();
    this.#rejectAll(error);
  }

  #rejectAll(error: HomebodyError): void {
    const pending = [...this.#pending];
    this.#pending.clear();
    for (const reject of pending) reject(error);
  }
}

/** A callback that a worker may call. Comlink passes functions only as arguments of their own. */
export function callback<F extends (...args: never[]) => void>(f: F): F {
  return proxy(f);
}
