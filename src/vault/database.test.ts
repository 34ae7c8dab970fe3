import { forceCloseDatabase } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DEMO_CATALOGUE, itemId } from '../domain/ids.ts';
import { openDatabase } from './database.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import type { Migration } from './migrations/migration.ts';
import { newDatabaseName, openTestVault } from './testing/test-vault.ts';
import type { Vault } from './vault.ts';

afterEach(() => vi.restoreAllMocks());

const nextVersion: readonly Migration[] = [
  ...MIGRATIONS,
  { to: MIGRATIONS.length + 1, why: 'a test of upgrades', up: (db) => void db.createObjectStore('more') },
];

const record = (vault: Vault): Promise<unknown> =>
  vault.record([{ catalogue: DEMO_CATALOGUE, item: itemId('demo-0'), kind: 'like', at: 1 }]);

describe('opening', () => {
  test('is blocked, and says so, while another tab holds an older version and does not let go', async () => {
    const name = newDatabaseName();
    const stubborn = await openDB(name, MIGRATIONS.length, {
      upgrade: (db) => void db.createObjectStore('events'),
    });
    await expect(openDatabase(name, nextVersion)).rejects.toMatchObject({
      code: 'vault/blocked',
      remedy: 'Close the other tabs of this page, then reload.',
      detail: { currentVersion: MIGRATIONS.length, version: MIGRATIONS.length + 1 },
    });
    stubborn.close();
    const opened = await openDatabase(name, nextVersion);
    expect(opened.closed).toBe(false);
  });

  test('is refused when a newer version of the page has upgraded the storage', async () => {
    const name = newDatabaseName();
    (await openDatabase(name, nextVersion)).close();
    await expect(openDatabase(name)).rejects.toMatchObject({
      code: 'vault/closed',
      remedy: 'Reload the page to get the new version.',
    });
  });

  test('is refused with a remedy where the browser allows no storage', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    await expect(openDatabase(newDatabaseName())).rejects.toMatchObject({
      code: 'vault/unavailable',
      cause: { name: 'SecurityError' },
    });
  });
});

describe('an open vault', () => {
  test('lets go when another tab upgrades, and answers with vault/closed from then on', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    await record(vault);
    (await openDatabase(name, nextVersion)).close();
    expect(vault.closed).toBe(true);
    const closed = { code: 'vault/closed', remedy: 'Reload the page.' };
    await expect(record(vault)).rejects.toMatchObject(closed);
    await expect(vault.history(DEMO_CATALOGUE)).rejects.toMatchObject(closed);
    await expect(vault.content()).rejects.toMatchObject(closed);
  });

  test('lets go when another tab erases everything', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    await deleteDB(name);
    expect(vault.closed).toBe(true);
    await expect(record(vault)).rejects.toMatchObject({ code: 'vault/erased' });
    expect((await (await openTestVault(name)).content()).storage.events).toBe(0);
  });

  test('knows when the browser itself ended the connection', async () => {
    const opened: IDBDatabase[] = [];
    const open = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementation((...args) => {
      const request = open(...args);
      request.addEventListener('success', () => opened.push(request.result));
      return request;
    });
    const vault = await openTestVault(newDatabaseName());
    const closing = new Promise((resolve) => opened[0]!.addEventListener('close', resolve));
    forceCloseDatabase(opened[0] as unknown as Parameters<typeof forceCloseDatabase>[0]);
    await closing;
    expect(vault.closed).toBe(true);
    await expect(record(vault)).rejects.toMatchObject({ code: 'vault/closed' });
  });

  test('asks the browser for strict durability on every write', async () => {
    const vault = await openTestVault(newDatabaseName());
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await record(vault);
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes).toEqual([[['head', 'manifest', 'events', 'keys'], 'readwrite', { durability: 'strict' }]]);
  });

  test('begins no write before the one before has ended, in another tab and of other stores too', async () => {
    const name = newDatabaseName();
    const [one, other] = [await openDatabase(name), await openDatabase(name)];
    const order: string[] = [];
    const write = (db: typeof one, store: 'settings' | 'checkpointChunks', who: string): Promise<void> =>
      db.write([store], async (tx) => {
        for (let asked = 0; asked < 3; asked++) {
          await tx.objectStore(store).count();
          order.push(who);
        }
      });
    await Promise.all([write(one, 'checkpointChunks', 'a'), write(other, 'settings', 'b')]);
    expect(order.join('')).toBe('aaabbb');
    one.close();
    other.close();
  });
});
