import type { CatalogueSummary } from '../domain/catalogue.ts';
import { HomebodyError } from '../domain/errors.ts';
import type { NewEvent, StoredEvent } from '../domain/events.ts';
import type { CatalogueId, ItemIndex } from '../domain/ids.ts';
import { itemIndex } from '../domain/ids.ts';
import type { History, InteractionColumns, ItemFacts, LikerCounts } from '../domain/interactions.ts';
import type { Item, ItemLanguage } from '../domain/item.ts';
import type { Persona } from '../domain/persona.ts';
import { damagedCatalogue } from './catalogue-content.ts';
import type { NewCatalogue } from './catalogue-content.ts';
import type { Catalogues, GeneratedCatalogue } from './catalogues.ts';
import { openDatabase } from './database.ts';
import { unlock } from './keyring.ts';
import type { LabRecords } from './lab-records.ts';
import { loadKeyring } from './load-keyring.ts';
import type { Migration } from './migrations/migration.ts';
import type { SettingsRecord } from './records.ts';
import { storageFacts } from './storage-facts.ts';
import type { VaultFacts } from './storage-facts.ts';
import { contentOf } from './vault-content.ts';
import type { VaultContent } from './vault-content.ts';
import { assemble, readAndSweep, removalOf } from './vault-inside.ts';
import type { AssemblyOptions, VaultInside } from './vault-inside.ts';

export interface VaultOptions extends Omit<AssemblyOptions, 'demo'> {
  readonly databaseName: string;
  /** Makes the catalogue that is there from the start and when nothing else is. */
  readonly demo: () => GeneratedCatalogue;
  readonly migrations?: readonly Migration[];
  /** The key of a locked vault that was unlocked; null where it opens by itself, if at all. Asked once. */
  readonly dataKey?: () => CryptoKey | null;
}

/**
 * What is kept of the visitor, encrypted, in IndexedDB. Everything rejects with a `HomebodyError`: besides the
 * codes named below 'vault/closed' once the database was taken away, and 'vault/quota' on every write.
 */
export class Vault {
  /** What listing, export and backup work on: code that is fetched when somebody asks for it. */
  readonly inside: VaultInside;

  private constructor(inside: VaultInside) {
    this.inside = inside;
  }

  /** @throws 'vault/blocked' · 'vault/unavailable' · 'vault/locked' · 'vault/keyring' · 'vault/erasing' · 'vault/closed' */
  static async open(options: VaultOptions): Promise<Vault> {
    if ('isSecureContext' in globalThis && !globalThis.isSecureContext) {
      throw new HomebodyError('vault/unavailable', 'Browsers encrypt only on pages that came over https.', {
        remedy: 'Open the page by its https address, or on localhost.',
      });
    }
    // The browser opens its storage while the demo is made.
    const opening = openDatabase(options.databaseName, options.migrations);
    const demo = options.demo();
    const db = await opening;
    try {
      const keyring = await loadKeyring(db);
      const dataKey = options.dataKey?.() ?? (await unlock(keyring));
      const inside = assemble(db, dataKey, { ...options, demo });
      await readAndSweep(inside);
      return new Vault(inside);
    } catch (error) {
      db.close();
      throw error;
    }
  }

  /** What the lab keeps. */
  get lab(): LabRecords {
    return this.inside.lab;
  }

  get closed(): boolean {
    return this.inside.db.closed;
  }

  /** Closed for good: see `Database.erased`. */
  get erased(): boolean {
    return this.inside.db.erased;
  }

  close(): void {
    this.inside.db.close();
  }

