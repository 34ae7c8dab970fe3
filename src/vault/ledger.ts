import { HomebodyError } from '../domain/errors.ts';
import { envelopeMark } from './cipher.ts';
import type { Cipher } from './cipher.ts';
import { chunksOf } from './chunks.ts';
import { damageId, withFound } from './damage-notes.ts';
import type { Damage, DamageNote } from './damage-notes.ts';
import type { Database } from './database.ts';
import { inspect } from './inspection.ts';
import { headStamp, NOTHING_READ, sealGuards } from './guards.ts';
import type { Guards, SealedGuards } from './guards.ts';
import { byStore, readStored } from './read-stored.ts';
import type { ReadRecord } from './read-stored.ts';
import type { Plan, RecordContent, RecordKeyOf } from './records.ts';
import type { Envelope, Head, RecordStore } from './schema.ts';

/** Other tabs may win the race for a commit this often in a row before we call it a defect. */
const MOST_ATTEMPTS = 100;

/**
 * All small records, decrypted in memory, and the one way to change them. A change is planned and encrypted
 * before its transaction, since WebCrypto would let the transaction end; the transaction then checks by the head
 * record that the plan was made on what is stored now, and otherwise everything starts over. So what this tab holds
 * after a commit is exactly what the database holds, whatever other tabs do.
 */
export class Ledger {
  readonly #db: Database;
  readonly #cipher: Cipher;
  readonly #now: () => number;
  #held = byStore(() => new Map<IDBValidKey, ReadRecord>());
  /** Passed over. Of missing ones there is nothing in `#held`. */
  #damaged = byStore(() => new Map<IDBValidKey, Damage>());
  #guards: Guards = NOTHING_READ;
  #queue: Promise<unknown> = Promise.resolve();

  /** `now`: ms since the epoch. */
  constructor(db: Database, cipher: Cipher, now: () => number) {
    this.#db = db;
    this.#cipher = cipher;
    this.#now = now;
  }

  get head(): Head {
    return this.#guards.head;
  }

  /** The readable records of a store with their keys, in no order. */
  entries<S extends RecordStore>(store: S): [RecordKeyOf<S>, RecordContent[S]][] {
    const damaged = this.#damaged[store];
    return [...this.#held[store]]
      .filter(([key]) => !damaged.has(key))
      .map(([key, held]) => [key as RecordKeyOf<S>, held.value as RecordContent[S]]);
  }

  get<S extends RecordStore>(store: S, key: RecordKeyOf<S>): RecordContent[S] | undefined {
    if (this.#damaged[store].has(key)) return undefined;
    return this.#held[store].get(key)?.value as RecordContent[S] | undefined;
  }

  /** Readable records, and the bytes of all envelopes. */
  totals(store: RecordStore): { records: number; bytes: number } {
    const held = this.#held[store];
    let [records, bytes] = [0, 0];
    for (const [key, record] of held) {
      if (!this.#damaged[store].has(key)) records += 1;
      bytes += record.bytes;
    }
    return { records, bytes };
  }

  /** All damage that was found and not forgotten. */
  get notes(): readonly DamageNote[] {
    return this.#guards.notes;
  }

  /** The damaged records of a store, as they are now. */
  damaged(store: RecordStore): ReadonlyMap<IDBValidKey, Damage> {
    return this.#damaged[store];
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
      throw tooFast();
    });
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => null); // reported to whoever waits for `result`
    return result;
  }

  async #refresh(): Promise<void> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const stored = await this.#db.read(['head'], (tx) => tx.objectStore('head').get('head'));
      if (headStamp(stored) === this.#guards.stamp) return;
      await this.#load();
      if (!this.#guards.unsealed || (await this.#sealAnew())) return;
    }
    throw tooFast();
  }

  async #load(): Promise<void> {
    const { guards, records } = await readStored(this.#db, this.#cipher, this.#held);
    const { head, manifest, damaged, lost, ...found } = await inspect(this.#cipher, guards, records);
    const notes = withFound(found.notes, [...lost, ...damaged], this.#now());
    this.#held = byStore((store) => new Map(records[store]));
    this.#damaged = byStore(
      (store) => new Map(damaged.flatMap((damage) => (damage.store === store ? [[damage.key, damage]] : []))),
    );
    this.#guards = {
      head,
      stamp: headStamp(guards.head),
      manifest,
      segments: found.segments,
      notes,
      unsealed: found.unsealed || notes !== found.notes,
    };
  }

