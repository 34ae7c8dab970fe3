import type { CatalogueId, ItemIndex } from './ids.ts';

/** One past item's part in a score. `share`s of one explanation sum to the score, exactly up to rounding. */
export interface Cause {
  readonly item: ItemIndex;
  /** Signed part of the score. */
  readonly share: number;
  /** The item is not of the history but of this visit's mood. */
  readonly mood?: true;
}

/** What can be said where the model reads the history as a whole, and knows no part of a score of each of its items. */
export interface WholeReason {
  /** What of the history the item is most like; null where it is like nothing of it. */
  readonly nearest: ItemIndex | null;
  /** The model goes by the order of what was done. */
  readonly inOrder: boolean;
}

export type Reason =
  | { readonly kind: 'popular' }
  /** No causes: nothing in history or mood speaks for it; it is there for variety, or for a department of the mood. */
  | { readonly kind: 'because'; readonly causes: readonly Cause[] }
  | ({ readonly kind: 'whole' } & WholeReason);

export interface Recommendation {
  readonly item: ItemIndex;
  readonly score: number;
  readonly reason: Reason;
}

/** A wish of the moment: it steers this visit's answers, is kept nowhere and forgotten with the visit. */
export interface Mood {
  /** More (1) or less (−1) like an item: folded in with the history as one event of that weight. */
  readonly items: readonly { readonly item: ItemIndex; readonly direction: 1 | -1 }[];
  /** In the mood for these departments (indexes into the catalogue's): a bonus for what is in them. */
  readonly departments: readonly number[];
}

/** What is never to be shown. Indexes into the catalogue's departments and brands. */
export interface Muted {
  readonly departments: readonly number[];
  readonly brands: readonly number[];
}

/** Another past to answer for, instead of the whole history. Ids of events. */
export type Supposition =
  /** As if these had never been. */
  | { readonly kind: 'without'; readonly events: readonly number[] }
  /** As it was before this one. */
  | { readonly kind: 'before'; readonly event: number }
  /** As it was right after this one. */
  | { readonly kind: 'through'; readonly event: number };

export type ShelfKind =
  /** Like one thing that the visitor decided for; `of` is that thing. */
  | 'because'
  /** Good for the visitor, from departments that they have not touched. */
  | 'new'
  /** Taken together with `of`, which the visitor has in the cart or bought. */
  | 'complements'
  /** Taken most by everyone. */
  | 'popular';

/** A row of things with one reason. */
export interface Shelf {
  readonly kind: ShelfKind;
  /** What it is about; null for `new` and `popular`. */
  readonly of: ItemIndex | null;
  readonly items: readonly Recommendation[];
}

export interface FeedRequest {
  readonly catalogue: CatalogueId;
  /** The history that the answer must have seen; a newer one is fetched when it differs. */
  readonly historyVersion: number;
  /** Number of items, 1 … 500: every department of a shop can be read to its end. */
  readonly k: number;
  /** 0 familiar … 1 adventurous. */
  readonly adventurousness: number;
  /**
   * Shelves beside the list: `count` 0 … 8 (default 0) of `perShelf` 4 … 60. No item is on two of them nor among the
   * first `head` of the list; a shelf with fewer than four is left out.
   */
  readonly shelves?: { readonly count: number; readonly perShelf: number; readonly head: number };
  /** Only items of this department. */
  readonly department?: number;
  readonly muted?: Muted;
  readonly mood?: Mood;
  readonly supposing?: Supposition;
}

export interface Feed {
  readonly catalogue: CatalogueId;
  readonly historyVersion: number;
  /** As asked for. */
  readonly adventurousness: number;
  /** Id of the model that ranked, null for popularity. */
  readonly model: string | null;
  /** Best first. */
  readonly items: readonly Recommendation[];
  /** Those that were asked for and have something on them; what is on them is not in `items`. */
  readonly shelves: readonly Shelf[];
  /** How many items the request could have had at most, 0 … 500: more than `items` holds when a larger `k` brings more. */
  readonly available: number;
  /** Mean pairwise (1 − cosine) of the list, 0 … 2; NaN without a model. */
  readonly intraListDiversity: number;
  /** The same of the list at adventurousness 0, to say what the slider does. */
  readonly familiarDiversity: number;
}

/** Why an item is (or is not) recommended to the visitor. */
export interface Explanation {
  readonly item: ItemIndex;
  /** Score of the item for the visitor: the sum of all shares, `departmentShare` included. */
  readonly score: number;
  /** Place among all items that may be shown, from 1; null when it is filtered. */
  readonly rank: number | null;
  /** All items of the history and the mood with their parts, largest magnitude first. */
  readonly causes: readonly Cause[];
  /** Set where the model knows no such parts: then `causes` is empty, and the score is that of the whole history. */
  readonly whole?: WholeReason;
  /** Part of the score that a department of the mood gives, 0 without. */
  readonly departmentShare: number;
  /**
   * Set where popularity ranks, and why: no model is `untrained` yet, the model is the `same-for-all`, or what there is of
   * history and mood attracts `nothing`. How popular the item is stands in no part of the score here.
   */
  readonly byPopularity?: 'untrained' | 'same-for-all' | 'nothing';
}

/** An item with a number to rank by; the number's meaning is the caller's. */
export interface Scored {
  readonly item: ItemIndex;
  readonly score: number;
}

export interface ExplainRequest {
  readonly catalogue: CatalogueId;
  readonly historyVersion: number;
  readonly item: ItemIndex;
  readonly muted?: Muted;
  readonly mood?: Mood;
}

export interface QuickPickRequest {
  readonly catalogue: CatalogueId;
  readonly historyVersion: number;
  /** Number of items, 2 … 12. */
  readonly k: number;
  /** Offered before and passed over. */
  readonly passed: readonly ItemIndex[];
}

/** How many places at the front of the shelves are compared to say what an answer moved. The page says "twelve". */
export const FRONT_PLACES = 12;
