// Longer than other files: all that the page sees, and all that it can do, stand in one list each.
import type { StoreApi } from 'zustand/vanilla';
import type { CatalogueSummary } from '../domain/catalogue.ts';
import type { CleaningReport, ImportProgress } from '../domain/cleaning.ts';
import type { HomebodyError } from '../domain/errors.ts';
import type { EventKind, StoredEvent } from '../domain/events.ts';
import type { CatalogueId, ItemIndex } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import type { ConstellationFrame } from '../domain/constellation.ts';
import type {
  Cause,
  Explanation,
  Feed,
  Recommendation,
  Scored,
  ShelfKind,
} from '../domain/recommendation.ts';
import type { HomeReport, ModelFacts, TrainProgress } from '../domain/training.ts';
import type { EraseReport } from '../domain/ownership.ts';
import type { StorageFacts } from '../protocol/vault-api.ts';
import type { ShownItem } from './shown-item.ts';
import type { Lab } from './lab/lab-state.ts';
import type { Lock } from './lock-state.ts';
import type { Ownership } from './ownership-state.ts';

export type { ShownItem } from './shown-item.ts';

export interface FeedCard extends ShownItem {
  readonly recommendation: Recommendation;
  /**
   * The items that caused it, strongest first, at most two; what of the history it is most like, where the model knows no
   * causes; empty for popularity.
   */
  readonly because: readonly ShownItem[];
}
/** A row of things with one reason. */
export interface ShownShelf {
  readonly kind: ShelfKind;
  /** What it is about; null for `new` and `popular`. */
  readonly of: ShownItem | null;
  readonly cards: readonly FeedCard[];
}
export interface HistoryEntry extends ShownItem {
  readonly event: StoredEvent;
}
export interface ExplainedItem extends ShownItem {
  readonly explanation: Explanation;
  /** `explanation.causes`, with the items. */
  readonly causes: readonly (ShownItem & Pick<Cause, 'share' | 'mood'>)[];
  /** `explanation.whole.nearest`, with the item. */
  readonly nearest?: ShownItem;
}
export interface ProductPage extends ShownItem {
  readonly similar: readonly (ShownItem & Pick<Scored, 'score'>)[];
  readonly complements: readonly (ShownItem & Pick<Scored, 'score'>)[];
}

/** One thing in the cart: its cart events since it was last bought, newest first; as many pieces as events. */
export interface CartLine extends ShownItem {
  readonly events: readonly StoredEvent[];
}

/** Somebody to step into, with the things that they like. */
export interface ShownPersona {
  /** Stable key, for the words of each language. */
  readonly id: string;
  readonly likes: readonly ShownItem[];
}

/** The same shelves of two moments: the first places of each. */
export interface FeedComparison {
  readonly before: readonly FeedCard[];
  readonly after: readonly FeedCard[];
}

/** What was just done. */
export type Act =
  | {
      /** `order`: a checkout. `persona`: stepped into one. */
      readonly kind: 'recorded' | 'order' | 'persona';
      readonly events: readonly StoredEvent[];
      readonly items: readonly Item[];
      /** Id of the persona. */
      readonly persona?: string;
    }
  | { readonly kind: 'taken-back'; readonly events: readonly StoredEvent[]; readonly items: readonly Item[] }
  | { readonly kind: 'muted' | 'unmuted'; readonly field: MutedField; readonly name: string }
  | { readonly kind: 'mood'; readonly mood: ShownMood; readonly before: ShownMood }
  /** Out of the lab's leaderboard; `model`: its name. */
  | { readonly kind: 'run-removed'; readonly run: string; readonly model: string }
  | { readonly kind: 'catalogue-removed'; readonly id: CatalogueId; readonly name: string };

/** Something that was just done and can be undone for ten seconds. */
export interface Undoable {
  readonly act: Act;
  /** When the offer ends, ms since the epoch. */
  readonly until: number;
}

export type MutedField = 'department' | 'brand';

/** This visit's mood. */
export interface ShownMood {
  readonly more: readonly ShownItem[];
  readonly less: readonly ShownItem[];
  /** Names of departments. */
  readonly departments: readonly string[];
}

/** What is never shown, by name, in the order of muting. */
export interface ShownMuted {
  readonly departments: readonly string[];
  readonly brands: readonly string[];
}

/** The one state that the page draws. Every field is replaced, never mutated. */
export interface HomebodyState {
  /** `starting`: workers load. `locked`: the vault asks for its passphrase. `failed`: nothing works, see `failure`. */
  readonly phase: 'starting' | 'locked' | 'ready' | 'failed';
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
  /** Set when a training survived a lost GPU device; shown until dismissed. */
  readonly recovered: NonNullable<TrainProgress['recovered']> | null;

