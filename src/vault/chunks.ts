import type { DamageCause } from '../domain/damage.ts';
import { HomebodyError } from '../domain/errors.ts';
import { hex } from './cipher.ts';
import type { Cipher } from './cipher.ts';
import type { Database } from './database.ts';
import type { Leases } from './leases.ts';
import type { ChunkTotals } from './records.ts';
import { CHUNK_OWNERS } from './schema.ts';
import type { ChunkKey, ChunkStore } from './schema.ts';

/** Largest content of one chunk that `writeBytes` cuts. */
export const CHUNK_BYTES: number = 4 * 1024 * 1024;

/** All chunks of an owner. In IndexedDB an array sorts after every string, so the upper bound is past all parts. */
export function chunksOf(owner: string): IDBKeyRange {
  return IDBKeyRange.bound([owner], [owner, []]);
}

/** Writes the chunks of one new owner, each in a transaction of its own. */
export interface ChunkWriter {
  /** Random, 128 bits in hex. */
  readonly owner: string;
  /** Of what is written so far. */
  readonly totals: ChunkTotals;
  write(part: string, index: number, content: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Cuts bytes of any length into chunks 0, 1, … of a part. `onChunk` runs after each and may throw to stop. */
  writeBytes(part: string, bytes: Uint8Array<ArrayBuffer>, onChunk?: () => void): Promise<void>;
}

export type OnChunkDamage = (store: ChunkStore, key: ChunkKey, cause: DamageCause) => Promise<void>;

/** Bulk content, encrypted chunk by chunk, in one of the chunk stores. */
export class Chunks {
  readonly #db: Database;
  readonly #cipher: Cipher;
  readonly #leases: Leases;
  readonly #store: ChunkStore;
  readonly #onDamage: OnChunkDamage;

  /** `onDamage` hears of every chunk that does not read, before its reader does. */
  constructor(db: Database, cipher: Cipher, leases: Leases, store: ChunkStore, onDamage: OnChunkDamage) {
    this.#db = db;
    this.#cipher = cipher;
    this.#leases = leases;
    this.#store = store;
    this.#onDamage = onDamage;
  }

  /**
   * Runs `body`, which writes chunks under a new id and ends with the commit of the record that owns them.
   * When it throws, its chunks are removed; when everything dies, the next `sweep` removes them.
   */
  async create<T>(body: (writer: ChunkWriter) => Promise<T>): Promise<T> {
    const owner = hex(crypto.getRandomValues(new Uint8Array(16)));
    const release = await this.#leases.hold(owner);
    try {
      return await body(this.#writer(owner, { chunks: 0, bytes: 0 }));
    } catch (error) {
      const store = this.#store;
      const removed = this.#db.write([store], (tx) => tx.objectStore(store).delete(chunksOf(owner)));
      await removed.catch(() => null); // the caller must hear of the first error; the next sweep tries again
      throw error;
    } finally {
      release();
    }
  }

  /** @throws 'vault/damaged' when the chunk is missing or does not decrypt. */
  async read(owner: string, part: string, index: number): Promise<Uint8Array<ArrayBuffer>> {
    const key: ChunkKey = [owner, part, index];
    const envelope = await this.#db.read([this.#store], (tx) => tx.objectStore(this.#store).get(key));
    try {
      return await this.#cipher.open(this.#store, key, envelope);
    } catch (error) {
      if (error instanceof HomebodyError && error.code === 'vault/damaged')
        await this.#onDamage(this.#store, key, envelope === undefined ? 'missing' : 'unreadable');
      throw error;
    }
  }

  /** What `writeBytes` wrote. @throws 'vault/damaged' also when it is not `length` bytes. */
  async readBytes(owner: string, part: string, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(length);
    for (let index = 0; index * CHUNK_BYTES < length; index++) {
      const chunk = await this.read(owner, part, index);
      if (chunk.length !== Math.min(CHUNK_BYTES, length - index * CHUNK_BYTES)) {
        await this.#onDamage(this.#store, [owner, part, index], 'unreadable');
        throw new HomebodyError('vault/damaged', `A chunk of '${this.#store}' has the wrong length.`, {
          detail: { store: this.#store, part, index, length: chunk.length },
        });
      }
      bytes.set(chunk, index * CHUNK_BYTES);
    }
    return bytes;
  }

  /**
   * Goes on writing the chunks of an owner that `sweep` spares. They stay when all fails. `totals`: of what is there.
   */
  resume(owner: string, totals: ChunkTotals): ChunkWriter {
    return this.#writer(owner, totals);
  }

  /**
   * Removes the chunks that no record owns and that nobody, in any tab, is writing at this moment. `spared`: owners
   * whose records are yet to come. A record that spares is there before the first chunk is.
   */
  async sweep(spared: () => Promise<ReadonlySet<string>>): Promise<void> {
    const store = this.#store;
    const owners = CHUNK_OWNERS[store];
    const orphans = await this.#db.read([store, owners], async (tx) => {
      const found: string[] = [];
      let cursor = await tx.objectStore(store).openKeyCursor();
      while (cursor) {
        const [owner] = cursor.key;
        if ((await tx.objectStore(owners).getKey(owner)) === undefined) found.push(owner);
        // Straight to the next owner: [owner, []] is past all its parts, though no key of a chunk itself.
        cursor = await cursor.continue([owner, []] as unknown as ChunkKey);
      }
      return found;
    });
    if (orphans.length === 0) return;
    // Asked only now: a write that began since the listing is not in it; one that began before is still held,
    // or has ended, and then its record is seen below.
    const writing = await this.#leases.held();
    const kept = await spared();
    await this.#db.write([store, owners], async (tx) => {
      for (const owner of orphans) {
        if (
          writing.has(owner) ||
          kept.has(owner) ||
          (await tx.objectStore(owners).getKey(owner)) !== undefined
        )
          continue;
        await tx.objectStore(store).delete(chunksOf(owner));
      }
    });
  }

  #writer(owner: string, begun: ChunkTotals): ChunkWriter {
    let totals = begun;
    const write = async (part: string, index: number, content: Uint8Array<ArrayBuffer>): Promise<void> => {
      const key: ChunkKey = [owner, part, index];
      const envelope = await this.#cipher.seal(this.#store, key, content);
      await this.#db.write([this.#store], (tx) => tx.objectStore(this.#store).put(envelope, key));
      totals = { chunks: totals.chunks + 1, bytes: totals.bytes + envelope.length };
    };
    return {
      owner,
      write,
      get totals() {
        return totals;
      },
      async writeBytes(part, bytes, onChunk) {
        for (let index = 0; index * CHUNK_BYTES < bytes.length; index++) {
          await write(part, index, bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES));
          onChunk?.();
        }
      },
    };
  }
}
