import { HomebodyError } from '../../domain/errors.ts';
import type { KernelHome } from '../../kernels/home.ts';

/** True for the error that a lost GPU device causes. */
export const isHomeLost = (error: unknown): boolean =>
  error instanceof HomebodyError && error.code === 'home/lost';

/** A dead thread of a home loses it as surely as a dead device; callers need to know only that it is lost. */
function asLost(error: unknown): Error {
  if (error instanceof HomebodyError && error.code === 'worker/died') {
    return new HomebodyError('home/lost', 'The compute home lost a thread.', {
      detail: error.detail,
      cause: error,
    });
  }
  return error instanceof Error ? error : new Error(String(error));
}

/**
 * Makes calls to a home settle when it is lost: a lost device answers late or never. One listener on
 * `home.lost` for all calls, since a race against a promise that never settles would keep every call alive.
 */
export class HomeGuard {
  readonly home: KernelHome;
  readonly #waiting = new Set<(error: Error) => void>();
  #lost: Error | null = null;

  constructor(home: KernelHome) {
    this.home = home;
    home.lost.catch((error: unknown) => {
      const lost = error instanceof Error ? error : new HomebodyError('home/lost', String(error));
      this.#lost = lost;
      for (const reject of this.#waiting) reject(lost);
      this.#waiting.clear();
    });
  }

  /** The work's result, or 'home/lost'. */
  run<T>(work: (home: KernelHome) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#lost) {
        reject(this.#lost);
        return;
      }
      this.#waiting.add(reject);
      work(this.home).then(
        (value) => {
          this.#waiting.delete(reject);
          resolve(value);
        },
        (error: unknown) => {
          this.#waiting.delete(reject);
          // Whatever a call says on a device that is gone, the loss is the reason.
          reject(this.#lost ?? asLost(error));
        },
      );
    });
  }

  /** What creates buffers, at once. @throws 'home/lost' and what the home throws */
  create<T>(work: (home: KernelHome) => T): T {
    if (this.#lost) throw this.#lost;
    try {
      return work(this.home);
    } catch (error) {
      throw asLost(error);
    }
  }
}
