/** A log of many users in columns, rows in any order. One owner; moved between workers by transfer. */
export interface InteractionColumns {
  readonly userCount: number;
  readonly itemCount: number;
  /** Row of the user, 0 … userCount − 1. Int32[n]. */
  readonly user: Int32Array<ArrayBuffer>;
  /** Row of the item, 0 … itemCount − 1. Int32[n]. */
  readonly item: Int32Array<ArrayBuffer>;
  /** `KIND_CODE`. Uint8[n]. */
  readonly kind: Uint8Array<ArrayBuffer>;
  /** The rating where kind is `rating`, the quantity where it is `purchase` and known, else 1. Float32[n]. */
  readonly value: Float32Array<ArrayBuffer>;
  /** ms since the epoch, NaN where unknown. Float64[n]. */
  readonly at: Float64Array<ArrayBuffer>;
}

/** How well liked the items of a log are: all that a shelf of popular items needs of it. */
export interface LikerCounts {
  readonly userCount: number;
  /** Users who like each item on balance (`isLiking`). Float32[itemCount]; exact up to 2²⁴ users. */
  readonly likers: Float32Array<ArrayBuffer>;
}

/** The numbers of a catalogue that ranking needs; no names. */
export interface ItemFacts {
  readonly itemCount: number;
  /** Index into the catalogue's departments, −1 unknown. Int32[itemCount]. */
  readonly department: Int32Array<ArrayBuffer>;
  /** Index into the catalogue's brands, −1 unknown. Int32[itemCount]. */
  readonly brand: Int32Array<ArrayBuffer>;
  /** 1 when it can be had, 0 when out of stock. Uint8[itemCount]. */
  readonly available: Uint8Array<ArrayBuffer>;
}

/** The visitor's own events in one catalogue, oldest first, in columns. */
export interface History {
  /** Grows by one with every change of the log, within one run of the vault. */
  readonly version: number;
  /** Ids of the events, ascending. Float64[n]. */
  readonly id: Float64Array<ArrayBuffer>;
  readonly item: Int32Array<ArrayBuffer>;
  readonly kind: Uint8Array<ArrayBuffer>;
  readonly at: Float64Array<ArrayBuffer>;
}
