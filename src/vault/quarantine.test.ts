import { describe, expect, test } from 'vitest';
import { DEMO_CATALOGUE, itemId } from '../domain/ids.ts';
import type { DamagedRecord } from '../domain/damage.ts';
import { damageId } from './damage-notes.ts';
import { MOST_LISTED } from './quarantine.ts';
import { withFailingWrite } from './testing/failing-writes.ts';
import { copyOf, furnish, readable } from './testing/furnished.ts';
import { memoryLeases } from './testing/memory-leases.ts';
import { overwriteRaw, rawRecords } from './testing/raw-records.ts';
import { newDatabaseName, openTestVault } from './testing/test-vault.ts';
import type { Vault } from './vault.ts';

const furnished = await furnish();
const { films } = furnished;
const whole = await readable(await openTestVault(await copyOf(furnished)), furnished);
const keysOf = (store: string): IDBValidKey[] =>
  furnished.records.filter((record) => record.store === store).map(({ key }) => key);

const flip = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => bytes.with(30, bytes[30]! ^ 1);
const remove = (): undefined => undefined;

/** A vault of which some records are changed. */
async function damaged(
  places: readonly (readonly [store: string, key: IDBValidKey])[],
  change: Parameters<typeof overwriteRaw>[3] = flip,
): Promise<{ name: string; vault: Vault }> {
  const name = await copyOf(furnished);
  for (const [store, key] of places) await overwriteRaw(name, store, key, change);
  return { name, vault: await openTestVault(name, { now: () => 5 }) };
}

const reported = async (vault: Vault): Promise<readonly DamagedRecord[]> =>
  (await vault.storage()).damaged?.records ?? [];
const rawIds = async (name: string): Promise<string[]> => (await rawRecords(name)).map(damageId);
/** Records of the visitor: head and manifest are sealed anew all the time. */
const kept = (ids: readonly string[]): string[] =>
  ids.filter((id) => !/^(head|manifest)/.test(id)).toSorted();
const all = kept(furnished.records.map(damageId));

/** The owner of a checkpoint or lab record of the films, or else of the demo. */
async function ownerIn(store: 'checkpoints' | 'lab', catalogue: string): Promise<string> {
  const vault = await openTestVault(await copyOf(furnished));
  return vault.inside.ledger.entries(store).find(([, record]) => record.catalogue === catalogue)![0];
}

