import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { ItemLanguage } from '../domain/item.ts';
import type { OwnershipProgress, RestoreReport } from '../domain/ownership.ts';
import type { CatalogueDesk } from './catalogue-desk.ts';
import { eraseAll } from './erasure.ts';
import { asError, isCode } from './errors.ts';
import type { KeptByPage } from './kept-by-page.ts';
import { initialOwnershipState } from './ownership-state.ts';
import type { Ownership, OwnershipActions, OwnershipState, OwnershipWork } from './ownership-state.ts';
import { initialState, NO_MOOD } from './state.ts';
import type { TrainingDesk } from './training-desk.ts';
import type { UndoDesk } from './undo-desk.ts';
import type { Visit } from './visit.ts';
import { callback } from './worker-link.ts';

export interface OwnershipParts {
  readonly visit: Visit;
  readonly undo: UndoDesk;
  readonly training: TrainingDesk;
  readonly catalogues: CatalogueDesk;
  readonly page: { readonly keptByPage?: KeptByPage };
}

/** What is stored: looked at, taken along, brought back, erased. */
export class OwnershipDesk implements Ownership {
  readonly store: StoreApi<OwnershipState> = createStore<OwnershipState>(() => initialOwnershipState);
  readonly actions: OwnershipActions;
  readonly #parts: OwnershipParts;
  readonly #visit: Visit;
  #follows = false;
  /** Counts looks, so that an older one does not overwrite a newer one. */
  #looks = 0;

