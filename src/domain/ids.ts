/**
 * Ids and indexes. An id is what a host stores and a person can export; an index is a dense row of the
 * current catalogue, never persisted on its own. The compiler keeps them apart.
 */
declare const brand: unique symbol;

export type CatalogueId = string & { readonly [brand]: 'CatalogueId' };
export type ItemId = string & { readonly [brand]: 'ItemId' };
export type UserId = string & { readonly [brand]: 'UserId' };
/** Dense row of an item, 0 … itemCount − 1. */
export type ItemIndex = number & { readonly [brand]: 'ItemIndex' };
/** Dense row of a user, 0 … userCount − 1. */
export type UserIndex = number & { readonly [brand]: 'UserIndex' };

export const catalogueId = (id: string): CatalogueId => id as CatalogueId;
export const itemId = (id: string): ItemId => id as ItemId;
export const userId = (id: string): UserId => id as UserId;
export const itemIndex = (index: number): ItemIndex => index as ItemIndex;
export const userIndex = (index: number): UserIndex => index as UserIndex;

/** The demo shop's catalogue: generated from its seed, never stored. */
export const DEMO_CATALOGUE: CatalogueId = catalogueId('demo');
