import type { CatalogueSummary } from '../domain/catalogue.ts';
import type { CleaningReport, ImportProgress } from '../domain/cleaning.ts';
import type { DamageReport } from '../domain/damage.ts';
import type { NewEvent, StoredEvent } from '../domain/events.ts';
import type { CatalogueId, ItemIndex } from '../domain/ids.ts';
import type { History, InteractionColumns, ItemFacts, LikerCounts } from '../domain/interactions.ts';
import type { Item, ItemLanguage } from '../domain/item.ts';
import type { Persona } from '../domain/persona.ts';
import type { Outcome } from '../domain/outcome.ts';

export interface StorageFacts {
  /** `events`, `catalogues`, `checkpoints`, `lab`, `settings`: things kept, and the bytes of all their encrypted records. */
  readonly stores: readonly { readonly name: string; readonly records: number; readonly bytes: number }[];
  /** The visitor's own events over all catalogues. */
  readonly events: number;
  /** Bytes of all encrypted records. */
  readonly bytes: number;
  /** What was changed behind the vault's back; passed over. Absent when there is nothing of it. */
  readonly damaged?: DamageReport;
}

export interface VaultState {
  readonly current: CatalogueId;
  readonly catalogues: readonly CatalogueSummary[];
  readonly historyVersion: number;
  readonly storage: StorageFacts;
  /** Settings that outlive the visit; small JSON values by name. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** What one transaction changed. */
export interface HistoryChange {
  readonly events: readonly StoredEvent[];
  readonly historyVersion: number;
}

export interface ImportResult {
  readonly catalogue: CatalogueSummary;
  readonly report: CleaningReport;
}

/** What the page asks of the vault worker. Every answer is an `Outcome`; nothing throws across the wire. */
export interface VaultApi {
  open(): Promise<Outcome<VaultState>>;
  /** Gives the engine its own line to the vault: the port speaks `VaultBulkApi`. */
  connectEngine(port: MessagePort): Promise<Outcome<null>>;
  /**
   * Items by row; rows that do not exist are left out. With a `language` they have their text in it as well
   * (`Item.local`), where the catalogue has it: the demo shop does, an import does not.
   */
  items(
    catalogue: CatalogueId,
    indexes: readonly ItemIndex[],
    language?: ItemLanguage,
  ): Promise<Outcome<readonly IndexedItem[]>>;
  /** The visitor's events in a catalogue, newest first. */
  events(catalogue: CatalogueId): Promise<Outcome<readonly (StoredEvent & { readonly index: ItemIndex })[]>>;
  /** All in one transaction, resolved when it is done: only then are they facts. 1 … 1000 events, any kinds. */
  record(events: readonly NewEvent[]): Promise<Outcome<HistoryChange>>;
  /** Removes the events' records, all or none. What is left equals a log in which they never were. */
  takeBack(eventIds: readonly number[]): Promise<Outcome<HistoryChange>>;
  /** Puts events that were taken back into their old places, all or none. */
  restore(events: readonly StoredEvent[]): Promise<Outcome<HistoryChange>>;
  /** Somebody to step into; none in a catalogue that brings no personas. */
  personas(catalogue: CatalogueId): Promise<Outcome<readonly Persona[]>>;
  /** Reads, cleans and stores files and makes them the current catalogue; on any failure nothing changed. */
  importFiles(
    files: readonly File[],
    onProgress: (progress: ImportProgress) => void,
  ): Promise<Outcome<ImportResult>>;
  cancelImport(): Promise<Outcome<null>>;
  switchCatalogue(id: CatalogueId): Promise<Outcome<VaultState>>;
  removeCatalogue(id: CatalogueId): Promise<Outcome<VaultState>>;
  saveSetting(name: string, value: unknown): Promise<Outcome<null>>;
  storage(): Promise<Outcome<StorageFacts>>;
  /**
   * Removes what `StorageFacts.damaged` lists under these ids, or all of it, for good; see `DamagedRecord.discards`.
   * Ids that are not there are no error.
   */
  discardDamaged(ids: readonly string[] | null): Promise<Outcome<VaultState>>;
}

export interface IndexedItem {
  readonly index: ItemIndex;
  readonly item: Item;
}

/** What the engine asks of the vault over its own port. Columns arrive by transfer. */
export interface VaultBulkApi {
  itemFacts(catalogue: CatalogueId): Promise<Outcome<ItemFacts>>;
  interactions(catalogue: CatalogueId): Promise<Outcome<InteractionColumns>>;
  /**
   * What counting the whole log would give, at no such cost; null where it is not known. Asked for where there
   * is no model, so that the log will be asked for next.
   */
  popularity(catalogue: CatalogueId): Promise<Outcome<LikerCounts | null>>;
  history(catalogue: CatalogueId): Promise<Outcome<History>>;
  /** The bytes of the current checkpoint of a kind, null when there is none. */
  loadCheckpoint(
    catalogue: CatalogueId,
    kind: CheckpointKind,
  ): Promise<Outcome<Uint8Array<ArrayBuffer> | null>>;
  /** Stores under a new id and moves the pointer last, so that a crash leaves the old one. */
  saveCheckpoint(
    catalogue: CatalogueId,
    kind: CheckpointKind,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<Outcome<null>>;
  dropCheckpoint(catalogue: CatalogueId, kind: CheckpointKind): Promise<Outcome<null>>;

  /** What the lab keeps of a catalogue, without the bulk parts; in no order. */
  labRecords(catalogue: CatalogueId): Promise<Outcome<readonly KeptRecord[]>>;
  /** The new id. All or nothing. */
  addLabRecord(
    catalogue: CatalogueId,
    kind: string,
    value: unknown,
    parts: BulkParts,
  ): Promise<Outcome<string>>;
  /** The parts stay. Fails with 'lab/unknown-run' where there is none. */
  changeLabRecord(catalogue: CatalogueId, id: string, value: unknown): Promise<Outcome<null>>;
  labPart(catalogue: CatalogueId, id: string, part: string): Promise<Outcome<Uint8Array<ArrayBuffer>>>;
  removeLabRecord(catalogue: CatalogueId, id: string): Promise<Outcome<null>>;
}

/** A small JSON value that is kept under a random id. */
export interface KeptRecord {
  readonly id: string;
  readonly kind: string;
  readonly value: unknown;
}

/** Bytes by the name of their part. */
export type BulkParts = Readonly<Record<string, Uint8Array<ArrayBuffer>>>;

/** `model`: finished, serves the feed. `training`: an unfinished training to go on from. */
export type CheckpointKind = 'model' | 'training';
