import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { DEMO_CATALOGUE, itemId } from '../domain/ids.ts';
import { pageOf, storesOf } from './browse.ts';
import { filledVault } from './testing/backups.ts';
import { overwriteRaw, rawRecords } from './testing/raw-records.ts';
import { openTestVault } from './testing/test-vault.ts';

test('lists every store of the database with what is in it; in the clear are only the keys', async () => {
  const { vault, name } = await filledVault(1000);
  const stores = await storesOf(vault.inside);
  const db = await openDB(name);
  expect(stores.map((store) => store.name).toSorted()).toEqual([...db.objectStoreNames].toSorted());
  db.close();
  const records = await rawRecords(name);
  for (const { name: store, records: count, bytes } of stores) {
    const there = records.filter((record) => record.store === store);
    expect(count, `store ${store}`).toBe(there.length);
    const sizes = there.map(({ value }) => (value instanceof Uint8Array ? value.length : 0));
    const size = sizes.reduce((sum, one) => sum + one, 0);
    // The keyring is no envelope: a wrapped key of 40 bytes, with what says how it is wrapped.
    expect(bytes, `store ${store}`).toBe(
      store === 'keys' ? 40 + 'device'.length + 'AES-KW'.length + 8 : size,
    );
  }
  expect(stores.filter(({ inTheClear }) => inTheClear).map((store) => store.name)).toEqual(['keys']);
});

test('tells events in words, newest first, page by page, in the language that is asked for', async () => {
  const { vault } = await filledVault(1000);
  const first = await pageOf(vault.inside, 'events', 0, 2);
  expect(first).toMatchObject({ store: 'events', total: 4, offset: 0 });
  expect(first.things).toEqual([
    {
      kind: 'event',
      id: 5,
      event: 'dismiss',
      item: 'film-2',
      title: 'Title of film 2',
      catalogue: 'films',
      at: 2000,
    },
    expect.objectContaining({ id: 3, event: 'purchase', title: 'Title of demo 2', catalogue: 'Small demo' }),
  ]);
  const rest = await pageOf(vault.inside, 'events', 2, 500, 'zh-Hans');
  expect(rest.things).toMatchObject([{ id: 2 }, { id: 1, title: 'Title of demo 1的标题' }]);
  expect((await pageOf(vault.inside, 'events', 9, 2)).things).toEqual([]);
});

test('tells the other stores by kind, owner and size', async () => {
  const { vault } = await filledVault(1000);
  const things = async (store: string) => (await pageOf(vault.inside, store, 0, 100)).things;
  expect(await things('catalogues')).toMatchObject([
    { kind: 'catalogue', name: 'films', items: 12, users: 5 },
  ]);
  expect(await things('checkpoints')).toMatchObject([
    { kind: 'checkpoint', catalogue: 'films', what: 'model', chunks: 1, bytes: 1040 },
  ]);
  expect((await things('lab')).flatMap((one) => (one.kind === 'lab' ? [one.what] : [])).toSorted()).toEqual([
    'promotion',
    'run',
  ]);
  expect(await things('settings')).toEqual([
    { kind: 'setting', name: 'current', value: expect.any(String) as string },
    { kind: 'setting', name: 'adventurousness', value: '0.25' },
  ]);
  expect(await things('catalogueChunks')).toMatchObject([
    { kind: 'chunks', of: { store: 'catalogues', name: 'films' }, chunks: 8 },
  ]);
  expect(await things('labChunks')).toHaveLength(2);
  expect(await things('keys')).toEqual([{ kind: 'wrap', how: 'device' }]);
  expect(await things('head')).toContainEqual({ kind: 'counter', name: 'lastEventId', value: 5 });
});

test('shows a record that cannot be read, and tells the event whose catalogue is gone without its title', async () => {
  const { vault, films, name } = await filledVault(1000);
  vault.close();
  await overwriteRaw(name, 'events', 2, (bytes) => bytes.slice(0, -1));
  await overwriteRaw(name, 'catalogues', films, () => undefined);
  const { inside } = await openTestVault(name);
  const { things } = await pageOf(inside, 'events', 0, 10);
  expect(things[2]).toEqual({ kind: 'unreadable', key: '2' });
  expect(things[0]).toMatchObject({ kind: 'event', item: 'film-2', title: null, catalogue: null });
});

test('refuses a store that is none, and a page that is none', async () => {
  const { vault } = await filledVault(1000);
  await vault.record([{ catalogue: DEMO_CATALOGUE, item: itemId('demo-1'), kind: 'view', at: 1 }]);
  for (const [store, offset, limit] of [
    ['nowhere', 0, 10],
    ['events', -1, 10],
    ['events', 0, 501],
    ['events', 0, 0],
    ['events', 0.5, 10],
  ] as const) {
    await expect(pageOf(vault.inside, store, offset, limit)).rejects.toMatchObject({
      code: 'argument/range',
    });
  }
});
