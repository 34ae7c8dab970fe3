import type { CatalogueSummary } from '../domain/catalogue.ts';
import type { CatalogueId } from '../domain/ids.ts';
import type { ItemLanguage } from '../domain/item.ts';
import type { VaultState } from '../protocol/vault-api.ts';
import type { FeedDesk } from './feed-desk.ts';
import type { MapDesk } from './map-desk.ts';
import { readHistory } from './read-history.ts';
import { pendingRemoval } from './pending-removal.ts';
import { NO_MOOD } from './state.ts';
import type { HomebodyState, ShownItem } from './state.ts';
import { MUTED_SETTING, storedMuted } from './steering.ts';
import type { TrainingDesk } from './training-desk.ts';
import type { UndoDesk } from './undo-desk.ts';
import type { Visit } from './visit.ts';

export interface CatalogueDeskParts {
  readonly feed: FeedDesk;
  readonly undo: UndoDesk;
  readonly training: TrainingDesk;
  readonly map: MapDesk;
  /** A removal that an earlier visit, or another tab, has left pending, is to be carried out in time. */
  readonly onPendingRemoval: () => void;
}

/** Which catalogue is shown, and which there are. */
export class CatalogueDesk {
  readonly #visit: Visit;
  readonly #parts: CatalogueDeskParts;

  constructor(visit: Visit, parts: CatalogueDeskParts) {
    this.#visit = visit;
    this.#parts = parts;
  }

  /** Takes over what the vault says of itself. */
  adopt(state: VaultState): void {
    const { undo, feed, training } = this.#parts;
    this.#visit.historyVersion = state.historyVersion;
    this.#visit.adoptSettings(state.settings);
    const catalogue = state.catalogues.find((one) => one.id === state.current) ?? null;
    const changed = catalogue?.id !== this.#visit.state.catalogue?.id;
    if (changed) feed.startOver();
    this.#visit.set({
      catalogue,
      storage: state.storage,
      catalogues: listed(this.#visit, state.catalogues),
      ...this.#remembered(catalogue),
      // Rows mean nothing outside their catalogue: they go in the same change as it.
      ...(changed ? { ...NOTHING_SHOWN, ...undo.leave() } : {}),
      ...(changed && catalogue ? training.shownOf(catalogue.id) : {}),
    });
    if (pendingRemoval(this.#visit)) this.#parts.onPendingRemoval();
  }

  /** Shows the current catalogue, and trains it where it has no model. */
  async openCurrent(): Promise<void> {
    const { feed, training, map } = this.#parts;
    const catalogue = this.#visit.catalogueId();
    const [status, entries] = await Promise.all([
      this.#visit.workers.engine.call((api) => api.openCatalogue(catalogue)),
      readHistory(this.#visit, catalogue),
    ]);
    const shown = feed.follow({ model: status.model, history: entries, phase: 'ready', failure: null });
    map.again();
    await shown;
    if (status.model === null || status.resumable !== null) {
      void this.#visit.attempt(() => training.trainIfNobodyDoes());
    }
  }

  /** Shows what is shown with its text in one more language. */
  async speak(language: ItemLanguage | undefined): Promise<void> {
    const { items } = this.#visit;
    if (!items.speak(language) || this.#visit.state.phase !== 'ready') return;
    const catalogue = this.#visit.catalogueId();
    const { mood } = this.#visit.state;
    const anew = (list: readonly ShownItem[]): Promise<readonly ShownItem[]> =>
      items.get(
        catalogue,
        list.map((one) => one.index),
      );
    const [history, more, less] = await Promise.all([
      readHistory(this.#visit, catalogue),
      anew(mood.more),
      anew(mood.less),
    ]);
    // What was steered meanwhile was steered in the new language.
    const steered = this.#visit.state.mood === mood ? { mood: { ...mood, more, less } } : {};
    if (this.#visit.isCurrent(catalogue)) await this.#parts.feed.follow({ history, ...steered });
  }

  switchTo(id: CatalogueId): Promise<void> {
    return this.inTurn(async () => {
      if (!this.#visit.isCurrent(id)) await this.show(id);
    });
  }

  /** Another tab changed the log, the settings or the catalogues: what is shown here follows. */
  async catchUp(): Promise<void> {
    if (this.#visit.state.phase !== 'ready') return;
    const state = await this.#visit.workers.vault.call((api) => api.open());
    const current = this.#visit.catalogueId();
    if (!state.catalogues.some((one) => one.id === current)) {
      await this.inTurn(async () => {
        this.adopt(state);
        await this.openCurrent();
      });
      return;
    }
    this.adopt({ ...state, current });
    const history = await readHistory(this.#visit, current);
    if (this.#visit.isCurrent(current)) await this.#parts.feed.follow({ history });
  }

  /** Shows the catalogue that the vault has made the current one. */
  openNew(): Promise<void> {
    this.#visit.tabs.tell({ kind: 'log' });
    return this.inTurn(async () => {
      this.adopt(await this.#visit.workers.vault.call((api) => api.open()));
      await this.openCurrent();
    });
  }

  /** Makes another catalogue the current one; only within a turn. */
  async show(id: CatalogueId): Promise<void> {
    this.adopt(await this.#visit.workers.vault.call((api) => api.switchCatalogue(id)));
    await this.openCurrent();
  }

  /** What the settings say of a catalogue, and of the visitor. */
  #remembered(catalogue: CatalogueSummary | null): Partial<HomebodyState> {
    const { adventurousness, ...settings } = this.#visit.settings;
    const muted = catalogue ? storedMuted(settings[MUTED_SETTING])[catalogue.id] : undefined;
    return {
      muted: muted ?? { departments: [], brands: [] },
      // Afterwards the slider is ahead of what is stored.
      ...(this.#visit.state.phase === 'starting' && typeof adventurousness === 'number'
        ? { adventurousness }
        : {}),
    };
  }

  /** One change of what is shown after another. */
  inTurn(work: () => Promise<void>): Promise<void> {
    return this.#visit.inTurn(() => this.#visit.attempt(work));
  }
}

/** Without one that is as good as gone. */
export function listed(visit: Visit, catalogues: readonly CatalogueSummary[]): readonly CatalogueSummary[] {
  const pending = pendingRemoval(visit);
  return catalogues.filter((one) => one.id !== pending?.catalogue);
}

const NOTHING_SHOWN = {
  cards: null,
  feed: null,
  shelves: [],
  history: [],
  model: null,
  mood: NO_MOOD,
  constellation: null,
} as const;
