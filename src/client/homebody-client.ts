import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { HomebodyError } from '../domain/errors.ts';
import type { EventKind, StoredEvent } from '../domain/events.ts';
import type { CatalogueId, ItemIndex } from '../domain/ids.ts';
import type { Scored } from '../domain/recommendation.ts';
import type { HomeChoice } from '../domain/training.ts';
import type { VaultState } from '../protocol/vault-api.ts';
import { ItemCache } from './item-cache.ts';
import { latestOnly } from './latest.ts';
import { initialState } from './state.ts';
import type {
  ExplainedItem,
  Homebody,
  HomebodyActions,
  HomebodyState,
  ProductPage,
  ShownItem,
} from './state.ts';
import { callback } from './worker-link.ts';
import type { WorkerPair } from './workers.ts';

export interface HomebodyOptions {
  readonly spawn: (onReplaced: () => void) => WorkerPair;
  readonly home: HomeChoice;
  /** ms since the epoch. */
  readonly now: () => number;
  /** Asks the browser not to evict the storage; null where it cannot be asked. */
  readonly persist: () => Promise<boolean | null>;
}

const FEED_SIZE = 48;
const SIMILAR_COUNT = 12;
/** Causes that a card names. */
const CARD_CAUSES = 2;
const UNDO_MS = 10_000;

/**
 * The page's one handle on both workers: it holds the state that the page draws, keeps answers in order and
 * starts everything again after a crash.
 */
export class HomebodyClient implements Homebody, HomebodyActions {
  readonly store: StoreApi<HomebodyState> = createStore<HomebodyState>(() => initialState);
  readonly actions: HomebodyActions = this;

