import { DEMO_CATALOGUE } from '../domain/ids.ts';
import type { CatalogueId, ItemIndex } from '../domain/ids.ts';
import type { Item, ItemLanguage } from '../domain/item.ts';
import type { IndexedItem } from '../protocol/vault-api.ts';
import type { ShownItem } from './state.ts';

type Fetch = (
  catalogue: CatalogueId,
  indexes: readonly ItemIndex[],
  language: ItemLanguage | undefined,
) => Promise<readonly IndexedItem[]>;

/** Items of the current catalogue that the page has already seen. Bounded by what a visit can look at. */
export class ItemCache {
  readonly #fetch: Fetch;
  #catalogue: CatalogueId | null = null;
  #language: ItemLanguage | undefined;
  #items = new Map<ItemIndex, Item>();

  constructor(fetch: Fetch) {
    this.#fetch = fetch;
  }

  /** In which items are told besides their catalogue's own. */
  get language(): ItemLanguage | undefined {
    return this.#language;
  }

  /**
   * From now on items have their text in this language too; undefined: in their catalogue's only. True when
   * items that were given out before may lack it.
   */
  speak(language: ItemLanguage | undefined): boolean {
    if (language === this.#language) return false;
    this.#language = language;
    // An item that can be read in one more language than it must is no worse.
    if (language === undefined) return false;
    this.#items = new Map();
    return true;
  }

  /** The items in the order of `indexes`; rows that do not exist are left out. */
  async get(catalogue: CatalogueId, indexes: readonly ItemIndex[]): Promise<readonly ShownItem[]> {
    if (catalogue !== this.#catalogue) {
      this.#catalogue = catalogue;
      this.#items = new Map();
    }
    const items = this.#items;
    const language = this.#language;
    const fetched = new Map<ItemIndex, Item>();
    const missing = [...new Set(indexes)].filter((index) => !items.has(index));
    if (missing.length > 0) {
      const found = await this.#fetch(catalogue, missing, language);
      for (const { index, item } of found) {
        fetched.set(index, item);
        if (isWhole(catalogue, item, language)) items.set(index, item);
      }
    }
    return indexes.flatMap((index) => {
      const item = fetched.get(index) ?? items.get(index);
      return item ? [{ index, item }] : [];
    });
  }
}

/** False for an item whose words in the language could not be fetched: it is asked for again. An import has none. */
const isWhole = (catalogue: CatalogueId, item: Item, language: ItemLanguage | undefined): boolean =>
  language === undefined || catalogue !== DEMO_CATALOGUE || item.local?.[language] !== undefined;
