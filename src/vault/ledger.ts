import { HomebodyError } from '../domain/errors.ts';
import { envelopeMark } from './cipher.ts';
import type { Cipher } from './cipher.ts';
import { chunksOf } from './chunks.ts';
import type { Database } from './database.ts';
import type { Plan, RecordContent, RecordKeyOf } from './records.ts';
import { RECORD_STORES } from './schema.ts';
import type { Envelope, Head, RecordStore } from './schema.ts';

/** A record held decrypted. `mark` is its envelope's; `value` is null when it does not decrypt. */
interface Held {
  readonly mark: string;
  readonly bytes: number;
  readonly value: unknown;
}

/** Other tabs may win the race for a commit this often in a row before we call it a defect. */
const MOST_ATTEMPTS = 100;

/**
 * All small records, decrypted in memory, and the one way to change them. A change is planned and encrypted
 * before its transaction, since WebCrypto would let the transaction end; the transaction then checks by
 * `head.changes` that the plan was made on what is stored now, and otherwise everything starts over. So what
 * this tab holds after a commit is exactly what the database holds, whatever other tabs do.
 */
export class Ledger {
  readonly #db: Database;
  readonly #cipher: Cipher;
  readonly #held: Readonly<Record<RecordStore, Map<string | number, Held>>> = {
    events: new Map(),
    catalogues: new Map(),
    checkpoints: new Map(),
    settings: new Map(),
    lab: new Map(),
    restores: new Map(),
  };
  #head: Head = { lastEventId: 0, logVersion: 0, changes: -1 };
  #queue: Promise<unknown> = Promise.resolve();

  constructor(db: Database, cipher: Cipher) {
    this.#db = db;
    this.#cipher = cipher;
  }

  get head(): Head {
    return this.#head;
  }

  /** The readable records of a store with their keys, in no order. */
  entries<S extends RecordStore>(store: S): [RecordKeyOf<S>, RecordContent[S]][] {
    return [...this.#held[store]]
      .filter(([, held]) => held.value !== null)
      .map(([key, held]) => [key as RecordKeyOf<S>, held.value as RecordContent[S]]);
  }

  get<S extends RecordStore>(store: S, key: RecordKeyOf<S>): RecordContent[S] | undefined {
    return (this.#held[store].get(key)?.value ?? undefined) as RecordContent[S] | undefined;
  }

  /** Records, readable or not, and the bytes of their envelopes. */
  totals(store: RecordStore): { records: number; bytes: number; damaged: number } {
    const held = [...this.#held[store].values()];
    return {
      records: held.length,
      bytes: held.reduce((sum, { bytes }) => sum + bytes, 0),
      damaged: held.filter(({ value }) => value === null).length,
    };
  }

  /** Takes over what other tabs have changed; one small read when they have not. */
  refresh(): Promise<void> {
    return this.#enqueue(() => this.#refresh());
  }

  /**
   * Carries out what `makePlan` makes of the records as they are now; it may run more than once. Resolves when
   * the transaction is done; rejects with nothing changed.
   */
  commit<T>(makePlan: () => Plan<T>): Promise<T> {
    return this.#enqueue(async () => {
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        await this.#refresh();
        const plan = makePlan();
        if (isEmpty(plan) || (await this.#carryOut(plan))) return plan.result;
      }
      throw new HomebodyError('internal', 'Other tabs changed the storage faster than this one could.');
    });
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => null); // reported to whoever waits for `result`
    return result;
  }

  async #refresh(): Promise<void> {
    const stored = await this.#db.read(['head'], (tx) => tx.objectStore('head').get('head'));
    if (stored?.changes !== this.#head.changes) await this.#load();
  }

  async #load(): Promise<void> {
    const { head, stores } = await this.#db.read(['head', ...RECORD_STORES], async (tx) => ({
      head: await tx.objectStore('head').get('head'),
      stores: await Promise.all(
        RECORD_STORES.map(async (name) => {
          const [keys, envelopes] = await Promise.all([
            tx.objectStore(name).getAllKeys(),
            tx.objectStore(name).getAll(),
          ]);
          return { name, keys, envelopes };
        }),
      ),
    }));
    if (!head) throw new HomebodyError('vault/damaged', 'The storage has lost its head record.');
    for (const { name, keys, envelopes } of stores) {
      const before = new Map(this.#held[name]);
      const loaded = await Promise.all(
        keys.map(async (key, i) => {
          const mark = envelopeMark(envelopes[i]);
          const known = before.get(key);
          return known?.mark === mark ? known : this.#decrypt(name, key, mark, envelopes[i]);
        }),
      );
      this.#held[name].clear();
      for (const [i, key] of keys.entries()) this.#held[name].set(key, loaded[i]!);
    }
    this.#head = head;
  }

  async #decrypt(store: RecordStore, key: string | number, mark: string, envelope: unknown): Promise<Held> {
    const bytes = envelope instanceof Uint8Array ? envelope.length : 0;
    try {
      return { mark, bytes, value: await this.#cipher.openJson(store, key, envelope) };
    } catch (error) {
      if (!(error instanceof HomebodyError && error.code === 'vault/damaged')) throw error;
      return { mark, bytes, value: null }; // counted in `totals`; the other records stay usable
    }
  }

  /** False when another tab was faster; nothing is changed then. */
  async #carryOut(plan: Plan<unknown>): Promise<boolean> {
    const sealed = await Promise.all(
      (plan.put ?? []).map(async (put) => ({
        ...put,
        envelope: await this.#cipher.sealJson(put.store, put.key, put.value),
      })),
    );
    const removed = plan.remove ?? [];
    const eventIds = sealed.flatMap(({ store, key }) => (store === 'events' ? [key] : []));
    const logChanges = eventIds.length + removed.filter(({ store }) => store === 'events').length;
    const before = this.#head;
    const after: Head = {
      lastEventId: Math.max(before.lastEventId, ...eventIds),
      logVersion: before.logVersion + (logChanges > 0 ? 1 : 0),
      changes: before.changes + 1,
    };

    const removedChunks = plan.removeChunks ?? [];
    const expected = plan.expectChunks ? [plan.expectChunks] : [];
    const stores = [
      ...new Set([...sealed, ...removed].map(({ store }) => store)),
      ...new Set([...removedChunks, ...expected].map(({ store }) => store)),
    ];
    const carriedOut = await this.#db.write(['head', ...stores], async (tx) => {
      const stored = await tx.objectStore('head').get('head');
      if (stored?.changes !== before.changes) return false;
      for (const { store, owner, count } of expected) {
        const found = await tx.objectStore(store).count(chunksOf(owner));
        if (found !== count) {
          throw new HomebodyError('vault/damaged', 'A part of what was just written is missing.', {
            remedy: 'Try again.',
            detail: { store, count, found },
          });
        }
      }
      const headStore = tx.objectStore('head');
      // Async each: a request that throws at once must not leave the failures of the others unheard.
      await Promise.all([
        ...sealed.map(async ({ store, key, envelope }) => put(tx.objectStore(store), key, envelope)),
        ...removed.map(async ({ store, key }) => tx.objectStore(store).delete(key)),
        ...removedChunks.map(async ({ store, owner }) => tx.objectStore(store).delete(chunksOf(owner))),
        (async () => headStore.put(after, 'head'))(),
      ]);
      return true;
    });
    if (!carriedOut) return false;

    for (const { store, key, value, envelope } of sealed) {
      this.#held[store].set(key, { mark: envelopeMark(envelope), bytes: envelope.length, value });
    }
    for (const { store, key } of removed) this.#held[store].delete(key);
    this.#head = after;
    return true;
  }
}

function isEmpty({ put = [], remove = [], removeChunks = [] }: Plan<unknown>): boolean {
  return put.length + remove.length + removeChunks.length === 0;
}

/** A key and its store come from one `Put`, which the compiler cannot see once both are unions. */
function put(store: { put: unknown }, key: string | number, envelope: Envelope): Promise<unknown> {
  return (store as { put(value: Envelope, key: string | number): Promise<unknown> }).put(envelope, key);
}
