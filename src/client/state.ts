import type { StoreApi } from 'zustand/vanilla';
import type { CatalogueSummary } from '../domain/catalogue.ts';
import type { CleaningReport, ImportProgress } from '../domain/cleaning.ts';
import type { HomebodyError } from '../domain/errors.ts';
import type { EventKind, StoredEvent } from '../domain/events.ts';
import type { CatalogueId, ItemIndex } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import type { Explanation, Feed, Recommendation, Scored } from '../domain/recommendation.ts';
import type { HomeReport, ModelFacts, TrainProgress } from '../domain/training.ts';
import type { StorageFacts } from '../protocol/vault-api.ts';

/** An item with its row and what it is shown for. */
export interface ShownItem {
  readonly index: ItemIndex;
  readonly item: Item;
}
export interface FeedCard extends ShownItem {
  readonly recommendation: Recommendation;
  /** The items that caused it, strongest first, at most two; empty for popularity. */
  readonly because: readonly ShownItem[];
}
export interface HistoryEntry extends ShownItem {
  readonly event: StoredEvent;
}
export interface ExplainedItem extends ShownItem {
  readonly explanation: Explanation;
  /** `explanation.causes`, with the items. */
  readonly causes: readonly (ShownItem & { readonly share: number })[];
}
export interface ProductPage extends ShownItem {
  readonly similar: readonly (ShownItem & Pick<Scored, 'score'>)[];
  readonly complements: readonly (ShownItem & Pick<Scored, 'score'>)[];
}

/** Something that was just done and can be undone for ten seconds. */
export interface Undoable {
  readonly kind: 'recorded' | 'taken-back';
  readonly event: StoredEvent;
  readonly item: Item;
  /** When the offer ends, ms since the epoch. */
  readonly until: number;
}

/** The one state that the page draws. Every field is replaced, never mutated. */
export interface HomebodyState {
  /** `starting`: workers load. `failed`: nothing works, see `failure`. */
  readonly phase: 'starting' | 'ready' | 'failed';
  readonly failure: HomebodyError | null;
  /** What last went wrong without stopping the page; shown until dismissed. */
  readonly problem: HomebodyError | null;
  readonly online: boolean;

  readonly home: HomeReport | null;
  readonly catalogue: CatalogueSummary | null;
  readonly catalogues: readonly CatalogueSummary[];
  readonly model: ModelFacts | null;
  /** Null when no training runs. */
  readonly training: TrainProgress | null;
  readonly cancelling: boolean;
  /** Losses of the last training that ended, for the panel. */
  readonly lastLosses: readonly number[];
  /** Set when a training survived a lost GPU device; shown until dismissed. */
  readonly recovered: NonNullable<TrainProgress['recovered']> | null;

  /** Null while the first feed loads. */
  readonly cards: readonly FeedCard[] | null;
  readonly feed: Feed | null;
  /** True while a newer feed is on its way. */
  readonly feedPending: boolean;
  /** 0 familiar … 1 adventurous. */
  readonly adventurousness: number;

  /** Newest first. */
  readonly history: readonly HistoryEntry[];
  readonly undoable: Undoable | null;

  readonly importing: ImportProgress | null;
  readonly report: CleaningReport | null;
  readonly importError: HomebodyError | null;

  readonly storage: StorageFacts | null;
  /** Answer of `navigator.storage.persist()`; null: not asked yet. */
  readonly persisted: boolean | null;
  /** Requests that went to the network since the page had loaded. */
  readonly requestsSinceLoad: number;
  /** A newer version of the app is installed and waits for `applyUpdate`. */
  readonly updateReady: boolean;
  /** Everything the app needs is on the device: it opens without a network. */
  readonly offlineReady: boolean;
}

/** What the page can do. All settle; failures land in `problem` (or `importError`) and are not thrown. */
export interface HomebodyActions {
  record(kind: EventKind, index: ItemIndex): Promise<void>;
  takeBack(event: StoredEvent): Promise<void>;
  undo(): Promise<void>;
  setAdventurousness(value: number): void;
  train(): Promise<void>;
  cancelTraining(): Promise<void>;
  importFiles(files: readonly File[]): Promise<void>;
  cancelImport(): Promise<void>;
  dismissReport(): void;
  switchCatalogue(id: CatalogueId): Promise<void>;
  removeCatalogue(id: CatalogueId): Promise<void>;
  /** Null when the row does not exist. Rejects with HomebodyError when the workers cannot answer. */
  explain(index: ItemIndex): Promise<ExplainedItem | null>;
  product(index: ItemIndex): Promise<ProductPage | null>;
  dismissProblem(): void;
  dismissRecovered(): void;
  /** Reloads into the waiting version. Nothing stored is touched. */
  applyUpdate(): void;
}

/** The page's one handle on everything behind it. */
export interface Homebody {
  readonly store: StoreApi<HomebodyState>;
  readonly actions: HomebodyActions;
}

export const initialState: HomebodyState = {
  phase: 'starting',
  failure: null,
  problem: null,
  online: true,
  home: null,
  catalogue: null,
  catalogues: [],
  model: null,
  training: null,
  cancelling: false,
  lastLosses: [],
  recovered: null,
  cards: null,
  feed: null,
  feedPending: false,
  adventurousness: 0.3,
  history: [],
  undoable: null,
  importing: null,
  report: null,
  importError: null,
  storage: null,
  persisted: null,
  requestsSinceLoad: 0,
  updateReady: false,
  offlineReady: false,
};
