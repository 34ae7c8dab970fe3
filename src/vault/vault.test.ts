import { describe, expect, test } from 'vitest';
import { DEMO_CATALOGUE, itemId } from '../domain/ids.ts';
import { CHUNK_BYTES } from './chunks.ts';
import { countRequests } from './testing/count-requests.ts';
import { overwriteRaw, rawRecords } from './testing/raw-records.ts';
import { smallImport } from './testing/small-catalogues.ts';
import { newDatabaseName, openTestVault } from './testing/test-vault.ts';

describe('checkpoints', () => {
  test('come back byte by byte after reopening, over the edges of their chunks', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    const bytes = Uint8Array.from({ length: 2 * CHUNK_BYTES + 5 }, (_, i) => i % 251);
    await vault.saveCheckpoint(DEMO_CATALOGUE, 'model', bytes);
    vault.close();
    const loaded = await (await openTestVault(name)).loadCheckpoint(DEMO_CATALOGUE, 'model');
    expect(Buffer.compare(Buffer.from(loaded!), Buffer.from(bytes))).toBe(0);
    const chunks = (await rawRecords(name)).filter(({ store }) => store === 'checkpointChunks');
    expect(chunks.map(({ key }) => (key as unknown[])[2])).toEqual([0, 1, 2]);
  });

  test('are one per catalogue and kind: the newest', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    const { id } = await vault.addCatalogue(smallImport('films'), () => undefined);
    await vault.saveCheckpoint(DEMO_CATALOGUE, 'model', new Uint8Array([1]));
    await vault.saveCheckpoint(DEMO_CATALOGUE, 'training', new Uint8Array([2]));
    await vault.saveCheckpoint(id, 'model', new Uint8Array([3]));
    await vault.saveCheckpoint(DEMO_CATALOGUE, 'model', new Uint8Array([4]));
    expect([...(await vault.loadCheckpoint(DEMO_CATALOGUE, 'model'))!]).toEqual([4]);
    expect([...(await vault.loadCheckpoint(DEMO_CATALOGUE, 'training'))!]).toEqual([2]);
    expect([...(await vault.loadCheckpoint(id, 'model'))!]).toEqual([3]);
    expect((await rawRecords(name)).filter(({ store }) => store === 'checkpointChunks')).toHaveLength(3);
  });

  test('are null where there is none, also after being dropped; dropping nothing is no error', async () => {
    const vault = await openTestVault(newDatabaseName());
    expect(await vault.loadCheckpoint(DEMO_CATALOGUE, 'model')).toBeNull();
    await vault.dropCheckpoint(DEMO_CATALOGUE, 'model');
    await vault.saveCheckpoint(DEMO_CATALOGUE, 'model', new Uint8Array([1]));
    await vault.dropCheckpoint(DEMO_CATALOGUE, 'model');
    expect(await vault.loadCheckpoint(DEMO_CATALOGUE, 'model')).toBeNull();
  });

  test('that are damaged say so, and a new one takes their place', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    await vault.saveCheckpoint(DEMO_CATALOGUE, 'model', new Uint8Array([1]));
    const chunk = (await rawRecords(name)).find(({ store }) => store === 'checkpointChunks')!;
    await overwriteRaw(name, chunk.store, chunk.key, (bytes) => bytes.fill(0, 16));
    const load = vault.loadCheckpoint(DEMO_CATALOGUE, 'model');
    await expect(load).rejects.toMatchObject({ code: 'vault/damaged' });
    await vault.saveCheckpoint(DEMO_CATALOGUE, 'model', new Uint8Array([2]));
    expect([...(await vault.loadCheckpoint(DEMO_CATALOGUE, 'model'))!]).toEqual([2]);
  });

  test.each([3, 20, 84])(
    "of which one byte flipped (byte %i of the envelope) are 'vault/damaged'",
    async (place) => {
      const name = newDatabaseName();
      const vault = await openTestVault(name);
      await vault.saveCheckpoint(DEMO_CATALOGUE, 'model', new Uint8Array(53).fill(7));
      const chunk = (await rawRecords(name)).find(({ store }) => store === 'checkpointChunks')!;
      await overwriteRaw(name, chunk.store, chunk.key, (bytes) => bytes.with(place, bytes[place]! ^ 1));
      const load = vault.loadCheckpoint(DEMO_CATALOGUE, 'model');
      await expect(load).rejects.toMatchObject({ code: 'vault/damaged' });
    },
  );

  test('do not count as changes of the history', async () => {
    const vault = await openTestVault(newDatabaseName());
    await vault.saveCheckpoint(DEMO_CATALOGUE, 'model', new Uint8Array([1]));
    await vault.saveSetting('a', 1);
    expect((await vault.history(DEMO_CATALOGUE)).version).toBe(0);
  });
});