  /** False when another tab was faster. */
  async #sealAnew(): Promise<boolean> {
    try {
      return await this.#carryOut({ result: null });
    } catch {
      return true; // no room, say: what was found is held in memory, and the next change seals it
    }
  }

  /** False when another tab was faster; nothing is changed then. */
  async #carryOut(plan: Plan<unknown>): Promise<boolean> {
    const before = this.#guards;
    const version = before.head.changes + 1;
    const sealed = await Promise.all(
      (plan.put ?? []).map(async (put) => ({
        ...put,
        envelope: await this.#cipher.sealJson(put.store, put.key, put.value, version),
      })),
    );
    const removed = plan.remove ?? [];
    const guarded = await this.#guard(plan, sealed);
    const removedChunks = plan.removeChunks ?? [];
    const expected = [plan.expectChunks ?? []].flat();
    const stores = [
      ...new Set([...sealed, ...removed].map(({ store }) => store)),
      ...new Set([...removedChunks, ...expected].map(({ store }) => store)),
    ];
    const carriedOut = await this.#db.write(['head', 'manifest', ...stores], async (tx) => {
      if (headStamp(await tx.objectStore('head').get('head')) !== before.stamp) return false;
      for (const { store, owner, count } of expected) {
        const found = await tx.objectStore(store).count(chunksOf(owner));
        if (found !== count) {
          throw new HomebodyError('vault/damaged', 'A part of what was just written is missing.', {
            remedy: 'Try again.',
            detail: { store, count, found },
          });
        }
      }
      const [head, manifest] = [tx.objectStore('head'), tx.objectStore('manifest')];
      // Async each: a request that throws at once must not leave the failures of the others unheard.
      await Promise.all([
        ...sealed.map(async ({ store, key, envelope }) => put(tx.objectStore(store), key, envelope)),
        ...removed.map(async ({ store, key }) => remove(tx.objectStore(store), key)),
        ...removedChunks.map(async ({ store, owner }) => tx.objectStore(store).delete(chunksOf(owner))),
        ...(before.unsealed ? [(async () => manifest.clear())()] : []),
        ...guarded.segments.map(async ([name, envelope]) =>
          envelope ? manifest.put(envelope, name) : manifest.delete(name),
        ),
        (async () => head.put(guarded.head, 'head'))(),
      ]);
      return true;
    });
    if (!carriedOut) return false;

    for (const { store, key, value, envelope } of sealed) {
      this.#held[store].set(key, { mark: envelopeMark(envelope), version, bytes: envelope.length, value });
      this.#damaged[store].delete(key);
    }
    for (const { store, key } of removed) {
      this.#held[store].delete(key);
      this.#damaged[store].delete(key);
    }
    this.#guards = guarded.guards;
    return true;
  }

  /** Head and manifest as they will be after a plan. */
  #guard(
    plan: Plan<unknown>,
    sealed: readonly {
      readonly store: RecordStore;
      readonly key: string | number;
      readonly envelope: Envelope;
    }[],
  ): Promise<SealedGuards> {
    const before = this.#guards;
    const removed = plan.remove ?? [];
    const eventIds = sealed.flatMap(({ store, key }) => (store === 'events' ? [Number(key)] : []));
    const logChanges = eventIds.length + removed.filter(({ store }) => store === 'events').length;
    const forgotten = new Set(plan.forget);
    const kept =
      forgotten.size > 0 ? before.notes.filter((note) => !forgotten.has(damageId(note))) : before.notes;
    return sealGuards(this.#cipher, before, {
      head: {
        lastEventId: eventIds.reduce((last, id) => Math.max(last, id), before.head.lastEventId),
        logVersion: before.head.logVersion + (logChanges > 0 ? 1 : 0),
        changes: before.head.changes + 1,
      },
      marks: [
        ...sealed.map(({ store, key, envelope }) => ({ store, key, mark: envelopeMark(envelope) })),
        ...removed.map(({ store, key }) => ({ store, key, mark: null })),
      ],
      notes: withFound(kept, plan.note ?? [], this.#now()),
    });
  }
}

function isEmpty({ put: puts, remove: removals, removeChunks, note, forget }: Plan<unknown>): boolean {
  return [puts, removals, removeChunks, note, forget].every((part) => (part?.length ?? 0) === 0);
}

/** A key and its store come from one `Put`, which the compiler cannot see once both are unions. */
function put(store: { put: unknown }, key: string | number, envelope: Envelope): Promise<unknown> {
  return (store as { put(value: Envelope, key: string | number): Promise<unknown> }).put(envelope, key);
}

/** Also a key that no record of ours has. */
function remove(store: { delete: unknown }, key: IDBValidKey): Promise<unknown> {
  return (store as { delete(key: IDBValidKey): Promise<unknown> }).delete(key);
}

function tooFast(): HomebodyError {
  return new HomebodyError('internal', 'Other tabs changed the storage faster than this one could.');
}