describe('a damaged record', () => {
  test('stays where it is until it is discarded, for good, with its report', async () => {
    const { name, vault } = await damaged([['events', 1]]);
    expect(await reported(vault)).toEqual([
      {
        id: 'events/1',
        store: 'events',
        name: '1',
        cause: 'unreadable',
        firstSeen: 5,
        discards: 'record',
        events: 0,
      },
    ]);
    vault.close();
    const again = await openTestVault(name);
    expect(kept(await rawIds(name))).toEqual(all);

    await again.discardDamaged(['events/1']);
    expect(await again.storage()).not.toHaveProperty('damaged');
    again.close();
    expect(kept(await rawIds(name))).toEqual(all.filter((id) => id !== 'events/1'));
    const later = await openTestVault(name);
    expect(await later.storage()).not.toHaveProperty('damaged');
    expect(await readable(later, furnished)).toEqual({ ...whole, 'events/1': 'lost' });
  });

  test('is discarded alone, where it is named alone; one that nobody knows is no error', async () => {
    const { vault } = await damaged([
      ['events', 1],
      ['events', 2],
      ['settings', 'visitor'],
    ]);
    await vault.discardDamaged(['events/2', 'events/77', 'nonsense']);
    expect((await reported(vault)).map(({ id }) => id)).toEqual(['events/1', 'settings/"visitor"']);
    await vault.discardDamaged(null);
    expect(await reported(vault)).toEqual([]);
  });

  test('of a catalogue goes with its chunks, models, runs and events, and no others', async () => {
    const { name, vault } = await damaged([['catalogues', films]]);
    expect(await reported(vault)).toMatchObject([{ name: null, discards: 'catalogue', events: 1 }]);
    await vault.discardDamaged(null);
    vault.close();
    const gone = [films, await ownerIn('checkpoints', films), await ownerIn('lab', films)];
    const left = all.filter((id) => id !== 'events/3' && !gone.some((owner) => id.includes(owner)));
    expect(all.length - left.length).toBe(1 + 1 + keysOf('catalogueChunks').length / 2 + 4);
    expect(kept(await rawIds(name))).toEqual(left);
    expect(await reported(await openTestVault(name))).toEqual([]);
  });

  test('that is missing is expected no longer once it is discarded', async () => {
    const { name, vault } = await damaged([['catalogues', films]], remove);
    expect(await reported(vault)).toMatchObject([{ cause: 'missing', discards: 'catalogue', events: 1 }]);
    const lone = await damaged([['events', 1]], remove);
    expect(await reported(lone.vault)).toMatchObject([{ cause: 'missing', discards: 'nothing' }]);
    for (const one of [vault, lone.vault]) {
      await one.discardDamaged(null);
      one.close();
    }
    expect(kept(await rawIds(name)).some((id) => id.includes(films))).toBe(false);
    for (const one of [name, lone.name]) expect(await reported(await openTestVault(one))).toEqual([]);
  });

  test('under a key that no record of ours has can be discarded too', async () => {
    const name = await copyOf(furnished);
    for (const key of [Infinity, ['a', 1], new Date(0)]) {
      await overwriteRaw(name, 'events', key, () => new Uint8Array(300));
    }
    const vault = await openTestVault(name);
    expect((await reported(vault)).map(({ discards }) => discards)).toEqual(['record', 'record', 'record']);
    await vault.discardDamaged(null);
    expect(kept(await rawIds(name))).toEqual(all);
  });

  test('that is put right is used again, and still told of', async () => {
    const { name, vault } = await damaged([['catalogues', films]]);
    vault.close();
    await overwriteRaw(name, 'catalogues', films, flip);
    const again = await openTestVault(name);
    expect(await readable(again, furnished)).toEqual(whole);
    expect(await reported(again)).toMatchObject([{ discards: 'nothing', events: 0 }]);
    await again.discardDamaged(null);
    expect(await readable(again, furnished)).toEqual(whole);
  });

  test('that the visitor writes anew is told of until it is discarded', async () => {
    const { vault } = await damaged([['settings', 'visitor']]);
    await vault.saveSetting('adventurousness', 1);
    expect(await reported(vault)).toMatchObject([{ store: 'settings', discards: 'nothing' }]);
    await vault.discardDamaged(null);
    expect((await vault.content()).settings).toEqual({ adventurousness: 1 });
  });
});