describe('settings', () => {
  test('come back after reopening, each under its name', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    await vault.saveSetting('adventurousness', 0.25);
    await vault.saveSetting('seen', { tour: true, steps: [1, 2] });
    await vault.saveSetting('adventurousness', 0.75);
    vault.close();
    expect((await (await openTestVault(name)).content()).settings).toEqual({
      adventurousness: 0.75,
      seen: { tour: true, steps: [1, 2] },
    });
  });

  test('are JSON of at most 64 KiB', async () => {
    const vault = await openTestVault(newDatabaseName());
    const refused = { code: 'argument/range', detail: { name: 'a' } };
    await expect(vault.saveSetting('a', undefined)).rejects.toMatchObject(refused);
    await expect(vault.saveSetting('a', 'x'.repeat(64 * 1024 - 1))).rejects.toMatchObject(refused);
    await vault.saveSetting('a', 'x'.repeat(64 * 1024 - 2));
    expect(Object.keys((await vault.content()).settings)).toEqual(['a']);
  });
});

describe('storage', () => {
  test('counts things and the exact bytes of their envelopes', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    await vault.record([{ catalogue: DEMO_CATALOGUE, item: itemId('demo-0'), kind: 'like', at: 1 }]);
    await vault.record([{ catalogue: DEMO_CATALOGUE, item: itemId('demo-1'), kind: 'like', at: 1 }]);
    await vault.addCatalogue(smallImport('films'), () => undefined);
    await vault.saveCheckpoint(DEMO_CATALOGUE, 'model', new Uint8Array(100));
    await vault.lab.add(DEMO_CATALOGUE, 'run', { model: 'ials' }, { model: new Uint8Array(60) });
    const { stores, events, bytes } = await vault.storage();
    expect(stores.map((store) => [store.name, store.records])).toEqual([
      ['events', 2],
      ['catalogues', 1],
      ['checkpoints', 1],
      ['lab', 1],
      ['settings', 1],
    ]);
    expect(events).toBe(2);
    expect(stores[0]!.bytes).toBe(2 * 296);
    expect(stores[2]!.bytes).toBe(296 + 140);
    expect(stores[3]!.bytes).toBe(296 + 100);
    const records = (await rawRecords(name)).filter(
      ({ store }) => !['keys', 'head', 'manifest'].includes(store),
    );
    expect(bytes).toBe(records.reduce((sum, { value }) => sum + (value as Uint8Array).length, 0));
  });
});

describe('effort', () => {
  const view = (at: number) =>
    ({ catalogue: DEMO_CATALOGUE, item: itemId(`demo-${at % 6}`), kind: 'view', at }) as const;

  test('of recording among 10,000 events, or of taking one back, is two small reads and three small writes', async () => {
    const vault = await openTestVault(newDatabaseName());
    for (let batch = 0; batch < 10; batch++) {
      await vault.record(Array.from({ length: 1000 }, (_, i) => view(1000 * batch + i)));
    }
    const recording = await countRequests(() => vault.record([view(1)]));
    const reads = ['get head', 'get head'];
    expect(recording.requests).toEqual([...reads, 'put events', 'put head', 'put manifest']);
    expect(recording.bytesWritten).toBeLessThan(12 * 1024);
    const takingBack = await countRequests(() => vault.takeBack([5000]));
    expect(takingBack.requests).toEqual(['delete events', ...reads, 'put head', 'put manifest']);
    expect(takingBack.bytesWritten).toBeLessThan(12 * 1024);
  });
});