  /** Null while the first feed loads. */
  readonly cards: readonly FeedCard[] | null;
  readonly feed: Feed | null;
  /** Beside `cards`: what is on them is neither in `cards` nor on another. Empty while the first feed loads. */
  readonly shelves: readonly ShownShelf[];
  /** True while a newer feed is on its way. */
  readonly feedPending: boolean;
  /** 0 familiar … 1 adventurous. */
  readonly adventurousness: number;
  readonly muted: ShownMuted;
  /** Forgotten with the visit: never stored. */
  readonly mood: ShownMood;

  /** The newest frame of the map; null while none is shown. */
  readonly constellation: ConstellationFrame | null;

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
  /** Tries to reach out that were refused to the page, its workers and the service worker since it had loaded. */
  readonly refusedTries: number;
  /** A newer version of the app is installed and waits for `applyUpdate`. */
  readonly updateReady: boolean;
  /** Everything the app needs is on the device: it opens without a network. */
  readonly offlineReady: boolean;
  /** Set when everything was erased: nothing works any more before the page is loaded anew. */
  readonly erased: Erased | null;
}

/** `earlier`: an erasing that was cut short was finished when the page was opened. */
export interface Erased {
  readonly where: 'here' | 'other-tab' | 'earlier';
  /** Null where another tab has it. */
  readonly report: EraseReport | null;
}

/** What the page can do. All settle; failures land in `problem` (or `importError`) and are not thrown. */
export interface HomebodyActions {
  /** `more`: one more piece is meant, however soon it follows; else a second press at once is a double click. */
  record(kind: EventKind, index: ItemIndex, more?: boolean): Promise<void>;
  /** All at once, one undo. */
  takeBack(events: readonly StoredEvent[]): Promise<void>;
  /** Buys everything in the cart at once, one undo. Resolves with the purchases; null when none was recorded. */
  order(): Promise<readonly StoredEvent[] | null>;
  /** Three things to choose one from, without those that were passed over. Empty when there is nothing left. */
  quickPicks(passed: readonly ItemIndex[]): Promise<readonly ShownItem[]>;
  /** Empty where the catalogue brings none. */
  personas(): Promise<readonly ShownPersona[]>;
  /** Records a persona's likes at once, one undo. */
  stepInto(persona: string): Promise<void>;

  moreLike(index: ItemIndex): Promise<void>;
  lessLike(index: ItemIndex): Promise<void>;
  /** Turns a department of the mood on or off. */
  moodFor(department: string, on: boolean): Promise<void>;
  /** Forgets one item of the mood, or all of the mood. */
  forgetMood(index?: ItemIndex): Promise<void>;
  mute(field: MutedField, name: string): Promise<void>;
  unmute(field: MutedField, name: string): Promise<void>;

  /** Makes the list of `cards` longer, while `feed.available` says that there is more. */
  showMore(): Promise<void>;
  /** A department, ranked for the visitor, at most `k` things (1 … 500). Rejects with HomebodyError. */
  browse(
    department: string,
    k: number,
  ): Promise<{ readonly cards: readonly FeedCard[]; readonly available: number }>;
  /** The shelves as they are, and as they would be without these events. Rejects with HomebodyError. */
  previewTakeBack(events: readonly StoredEvent[]): Promise<FeedComparison>;
  /** The shelves right before an event and right after it, or after a later one. Rejects with HomebodyError. */
  whatMoved(event: StoredEvent, last?: StoredEvent): Promise<FeedComparison>;

  /** What stands at these rows; rows that do not exist are left out. Rejects with HomebodyError. */
  itemsAt(indexes: readonly ItemIndex[]): Promise<readonly ShownItem[]>;
  /** Lets frames of the map come in while it is looked at: of a training as it runs, else of the model. */
  showConstellation(): void;
  /** No more frames. */
  hideConstellation(): void;

  /** Items have their text in this language too, where the catalogue has it. BCP 47. */
  speak(language: string): Promise<void>;
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
  /** The lab, fetched at the first call. Rejects with HomebodyError when it cannot be had. */
  lab(): Promise<Lab>;
  /** The lock of what is stored; as `lab`. */
  lock(): Promise<Lock>;
  /** What is stored, in the visitor's own hands; as `lab`. */
  ownership(): Promise<Ownership>;
}

export const NO_MOOD: ShownMood = { more: [], less: [], departments: [] };

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
  recovered: null,
  cards: null,
  feed: null,
  shelves: [],
  feedPending: false,
  adventurousness: 0.3,
  muted: { departments: [], brands: [] },
  mood: NO_MOOD,
  constellation: null,
  history: [],
  undoable: null,
  importing: null,
  report: null,
  importError: null,
  storage: null,
  persisted: null,
  requestsSinceLoad: 0,
  refusedTries: 0,
  updateReady: false,
  offlineReady: false,
  erased: null,
};
