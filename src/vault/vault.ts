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
import { Catalogues } from './catalogues.ts';
import type { CatalogueItems, GeneratedCatalogue } from './catalogues.ts';
import { Checkpoints } from './checkpoints.ts';
import { Chunks } from './chunks.ts';
import type { OnChunkDamage } from './chunks.ts';
import { Cipher } from './cipher.ts';
import { openDatabase } from './database.ts';
import type { Database } from './database.ts';
import { EventLog } from './event-log.ts';
import { unlock } from './keyring.ts';
import type { Leases } from './leases.ts';
import { LabRecords } from './lab-records.ts';
import { Ledger } from './ledger.ts';
import { loadKeyring } from './load-keyring.ts';
import type { Migration } from './migrations/migration.ts';
import { Quarantine } from './quarantine.ts';
import type { Plan, SettingsRecord } from './records.ts';
import type { ChunkStore } from './schema.ts';
import { restoringOwners } from './restoring-owners.ts';
import { Settings } from './settings.ts';
import { storageFacts } from './storage-facts.ts';
import type { VaultFacts } from './storage-facts.ts';

export interface VaultOptions {
  readonly databaseName: string;
  /** Makes the catalogue that is there from the start and when nothing else is. */
  readonly demo: () => GeneratedCatalogue;
  readonly leases: Leases;
  /** ms since the epoch: when damage was first seen. */
  readonly now: () => number;
  readonly migrations?: readonly Migration[];
  /** The key of a locked vault that was unlocked; null where it opens by itself, if at all. Asked once. */
  readonly dataKey?: () => CryptoKey | null;
}

export interface VaultContent {
  readonly current: CatalogueId;
  readonly catalogues: readonly CatalogueSummary[];
  readonly historyVersion: number;
  readonly storage: VaultFacts;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** What listing, export and backup work on: code that is fetched when somebody asks for it. */
export interface VaultInside {
  readonly db: Database;
  readonly ledger: Ledger;
  readonly chunks: Readonly<Record<ChunkStore, Chunks>>;
  readonly catalogues: Catalogues;
  readonly settings: Settings;
  readonly leases: Leases;
}

/**
 * What is kept of the visitor, encrypted, in IndexedDB. Everything rejects with a `HomebodyError`: besides the
 * codes named below 'vault/closed' once the database was taken away, and 'vault/quota' on every write.
 */
export class Vault {
  readonly #db: Database;
  readonly #cipher: Cipher;
  readonly #ledger: Ledger;
  readonly #quarantine: Quarantine;
  readonly #chunks: Readonly<Record<ChunkStore, Chunks>>;
  readonly #catalogues: Catalogues;
  readonly #checkpoints: Checkpoints;
  readonly #events: EventLog;
  readonly #settings: Settings;
  /** What the lab keeps. */
  readonly lab: LabRecords;
  readonly inside: VaultInside;

  private constructor(db: Database, cipher: Cipher, demo: GeneratedCatalogue, { leases, now }: VaultOptions) {
    this.#db = db;
    this.#cipher = cipher;
    this.#ledger = new Ledger(db, cipher, now);
    this.#quarantine = new Quarantine(this.#ledger, (id) => this.#hangingOn(id));
    const onDamage: OnChunkDamage = (...damage) => this.#quarantine.noteChunk(...damage);
    this.#chunks = {
      catalogueChunks: new Chunks(db, cipher, leases, 'catalogueChunks', onDamage),
      checkpointChunks: new Chunks(db, cipher, leases, 'checkpointChunks', onDamage),
      labChunks: new Chunks(db, cipher, leases, 'labChunks', onDamage),
    };
    this.#catalogues = new Catalogues(this.#ledger, this.#chunks.catalogueChunks, demo);
    this.#checkpoints = new Checkpoints(this.#ledger, this.#chunks.checkpointChunks);
    this.#events = new EventLog(this.#ledger);
    this.#settings = new Settings(this.#ledger, demo.summary.id);
    this.lab = new LabRecords(this.#ledger, this.#chunks.labChunks, (id) => this.#catalogues.mustExist(id));
    this.inside = {
      db,
      ledger: this.#ledger,
      chunks: this.#chunks,
      catalogues: this.#catalogues,
      settings: this.#settings,
      leases,
    };
  }

