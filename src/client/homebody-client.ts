import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { HomebodyError } from '../domain/errors.ts';
import type { EventKind, StoredEvent } from '../domain/events.ts';
import type { CatalogueId, ItemIndex } from '../domain/ids.ts';
import type { HomeChoice } from '../domain/training.ts';
import type { HistoryChange, VaultState } from '../protocol/vault-api.ts';
import { asError, isCode } from './errors.ts';
import { ItemCache } from './item-cache.ts';
import { explainItem, feedCards, productPage } from './questions.ts';
import { latestOnly } from './latest.ts';
import { initialState } from './state.ts';
import type {
  ExplainedItem,
  HistoryEntry,
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
  /** The line to other tabs of this app: `onChange` is called when one of them changed the log. */
  readonly otherTabs: (onChange: () => void) => OtherTabs;
}

export interface OtherTabs {
  tell(): void;
}

const FEED_SIZE = 48;
const UNDO_MS = 10_000;
const SLIDER_RESTS_MS = 300;

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
  readonly #recording = new Set<string>();
  readonly #otherTabs: OtherTabs;
  #historyVersion = 0;
  #trainingRun: Promise<void> = Promise.resolve();
  #turn: Promise<void> = Promise.resolve();
  #undoTimer: ReturnType<typeof setTimeout> | undefined;
  #sliderTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: HomebodyOptions) {
    this.#options = options;
    this.#workers = options.spawn(() => void this.#begin());
    this.#otherTabs = options.otherTabs(() => void this.#catchUp());
    this.#items = new ItemCache((catalogue, indexes) =>
      this.#workers.vault.call((api) => api.items(catalogue, indexes)),
    );
    this.#refreshFeed = latestOnly(
      () => this.#loadFeed(),
      (patch) => {
        // An answer for a catalogue that has been left is no answer; the next one is on its way.
        if (patch.feed && this.#isCurrent(patch.feed.catalogue)) this.#set(patch);
      },
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
      // The same said twice of one thing (a double click) says nothing new. A thing can be bought again.
      const said = `${catalogue} ${kind} ${index}`;
      const { history } = this.store.getState();
      if (this.#recording.has(said)) return;
      if (kind !== 'purchase' && history.some((one) => one.index === index && one.event.kind === kind))
        return;
      this.#recording.add(said);
      try {
        await this.#record(catalogue, kind, index);
      } finally {
        this.#recording.delete(said);
      }
    });

  takeBack = async (event: StoredEvent): Promise<void> =>
    this.#attempt(async () => {
      const { catalogue } = event;
      const entry = this.store.getState().history.find((one) => one.event.id === event.id);
      const change = await this.#workers.vault.call((api) => api.takeBack(event.id));
      if (entry && this.#isCurrent(catalogue)) this.#offerUndo('taken-back', event, entry);
      await this.#took(catalogue, change, (history) => history.filter((one) => one.event.id !== event.id));
    });

  undo = async (): Promise<void> =>
    this.#attempt(async () => {
      const { undoable } = this.store.getState();
      if (!undoable) return;
      this.#clearUndo();
      const { event, kind } = undoable;
      const change = await this.#workers.vault.call((api) =>
        kind === 'recorded' ? api.takeBack(event.id) : api.restore(event),
      );
      await this.#took(event.catalogue, change, null);
    });

  setAdventurousness = (value: number): void => {
    if (value === this.store.getState().adventurousness) return;
    this.#set({ adventurousness: value });
    void this.#refreshFeed();
    // Moving a slider is many values; the one that it rests at is kept.
    clearTimeout(this.#sliderTimer);
    this.#sliderTimer = setTimeout(() => {
      void this.#attempt(async () => {
        await this.#workers.vault.call((api) => api.saveSetting('adventurousness', value));
      });
    }, SLIDER_RESTS_MS);
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
      await this.#inTurn(() =>
        this.#attempt(async () => {
          this.#adopt(await this.#workers.vault.call((api) => api.open()));
          await this.#openCurrent();
        }),
      );
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

  switchCatalogue = (id: CatalogueId): Promise<void> =>
    this.#inTurn(() =>
      this.#attempt(async () => {
        if (this.#isCurrent(id)) return;
        this.#adopt(await this.#workers.vault.call((api) => api.switchCatalogue(id)));
        await this.#openCurrent();
      }),
    );

  removeCatalogue = (id: CatalogueId): Promise<void> =>
    this.#inTurn(() =>
      this.#attempt(async () => {
        const wasCurrent = this.#isCurrent(id);
        if (wasCurrent) await this.#stopTraining();
        const state = await this.#workers.vault.call((api) => api.removeCatalogue(id));
        await this.#workers.engine.call((api) => api.forgetCatalogue(id));
        this.#adopt(state);
        this.#set({ report: null });
        if (wasCurrent) await this.#openCurrent();
      }),
    );

  explain = (index: ItemIndex): Promise<ExplainedItem | null> =>
    explainItem(this.#workers.engine, this.#items, this.#catalogueId(), this.#historyVersion, index);

  product = (index: ItemIndex): Promise<ProductPage | null> =>
    productPage(this.#workers.engine, this.#items, this.#catalogueId(), index);

  dismissReport = (): void => this.#set({ report: null, importError: null });
  dismissProblem = (): void => this.#set({ problem: null });
  dismissRecovered = (): void => this.#set({ recovered: null });
  /** Replaced by the service worker's registration once a newer version waits. */
  applyUpdate: () => void = () => {};

  /** Lets the composition root report what only the page can see. */
  note(
    patch: Pick<
      Partial<HomebodyState>,
      'online' | 'persisted' | 'requestsSinceLoad' | 'updateReady' | 'offlineReady'
    >,
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
            if (progress.recovered) void this.#refreshHome();
          }),
        ),
      );
      if (!this.#isCurrent(catalogue)) return;
      this.#set({ model });
    } finally {
      this.#set({ training: null, cancelling: false });
    }
    void this.#refreshHome();
    void this.#refreshStorage();
    await this.#refreshFeed();
  }

  /** Sets both workers up, anew after a crash. What the vault holds is shown even where nothing computes. */
  #begin(): Promise<void> {
    return this.#inTurn(async () => {
      try {
        const { vault, engine } = this.#workers;
        const connected = this.#workers.connect();
        const started = engine.call((api) => api.start(this.#options.home));
        const [state] = await Promise.all([vault.call((api) => api.open()), connected, settled(started)]);
        this.#adopt(state);
        this.#set({ home: await started });
        await this.#openCurrent();
      } catch (error) {
        this.#set({ phase: 'failed', failure: asError(error) });
      }
    });
  }

  /** One change of catalogue after another: each leaves a whole state behind. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work, work);
    return this.#turn;
  }

  async #stopTraining(): Promise<void> {
    await this.cancelTraining();
    await this.#trainingRun;
  }

  /** Takes over what the vault says of itself. */
  #adopt(state: VaultState): void {
    this.#historyVersion = state.historyVersion;
    const { adventurousness } = state.settings;
    const catalogue = state.catalogues.find((one) => one.id === state.current) ?? null;
    const changed = catalogue?.id !== this.store.getState().catalogue?.id;
    if (changed) this.#clearUndo();
    this.#set({
      catalogues: state.catalogues,
      catalogue,
      storage: state.storage,
      // Rows mean nothing outside their catalogue: they go in the same change as it.
      ...(changed ? NOTHING_SHOWN : {}),
      ...(typeof adventurousness === 'number' ? { adventurousness } : {}),
    });
  }

  async #openCurrent(): Promise<void> {
    const catalogue = this.#catalogueId();
    await this.#stopTraining();
    this.#set(NOTHING_SHOWN);
    const [status] = await Promise.all([
      this.#workers.engine.call((api) => api.openCatalogue(catalogue)),
      this.#loadHistory(catalogue),
    ]);
    this.#set({ model: status.model, phase: 'ready', failure: null });
    await this.#refreshFeed();
    if (status.model === null || status.resumable !== null) void this.train();
  }

  async #record(catalogue: CatalogueId, kind: EventKind, index: ItemIndex): Promise<void> {
    const item = await this.#shown(catalogue, index);
    if (this.store.getState().persisted === null) void this.#persist();
    const change = await this.#workers.vault.call((api) =>
      api.record({ catalogue, item: item.item.id, kind, at: this.#options.now() }),
    );
    // Looking is recorded quietly: an offer to undo each look would be noise.
    if (kind !== 'view' && this.#isCurrent(catalogue)) this.#offerUndo('recorded', change.event, item);
    await this.#took(catalogue, change, (history) => [{ ...item, event: change.event }, ...history]);
  }

  /**
   * The log has changed: shows it and asks for a feed that has seen it. `shown` makes the new list from the
   * old; null, or a change that another tab made in between, reads it anew.
   */
  async #took(
    catalogue: CatalogueId,
    change: HistoryChange,
    shown: ((history: readonly HistoryEntry[]) => readonly HistoryEntry[]) | null,
  ): Promise<void> {
    this.#otherTabs.tell();
    const alone = change.historyVersion <= this.#historyVersion + 1;
    this.#historyVersion = Math.max(this.#historyVersion, change.historyVersion);
    void this.#refreshStorage();
    if (!this.#isCurrent(catalogue)) return;
    if (shown && alone) this.#set({ history: shown(this.store.getState().history) });
    else await this.#loadHistory(catalogue);
    await this.#refreshFeed();
  }

  /** Another tab changed the log: what is shown here follows. */
  async #catchUp(): Promise<void> {
    await this.#attempt(async () => {
      if (this.store.getState().phase !== 'ready') return;
      const state = await this.#workers.vault.call((api) => api.open());
      this.#historyVersion = state.historyVersion;
      this.#set({ storage: state.storage, catalogues: state.catalogues });
      await this.#loadHistory(this.#catalogueId());
      await this.#refreshFeed();
    });
  }

  #isCurrent(catalogue: CatalogueId): boolean {
    return this.store.getState().catalogue?.id === catalogue;
  }

  async #loadHistory(catalogue: CatalogueId): Promise<void> {
    const events = await this.#workers.vault.call((api) => api.events(catalogue));
    const items = await this.#items.get(
      catalogue,
      events.map((event) => event.index),
    );
    const byIndex = new Map(items.map((item) => [item.index, item]));
    if (!this.#isCurrent(catalogue)) return;
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
    const cards = await feedCards(this.#items, feed);
    return { feed, cards, feedPending: false };
  }

  async #shown(catalogue: CatalogueId, index: ItemIndex): Promise<ShownItem> {
    const [shown] = await this.#items.get(catalogue, [index]);
    if (shown) return shown;
    throw new HomebodyError('argument/range', `There is no item ${index} in this catalogue.`, {
      detail: { index },
    });
  }

  /** A lost device may have made the engine move: a started engine answers with where it runs now. */
  async #refreshHome(): Promise<void> {
    await this.#attempt(async () => {
      this.#set({ home: await this.#workers.engine.call((api) => api.start(this.#options.home)) });
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

const NOTHING_SHOWN = { cards: null, feed: null, history: [], model: null, lastLosses: [] } as const;

/** Waits for the end, whichever it is: the promise itself is awaited elsewhere. */
function settled(promise: Promise<unknown>): Promise<void> {
  return promise.then(
    () => {},
    () => {},
  );
}

function preparing(home: 'webgpu' | 'wasm' | 'reference'): NonNullable<HomebodyState['training']> {
  const nothing = { epoch: 0, epochs: 0, fraction: 0, elapsedMs: 0, remainingMs: Number.NaN, losses: [] };
  return { phase: 'preparing', ...nothing, home };
}
