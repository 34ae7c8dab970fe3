import type { CatalogueId } from '../domain/ids.ts';
import type { CatalogueDesk } from './catalogue-desk.ts';
import { listed } from './catalogue-desk.ts';
import { isCode } from './errors.ts';
import { pendingRemoval, REMOVAL_SETTING } from './pending-removal.ts';
import { MUTED_SETTING, withoutMuted } from './steering.ts';
import type { TrainingDesk } from './training-desk.ts';
import { UNDO_MS } from './undo-desk.ts';
import type { UndoDesk } from './undo-desk.ts';
import type { Visit } from './visit.ts';

/** Catalogues that go: off the page at once, for good when nobody has brought them back in time. */
export class RemovalDesk {
  readonly #visit: Visit;
  readonly #catalogues: CatalogueDesk;
  readonly #training: TrainingDesk;
  readonly #undo: UndoDesk;
  #removalTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(visit: Visit, catalogues: CatalogueDesk, training: TrainingDesk, undo: UndoDesk) {
    this.#visit = visit;
    this.#catalogues = catalogues;
    this.#training = training;
    this.#undo = undo;
  }

  /** Takes a catalogue off the page at once; it is removed for good when nobody has brought it back in time. */
  remove(id: CatalogueId): Promise<void> {
    return this.#catalogues.inTurn(async () => {
      const { catalogues } = this.#visit.state;
      const removed = catalogues.find((one) => one.id === id);
      const other = catalogues.find((one) => one.id !== id);
      if (!removed || !other) return;
      // What was removed before can be brought back no longer: there is one way back at a time.
      await this.#carryOut(pendingRemoval(this.#visit)?.catalogue);
      const wasCurrent = this.#visit.isCurrent(id);
      await this.#visit.keep(REMOVAL_SETTING, { catalogue: id, at: this.#visit.now() + UNDO_MS });
      const offer = this.#undo.offer(
        { kind: 'catalogue-removed', id, name: removed.name },
        () => this.#bringBack(id, wasCurrent),
        { gone: () => void this.#catalogues.inTurn(() => this.#carryOut(id)), everywhere: true },
      );
      this.#visit.set({ catalogues: listed(this.#visit, catalogues), ...offer, report: null });
      if (wasCurrent) await this.#catalogues.show(other.id);
    });
  }

  /** @throws what the workers throw: it can be tried again */
  #bringBack(id: CatalogueId, show: boolean): Promise<void> {
    return this.#visit.inTurn(async () => {
      const { [REMOVAL_SETTING]: pending } = this.#visit.settings;
      try {
        await this.#visit.save(REMOVAL_SETTING, null);
      } catch (error) {
        // What is stored still says that it goes.
        this.#visit.settings = { ...this.#visit.settings, [REMOVAL_SETTING]: pending };
        throw error;
      }
      this.#catalogues.adopt(await this.#visit.workers.vault.call((api) => api.open()));
      if (show) await this.#catalogues.show(id);
    });
  }

  /** A removal that an earlier visit, or another tab, has left pending. */
  finishInTime(): void {
    clearTimeout(this.#removalTimer);
    const pending = pendingRemoval(this.#visit);
    if (!pending || this.#visit.state.undoable?.act.kind === 'catalogue-removed') return;
    this.#removalTimer = setTimeout(
      () =>
        void this.#catalogues.inTurn(async () => {
          // It may have been brought back where it was removed.
          this.#visit.adoptSettings((await this.#visit.workers.vault.call((api) => api.open())).settings);
          await this.#carryOut(pending.catalogue);
        }),
      Math.max(0, pending.at - this.#visit.now()),
    );
  }

  /** Removes a catalogue for good if it still waits for that. */
  async #carryOut(id: CatalogueId | undefined): Promise<void> {
    if (id === undefined || pendingRemoval(this.#visit)?.catalogue !== id) return;
    const { vault, engine } = this.#visit.workers;
    const wasCurrent = this.#visit.isCurrent(id);
    await this.#training.stopOf(id);
    await engine.call((api) => api.forgetCatalogue(id));
    const state = await vault
      .call((api) => api.removeCatalogue(id))
      .catch((error: unknown) => {
        // Another tab was first.
        if (isCode(error, 'vault/unknown-catalogue')) return vault.call((api) => api.open());
        throw error;
      });
    await this.#visit.keep(MUTED_SETTING, withoutMuted(state.settings[MUTED_SETTING], id));
    await this.#visit.keep(REMOVAL_SETTING, null);
    const { current } = wasCurrent ? state : { current: this.#visit.catalogueId() };
    this.#catalogues.adopt({ ...state, current, settings: this.#visit.settings });
    if (wasCurrent) await this.#catalogues.openCurrent();
  }
}
