import type { CatalogueId, ItemIndex } from './ids.ts';

/** One past item's part in a score. `share`s of one explanation sum to the score, exactly up to rounding. */
export interface Cause {
  readonly item: ItemIndex;
  /** Signed part of the score. */
  readonly share: number;
}

export type Reason =
  { readonly kind: 'popular' } | { readonly kind: 'because'; readonly causes: readonly Cause[] };

export interface Recommendation {
  readonly item: ItemIndex;
  readonly score: number;
  readonly reason: Reason;
}

export interface FeedRequest {
  readonly catalogue: CatalogueId;
  /** The history that the answer must have seen; a newer one is fetched when it differs. */
  readonly historyVersion: number;
  /** Number of items, 1 … 200. */
  readonly k: number;
  /** 0 familiar … 1 adventurous. */
  readonly adventurousness: number;
}

export interface Feed {
  readonly catalogue: CatalogueId;
  readonly historyVersion: number;
  /** As asked for. */
  readonly adventurousness: number;
  /** Id of the model that ranked, null for popularity. */
  readonly model: string | null;
  readonly items: readonly Recommendation[];
  /** Mean pairwise (1 − cosine) of the list, 0 … 2; NaN without a model. */
  readonly intraListDiversity: number;
  /** The same of the list at adventurousness 0, to say what the slider does. */
  readonly familiarDiversity: number;
}

/** Why an item is (or is not) recommended to the visitor. */
export interface Explanation {
  readonly item: ItemIndex;
  /** Score of the item for the visitor: the sum of all shares. */
  readonly score: number;
  /** Place among all items that may be shown, from 1; null when it is filtered. */
  readonly rank: number | null;
  /** All items of the history with their parts, largest magnitude first. */
  readonly causes: readonly Cause[];
}

/** An item with a number to rank by; the number's meaning is the caller's. */
export interface Scored {
  readonly item: ItemIndex;
  readonly score: number;
}
