/**
 * Ids and indexes. An id is what a host stores and a person can export; an index is a dense row of the
 * current catalogue, never persisted on its own. The compiler keeps them apart.
 */
declare const brand: unique symbol;

export type CatalogueId = string & { readonly [brand]: 'CatalogueId' };
export type ItemId = string & { readonly [brand]: 'ItemId' };
/** Dense row of an item, 0 … itemCount − 1. */
export type ItemIndex = number & { readonly [brand]: 'ItemIndex' };

export const catalogueId = (id: string): CatalogueId => id as CatalogueId;
export const itemId = (id: string): ItemId => id as ItemId;
export const itemIndex = (index: number): ItemIndex => index as ItemIndex;

/** The demo shop's catalogue: generated from its seed, never stored. */
export const DEMO_CATALOGUE: CatalogueId = catalogueId('demo');
