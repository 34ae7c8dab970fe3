import { envelopeMark, envelopeVersion } from './cipher.ts';
import type { Cipher } from './cipher.ts';
import { HomebodyError } from '../domain/errors.ts';
import type { Database } from './database.ts';
import { RECORD_STORES } from './schema.ts';
import type { RecordStore } from './schema.ts';

/** Head and manifest as they lie in the database. */
export interface StoredGuards {
  readonly head: unknown;
  readonly manifest: readonly (readonly [IDBValidKey, unknown])[];
}

/** A small record that was read. */
export interface ReadRecord {
  /** See `envelopeMark`. */
  readonly mark: string;
  /** Of the change that wrote it. */
  readonly version: number;
  /** Of the envelope. */
  readonly bytes: number;
  /** Null when it does not decrypt. */
  readonly value: unknown;
}

export type ReadRecords<Records = ReadonlyMap<IDBValidKey, ReadRecord>> = Readonly<
  Record<RecordStore, Records>
>;

/** One for each store of small records. */
export function byStore<T>(make: (store: RecordStore) => T): Readonly<Record<RecordStore, T>> {
  return Object.fromEntries(RECORD_STORES.map((store) => [store, make(store)])) as Record<RecordStore, T>;
}

/** Head, manifest and all small records as they are at one moment. What is known already is not decrypted again. */
export async function readStored(
  db: Database,
  cipher: Cipher,
  known: ReadRecords,
): Promise<{ readonly guards: StoredGuards; readonly records: ReadRecords }> {
  const { head, manifest, stores } = await db.read(['head', 'manifest', ...RECORD_STORES], async (tx) => {
    const entries = async (name: RecordStore | 'manifest'): Promise<[IDBValidKey, unknown][]> => {
      const store = tx.objectStore(name);
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
      return keys.map((key, i) => [key, values[i]]);
    };
    const [stored, listed, ...all] = await Promise.all([
      tx.objectStore('head').get('head'),
      entries('manifest'),
      ...RECORD_STORES.map(entries),
    ]);
    return { head: stored, manifest: listed, stores: all };
  });
  const records = await Promise.all(
    stores.map(async (entries, i) => {
      const store = RECORD_STORES[i]!;
      const read = entries.map(async ([key, envelope]): Promise<[IDBValidKey, ReadRecord]> => {
        const before = known[store].get(key);
        const same = before !== undefined && before.mark !== '' && before.mark === envelopeMark(envelope);
        return [key, same ? before : await readRecord(cipher, store, key, envelope)];
      });
      return [store, new Map(await Promise.all(read))] as const;
    }),
  );
  return { guards: { head, manifest }, records: Object.fromEntries(records) as unknown as ReadRecords };
}

/** The content of a sealed JSON; null when it does not decrypt. */
export async function openOrNull(
  cipher: Cipher,
  store: string,
  key: IDBValidKey,
  envelope: unknown,
): Promise<unknown> {
  try {
    return await cipher.openJson(store, key as string | number, envelope);
  } catch (error) {
    if (error instanceof HomebodyError && error.code === 'vault/damaged') return null;
    throw error;
  }
}

async function readRecord(
  cipher: Cipher,
  store: RecordStore,
  key: IDBValidKey,
  envelope: unknown,
): Promise<ReadRecord> {
  return {
    mark: envelopeMark(envelope),
    version: envelopeVersion(envelope),
    bytes: envelope instanceof Uint8Array ? envelope.length : 0,
    value: await openOrNull(cipher, store, key, envelope),
  };
}
