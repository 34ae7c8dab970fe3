import type { CatalogueSummary } from '../domain/catalogue.ts';
import { HomebodyError } from '../domain/errors.ts';
import { catalogueId } from '../domain/ids.ts';
import type { CatalogueId, ItemId } from '../domain/ids.ts';
import type { InteractionColumns, ItemFacts, LikerCounts } from '../domain/interactions.ts';
import type { Item, ItemLanguage } from '../domain/item.ts';
import type { Persona } from '../domain/persona.ts';
import { mustFit, readColumns, readItems, readLikers, readUsers, writeContent } from './catalogue-content.ts';
import type { NewCatalogue } from './catalogue-content.ts';
import type { Chunks } from './chunks.ts';
import type { Ledger } from './ledger.ts';
import type { CatalogueRecord, Removal, SettingsRecord, StoredSummary } from './records.ts';

/** A catalogue that is made from a seed instead of stored. */
export interface GeneratedCatalogue {
  readonly summary: CatalogueSummary;
  readonly items: readonly Item[];
  /** A fresh copy at every call, the caller's to give away. */
  interactions(): Promise<InteractionColumns>;
  /** Likewise; null where nobody counted this seed. */
  popularity(): LikerCounts | null;
  personas(): readonly Persona[];
  /** The same items with their text in another language. */
  inLanguage(items: readonly Item[], language: ItemLanguage): Promise<readonly Item[]>;
}

export interface CatalogueItems {
  readonly items: readonly Item[];
  readonly rowOf: ReadonlyMap<ItemId, number>;
}

/** Generated and stored catalogues under one roof. A stored one never changes, so it is cached by its id. */
export class Catalogues {
  readonly #ledger: Ledger;
  readonly #chunks: Chunks;
  readonly #generated: GeneratedCatalogue;
  readonly #generatedItems: CatalogueItems;
  /** Of the stored catalogue that was used last. */
  #cached: { readonly id: CatalogueId; readonly items: Promise<CatalogueItems> } | undefined;

  constructor(ledger: Ledger, chunks: Chunks, generated: GeneratedCatalogue) {
    this.#ledger = ledger;
    this.#chunks = chunks;
    this.#generated = generated;
    this.#generatedItems = withRows(generated.items);
  }

