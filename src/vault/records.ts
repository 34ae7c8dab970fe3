import type { CatalogueSummary } from '../domain/catalogue.ts';
import type { NewEvent } from '../domain/events.ts';
import type { CatalogueId } from '../domain/ids.ts';
import type { Damage } from './damage-notes.ts';
import type { ChunkStore, RecordStore, VaultSchema } from './schema.ts';

/** What stands in the chunks of one owner. */
export interface ChunkTotals {
  readonly chunks: number;
  /** Bytes of the envelopes. */
  readonly bytes: number;
}

/** A catalogue's summary as it was stored; before there were brands it had none. */
export type StoredSummary = Omit<CatalogueSummary, 'brands'> & Partial<Pick<CatalogueSummary, 'brands'>>;

/** An imported catalogue whose chunks are all written; its key is the catalogue's id. */
export interface CatalogueRecord extends ChunkTotals {
  /** Grows with every import; the order in which they are listed. */
  readonly order: number;
  readonly summary: StoredSummary;
  /** Length of the columns. */
  readonly rows: number;
  /** Whether likers are among the chunks; before they were counted they were not. */
  readonly likers?: true;
  /** Whether pseudonyms of the users are among the chunks, and how many bytes. */
  readonly users?: number;
}

/** A checkpoint whose chunks are all written. */
export interface CheckpointRecord extends ChunkTotals {
  readonly catalogue: CatalogueId;
  readonly kind: string;
  /** Length of the content. */
  readonly length: number;
}

/** Something that the lab keeps, its chunks all written. */
export interface LabRecord extends ChunkTotals {
  readonly catalogue: CatalogueId;
  readonly kind: string;
  readonly value: unknown;
  /** Length of each bulk part, by name. */
  readonly parts: Readonly<Record<string, number>>;
}

export interface SettingsRecord {
  readonly current: CatalogueId;
  readonly values: Readonly<Record<string, unknown>>;
}

/** How far the restoring of a backup has come (`RestoreProgress`); its key is the id of the backup. */
export interface RestoreRecord {
  readonly value: unknown;
}

/** The decrypted content of each store of small records. As JSON it outlives the code: change by migration only. */
export interface RecordContent {
  events: NewEvent;
  catalogues: CatalogueRecord;
  checkpoints: CheckpointRecord;
  settings: SettingsRecord;
  lab: LabRecord;
  restores: RestoreRecord;
}

export type RecordKeyOf<S extends RecordStore> = VaultSchema[S]['key'];

/** Changes that happen together or not at all, and what the caller gets once they have. */
export interface Plan<T> {
  readonly result: T;
  readonly put?: readonly Put[];
  readonly remove?: readonly { readonly store: RecordStore; readonly key: IDBValidKey }[];
  /** Chunks that must be there for the plan to happen: what was written ahead under a new id. */
  readonly expectChunks?: ExpectedChunks | readonly ExpectedChunks[];
  readonly removeChunks?: readonly { readonly store: ChunkStore; readonly owner: string }[];
  /** Damage that was found. */
  readonly note?: readonly Damage[];
  /** Damage to remember no longer, by `damageId`. */
  readonly forget?: readonly string[];
}

/** The part of a plan that removes something and what hangs on it. */
export type Removal = Required<Pick<Plan<unknown>, 'put' | 'remove' | 'removeChunks'>>;

export interface ExpectedChunks {
  readonly store: ChunkStore;
  readonly owner: string;
  readonly count: number;
}

export type Put = {
  [S in RecordStore]: { readonly store: S; readonly key: RecordKeyOf<S>; readonly value: RecordContent[S] };
}[RecordStore];