  /** @throws 'vault/blocked' · 'vault/unavailable' · 'vault/locked' · 'vault/keyring' · 'vault/closed' */
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
      const vault = new Vault(db, new Cipher(dataKey), demo, options);
      const spared = async (): Promise<ReadonlySet<string>> => {
        await vault.#ledger.refresh();
        return new Set([...restoringOwners(vault.#ledger), ...vault.#quarantine.owners()]);
      };
      const sweeps = Object.values(vault.#chunks).map((chunks) => chunks.sweep(spared));
      await Promise.all([vault.#ledger.refresh(), ...sweeps]);
      return vault;
    } catch (error) {
      db.close();
      throw error;
    }
  }

  get closed(): boolean {
    return this.#db.closed;
  }

  /** Closed for good: see `Database.erased`. */
  get erased(): boolean {
    return this.#db.erased;
  }

  close(): void {
    this.#db.close();
  }

  async content(): Promise<VaultContent> {
    await this.#ledger.refresh();
    const catalogues = this.#catalogues.list();
    const { current, values } = this.#settings.read();
    return {
      // The current one may have been lost to damage; the first of the list is made anew at every visit.
      current:
        catalogues.some(({ id }) => id === current) && !this.#quarantine.isBeyondUse(current)
          ? current
          : catalogues[0]!.id,
      catalogues,
      historyVersion: this.#ledger.head.logVersion,
      storage: storageFacts(this.#ledger, this.#quarantine),
      settings: values,
    };
  }

  async storage(): Promise<VaultFacts> {
    await this.#ledger.refresh();
    return storageFacts(this.#ledger, this.#quarantine);
  }

  /** The rows asked for that exist, also in `language` where it has them. @throws 'vault/unknown-catalogue' · 'vault/damaged' */
  async items(
    catalogue: CatalogueId,
    indexes: readonly ItemIndex[],
    language?: ItemLanguage,
  ): Promise<{ readonly index: ItemIndex; readonly item: Item }[]> {
    const { items } = await this.#itemsOf(catalogue);
    const rows = indexes.filter((index) => items[index]);
    const asked = rows.map((index) => items[index]!);
    const told = language ? await this.#catalogues.inLanguage(catalogue, asked, language) : asked;
    return rows.map((index, i) => ({ index, item: told[i]! }));
  }

  /** @throws 'vault/unknown-catalogue' · 'vault/damaged' */
  async itemFacts(catalogue: CatalogueId): Promise<ItemFacts> {
    await this.#itemsOf(catalogue);
    return this.#catalogues.facts(catalogue);
  }

  /** The caller's own. @throws 'vault/unknown-catalogue' · 'vault/damaged' */
  async interactions(catalogue: CatalogueId): Promise<InteractionColumns> {
    if (!this.#catalogues.has(catalogue)) await this.#ledger.refresh();
    return this.#catalogues.interactions(catalogue);
  }

  /** The caller's own; null where it is not known. @throws 'vault/unknown-catalogue' */
  async popularity(catalogue: CatalogueId): Promise<LikerCounts | null> {
    if (!this.#catalogues.has(catalogue)) await this.#ledger.refresh();
    return this.#catalogues.popularity(catalogue);
  }

  /** Pseudonyms of an import's users, by row; null where it has none. @throws 'vault/unknown-catalogue' · 'vault/damaged' */
  async users(catalogue: CatalogueId): Promise<readonly string[] | null> {
    if (!this.#catalogues.has(catalogue)) await this.#ledger.refresh();
    return this.#catalogues.users(catalogue);
  }

  /** See `Cipher.pseudonymKey`. */
  pseudonymKey(): Promise<CryptoKey> {
    return this.#cipher.pseudonymKey();
  }

  /** Newest first, without events whose item the catalogue no longer has. */
  async events(catalogue: CatalogueId): Promise<(StoredEvent & { readonly index: ItemIndex })[]> {
    await this.#ledger.refresh();
    const { rowOf } = await this.#catalogues.items(catalogue);
    return this.#events
      .of(catalogue)
      .reverse()
      .flatMap((event) => {
        const row = rowOf.get(event.item);
        return row === undefined ? [] : [{ ...event, index: itemIndex(row) }];
      });
  }

  async history(catalogue: CatalogueId): Promise<History> {
    await this.#ledger.refresh();
    const { rowOf } = await this.#catalogues.items(catalogue);
    return this.#events.history(catalogue, rowOf);
  }

  /** None in a stored catalogue. @throws 'vault/unknown-catalogue' */
  async personas(catalogue: CatalogueId): Promise<readonly Persona[]> {
    await this.#ledger.refresh();
    return this.#catalogues.personas(catalogue);
  }

  /** 1 … 1000 events in one transaction. @throws 'vault/unknown-catalogue' · 'argument/range', also for an unknown item */
  async record(events: readonly NewEvent[]): Promise<StoredEvent[]> {
    await this.#mustHave(events);
    return this.#events.record(events, (catalogue) => this.#catalogues.mustExist(catalogue));
  }

  /** 1 … 1000 events in one transaction. @throws 'vault/unknown-event' · 'argument/range' */
  async takeBack(ids: readonly number[]): Promise<StoredEvent[]> {
    return this.#events.takeBack(ids);
  }

  /** 1 … 1000 events in one transaction. @throws 'vault/unknown-event' · 'vault/unknown-catalogue' · 'argument/range' */
  async restore(events: readonly StoredEvent[]): Promise<StoredEvent[]> {
    await this.#mustHave(events);
    return this.#events.restore(events, (catalogue) => this.#catalogues.mustExist(catalogue));
  }

  /** Grows with every change of the log; see `History.version`. */
  get historyVersion(): number {
    return this.#ledger.head.logVersion;
  }

  /** Stores a catalogue and makes it the current one, at once and last. `onChunk` may throw to stop. */
  addCatalogue(catalogue: NewCatalogue, onChunk: (fraction: number) => void): Promise<CatalogueSummary> {
    const settings = (current: CatalogueId): SettingsRecord => ({ ...this.#settings.read(), current });
    return this.#catalogues.store(catalogue, settings, onChunk);
  }

  /** @throws 'vault/unknown-catalogue' · 'vault/damaged' */
  switchCatalogue(id: CatalogueId): Promise<void> {
    return this.#settings.change((settings) => {
      this.#catalogues.mustExist(id);
      if (this.#quarantine.isBeyondUse(id)) throw damagedCatalogue();
      return { ...settings, current: id };
    });
  }

  /** Removes an import with its checkpoints, what the lab keeps of it, and the events made in it. @throws 'vault/unknown-catalogue' · 'argument/range' */
  removeCatalogue(id: CatalogueId): Promise<void> {
    return this.#ledger.commit(() => {
      const [content, hanging] = [this.#catalogues.removal(id), this.#hangingOn(id)];
      return {
        put: hanging.put,
        remove: [...content.remove, ...hanging.remove],
        removeChunks: [...content.removeChunks, ...hanging.removeChunks],
        result: undefined,
      };
    });
  }

  /**
   * Removes what was found damaged, for good, and forgets it: what `StorageFacts.damaged` lists under these ids, or all.
   * With a catalogue go its checkpoints, what the lab keeps of it, and the events made in it.
   */
  discardDamaged(ids: readonly string[] | null): Promise<void> {
    return this.#quarantine.discard(ids);
  }

  /** Null when there is none. @throws 'vault/damaged' */
  loadCheckpoint(catalogue: CatalogueId, kind: string): Promise<Uint8Array<ArrayBuffer> | null> {
    return this.#checkpoints.load(catalogue, kind);
  }

  /** The new one takes the old one's place at once, after all of it is written. @throws 'vault/unknown-catalogue' */
  async saveCheckpoint(catalogue: CatalogueId, kind: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#checkpoints.save(catalogue, kind, bytes, () => this.#catalogues.mustExist(catalogue));
  }

  dropCheckpoint(catalogue: CatalogueId, kind: string): Promise<void> {
    return this.#checkpoints.drop(catalogue, kind);
  }

  /** `value`: JSON, at most 64 KiB. @throws 'argument/range' */
  saveSetting(name: string, value: unknown): Promise<void> {
    return this.#settings.save(name, value);
  }

  /** The items of a catalogue, which another tab may have stored a moment ago. */
  async #itemsOf(catalogue: CatalogueId): Promise<CatalogueItems> {
    if (!this.#catalogues.has(catalogue)) await this.#ledger.refresh();
    return this.#catalogues.items(catalogue);
  }

  /** The parts of a plan that remove what is of no use without a catalogue. */
  #hangingOn(id: CatalogueId): Required<Pick<Plan<unknown>, 'put' | 'remove' | 'removeChunks'>> {
    const parts = [this.#checkpoints.removal(id), this.lab.removal(id)];
    return {
      put: this.#settings.without(id),
      remove: [...parts.flatMap(({ remove }) => remove), ...this.#events.removal(id)],
      removeChunks: parts.flatMap(({ removeChunks }) => removeChunks),
    };
  }

  async #mustHave(events: readonly NewEvent[]): Promise<void> {
    for (const { catalogue, item } of events) {
      const { rowOf } = await this.#itemsOf(catalogue);
      if (rowOf.has(item)) continue;
      throw new HomebodyError('argument/range', 'This catalogue does not have this item.', {
        detail: { field: 'item', catalogue, item },
      });
    }
  }
}
