import type { StoreNames } from 'idb';
import { HomebodyError } from '../domain/errors.ts';
import type { ItemLanguage } from '../domain/item.ts';
import type { StoredThing, StoreFacts, StorePage } from '../domain/ownership.ts';
import { catalogueNames, chunkThings, eventThings, recordThing, settingThings } from './stored-things.ts';
import { CHUNK_OWNERS, isChunkStore, RECORD_STORES } from './schema.ts';
import type { RecordStore, VaultSchema } from './schema.ts';
import type { VaultInside } from './vault-inside.ts';

/** Every store, the visitor's own first. */
export const ALL_STORES: readonly StoreNames<VaultSchema>[] = [
  'events',
  'catalogues',
  'catalogueChunks',
  'checkpoints',
  'checkpointChunks',
  'lab',
  'labChunks',
  'settings',
  'restores',
  'manifest',
  'head',
  'keys',
];
const MOST_THINGS = 500;

/** What each store holds, as it is now. */
export async function storesOf(inside: VaultInside): Promise<StoreFacts[]> {
  await inside.ledger.refresh();
  return Promise.all(
    ALL_STORES.map(async (name) => {
      const records = await inside.db.read([name], (tx) => tx.objectStore(name).count());
      return { name, records, ...(await sizeIn(inside, name)) };
    }),
  );
}

/** Things `offset` … of a store, at most `limit`; events newest first. @throws 'argument/range' */
export async function pageOf(
  inside: VaultInside,
  store: string,
  offset: number,
  limit: number,
  language?: ItemLanguage,
): Promise<StorePage> {
  const name = ALL_STORES.find((one) => one === store);
  const inRange = Number.isInteger(offset) && offset >= 0 && Number.isInteger(limit);
  if (!name || !inRange || limit < 1 || limit > MOST_THINGS) {
    throw new HomebodyError('argument/range', 'There is no such page of a store.', {
      detail: { store, offset, limit },
    });
  }
  await inside.ledger.refresh();
  const [total, things] = await listed(inside, name, offset, limit, language);
  return { store, total, offset, things };
}

type Listed = readonly [total: number, things: readonly StoredThing[]];

async function listed(
  inside: VaultInside,
  name: StoreNames<VaultSchema>,
  offset: number,
  limit: number,
  language: ItemLanguage | undefined,
): Promise<Listed> {
  const cut = (things: readonly StoredThing[]): Listed => [
    things.length,
    things.slice(offset, offset + limit),
  ];
  if (name === 'settings') return cut(settingThings(inside));
  if (name === 'head') {
    return cut(
      Object.entries(inside.ledger.head).map(([counter, value]) => ({
        kind: 'counter',
        name: counter,
        value,
      })),
    );
  }
  if (name === 'keys') {
    const keyring = await inside.db.read(['keys'], (tx) => tx.objectStore('keys').get('keyring'));
    return cut((keyring?.wraps ?? []).map(({ kind }) => ({ kind: 'wrap', how: kind })));
  }
  const keys = await inside.db.read([name], (tx) => tx.objectStore(name).getAllKeys());
  if (isChunkStore(name)) return cut(chunkThings(inside, name, keys as [string, string, number][]));
  const some = (name === 'events' ? keys.toReversed() : keys).slice(offset, offset + limit);
  if (name === 'events') return [keys.length, await eventThings(inside, some as number[], language)];
  const nameOf = catalogueNames(inside);
  const things = some.map((key): StoredThing => {
    const thing = isRecordStore(name) ? recordThing(inside, name, String(key), nameOf) : null;
    return thing ?? { kind: 'unreadable', key: String(key) };
  });
  return [keys.length, things];
}

async function sizeIn(
  { db, ledger }: VaultInside,
  name: StoreNames<VaultSchema>,
): Promise<Pick<StoreFacts, 'bytes' | 'inTheClear'>> {
  if (isRecordStore(name)) return { bytes: ledger.totals(name).bytes, inTheClear: false };
  if (isChunkStore(name)) {
    const owned = ledger.entries(CHUNK_OWNERS[name]);
    return { bytes: owned.reduce((sum, [, { bytes }]) => sum + bytes, 0), inTheClear: false };
  }
  const values: readonly unknown[] = await db.read([name], (tx) => tx.objectStore(name).getAll());
  return {
    bytes: values.reduce<number>((sum, value) => sum + sizeOf(value), 0),
    // The counters are sealed with the first change.
    inTheClear: values.some((value) => !ArrayBuffer.isView(value)),
  };
}

/** Bytes of the parts of a record in the clear; a key that gives itself to no script has none that can be counted. */
function sizeOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value === 'number') return 8;
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, part) => sum + sizeOf(part), 0);
}

const isRecordStore = (name: string): name is RecordStore =>
  (RECORD_STORES as readonly string[]).includes(name);
