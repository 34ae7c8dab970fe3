import type { DamageCause, DamagedRecord, DamageReport } from '../domain/damage.ts';
import { catalogueId } from '../domain/ids.ts';
import type { CatalogueId } from '../domain/ids.ts';
import { COLUMN_NAMES } from './catalogue-content.ts';
import { damageId } from './damage-notes.ts';
import type { DamageNote } from './damage-notes.ts';
import type { Ledger } from './ledger.ts';
import { keyText } from './manifest.ts';
import type { Removal } from './records.ts';
import { CHUNK_OWNERS, isChunkStore, RECORD_STORES } from './schema.ts';
import type { ChunkKey, ChunkStore, OwnerStore, RecordStore } from './schema.ts';

/** A report names no more records than these; it counts all. */
export const MOST_LISTED = 100;

interface LostRecord {
  readonly store: RecordStore;
  readonly key: IDBValidKey;
}

const CHUNKS_OF = Object.fromEntries(
  Object.entries(CHUNK_OWNERS).map(([chunks, owners]) => [owners, chunks]),
) as Readonly<Record<OwnerStore, ChunkStore>>;
const DISCARDS = { catalogues: 'catalogue', checkpoints: 'checkpoint', lab: 'lab' } as const;

/** What was found damaged: passed over, reported, and kept as it is until the visitor discards it. */
export class Quarantine {
  readonly #ledger: Ledger;
  readonly #hangingOn: (id: CatalogueId) => Removal;

  /** `hangingOn`: all that hangs on a catalogue, stored or lost, but its own record and chunks. */
  constructor(ledger: Ledger, hangingOn: (id: CatalogueId) => Removal) {
    this.#ledger = ledger;
    this.#hangingOn = hangingOn;
  }

  /** As last refreshed; null when there is none. */
  report(): DamageReport | null {
    const { notes } = this.#ledger;
    if (notes.length === 0) return null;
    const byStore: Record<string, number> = {};
    for (const { store } of notes) byStore[store] = (byStore[store] ?? 0) + 1;
    const newest = notes.toSorted((a, b) => b.firstSeen - a.firstSeen).slice(0, MOST_LISTED);
    const damaged = this.#damagedRecords();
    return { total: notes.length, byStore, records: newest.map((note) => this.#told(note, damaged)) };
  }

  /** Owners whose chunks are kept, although their record is damaged or missing: it may be put right. */
  owners(): readonly string[] {
    const stores = Object.values(CHUNK_OWNERS);
    return stores.flatMap((store) => [...this.#ledger.damaged(store).keys()].map(keyText));
  }

  /** Whether a catalogue is known to be too damaged to be opened: without its items, or with nothing to rank them by. */
  isBeyondUse(id: CatalogueId): boolean {
    const parts = new Set(
      this.#ledger.notes.flatMap(({ store, key }) =>
        store === 'catalogueChunks' && (key as ChunkKey)[0] === id ? [(key as ChunkKey)[1]] : [],
      ),
    );
    return parts.has('items') || (parts.has('likers') && COLUMN_NAMES.some((name) => parts.has(name)));
  }

  /**
   * Notes a chunk that does not read. Of an owner that is there no more it is none, and no damage: another tab removed
   * both. Where it cannot be noted, the next reading tries again.
   */
  async noteChunk(store: ChunkStore, key: ChunkKey, cause: DamageCause): Promise<void> {
    const noting = this.#ledger.commit(() => ({
      note: this.#ledger.get(CHUNK_OWNERS[store], key[0]) === undefined ? [] : [{ store, key, cause }],
      result: null,
    }));
    await noting.catch(() => null); // the reader must hear of the damage, not of this
  }

  /** Removes what was found damaged and forgets it: those of the ids, or all. Unknown ids are no error. */
  discard(ids: readonly string[] | null): Promise<void> {
    const chosen = ids && new Set(ids);
    return this.#ledger.commit(() => {
      const notes = this.#ledger.notes.filter((note) => !chosen || chosen.has(damageId(note)));
      const damaged = this.#damagedRecords();
      const removals = notes.map((note) => this.#removal(this.#lost(note, damaged)));
      return {
        put: removals.flatMap(({ put }) => put),
        remove: removals.flatMap(({ remove }) => remove),
        removeChunks: removals.flatMap(({ removeChunks }) => removeChunks),
        forget: notes.map(damageId),
        result: undefined,
      };
    });
  }

  #damagedRecords(): ReadonlyMap<string, LostRecord> {
    const damaged = RECORD_STORES.flatMap((store) =>
      [...this.#ledger.damaged(store).values()].map(
        (damage) => [damageId(damage), { store, key: damage.key }] as const,
      ),
    );
    return new Map(damaged);
  }

  #told(note: DamageNote, damaged: ReadonlyMap<string, LostRecord>): DamagedRecord {
    const { store, cause, firstSeen } = note;
    const lost = this.#lost(note, damaged);
    const id = damageId(note);
    const name = this.#nameOf(note);
    if (lost && isOwnerStore(lost.store)) {
      const events = this.#removal(lost).remove.filter((record) => record.store === 'events').length;
      return { id, store, name, cause, firstSeen, discards: DISCARDS[lost.store], events };
    }
    const discards = lost && cause !== 'missing' ? 'record' : 'nothing';
    return { id, store, name, cause, firstSeen, discards, events: 0 };
  }

  /** What is of no use because of a damage: the record, or the owner of the chunk. Null where nothing is left of it. */
  #lost(note: DamageNote, damaged: ReadonlyMap<string, LostRecord>): LostRecord | null {
    const owner = ownerOf(note);
    if (!owner) return damaged.get(damageId(note)) ?? null;
    return this.#ledger.get(owner.store, owner.key) === undefined ? null : owner;
  }

  #removal(lost: LostRecord | null): Removal {
    if (!lost) return { put: [], remove: [], removeChunks: [] };
    if (!isOwnerStore(lost.store)) return { put: [], remove: [lost], removeChunks: [] };
    const owner = keyText(lost.key);
    const hanging = lost.store === 'catalogues' ? this.#hangingOn(catalogueId(owner)) : null;
    return {
      put: hanging?.put ?? [],
      remove: [lost, ...(hanging?.remove ?? [])],
      removeChunks: [{ store: CHUNKS_OF[lost.store], owner }, ...(hanging?.removeChunks ?? [])],
    };
  }

  #nameOf(note: DamageNote): string | null {
    if (note.store === 'events') return keyText(note.key);
    const owner = ownerOf(note);
    if (!owner) return null;
    if (owner.store === 'catalogues') return this.#ledger.get('catalogues', owner.key)?.summary.name ?? null;
    return this.#ledger.get(owner.store, owner.key)?.kind ?? null;
  }
}

/** The record that a damaged chunk belongs to; null where it is no chunk that is damaged. */
function ownerOf({ store, key }: DamageNote): { readonly store: OwnerStore; readonly key: string } | null {
  return isChunkStore(store) ? { store: CHUNK_OWNERS[store], key: (key as ChunkKey)[0] } : null;
}

function isOwnerStore(store: RecordStore): store is OwnerStore {
  return store in CHUNKS_OF;
}
