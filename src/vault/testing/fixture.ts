import { openDB } from 'idb';
import { DEMO_CATALOGUE, itemId } from '../../domain/ids.ts';
import type { RestoreProgress } from '../backup/restore-record.ts';
import { openDatabase } from '../database.ts';
import { createKeyring } from '../keyring.ts';
import { rawRecords } from './raw-records.ts';
import { smallImport } from './small-catalogues.ts';
import { newDatabaseName, openTestVault } from './test-vault.ts';

/** A whole database as JSON. Bytes are hex under `$bytes`; the device key is the known one of `deviceKey`. */
export interface Fixture {
  readonly version: number;
  readonly stores: readonly string[];
  readonly records: readonly { readonly store: string; readonly key: IDBValidKey; readonly value: unknown }[];
}

/** Bytes 0 … 31: a fixture must open on every machine, so its device key is no secret. */
const deviceKey = (): Promise<CryptoKey> =>
  crypto.subtle.importKey(
    'raw',
    Uint8Array.from({ length: 32 }, (_, i) => i),
    'AES-KW',
    false,
    ['wrapKey', 'unwrapKey'],
  );

/** One that was cut short before its first part. */
const RESTORE: RestoreProgress = {
  id: '0123456789abcdef0123456789abcdef',
  madeAt: 1000,
  begunAt: 2000,
  plan: { mode: 'merge', prefer: 'here' },
  bytesRead: 96,
  bytes: 4096,
  mark: 'a mark',
  place: { frame: 0, offset: 0 },
  owners: {},
  lost: [],
};

/** A database with one of everything, written by the code as it is now. */
export async function writeFixture(): Promise<Fixture> {
  const name = newDatabaseName();
  const db = await openDatabase(name);
  const keyring = await createKeyring(await deviceKey());
  await db.write(['keys', 'head'], async (tx) => {
    await tx.objectStore('keys').put(keyring, 'keyring');
    await tx.objectStore('head').put({ lastEventId: 0, logVersion: 0, changes: 0 }, 'head');
  });
  db.close();

  const vault = await openTestVault(name);
  const { id } = await vault.addCatalogue(smallImport('Films of the fixture'), () => undefined);
  await vault.record([{ catalogue: DEMO_CATALOGUE, item: itemId('demo-1'), kind: 'like', at: 1000 }]);
  await vault.record([{ catalogue: DEMO_CATALOGUE, item: itemId('demo-2'), kind: 'dismiss', at: 2000 }]);
  await vault.record([{ catalogue: id, item: itemId('film-3'), kind: 'rating', at: 3000 }]);
  await vault.record([{ catalogue: DEMO_CATALOGUE, item: itemId('demo-5'), kind: 'purchase', at: 4000 }]);
  await vault.takeBack([4]);
  await vault.saveCheckpoint(id, 'model', new Uint8Array([1, 2, 3]));
  await vault.saveSetting('adventurousness', 0.25);
  await vault.lab.add(id, 'run', { model: 'ials' }, { model: new Uint8Array([4, 5]) });
  const { ledger } = vault.inside;
  await ledger.commit(() => ({
    put: [{ store: 'restores', key: RESTORE.id, value: { value: RESTORE } }],
    result: null,
  }));
  vault.close();

  const raw = await openDB(name);
  const [version, stores] = [raw.version, [...raw.objectStoreNames]];
  raw.close();
  const records = (await rawRecords(name)).map((record) => ({ ...record, value: toJson(record.value) }));
  return { version, stores, records };
}

/** Puts a fixture into a new database, without any code of the vault, and gives its name. */
export async function loadFixture({ version, stores, records }: Fixture): Promise<string> {
  const name = newDatabaseName();
  const key = await deviceKey();
  const db = await openDB(name, version, {
    upgrade(upgrading) {
      for (const store of stores) upgrading.createObjectStore(store);
    },
  });
  for (const record of records) await db.put(record.store, fromJson(record.value, key), record.key);
  db.close();
  return name;
}

/** The bytes of one record of a fixture. */
export function fixtureBytes({ records }: Fixture, store: string, key: IDBValidKey): Uint8Array<ArrayBuffer> {
  const { value } = records.find((record) => record.store === store && record.key === key)!;
  return new Uint8Array(Buffer.from((value as { $bytes: string }).$bytes, 'hex'));
}

function toJson(value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('hex') };
  if (value instanceof CryptoKey) return '$deviceKey';
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toJson(part)]));
  }
  return value;
}

function fromJson(value: unknown, key: CryptoKey): unknown {
  if (value === '$deviceKey') return key;
  if (Array.isArray(value)) return value.map((part) => fromJson(part, key));
  if (typeof value !== 'object' || value === null) return value;
  if ('$bytes' in value) return new Uint8Array(Buffer.from(String(value.$bytes), 'hex'));
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, fromJson(part, key)]));
}
