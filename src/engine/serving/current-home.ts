import type { HomeReport } from '../../domain/training.ts';
import type { KernelHome } from '../../kernels/home.ts';
import { isHomeLost } from '../training/home-guard.ts';

export interface OpenedHome {
  readonly home: KernelHome;
  readonly report: HomeReport;
}

/** The home that kernels run on now, once the first is open, and the way to another one when it is lost. */
export class CurrentHome {
  readonly #ready: Promise<void>;
  readonly #reopen: () => Promise<OpenedHome>;
  readonly #onMoved: (home: KernelHome) => void;
  #opened: OpenedHome | null = null;
  #recovery: Promise<KernelHome> | null = null;

  /** `onMoved` hears of a new home before anybody works on it. */
  constructor(
    opening: Promise<OpenedHome>,
    reopen: () => Promise<OpenedHome>,
    onMoved: (home: KernelHome) => void,
  ) {
    this.#ready = opening.then((opened) => {
      this.#opened = opened;
    });
    // Whoever asks for the home hears of it.
    this.#ready.catch(() => {});
    this.#reopen = reopen;
    this.#onMoved = onMoved;
  }

  /** Null while the first is being opened. */
  get opened(): OpenedHome | null {
    return this.#opened;
  }

  /** Waits for the first. @throws what opening it throws */
  readonly whenOpened = async (): Promise<OpenedHome> => {
    await this.#ready;
    return this.#opened!;
  };

  /** Likewise. */
  readonly home = async (): Promise<KernelHome> => (await this.whenOpened()).home;

  /** Runs the work; once more, on a new home, when the home was lost under it. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#opened;
    try {
      return await work();
    } catch (error) {
      if (!isHomeLost(error)) throw error;
      await this.recover(before ? before.home : await this.home());
      return work();
    }
  }

  /** One new home for all who noticed that `lost` is gone. @throws what opening one throws */
  async recover(lost: KernelHome): Promise<KernelHome> {
    await this.#ready;
    const { home } = this.#opened!;
    if (home !== lost) return home;
    this.#recovery ??= this.#move().finally(() => {
      this.#recovery = null;
    });
    return this.#recovery;
  }

  /** Gives it back, if one ever opens. */
  async dispose(): Promise<void> {
    const home = await this.home().catch(() => null);
    home?.dispose();
  }

  async #move(): Promise<KernelHome> {
    this.#opened = await this.#reopen();
    const { home } = this.#opened;
    this.#onMoved(home);
    return home;
  }
}
