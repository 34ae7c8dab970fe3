import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Mock } from 'vitest';
import { DEMO_CATALOGUE, itemId } from '../domain/ids.ts';
import type { NewEvent } from '../domain/events.ts';
import { CHUNK_BYTES } from './chunks.ts';
import { memoryLeases } from './testing/memory-leases.ts';
import { rawRecords } from './testing/raw-records.ts';
import { smallImport } from './testing/small-catalogues.ts';
import { newDatabaseName, openTestVault } from './testing/test-vault.ts';
import type { Vault } from './vault.ts';

const event = (item: number, at = item): NewEvent => ({
  catalogue: DEMO_CATALOGUE,
  item: itemId(`demo-${item}`),
  kind: 'like',
  at,
});

async function twoTabs(): Promise<[Vault, Vault, string]> {
  const name = newDatabaseName();
  const leases = memoryLeases();
  // Opened at once, so that both find no key yet.
  const [one, two] = await Promise.all([openTestVault(name, { leases }), openTestVault(name, { leases })]);
  return [one, two, name];
}

/** Runs `change` between the reading of the next chunk and its decryption. */
function afterFirstChunk(change: () => Promise<void>): Mock<typeof change> {
  const changing = vi.fn<typeof change>(change);
  const decrypt = crypto.subtle.decrypt.bind(crypto.subtle);
  vi.spyOn(crypto.subtle, 'decrypt').mockImplementationOnce(async (...args) => {
    await changing();
    return decrypt(...args);
  });
  return changing;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('two tabs on one vault', () => {
  test('share one data key although both were the first', async () => {
    const [one, two] = await twoTabs();
    await one.record([event(4)]);
    expect((await two.events(DEMO_CATALOGUE)).map(({ item }) => item)).toEqual(['demo-4']);
  });

  test('lose no event and give out no id twice, when both record at once', async () => {
    const [one, two, name] = await twoTabs();
    const recorded = (
      await Promise.all(
        Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? one : two).record([event(i % 6, i)])),
      )
    ).flat();
    const ids = recorded.map(({ id }) => id).toSorted((a, b) => a - b);
    expect(ids).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
    const byId = recorded.toSorted((a, b) => b.id - a.id).map(({ at }) => at);
    for (const tab of [one, two, await openTestVault(name)]) {
      expect((await tab.events(DEMO_CATALOGUE)).map(({ at }) => at)).toEqual(byId);
      expect((await tab.history(DEMO_CATALOGUE)).version).toBe(60);
    }
  });

  test('an event taken back in one is gone in the other, which cannot take it back again', async () => {
    const [one, two] = await twoTabs();
    const id = (await one.record([event(0)]))[0]!.id;
    await one.record([event(1)]);
    await two.takeBack([id]);
    expect([...(await one.history(DEMO_CATALOGUE)).item]).toEqual([1]);
    await expect(one.takeBack([id])).rejects.toMatchObject({ code: 'vault/unknown-event' });
  });

  test('an id that was taken back in one is not given out by the other', async () => {
    const [one, two] = await twoTabs();
    const id = (await one.record([event(0)]))[0]!.id;
    await one.takeBack([id]);
    expect((await two.record([event(1)]))[0]!.id).toBe(id + 1);
  });

  test('settings saved at once in both are both kept', async () => {
    const [one, two] = await twoTabs();
    await Promise.all([one.saveSetting('a', 1), two.saveSetting('b', 2)]);
    expect((await one.content()).settings).toEqual({ a: 1, b: 2 });
    expect((await two.content()).settings).toEqual({ a: 1, b: 2 });
  });

  test('a catalogue imported in one can be used in the other', async () => {
    const [one, two] = await twoTabs();
    const { id } = await one.addCatalogue(smallImport('films'), () => undefined);
    expect((await two.itemFacts(id)).itemCount).toBe(4);
    await two.record([{ ...event(0), catalogue: id, item: itemId('film-3') }]);
    expect([...(await one.history(id)).item]).toEqual([3]);
  });

  test('nothing is recorded into a catalogue that the other has just removed', async () => {
    const [one, two] = await twoTabs();
    const { id } = await one.addCatalogue(smallImport('films'), () => undefined);
    await two.itemFacts(id);
    await one.removeCatalogue(id);
    const late = two.record([{ ...event(0), catalogue: id, item: itemId('film-3') }]);
    await expect(late).rejects.toMatchObject({ code: 'vault/unknown-catalogue' });
    await expect(two.saveCheckpoint(id, 'model', new Uint8Array(1))).rejects.toMatchObject({
      code: 'vault/unknown-catalogue',
    });
  });

  test('checkpoints saved at once in both leave one of them, whole, and no chunk of the other', async () => {
    const [one, two, name] = await twoTabs();
    await Promise.all([
      one.saveCheckpoint(DEMO_CATALOGUE, 'model', new Uint8Array(9).fill(1)),
      two.saveCheckpoint(DEMO_CATALOGUE, 'model', new Uint8Array(5).fill(2)),
    ]);
    const kept = await one.loadCheckpoint(DEMO_CATALOGUE, 'model');
    expect([[...new Uint8Array(9).fill(1)], [...new Uint8Array(5).fill(2)]]).toContainEqual([...kept!]);
    const stores = (await rawRecords(name)).map(({ store }) => store);
    expect(stores.filter((store) => store.startsWith('checkpoint'))).toEqual([
      'checkpointChunks',
      'checkpoints',
    ]);
  });

  test('a checkpoint replaced by one while the other reads it is read as the newer one, whole', async () => {
    const [one, two] = await twoTabs();
    await one.saveCheckpoint(DEMO_CATALOGUE, 'model', new Uint8Array(CHUNK_BYTES + 9).fill(1));
    await two.storage();
    const saved = afterFirstChunk(() =>
      one.saveCheckpoint(DEMO_CATALOGUE, 'model', new Uint8Array(CHUNK_BYTES + 3).fill(2)),
    );
    const loaded = await two.loadCheckpoint(DEMO_CATALOGUE, 'model');
    expect(saved).toHaveBeenCalledOnce();
    expect(loaded).toHaveLength(CHUNK_BYTES + 3);
    expect(loaded!.every((byte) => byte === 2)).toBe(true);
  });

  test('a checkpoint dropped by one while the other reads it is none', async () => {
    const [one, two] = await twoTabs();
    await one.saveCheckpoint(DEMO_CATALOGUE, 'training', new Uint8Array(CHUNK_BYTES + 9).fill(1));
    await two.storage();
    const dropped = afterFirstChunk(() => one.dropCheckpoint(DEMO_CATALOGUE, 'training'));
    expect(await two.loadCheckpoint(DEMO_CATALOGUE, 'training')).toBeNull();
    expect(dropped).toHaveBeenCalledOnce();
  });

  test('a tab that opens in the middle of an import does not sweep it away', async () => {
    const name = newDatabaseName();
    const leases = memoryLeases();
    const one = await openTestVault(name, { leases });
    let chunks = 0;
    const opened: Promise<Vault>[] = [];
    const { id } = await one.addCatalogue(smallImport('films', 10, 1200), () => {
      chunks++;
      opened.push(openTestVault(name, { leases }));
    });
    await Promise.all(opened);
    expect(chunks).toBeGreaterThan(5);
    const later = await openTestVault(name, { leases });
    expect((await later.interactions(id)).user).toHaveLength(10);
  });

  test('an import that lost chunks on the way is refused at its end instead of being stored with holes', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    const other = await openDB(name);
    const clearing: Promise<void>[] = [];
    const importing = vault.addCatalogue(smallImport('films'), (fraction) => {
      if (fraction === 1) clearing.push(other.clear('catalogueChunks'));
    });
    await expect(importing).rejects.toMatchObject({
      code: 'vault/damaged',
      detail: { store: 'catalogueChunks', count: 7, found: 0 },
    });
    await Promise.all(clearing);
    other.close();
    expect((await vault.content()).catalogues).toHaveLength(1);
  });

  test('no lease is left held after an import, whether it succeeds or fails', async () => {
    const leases = memoryLeases();
    const vault = await openTestVault(newDatabaseName(), { leases });
    await vault.addCatalogue(smallImport('films'), () => expect(leases.names.size).toBe(1));
    expect(leases.names.size).toBe(0);
    const stopped = vault.addCatalogue(smallImport('films'), () => {
      throw new Error('stopped');
    });
    await expect(stopped).rejects.toThrow('stopped');
    expect(leases.names.size).toBe(0);
  });
});
