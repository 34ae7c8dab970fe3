import type { HomeReport } from '../../domain/training.ts';
import type { KernelHome } from '../../kernels/home.ts';
import { isHomeLost } from '../training/home-guard.ts';

export interface OpenedHome {
  readonly home: KernelHome;
  readonly report: HomeReport;
}

/** The home that kernels run on now, and the way to another one when it is lost. */
export class CurrentHome {
  #opened: OpenedHome;
  readonly #reopen: () => Promise<OpenedHome>;
  readonly #onMoved: (home: KernelHome) => void;
  #recovery: Promise<KernelHome> | null = null;

  /** `onMoved` hears of a new home before anybody works on it. */
  constructor(first: OpenedHome, reopen: () => Promise<OpenedHome>, onMoved: (home: KernelHome) => void) {
    this.#opened = first;
    this.#reopen = reopen;
    this.#onMoved = onMoved;
  }

  get home(): KernelHome {
    return this.#opened.home;
  }

  get report(): HomeReport {
    return this.#opened.report;
  }

  /** Runs the work here; once more, on a new home, when this one was lost under it. */
  async run<T>(work: (home: KernelHome) => Promise<T>): Promise<T> {
    const { home } = this;
    try {
      return await work(home);
    } catch (error) {
      if (!isHomeLost(error)) throw error;
      return work(await this.recover(home));
    }
  }

  /** One new home for all who noticed that `lost` is gone. @throws what opening one throws */
  recover(lost: KernelHome): Promise<KernelHome> {
    if (this.home !== lost) return Promise.resolve(this.home);
    this.#recovery ??= this.#move().finally(() => {
      this.#recovery = null;
    });
    return this.#recovery;
  }

  async #move(): Promise<KernelHome> {
    this.#opened = await this.#reopen();
    this.#onMoved(this.home);
    return this.home;
  }
}