  readonly #options: HomebodyOptions;
  readonly #workers: WorkerPair;
  readonly #items: ItemCache;
  readonly #refreshFeed: () => Promise<void>;
  #historyVersion = 0;
  #trainingRun: Promise<void> = Promise.resolve();
  #undoTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: HomebodyOptions) {
    this.#options = options;
    this.#workers = options.spawn(() => void this.#begin());
    this.#items = new ItemCache((catalogue, indexes) =>
      this.#workers.vault.call((api) => api.items(catalogue, indexes)),
    );
    this.#refreshFeed = latestOnly(
      () => this.#loadFeed(),
      (patch) => this.#set(patch),
      (error) => {
        this.#set({ feedPending: false });
        this.#report(error);
      },
    );
  }

  /** Opens the vault and the engine, shows the first feed, and trains when there is no model yet. */
  async start(): Promise<void> {
    await this.#begin();
  }

  record = async (kind: EventKind, index: ItemIndex): Promise<void> =>
    this.#attempt(async () => {
      const catalogue = this.#catalogueId();
      const item = await this.#shown(catalogue, index);
      if (this.store.getState().persisted === null) void this.#persist();
      const change = await this.#workers.vault.call((api) =>
        api.record({ catalogue, item: item.item.id, kind, at: this.#options.now() }),
      );
      this.#historyVersion = change.historyVersion;
      const { history } = this.store.getState();
      this.#set({ history: [{ ...item, event: change.event }, ...history] });
      // Looking is recorded quietly: an offer to undo each look would be noise.
      if (kind !== 'view') this.#offerUndo('recorded', change.event, item);
      void this.#refreshStorage();
      await this.#refreshFeed();
    });

  takeBack = async (event: StoredEvent): Promise<void> =>
    this.#attempt(async () => {
      const entry = this.store.getState().history.find((one) => one.event.id === event.id);
      const change = await this.#workers.vault.call((api) => api.takeBack(event.id));
      this.#historyVersion = change.historyVersion;
      this.#set({ history: this.store.getState().history.filter((one) => one.event.id !== event.id) });
      if (entry) this.#offerUndo('taken-back', event, entry);
      void this.#refreshStorage();
      await this.#refreshFeed();
    });

  undo = async (): Promise<void> =>
    this.#attempt(async () => {
      const { undoable } = this.store.getState();
      if (!undoable) return;
      this.#clearUndo();
      if (undoable.kind === 'recorded') {
        const change = await this.#workers.vault.call((api) => api.takeBack(undoable.event.id));
        this.#historyVersion = change.historyVersion;
      } else {
        const change = await this.#workers.vault.call((api) => api.restore(undoable.event));
        this.#historyVersion = change.historyVersion;
      }
      await this.#loadHistory(this.#catalogueId());
      void this.#refreshStorage();
      await this.#refreshFeed();
    });

  setAdventurousness = (value: number): void => {
    if (value === this.store.getState().adventurousness) return;
    this.#set({ adventurousness: value });
    void this.#refreshFeed();
    void this.#attempt(() =>
      this.#workers.vault.call((api) => api.saveSetting('adventurousness', value)).then(() => undefined),
    );
  };

  train = (): Promise<void> => {
    if (!this.store.getState().training) this.#trainingRun = this.#attempt(() => this.#train());
    return this.#trainingRun;
  };

  cancelTraining = async (): Promise<void> =>
    this.#attempt(async () => {
      if (!this.store.getState().training) return;
      this.#set({ cancelling: true });
      await this.#workers.engine.call((api) => api.cancelTraining());
    });

  importFiles = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0 || this.store.getState().importing) return;
    this.#set({ importing: { phase: 'opening', file: files[0]?.name ?? '', fraction: 0, rowsRead: 0 } });
    this.#set({ importError: null, report: null });
    try {
      const result = await this.#workers.vault.call((api) =>
        api.importFiles(
          files,
          callback((importing) => {
            if (this.store.getState().importing) this.#set({ importing });
          }),
        ),
      );
      this.#set({ report: result.report });
      await this.#attempt(async () => {
        this.#adopt(await this.#workers.vault.call((api) => api.open()));
        await this.#openCurrent();
      });
    } catch (error) {
      if (!isCode(error, 'import/cancelled')) this.#set({ importError: asError(error) });
    } finally {
      this.#set({ importing: null });
    }
  };

  cancelImport = async (): Promise<void> =>
    this.#attempt(async () => {
      await this.#workers.vault.call((api) => api.cancelImport());
    });

  switchCatalogue = async (id: CatalogueId): Promise<void> =>
    this.#attempt(async () => {
      this.#adopt(await this.#workers.vault.call((api) => api.switchCatalogue(id)));
      await this.#openCurrent();
    });

  removeCatalogue = async (id: CatalogueId): Promise<void> =>
    this.#attempt(async () => {
      const wasCurrent = this.store.getState().catalogue?.id === id;
      if (wasCurrent) await this.#stopTraining();
      const state = await this.#workers.vault.call((api) => api.removeCatalogue(id));
      await this.#workers.engine.call((api) => api.forgetCatalogue(id));
      this.#adopt(state);
      if (wasCurrent) await this.#openCurrent();
    });

  explain = async (index: ItemIndex): Promise<ExplainedItem | null> => {
    const catalogue = this.#catalogueId();
    const [shown] = await this.#items.get(catalogue, [index]);
    if (!shown) return null;
    const explanation = await this.#workers.engine.call((api) =>
      api.explain(catalogue, this.#historyVersion, index),
    );
    const items = await this.#items.get(
      catalogue,
      explanation.causes.map((cause) => cause.item),
    );
    const byIndex = new Map(items.map((item) => [item.index, item]));
    const causes = explanation.causes.flatMap((cause) => {
      const item = byIndex.get(cause.item);
      return item ? [{ ...item, share: cause.share }] : [];
    });
    return { ...shown, explanation, causes };
  };

  product = async (index: ItemIndex): Promise<ProductPage | null> => {
    const catalogue = this.#catalogueId();
    const [shown] = await this.#items.get(catalogue, [index]);
    if (!shown) return null;
    const { engine } = this.#workers;
    const [similar, complements] = await Promise.all([
      // Without a model nothing is known to be similar; the page says so by an empty list.
      engine
        .call((api) => api.similarItems(catalogue, index, SIMILAR_COUNT))
        .catch((error: unknown) => {
          if (isCode(error, 'model/none')) return [];
          throw error;
        }),
      engine.call((api) => api.complements(catalogue, index, SIMILAR_COUNT)),
    ]);
    return {
      ...shown,
      similar: await this.#withItems(catalogue, similar),
      complements: await this.#withItems(catalogue, complements),
    };
  };

  dismissReport = (): void => this.#set({ report: null, importError: null });
  dismissProblem = (): void => this.#set({ problem: null });
  dismissRecovered = (): void => this.#set({ recovered: null });
  /** Replaced by the service worker's registration once a newer version waits. */
  applyUpdate: () => void = () => {};

  /** Lets the composition root report what only the page can see. */
  note(
    patch: Pick<Partial<HomebodyState>, 'online' | 'requestsSinceLoad' | 'updateReady' | 'offlineReady'>,
  ): void {
    this.#set(patch);
  }

  async #train(): Promise<void> {
    const catalogue = this.#catalogueId();
    const { home } = this.store.getState();
    this.#set({ training: preparing(home?.home ?? 'reference'), cancelling: false });
    try {
      const model = await this.#workers.engine.call((api) =>
        api.train(
          { catalogue, config: {} },
          this.#options.now(),
          callback((progress) => {
            if (this.store.getState().training === null) return;
            this.#set({
              training: progress,
              lastLosses: progress.losses,
              ...(progress.recovered ? { recovered: progress.recovered } : {}),
            });
          }),
        ),
      );
      if (this.store.getState().catalogue?.id !== catalogue) return;
      this.#set({ model });
    } finally {
      this.#set({ training: null, cancelling: false });
    }
    void this.#refreshStorage();
    await this.#refreshFeed();
  }

  async #begin(): Promise<void> {
    try {
      const { vault, engine } = this.#workers;
      const connected = this.#workers.connect();
      const [state, home] = await Promise.all([
        vault.call((api) => api.open()),
        engine.call((api) => api.start(this.#options.home)),
        connected,
      ]);
      this.#set({ home });
      this.#adopt(state);
      await this.#openCurrent();
    } catch (error) {
      this.#set({ phase: 'failed', failure: asError(error) });
    }
  }

  async #stopTraining(): Promise<void> {
    await this.cancelTraining();
    await this.#trainingRun;
  }

  /** Takes over what the vault says of itself. */
  #adopt(state: VaultState): void {
    this.#historyVersion = state.historyVersion;
    const adventurousness = state.settings['adventurousness'];
    this.#set({
      catalogues: state.catalogues,
      catalogue: state.catalogues.find((one) => one.id === state.current) ?? null,
      storage: state.storage,
      ...(typeof adventurousness === 'number' ? { adventurousness } : {}),
    });
  }

  async #openCurrent(): Promise<void> {
    const catalogue = this.#catalogueId();
    this.#clearUndo();
    await this.#stopTraining();
    this.#set({ cards: null, feed: null, model: null, lastLosses: [] });
    const [status] = await Promise.all([
      this.#workers.engine.call((api) => api.openCatalogue(catalogue)),
      this.#loadHistory(catalogue),
    ]);
    this.#set({ model: status.model, phase: 'ready', failure: null });
    await this.#refreshFeed();
    if (status.model === null || status.resumable !== null) void this.train();
  }

  async #loadHistory(catalogue: CatalogueId): Promise<void> {
    const events = await this.#workers.vault.call((api) => api.events(catalogue));
    const items = await this.#items.get(
      catalogue,
      events.map((event) => event.index),
    );
    const byIndex = new Map(items.map((item) => [item.index, item]));
    this.#set({
      history: events.flatMap((event) => {
        const item = byIndex.get(event.index);
        return item ? [{ ...item, event }] : [];
      }),
    });
  }

  async #loadFeed(): Promise<Partial<HomebodyState>> {
    this.#set({ feedPending: true });
    const catalogue = this.#catalogueId();
    const { adventurousness } = this.store.getState();
    const feed = await this.#workers.engine.call((api) =>
      api.feed({ catalogue, historyVersion: this.#historyVersion, k: FEED_SIZE, adventurousness }),
    );
    const causesOf = (one: (typeof feed.items)[number]): readonly ItemIndex[] =>
      one.reason.kind === 'because' ? one.reason.causes.slice(0, CARD_CAUSES).map((cause) => cause.item) : [];
    const items = await this.#items.get(
      catalogue,
      feed.items.flatMap((one) => [one.item, ...causesOf(one)]),
    );
    const byIndex = new Map(items.map((item) => [item.index, item]));
    const cards = feed.items.flatMap((recommendation) => {
      const shown = byIndex.get(recommendation.item);
      const because = causesOf(recommendation).flatMap((index) => byIndex.get(index) ?? []);
      return shown ? [{ ...shown, recommendation, because }] : [];
    });
    return { feed, cards, feedPending: false };
  }

  async #withItems(
    catalogue: CatalogueId,
    scored: readonly Scored[],
  ): Promise<readonly (ShownItem & Pick<Scored, 'score'>)[]> {
    const items = await this.#items.get(
      catalogue,
      scored.map((one) => one.item),
    );
    const scores = new Map(scored.map((one) => [one.item, one.score]));
    return items.map((item) => ({ ...item, score: scores.get(item.index) ?? 0 }));
  }

  async #shown(catalogue: CatalogueId, index: ItemIndex): Promise<ShownItem> {
    const [shown] = await this.#items.get(catalogue, [index]);
    if (shown) return shown;
    throw new HomebodyError('argument/range', `There is no item ${index} in this catalogue.`, {
      detail: { index },
    });
  }

  async #persist(): Promise<void> {
    this.#set({ persisted: await this.#options.persist() });
  }

  async #refreshStorage(): Promise<void> {
    await this.#attempt(async () => {
      this.#set({ storage: await this.#workers.vault.call((api) => api.storage()) });
    });
  }

  #offerUndo(kind: 'recorded' | 'taken-back', event: StoredEvent, shown: ShownItem): void {
    clearTimeout(this.#undoTimer);
    this.#set({ undoable: { kind, event, item: shown.item, until: this.#options.now() + UNDO_MS } });
    this.#undoTimer = setTimeout(() => this.#clearUndo(), UNDO_MS);
  }

  #clearUndo(): void {
    clearTimeout(this.#undoTimer);
    if (this.store.getState().undoable) this.#set({ undoable: null });
  }

  #catalogueId(): CatalogueId {
    const { catalogue } = this.store.getState();
    if (catalogue) return catalogue.id;
    throw new HomebodyError('vault/unknown-catalogue', 'No catalogue is open yet.', {
      remedy: 'Wait until the page has loaded.',
    });
  }

  /** Runs an action; a failure is shown, not thrown. A cancelled training is no failure. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#report(error);
    }
  }

  #report(error: unknown): void {
    if (isCode(error, 'training/cancelled')) return;
    this.#set({ problem: asError(error) });
  }

  #set(patch: Partial<HomebodyState>): void {
    this.store.setState(patch);
  }
}

function preparing(home: 'webgpu' | 'wasm' | 'reference'): NonNullable<HomebodyState['training']> {
  const nothing = { epoch: 0, epochs: 0, fraction: 0, elapsedMs: 0, remainingMs: Number.NaN, losses: [] };
  return { phase: 'preparing', ...nothing, home };
}

function isCode(error: unknown, code: HomebodyError['code']): boolean {
  return error instanceof HomebodyError && error.code === code;
}

function asError(error: unknown): HomebodyError {
  if (error instanceof HomebodyError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new HomebodyError('internal', message, { cause: error });
}