  async content(): Promise<VaultContent> {
    return contentOf(await this.#refreshed());
  }

  async storage(): Promise<VaultFacts> {
    const { ledger, quarantine } = await this.#refreshed();
    return storageFacts(ledger, quarantine);
  }

  /** Rows that exist, also in `language` where it has them. @throws 'vault/unknown-catalogue' · 'vault/damaged' */
  async items(
    catalogue: CatalogueId,
    indexes: readonly ItemIndex[],
    language?: ItemLanguage,
  ): Promise<{ readonly index: ItemIndex; readonly item: Item }[]> {
    const catalogues = await this.#cataloguesWith(catalogue);
    const { items } = await catalogues.items(catalogue);
    const rows = indexes.filter((index) => items[index]);
    const asked = rows.map((index) => items[index]!);
    const told = language ? await catalogues.inLanguage(catalogue, asked, language) : asked;
    return rows.map((index, i) => ({ index, item: told[i]! }));
  }

  /** @throws 'vault/unknown-catalogue' · 'vault/damaged' */
  async itemFacts(catalogue: CatalogueId): Promise<ItemFacts> {
    return (await this.#cataloguesWith(catalogue)).facts(catalogue);
  }

  /** The caller's own. @throws 'vault/unknown-catalogue' · 'vault/damaged' */
  async interactions(catalogue: CatalogueId): Promise<InteractionColumns> {
    return (await this.#cataloguesWith(catalogue)).interactions(catalogue);
  }

  /** The caller's own; null where it is not known. @throws 'vault/unknown-catalogue' */
  async popularity(catalogue: CatalogueId): Promise<LikerCounts | null> {
    return (await this.#cataloguesWith(catalogue)).popularity(catalogue);
  }

  /** Pseudonyms of an import's users, by row; null where it has none. @throws 'vault/unknown-catalogue' · 'vault/damaged' */
  async users(catalogue: CatalogueId): Promise<readonly string[] | null> {
    return (await this.#cataloguesWith(catalogue)).users(catalogue);
  }

  /** See `Cipher.pseudonymKey`. */
  pseudonymKey(): Promise<CryptoKey> {
    return this.inside.cipher.pseudonymKey();
  }

  /** Newest first, without events whose item the catalogue no longer has. */
  async events(catalogue: CatalogueId): Promise<(StoredEvent & { readonly index: ItemIndex })[]> {
    const { catalogues, events } = await this.#refreshed();
    const { rowOf } = await catalogues.items(catalogue);
    const newestFirst = events.of(catalogue).reverse();
    return newestFirst.flatMap((event) => {
      const row = rowOf.get(event.item);
      return row === undefined ? [] : [{ ...event, index: itemIndex(row) }];
    });
  }

  async history(catalogue: CatalogueId): Promise<History> {
    const { catalogues, events } = await this.#refreshed();
    const { rowOf } = await catalogues.items(catalogue);
    return events.history(catalogue, rowOf);
  }

  /** None in a stored catalogue. @throws 'vault/unknown-catalogue' */
  async personas(catalogue: CatalogueId): Promise<readonly Persona[]> {
    return (await this.#refreshed()).catalogues.personas(catalogue);
  }

  /** 1 … 1000 events in one transaction. @throws 'vault/unknown-catalogue' · 'argument/range', also for an unknown item */
  async record(events: readonly NewEvent[]): Promise<StoredEvent[]> {
    await this.#mustHave(events);
    return this.inside.events.record(events, (catalogue) => this.inside.catalogues.mustExist(catalogue));
  }

  /** 1 … 1000 events in one transaction. @throws 'vault/unknown-event' · 'argument/range' */
  async takeBack(ids: readonly number[]): Promise<StoredEvent[]> {
    return this.inside.events.takeBack(ids);
  }

  /** 1 … 1000 events in one transaction. @throws 'vault/unknown-event' · 'vault/unknown-catalogue' · 'argument/range' */
  async restore(events: readonly StoredEvent[]): Promise<StoredEvent[]> {
    await this.#mustHave(events);
    return this.inside.events.restore(events, (catalogue) => this.inside.catalogues.mustExist(catalogue));
  }

  /** Grows with every change of the log; see `History.version`. */
  get historyVersion(): number {
    return this.inside.ledger.head.logVersion;
  }

  /** Stores a catalogue and makes it the current one, at once and last. `onChunk` may throw to stop. */
  addCatalogue(catalogue: NewCatalogue, onChunk: (fraction: number) => void): Promise<CatalogueSummary> {
    const settings = (current: CatalogueId): SettingsRecord => ({ ...this.inside.settings.read(), current });
    return this.inside.catalogues.store(catalogue, settings, onChunk);
  }

  /** @throws 'vault/unknown-catalogue' · 'vault/damaged' */
  switchCatalogue(id: CatalogueId): Promise<void> {
    return this.inside.settings.change((settings) => {
      this.inside.catalogues.mustExist(id);
      if (this.inside.quarantine.isBeyondUse(id)) throw damagedCatalogue();
      return { ...settings, current: id };
    });
  }

  /** Removes an import with all that hangs on it (`removalOf`). @throws 'vault/unknown-catalogue' · 'argument/range' */
  removeCatalogue(id: CatalogueId): Promise<void> {
    return this.inside.ledger.commit(() => ({ ...removalOf(this.inside, id), result: undefined }));
  }

  /**
   * Removes what was found damaged, for good, and forgets it: what `StorageFacts.damaged` lists under these ids, or all.
   * With a catalogue go its checkpoints, what the lab keeps of it, and the events made in it.
   */
  discardDamaged(ids: readonly string[] | null): Promise<void> {
    return this.inside.quarantine.discard(ids);
  }

  /** Null when there is none. @throws 'vault/damaged' */
  loadCheckpoint(catalogue: CatalogueId, kind: string): Promise<Uint8Array<ArrayBuffer> | null> {
    return this.inside.checkpoints.load(catalogue, kind);
  }

  /** The new one takes the old one's place at once, after all of it is written. @throws 'vault/unknown-catalogue' */
  async saveCheckpoint(catalogue: CatalogueId, kind: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.inside.checkpoints.save(catalogue, kind, bytes, () =>
      this.inside.catalogues.mustExist(catalogue),
    );
  }

  dropCheckpoint(catalogue: CatalogueId, kind: string): Promise<void> {
    return this.inside.checkpoints.drop(catalogue, kind);
  }

  /** `value`: JSON, at most 64 KiB. @throws 'argument/range' */
  saveSetting(name: string, value: unknown): Promise<void> {
    return this.inside.settings.save(name, value);
  }

  async #refreshed(): Promise<VaultInside> {
    await this.inside.ledger.refresh();
    return this.inside;
  }

  /** The catalogues with this one, which another tab may have stored a moment ago. */
  async #cataloguesWith(catalogue: CatalogueId): Promise<Catalogues> {
    const { catalogues, ledger } = this.inside;
    if (!catalogues.has(catalogue)) await ledger.refresh();
    return catalogues;
  }

  async #mustHave(events: readonly NewEvent[]): Promise<void> {
    for (const { catalogue, item } of events) {
      const { rowOf } = await (await this.#cataloguesWith(catalogue)).items(catalogue);
      if (rowOf.has(item)) continue;
      throw new HomebodyError('argument/range', 'This catalogue does not have this item.', {
        detail: { field: 'item', catalogue, item },
      });
    }
  }
}
