import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, expect, test } from 'vitest';
import { DEMO_CATALOGUE, itemId } from '../domain/ids.ts';
import { eraseDatabases, eraseKeys } from './erase.ts';
import { filledVault } from './testing/backups.ts';
import { withFailingWrite } from './testing/failing-writes.ts';
import { overwriteRaw, rawRecords } from './testing/raw-records.ts';
import { newDatabaseName, openTestVault } from './testing/test-vault.ts';

const LIKE = { catalogue: DEMO_CATALOGUE, item: itemId('demo-1'), kind: 'like', at: 1 } as const;
const databases = async (): Promise<(string | undefined)[]> =>
  (await indexedDB.databases()).map(({ name }) => name);

const atOnce = (): Promise<void> => Promise.resolve();

afterEach(async () => {
  for (const name of await databases()) indexedDB.deleteDatabase(name!);
});

test('without its keys nothing of the vault can be read, and who opens it learns that it is being erased', async () => {
  const { vault, name } = await filledVault(1000);
  vault.close();
  const before = await rawRecords(name);
  await eraseKeys(name);
  const after = await rawRecords(name);
  expect(after.filter(({ store }) => store === 'keys')).toEqual([
    { store: 'keys', key: 'keyring', value: { erasing: true } },
  ]);
  expect(after.filter(({ store }) => store !== 'keys')).toEqual(
    before.filter(({ store }) => store !== 'keys'),
  );
  await expect(openTestVault(name)).rejects.toMatchObject({ code: 'vault/erasing' });
  // Again, as after a kill: still erasing, and never a new keyring.
  await eraseKeys(name);
  await expect(openTestVault(name)).rejects.toMatchObject({ code: 'vault/erasing' });
});

test('a kill at the one write of it leaves the vault as it was', async () => {
  const { vault, name } = await filledVault(1000);
  const { error } = await withFailingWrite(0, 'crash', () => eraseKeys(name));
  expect(error).toBeInstanceOf(Error);
  expect(await vault.events(DEMO_CATALOGUE)).toHaveLength(3);
  vault.close();
  expect(await (await openTestVault(name)).events(DEMO_CATALOGUE)).toHaveLength(3);
});

test('a vault whose keyring is damaged can be erased all the same', async () => {
  const { vault, name } = await filledVault(1000);
  vault.close();
  await overwriteRaw(name, 'keys', 'keyring', () => new Uint8Array([1]));
  await expect(openTestVault(name)).rejects.toMatchObject({ code: 'vault/keyring' });
  await eraseKeys(name);
  await expect(openTestVault(name)).rejects.toMatchObject({ code: 'vault/erasing' });
});

test('where there is no vault, none is made', async () => {
  const name = newDatabaseName();
  await eraseKeys(name);
  expect(await databases()).not.toContain(name);
});

test('all databases of the app go, those of others at the same address stay, and the marked vault goes last', async () => {
  const open = await Promise.all(
    ['homebody', 'homebody-requests', 'other-app'].map((name) =>
      openDB(name, 1, { upgrade: (db) => void db.createObjectStore('keys') }),
    ),
  );
  await eraseKeys('homebody');
  for (const db of open) db.close();
  const gone: (string | undefined)[][] = [];
  const remove = indexedDB.deleteDatabase.bind(indexedDB);
  indexedDB.deleteDatabase = (name) => {
    const request = remove(name);
    request.addEventListener('success', () => gone.push([...(gone.at(-1) ?? []), name]));
    return request;
  };
  try {
    const things = (...names: string[]) => names.map((name) => ({ place: 'database', name }));
    expect(await eraseDatabases('homebody', atOnce)).toEqual({
      found: expect.arrayContaining(things('homebody', 'homebody-requests')) as unknown,
      removed: expect.arrayContaining(things('homebody', 'homebody-requests')) as unknown,
      left: [],
    });
  } finally {
    indexedDB.deleteDatabase = remove;
  }
  expect(gone.at(-1)).toEqual(['homebody-requests', 'homebody']);
  expect(await databases()).toEqual(['other-app']);
});

test('another tab lets go, is told that all is erased, and writes nothing anew', async () => {
  const vault = await openTestVault('homebody');
  await vault.record([LIKE]);
  await eraseKeys('homebody');
  expect((await eraseDatabases('homebody', atOnce)).left).toEqual([]);
  expect([vault.closed, vault.erased]).toEqual([true, true]);
  await expect(vault.record([LIKE])).rejects.toMatchObject({ code: 'vault/erased' });
  await expect(vault.content()).rejects.toMatchObject({ code: 'vault/erased' });
  expect(await databases()).toEqual([]);
});

test('a tab that does not let go is named as the cause, and the database goes when it is closed', async () => {
  const held = await openDB('homebody-held', 1);
  await expect(eraseDatabases('homebody', atOnce)).rejects.toMatchObject({
    code: 'vault/held',
    detail: { name: 'homebody-held' },
  });
  held.close();
  expect((await eraseDatabases('homebody', atOnce)).left).toEqual([]);
  expect(await databases()).toEqual([]);
});

test('a tab that lets go a while later is waited for', async () => {
  const held = await openDB('homebody-held', 1);
  const report = await eraseDatabases('homebody', async () => {
    held.close();
    await new Promise((go) => setTimeout(go, 50));
  });
  expect(report.left).toEqual([]);
});