describe('a damaged chunk', () => {
  test('is told when it is read, with what it belongs to, and takes down that alone', async () => {
    const [run, model] = [await ownerIn('lab', films), await ownerIn('checkpoints', films)];
    const { vault } = await damaged([
      ['labChunks', [run, 'model', 0]],
      ['checkpointChunks', [model, 'content', 0]],
      ['catalogueChunks', [films, 'at', 0]],
    ]);
    expect(await reported(vault)).toEqual([]);
    const code = { code: 'vault/damaged' };
    await expect(vault.lab.part(films, run, 'model')).rejects.toMatchObject(code);
    await expect(vault.loadCheckpoint(films, 'model')).rejects.toMatchObject(code);
    await expect(vault.interactions(films)).rejects.toMatchObject(code);
    const told = (await reported(vault)).map(({ store, name, cause, discards, events }) => [
      store,
      name,
      cause,
      discards,
      events,
    ]);
    expect(told).toEqual([
      ['labChunks', 'run', 'unreadable', 'lab', 0],
      ['checkpointChunks', 'model', 'unreadable', 'checkpoint', 0],
      ['catalogueChunks', 'films', 'unreadable', 'catalogue', 1],
    ]);
    const ofDemo = await ownerIn('lab', DEMO_CATALOGUE);
    expect([...(await vault.lab.part(DEMO_CATALOGUE, ofDemo, 'model'))]).toEqual([4, 5]);
    expect([...(await vault.loadCheckpoint(DEMO_CATALOGUE, 'model'))!]).toEqual([1, 2, 3]);
    expect((await vault.itemFacts(films)).itemCount).toBe(4);
  });

  test('keeps no shop shut: where the current catalogue cannot be opened, the demo is current', async () => {
    const { name, vault } = await damaged([['catalogueChunks', [films, 'items', 0]]]);
    await vault.switchCatalogue(films);
    expect((await vault.content()).current).toBe(films);
    await expect(vault.itemFacts(films)).rejects.toMatchObject({ code: 'vault/damaged' });
    vault.close();
    const again = await openTestVault(name);
    expect((await again.content()).current).toBe(DEMO_CATALOGUE);
    await expect(again.switchCatalogue(films)).rejects.toMatchObject({ code: 'vault/damaged' });

    const other = await damaged([
      ['catalogueChunks', [films, 'likers', 0]],
      ['catalogueChunks', [films, 'item', 0]],
    ]);
    await other.vault.switchCatalogue(films);
    expect(await other.vault.popularity(films)).toBeNull();
    expect((await other.vault.content()).current).toBe(films);
    await expect(other.vault.interactions(films)).rejects.toMatchObject({ code: 'vault/damaged' });
    expect((await other.vault.content()).current).toBe(DEMO_CATALOGUE);
  });

  test('that is missing, cut short or another one is told as well', async () => {
    const [one, two] = [await ownerIn('checkpoints', films), await ownerIn('checkpoints', DEMO_CATALOGUE)];
    const chunk = furnished.records.find(({ key }) => (key as unknown[])[0] === two)!.value;
    const changes: [Parameters<typeof overwriteRaw>[3], string][] = [
      [remove, 'missing'],
      [(bytes) => bytes.slice(0, -1), 'unreadable'],
      [() => chunk as Uint8Array<ArrayBuffer>, 'unreadable'],
    ];
    for (const [change, cause] of changes) {
      const { vault } = await damaged([['checkpointChunks', [one, 'content', 0]]], change);
      await expect(vault.loadCheckpoint(films, 'model')).rejects.toMatchObject({ code: 'vault/damaged' });
      expect(await reported(vault)).toMatchObject([{ store: 'checkpointChunks', cause, name: 'model' }]);
    }
  });

  test('goes with what it belongs to; a newer checkpoint in its place stays', async () => {
    const owner = await ownerIn('checkpoints', films);
    const place: readonly [string, IDBValidKey] = ['checkpointChunks', [owner, 'content', 0]];
    const { name, vault } = await damaged([place]);
    await vault.loadCheckpoint(films, 'model').catch(() => null);
    await vault.discardDamaged(null);
    expect(await vault.loadCheckpoint(films, 'model')).toBeNull();
    expect(kept(await rawIds(name))).toEqual(all.filter((id) => !id.includes(owner)));

    const other = (await damaged([place])).vault;
    await other.loadCheckpoint(films, 'model').catch(() => null);
    await other.saveCheckpoint(films, 'model', new Uint8Array([9]));
    expect(await reported(other)).toMatchObject([{ discards: 'nothing', name: null }]);
    await other.discardDamaged(null);
    expect([...(await other.loadCheckpoint(films, 'model'))!]).toEqual([9]);
  });

  test('of what another tab has removed meanwhile is no damage', async () => {
    const name = await copyOf(furnished);
    const leases = memoryLeases();
    const [one, two] = [await openTestVault(name, { leases }), await openTestVault(name, { leases })];
    await two.items(films, []);
    await one.removeCatalogue(films);
    await expect(two.inside.chunks.catalogueChunks.read(films, 'at', 0)).rejects.toMatchObject({
      code: 'vault/damaged',
    });
    expect(await reported(two)).toEqual([]);
  });
});

