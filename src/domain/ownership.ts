import type { CatalogueSummary } from './catalogue.ts';
import type { EventKind } from './events.ts';
import type { CatalogueId, ItemId } from './ids.ts';

/** One store of the vault. */
export interface StoreFacts {
  /** As the database names it: `events`, `catalogues`, `catalogueChunks`, …, `keys`, `head`. */
  readonly name: string;
  readonly records: number;
  /** Of what is stored. */
  readonly bytes: number;
  /** Whether somebody who reads the browser's files reads it too. */
  readonly inTheClear: boolean;
}

/** A part of a store's listing. */
export interface StorePage {
  readonly store: string;
  /** How many things there are to list, of which `things` are some. */
  readonly total: number;
  readonly offset: number;
  readonly things: readonly StoredThing[];
}

/** A stored record in a form that people can read; what the words for it need. */
export type StoredThing =
  | StoredEventThing
  | StoredCatalogueThing
  | StoredModelThing
  | StoredLabThing
  | StoredSettingThing
  | StoredChunksThing
  | StoredWrapThing
  | StoredCounterThing
  | StoredRestoreThing
  | UnreadableThing;

/** Names of a catalogue are null where it is not stored any more. */
export interface StoredEventThing {
  readonly kind: 'event';
  readonly id: number;
  readonly event: EventKind;
  readonly item: ItemId;
  /** Null where the catalogue does not have the item. */
  readonly title: string | null;
  readonly catalogue: string | null;
  /** ms since the epoch. */
  readonly at: number;
}
export interface StoredCatalogueThing {
  readonly kind: 'catalogue';
  readonly id: CatalogueId;
  readonly name: string;
  readonly items: number;
  readonly users: number;
  readonly interactions: number;
  /** Of its chunks. */
  readonly chunks: number;
  readonly bytes: number;
}
export interface StoredModelThing {
  readonly kind: 'checkpoint';
  readonly id: string;
  readonly catalogue: string | null;
  /** `model`: finished. `training`: an unfinished training. */
  readonly what: string;
  readonly chunks: number;
  readonly bytes: number;
}
export interface StoredLabThing {
  readonly kind: 'lab';
  readonly id: string;
  readonly catalogue: string | null;
  /** `run`, `study`, `promotion`. */
  readonly what: string;
  readonly chunks: number;
  readonly bytes: number;
}
export interface StoredSettingThing {
  readonly kind: 'setting';
  readonly name: string;
  /** As JSON. */
  readonly value: string;
}
/** All chunks that belong to one record. */
export interface StoredChunksThing {
  readonly kind: 'chunks';
  readonly owner: string;
  /** Null where the record is not there: an import or a restoring that is under way, or was cut short. */
  readonly of:
    | { readonly store: 'catalogues'; readonly name: string }
    | { readonly store: 'checkpoints' | 'lab'; readonly catalogue: string | null; readonly what: string }
    | null;
  readonly chunks: number;
}
/** The data key under one of its locks. */
export interface StoredWrapThing {
  readonly kind: 'wrap';
  readonly how: 'device' | 'passphrase' | 'passkey';
}
export interface StoredCounterThing {
  readonly kind: 'counter';
  readonly name: string;
  readonly value: number;
}
export interface StoredRestoreThing extends PendingRestore {
  readonly kind: 'restore';
}
/** A record that does not decrypt, or one of a kind that this version does not know. */
export interface UnreadableThing {
  readonly kind: 'unreadable';
  readonly key: string;
}

/** `csv`: the events, one a line. `json`: events, settings and the summaries of catalogues. */
export type ExportFormat = 'csv' | 'json';

/** What a backup holds, as itself says. */
export interface BackupFacts {
  /** Random, 128 bits in hex. */
  readonly id: string;
  /** ms since the epoch. */
  readonly madeAt: number;
  readonly events: number;
  /** First and last event, ms since the epoch; null where there is none. */
  readonly dateRange: readonly [number, number] | null;
  /** Imported ones; the demo shop is made anew everywhere. */
  readonly catalogues: readonly Pick<CatalogueSummary, 'id' | 'name' | 'itemCount' | 'interactionCount'>[];
  readonly models: number;
  /** Runs, studies and promotions of the lab. */
  readonly lab: number;
  /** Of the file. */
  readonly bytes: number;
}

export interface RestorePlan {
  /** `merge`: what is here stays, and what is missing is added. `replace`: what is here goes. */
  readonly mode: 'merge' | 'replace';
  /**
   * Whose settings and models are kept where both have some. Of no meaning to `replace`.
   */
  readonly prefer: 'here' | 'backup';
}

/** What a restoring changed. */
export interface RestoreReport {
  readonly facts: BackupFacts;
  readonly eventsAdded: number;
  /** Those that were here already. */
  readonly eventsKnown: number;
  readonly cataloguesAdded: number;
  readonly modelsAdded: number;
  readonly labAdded: number;
}

/** A restoring that was cut short: the same file goes on where it was. */
export interface PendingRestore {
  /** That of the backup. */
  readonly id: string;
  /** ms since the epoch: when the backup was made. */
  readonly madeAt: number;
  /** ms since the epoch: when its restoring began. */
  readonly begunAt: number;
  readonly plan: RestorePlan;
  /** Of the file: read so far, and all. */
  readonly bytesRead: number;
  readonly bytes: number;
}

export interface OwnershipProgress {
  /** `key`: the passphrase is being turned into a key. `committing`: can be cancelled no more. */
  readonly phase: 'key' | 'reading' | 'writing' | 'committing';
  readonly bytesDone: number;
  /** As far as it is known. */
  readonly bytesTotal: number;
}

/** Something of this app that the browser keeps. */
export interface KeptThing {
  readonly place: 'database' | 'cache' | 'file' | 'service-worker' | 'local-storage' | 'session-storage';
  readonly name: string;
}

/** What was there, what was removed, and what a second look found. */
export interface EraseReport {
  readonly found: readonly KeptThing[];
  readonly removed: readonly KeptThing[];
  /** Empty when all went well. */
  readonly left: readonly KeptThing[];
}
