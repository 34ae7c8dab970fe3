import type { DBSchema } from 'idb';
import type { Keyring } from './keyring.ts';

/** Magic, version, IV and ciphertext; see `cipher.ts`. */
export type Envelope = Uint8Array<ArrayBuffer>;

/** Owner (a random id), part of it, place of the chunk within the part. */
export type ChunkKey = [owner: string, part: string, index: number];

/**
 * The counters. Their record is read and written in the transaction of every change, so two tabs can never give out one
 * event id twice nor overwrite what they have not seen.
 */
export interface Head {
  /** Largest event id ever given out. Never goes back, also when that event is taken back. */
  readonly lastEventId: number;
  /** Changes of the event log so far. */
  readonly logVersion: number;
  /** Changes of any record so far; a reader that holds another number holds old records. */
  readonly changes: number;
}

/**
 * What the database holds. Every value but the keyring is an envelope, and no key says anything about the visitor: events
 * are numbered, all else has random ids. The counters are in the clear before the first change only.
 */
export interface VaultSchema extends DBSchema {
  keys: { key: 'keyring'; value: Keyring };
  /** Its content: `HeadContent`. */
  head: { key: 'head'; value: Envelope | Head };
  events: { key: number; value: Envelope };
  catalogues: { key: string; value: Envelope };
  catalogueChunks: { key: ChunkKey; value: Envelope };
  checkpoints: { key: string; value: Envelope };
  checkpointChunks: { key: ChunkKey; value: Envelope };
  settings: { key: 'visitor'; value: Envelope };
  lab: { key: string; value: Envelope };
  labChunks: { key: ChunkKey; value: Envelope };
  restores: { key: string; value: Envelope };
  /** See `Manifest`. */
  manifest: { key: string; value: Envelope };
}

/** Stores whose records are small, are held decrypted in memory and change by `Ledger.commit` only. */
export const RECORD_STORES = ['events', 'catalogues', 'checkpoints', 'settings', 'lab', 'restores'] as const;
export type RecordStore = (typeof RECORD_STORES)[number];

/** Stores of bulk content. A chunk belongs to the record of the same id in the store named here. */
export const CHUNK_OWNERS = {
  catalogueChunks: 'catalogues',
  checkpointChunks: 'checkpoints',
  labChunks: 'lab',
} as const;
export type ChunkStore = keyof typeof CHUNK_OWNERS;
export type OwnerStore = (typeof CHUNK_OWNERS)[ChunkStore];

export const isChunkStore = (name: unknown): name is ChunkStore =>
  typeof name === 'string' && Object.hasOwn(CHUNK_OWNERS, name);