  constructor(parts: OwnershipParts) {
    this.#parts = parts;
    this.#visit = parts.visit;
    const { vault } = this.#visit.workers;
    const language = (): ItemLanguage | undefined => this.#visit.items.language;
    this.actions = {
      look: () => this.#attempt(undefined, () => this.#look()),
      page: (store, offset, limit) => vault.call((api) => api.ownedPage(store, offset, limit, language())),
      exportPlain: (format) =>
        this.#attempt(null, async () => {
          const now = this.#visit.now();
          const text = await vault.call((api) => api.ownedExport(format, now, language()));
          return new File([text], `homebody-${dayOf(now)}.${format}`, { type: text.type });
        }),
      backUp: (passphrase) => this.#work('backup', null, (show) => this.#backUp(passphrase, show)),
      inspect: (file, passphrase) =>
        this.#attempt(null, () => vault.call((api) => api.inspectBackup(file, passphrase))),
      restore: (file, passphrase, plan) =>
        this.#work('restore', false, async (show) => {
          const report = await this.#alone(() =>
            vault.call((api) => api.restoreBackup(file, passphrase, plan, this.#visit.now(), callback(show))),
          );
          await this.#showRestored(report);
          return true;
        }),
      cancel: () =>
        this.#attempt(undefined, async () => {
          const { work } = this.#state;
          if (work) this.#set({ work: { ...work, cancelling: true } });
          await vault.call((api) => api.cancelBackup());
        }),
      discard: (id) =>
        this.#attempt(undefined, async () => {
          await vault.call((api) => api.discardRestore(id));
          await this.#look();
        }),
      discardDamaged: (ids) =>
        this.#attempt(undefined, async () => {
          await vault.call((api) => api.discardDamaged(ids));
          await this.#parts.catalogues.openNew();
        }),
      erase: () => this.#erase(),
      dismissProblem: () => this.#set({ problem: null }),
      dismissRestored: () => this.#set({ restored: null }),
    };
  }

  get #state(): OwnershipState {
    return this.store.getState();
  }

  #set(patch: Partial<OwnershipState>): void {
    this.store.setState(patch);
  }

  /** Runs an action; a failure is shown, not thrown, and a cancel is none. */
  async #attempt<T>(otherwise: T, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!isCode(error, 'backup/cancelled') && !this.#visit.state.erased) {
        this.#set({ problem: asError(error) });
      }
      return otherwise;
    }
  }

  async #look(): Promise<void> {
    const look = ++this.#looks;
    const { vault } = this.#visit.workers;
    const [stores, pending] = await Promise.all([
      vault.call((api) => api.ownedStores()),
      vault.call((api) => api.pendingRestores()),
    ]);
    if (look === this.#looks) this.#set({ stores, pending });
    if (this.#follows) return;
    this.#follows = true;
    this.#visit.store.subscribe((now, before) => {
      if (now.storage !== before.storage) void this.actions.look();
    });
  }

  async #work<T>(
    kind: OwnershipWork['kind'],
    otherwise: T,
    work: (show: (progress: OwnershipProgress) => void) => Promise<T>,
  ): Promise<T> {
    if (this.#state.work) return otherwise;
    const progress: OwnershipProgress = { phase: 'key', bytesDone: 0, bytesTotal: 0 };
    this.#set({
      work: { kind, progress, remainingMs: Number.NaN, cancelling: false },
      problem: null,
      restored: null,
    });
    const pace = new Pace(this.#visit.now);
    try {
      return await this.#attempt(otherwise, () =>
        work((shown) => {
          const current = this.#state.work;
          if (current) this.#set({ work: { ...current, progress: shown, remainingMs: pace.left(shown) } });
        }),
      );
    } finally {
      this.#set({ work: null });
      if (this.#follows) await this.actions.look();
    }
  }

  async #backUp(passphrase: string, show: (progress: OwnershipProgress) => void): Promise<File> {
    const now = this.#visit.now();
    const blob = await this.#visit.workers.vault.call((api) => api.backUp(passphrase, now, callback(show)));
    return new File([blob], `homebody-${dayOf(now)}.hbbackup`, { type: blob.type });
  }

  /** Runs while nothing trains in this tab, so that no model of before is stored over what is brought back. */
  async #alone<T>(work: () => Promise<T>): Promise<T> {
    const { training } = this.#parts;
    await training.stop();
    let result: { readonly value: T } | null = null;
    await training.lendSeat(
      this.#visit.catalogueId(),
      async () => {
        result = { value: await work() };
      },
      () => this.actions.cancel(),
      new AbortController().signal,
    );
    return result!['value'];
  }

  /** Everything may be another one now: what is shown, here and in the other tabs, follows. */
  async #showRestored(report: RestoreReport): Promise<void> {
    const { engine, vault } = this.#visit.workers;
    const { catalogues, settings } = await vault.call((api) => api.open());
    for (const { id } of catalogues) {
      await engine.call((api) => api.forgetCatalogue(id));
      this.#visit.tabs.tell({ kind: 'model', catalogue: id });
    }
    const { adventurousness } = settings;
    this.#visit.set({
      ...this.#parts.undo.leave(),
      mood: NO_MOOD,
      adventurousness: typeof adventurousness === 'number' ? adventurousness : initialState.adventurousness,
    });
    await this.#parts.catalogues.openNew();
    this.#set({ restored: report });
  }

  async #erase(): Promise<void> {
    if (this.#state.erasing) return;
    this.#set({ erasing: true, problem: null });
    await this.#attempt(undefined, async () => {
      await eraseAll(this.#visit, 'here', this.#parts.page.keptByPage);
    });
    this.#set({ erasing: false });
  }
}

/** How long the rest takes if it goes on as it has gone so far. */
class Pace {
  readonly #now: () => number;
  #phase = '';
  #began = 0;
  #beganAt = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** ms; NaN while it is not known. */
  left({ phase, bytesDone, bytesTotal }: OwnershipProgress): number {
    const now = this.#now();
    if (phase !== this.#phase) {
      this.#phase = phase;
      this.#began = now;
      this.#beganAt = bytesDone;
    }
    const done = bytesDone - this.#beganAt;
    return done > 0 ? ((now - this.#began) * (bytesTotal - bytesDone)) / done : Number.NaN;
  }
}

/** `2026-11-30`, in UTC. */
function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