  /** The generated one first, then the imported ones in the order of their import. */
  list(): CatalogueSummary[] {
    const stored = this.#ledger.entries('catalogues').sort(([, a], [, b]) => a.order - b.order);
    return [this.#generated.summary, ...stored.map(([, { summary }]) => whole(summary))];
  }

  has(id: CatalogueId): boolean {
    return id === this.#generated.summary.id || this.#ledger.get('catalogues', id) !== undefined;
  }

  /** @throws 'vault/unknown-catalogue' */
  mustExist(id: CatalogueId): void {
    if (id !== this.#generated.summary.id) this.#record(id);
  }

  /** @throws 'vault/unknown-catalogue' · 'vault/damaged' */
  async items(id: CatalogueId): Promise<CatalogueItems> {
    if (id === this.#generated.summary.id) return this.#generatedItems;
    const record = this.#record(id);
    if (this.#cached?.id !== id)
      this.#cached = { id, items: readItems(this.#chunks, id, record.summary.itemCount).then(withRows) };
    const { items } = this.#cached;
    try {
      return await items;
    } catch (error) {
      if (this.#cached.items === items) this.#cached = undefined;
      throw error;
    }
  }

  async facts(id: CatalogueId): Promise<ItemFacts> {
    const { items } = await this.items(id);
    const { departments, brands } = this.#summary(id);
    const departmentRow = rowsOf(departments);
    const brandRow = rowsOf(brands);
    return {
      itemCount: items.length,
      department: Int32Array.from(items, ({ department }) => departmentRow.get(department) ?? -1),
      brand: Int32Array.from(items, ({ brand = '' }) => brandRow.get(brand) ?? -1),
      available: Uint8Array.from(items, ({ stock }) => (stock === 0 ? 0 : 1)),
    };
  }

  /** Columns of the caller's own. @throws 'vault/unknown-catalogue' · 'vault/damaged' */
  async interactions(id: CatalogueId): Promise<InteractionColumns> {
    if (id === this.#generated.summary.id) return this.#generated.interactions();
    const { rows, summary } = this.#record(id);
    return {
      userCount: summary.userCount,
      itemCount: summary.itemCount,
      ...(await readColumns(this.#chunks, id, rows)),
    };
  }

  /**
   * Of the caller's own. Null in a catalogue that was stored before likers were counted, and where they are
   * damaged: the log can be counted. @throws 'vault/unknown-catalogue'
   */
  async popularity(id: CatalogueId): Promise<LikerCounts | null> {
    if (id === this.#generated.summary.id) return this.#generated.popularity();
    const { likers, summary } = this.#record(id);
    if (!likers) return null;
    const { userCount, itemCount } = summary;
    try {
      return { userCount, likers: await readLikers(this.#chunks, id, itemCount) };
    } catch (error) {
      if (error instanceof HomebodyError && error.code === 'vault/damaged') return null;
      throw error;
    }
  }

  /** Null in the demo, and in a catalogue that was stored without. @throws 'vault/unknown-catalogue' · 'vault/damaged' */
  async users(id: CatalogueId): Promise<readonly string[] | null> {
    if (id === this.#generated.summary.id) return null;
    const { users } = this.#record(id);
    return users ? readUsers(this.#chunks, id, users) : null;
  }

  /** A stored catalogue speaks its own language only. */
  async inLanguage(
    id: CatalogueId,
    items: readonly Item[],
    language: ItemLanguage,
  ): Promise<readonly Item[]> {
    return id === this.#generated.summary.id ? this.#generated.inLanguage(items, language) : items;
  }

  /** @throws 'vault/unknown-catalogue' */
  personas(id: CatalogueId): readonly Persona[] {
    if (id === this.#generated.summary.id) return this.#generated.personas();
    this.#record(id);
    return [];
  }

  /**
   * Stores a catalogue under a new random id and makes it the current one, in that order: until the last
   * transaction nothing refers to it. A name that another one has gets a number. `settings` gives the settings as
   * they will be. `onChunk` runs after every chunk with the fraction that is written; it may throw to stop.
   */
  async store(
    catalogue: NewCatalogue,
    settings: (current: CatalogueId) => SettingsRecord,
    onChunk: (fraction: number) => void,
  ): Promise<CatalogueSummary> {
    mustFit(catalogue);
    return this.#chunks.create(async (writer) => {
      const id = catalogueId(writer.owner);
      const users = await writeContent(writer, catalogue, onChunk);
      return this.#ledger.commit(() => {
        const name = freeName(catalogue.summary.name, this.list());
        const summary: CatalogueSummary = { ...catalogue.summary, name, id, origin: 'import' };
        const order = this.#ledger.head.changes;
        const value: CatalogueRecord = {
          order,
          summary,
          rows: catalogue.columns.user.length,
          likers: true,
          ...(users > 0 ? { users } : {}),
          ...writer.totals,
        };
        return {
          expectChunks: { store: 'catalogueChunks', owner: id, count: writer.totals.chunks },
          put: [
            { store: 'catalogues', key: id, value },
            { store: 'settings', key: 'visitor', value: settings(id) },
          ],
          result: summary,
        };
      });
    });
  }

  /** The part of a plan that removes a stored catalogue. @throws 'vault/unknown-catalogue' · 'argument/range' */
  removal(id: CatalogueId): Omit<Removal, 'put'> {
    if (id === this.#generated.summary.id) {
      throw new HomebodyError(
        'argument/range',
        'The demo shop cannot be removed: it is made anew at every visit.',
        { remedy: 'Remove an imported catalogue.', detail: { catalogue: id } },
      );
    }
    this.#record(id);
    return {
      remove: [{ store: 'catalogues', key: id }],
      removeChunks: [{ store: 'catalogueChunks', owner: id }],
    };
  }

  #record(id: CatalogueId): CatalogueRecord {
    const record = this.#ledger.get('catalogues', id);
    if (record) return record;
    throw new HomebodyError('vault/unknown-catalogue', 'This catalogue is not stored here.', {
      remedy: 'Choose another catalogue, or import its files again.',
      detail: { catalogue: id },
    });
  }

  #summary(id: CatalogueId): CatalogueSummary {
    return id === this.#generated.summary.id ? this.#generated.summary : whole(this.#record(id).summary);
  }
}

/** A summary with what the version that stored it did not know. */
function whole(summary: StoredSummary): CatalogueSummary {
  return { brands: [], ...summary };
}

function rowsOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, row) => [name, row]));
}

/** `MovieLens 1M`, then `MovieLens 1M (2)`, … */
export function freeName(name: string, others: readonly Pick<CatalogueSummary, 'name'>[]): string {
  const taken = new Set(others.map((other) => other.name));
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name} (${count})`;
  return free;
}

function withRows(items: readonly Item[]): CatalogueItems {
  return { items, rowOf: new Map(items.map(({ id }, row) => [id, row])) };
}