describe('the report', () => {
  test('counts everything and lists the newest hundred', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    const event = { catalogue: DEMO_CATALOGUE, item: itemId('demo-1'), kind: 'view', at: 1 } as const;
    await vault.record(Array.from({ length: 300 }, () => event));
    await vault.saveSetting('a', 1);
    vault.close();
    await overwriteRaw(name, 'settings', 'visitor', flip);
    (await openTestVault(name, { now: () => 1 })).close();
    for (let id = 100; id < 300; id++) await overwriteRaw(name, 'events', id, remove);
    const { damaged: report, events } = await (await openTestVault(name, { now: () => 2 })).storage();
    expect(report).toMatchObject({ total: 201, byStore: { events: 200, settings: 1 } });
    expect(report!.records).toHaveLength(MOST_LISTED);
    expect(new Set(report!.records.map(({ firstSeen }) => firstSeen))).toEqual(new Set([2]));
    expect(events).toBe(100);
  });

  test('is there also where it cannot be kept, and is kept with the next change', async () => {
    const name = await copyOf(furnished);
    await overwriteRaw(name, 'events', 1, flip);
    await overwriteRaw(name, 'head', 'head', remove);
    const opened: Vault[] = [];
    await withFailingWrite(0, 'quota', async () => {
      opened.push(await openTestVault(name, { now: () => 5 }));
    });
    const [vault] = opened as [Vault];
    expect((await reported(vault)).map(({ id }) => id)).toEqual(['head/"head"', 'events/1']);
    await vault.saveSetting('a', 1);
    vault.close();
    const again = await openTestVault(name, { now: () => 6 });
    expect((await reported(again)).map(({ id, firstSeen }) => [id, firstSeen])).toEqual([
      ['head/"head"', 5],
      ['events/1', 5],
    ]);
  });

  test.each(['throw', 'abort', 'crash'] as const)('outlives a %s at any write of it', async (failure) => {
    for (let n = 0, hit = true; hit; n++) {
      const name = await copyOf(furnished);
      await overwriteRaw(name, 'manifest', 'events/0', flip);
      await overwriteRaw(name, 'lab', keysOf('lab')[0]!, remove);
      const { writes } = await withFailingWrite(n, failure, async () => (await openTestVault(name)).close());
      hit = writes > n;
      const vault = await openTestVault(name);
      expect((await reported(vault)).map(({ store }) => store)).toEqual(['manifest', 'lab']);
      expect(await readable(vault, furnished)).toEqual({
        ...whole,
        [damageId({ store: 'lab', key: keysOf('lab')[0]! })]: 'lost',
      });
    }
  });

  test('is written once, also of records that cannot be told apart', async () => {
    const name = await copyOf(furnished);
    const moved = furnished.records.find(({ key }) => key === 2)!.value as Uint8Array<ArrayBuffer>;
    await overwriteRaw(name, 'events', new Uint8Array([1]), () => moved);
    await overwriteRaw(name, 'events', new Uint8Array([2]), () => new Uint8Array(300));
    (await openTestVault(name)).close();
    const { writes } = await withFailingWrite(0, 'crash', async () => {
      const vault = await openTestVault(name);
      expect(await reported(vault)).toHaveLength(1);
    });
    expect(writes).toBe(0);
  });

  test('is one, whichever of two tabs comes first', async () => {
    const name = await copyOf(furnished);
    const leases = memoryLeases();
    await overwriteRaw(name, 'head', 'head', remove);
    await overwriteRaw(name, 'events', 1, flip);
    const [one, two] = await Promise.all([1, 2].map(() => openTestVault(name, { leases })));
    for (const vault of [one!, two!]) {
      expect((await reported(vault)).map(({ id }) => id)).toEqual(['head/"head"', 'events/1']);
    }
    await one!.discardDamaged(null);
    expect(await reported(two!)).toEqual([]);
    expect(await readable(two!, furnished)).toEqual({ ...whole, 'events/1': 'lost' });
  });
});
