import type { CatalogueId, ItemIndex } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import type { IndexedItem } from '../protocol/vault-api.ts';
import type { ShownItem } from './state.ts';

type Fetch = (catalogue: CatalogueId, indexes: readonly ItemIndex[]) => Promise<readonly IndexedItem[]>;

/** Items of the current catalogue that the page has already seen. Bounded by what a visit can look at. */
export class ItemCache {
  readonly #fetch: Fetch;
  #catalogue: CatalogueId | null = null;
  #items = new Map<ItemIndex, Item>();

  constructor(fetch: Fetch) {
    this.#fetch = fetch;
  }

  /** The items in the order of `indexes`; rows that do not exist are left out. */
  async get(catalogue: CatalogueId, indexes: readonly ItemIndex[]): Promise<readonly ShownItem[]> {
    if (catalogue !== this.#catalogue) {
      this.#catalogue = catalogue;
      this.#items = new Map();
    }
    const items = this.#items;
    const missing = [...new Set(indexes)].filter((index) => !items.has(index));
    if (missing.length > 0) {
      for (const { index, item } of await this.#fetch(catalogue, missing)) items.set(index, item);
    }
    return indexes.flatMap((index) => {
      const item = items.get(index);
      return item ? [{ index, item }] : [];
    });
  }
}
