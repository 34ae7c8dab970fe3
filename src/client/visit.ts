import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { HomebodyError } from '../domain/errors.ts';
import type { CatalogueId, ItemIndex } from '../domain/ids.ts';
import { asError, isCode } from './errors.ts';
import { ItemCache } from './item-cache.ts';
import type { OtherTabs } from './other-tabs.ts';
import { initialState } from './state.ts';
import type { Erased, HomebodyState, ShownItem } from './state.ts';
import type { WorkerPair } from './workers.ts';

const STORAGE_RESTS_MS = 300;

/** What the desks of the client share: the state that the page draws, the workers, and what becomes of a failure. */
export class Visit {
  readonly store: StoreApi<HomebodyState> = createStore<HomebodyState>(() => initialState);
  readonly workers: WorkerPair;
  readonly tabs: OtherTabs;
  readonly items: ItemCache;
  /** ms since the epoch. */
  readonly now: () => number;
  /** Of the newest log that is known of. */
  historyVersion = 0;
  /** As last read or saved. */
  settings: Readonly<Record<string, unknown>> = {};
  #turn: Promise<void> = Promise.resolve();
  #saved: Promise<unknown> = Promise.resolve();
  /** Settings that are being saved. */
  readonly #saving = new Map<string, unknown>();
  #storageTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(workers: WorkerPair, tabs: OtherTabs, now: () => number) {
    this.workers = workers;
    this.tabs = tabs;
    this.now = now;
    this.items = new ItemCache((catalogue, indexes, language) =>
      workers.vault.call((api) => api.items(catalogue, indexes, language)),
    );
  }

  get state(): HomebodyState {
    return this.store.getState();
  }

  set(patch: Partial<HomebodyState>): void {
    this.store.setState(patch);
  }

  /** Of the catalogue that is shown. @throws 'vault/unknown-catalogue' before one is open */
  catalogueId(): CatalogueId {
    const { catalogue } = this.state;
    if (catalogue) return catalogue.id;
    throw new HomebodyError('vault/unknown-catalogue', 'No catalogue is open yet.', {
      remedy: 'Wait until the page has loaded.',
    });
  }

  isCurrent(catalogue: CatalogueId): boolean {
    return this.state.catalogue?.id === catalogue;
  }

  /** @throws 'argument/range' when the row does not exist */
  async shown(catalogue: CatalogueId, index: ItemIndex): Promise<ShownItem> {
    const [shown] = await this.items.get(catalogue, [index]);
    if (shown) return shown;
    throw new HomebodyError('argument/range', `There is no item ${index} in this catalogue.`, {
      detail: { index },
    });
  }

  /** Runs an action; a failure is shown, not thrown. */
  async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.report(error);
    }
  }

  /** Everything was erased: nothing is asked for any more, so that nothing is written anew. */
  end(erased: Erased): void {
    this.workers.engine.close();
    this.workers.vault.close();
    this.set({ erased });
  }

  /** A cancelled training is no failure, nor is what fails since everything was erased. `patch`: what changes with it. */
  report(error: unknown, patch: Partial<HomebodyState> = {}): void {
    if (this.state.erased) return;
    if (isCode(error, 'vault/erased')) {
      this.end({ where: 'other-tab', report: null });
      return;
    }
    if (isCode(error, 'training/cancelled')) this.set(patch);
    // The browser took the open vault away, and it does not open by itself.
    else if (isCode(error, 'vault/locked')) this.set({ ...patch, phase: 'locked' });
    else this.set({ ...patch, problem: asError(error) });
  }

  /** One change of catalogue after another: each leaves a whole state behind. */
  inTurn(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work, work);
    return this.#turn;
  }

  /** Stores a setting, and tells the other tabs; of two of the same name the later one stays. A failure is shown. */
  keep(name: string, value: unknown): Promise<void> {
    return this.attempt(() => this.save(name, value));
  }

  /** As `keep`. @throws what the vault throws; what was set stays so in this visit */
  async save(name: string, value: unknown): Promise<void> {
    this.settings = { ...this.settings, [name]: value };
    this.#saving.set(name, value);
    const save = (): Promise<null> => this.workers.vault.call((api) => api.saveSetting(name, value));
    this.#saved = this.#saved.then(save, save);
    try {
      await this.#saved;
    } finally {
      if (this.#saving.get(name) === value) this.#saving.delete(name);
    }
    this.tabs.tell({ kind: 'log' });
  }

  /** Takes over what the vault has read, but for what it was given since. */
  adoptSettings(read: Readonly<Record<string, unknown>>): void {
    this.settings = { ...read, ...Object.fromEntries(this.#saving) };
  }

  /** Counts what is stored, once for all that is done shortly after another. */
  countStorage(): void {
    clearTimeout(this.#storageTimer);
    this.#storageTimer = setTimeout(() => {
      void this.attempt(async () => {
        this.set({ storage: await this.workers.vault.call((api) => api.storage()) });
      });
    }, STORAGE_RESTS_MS);
  }
}
