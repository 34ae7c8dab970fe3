import type { CatalogueId, ItemId } from './ids.ts';

/** What a person can do with an item. The order is that of `KIND_CODE` and is stored: append only. */
export const EVENT_KINDS = ['view', 'like', 'dismiss', 'cart', 'purchase', 'rating', 'wish'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Number of a kind in packed columns (Uint8). */
export const KIND_CODE: Readonly<Record<EventKind, number>> = {
  view: 0,
  like: 1,
  dismiss: 2,
  cart: 3,
  purchase: 4,
  rating: 5,
  wish: 6,
};

/**
 * Signed preference weight of one event: the magnitude is the confidence, the sign says whether the item
 * attracts or repels. A dismissal outweighs a view, so that looking first and then refusing repels.
 */
export const EVENT_WEIGHT: Readonly<Record<EventKind, number>> = {
  view: 0.25,
  like: 1,
  dismiss: -1,
  cart: 1,
  purchase: 1.5,
  rating: 1,
  wish: 0.75,
};

/** An event of the visitor, about to be recorded. */
export interface NewEvent {
  readonly catalogue: CatalogueId;
  readonly item: ItemId;
  readonly kind: EventKind;
  /** ms since the epoch. */
  readonly at: number;
}

/** A recorded event. `id` grows with time within the vault and is never given out twice. */
export interface StoredEvent extends NewEvent {
  readonly id: number;
}
