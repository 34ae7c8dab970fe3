import { describe, expect, test } from 'vitest';
import { catalogueId, DEMO_CATALOGUE, itemId, itemIndex } from '../domain/ids.ts';
import { CHUNK_BYTES } from './chunks.ts';
import { overwriteRaw, rawRecords } from './testing/raw-records.ts';
import { smallImport } from './testing/small-catalogues.ts';
import { newDatabaseName, openTestVault } from './testing/test-vault.ts';

const quiet = (): void => undefined;

describe('the demo', () => {
  test('is listed, is current at first, and costs no record', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    const { current, catalogues, storage } = await vault.content();
    expect(current).toBe(DEMO_CATALOGUE);
    expect(catalogues.map(({ id }) => id)).toEqual([DEMO_CATALOGUE]);
    expect(storage.bytes).toBe(0);
    expect((await vault.interactions(DEMO_CATALOGUE)).user).toHaveLength(8);
    expect((await rawRecords(name)).map(({ store }) => store)).toEqual(['head', 'keys']);
  });

  test('cannot be removed', async () => {
    const vault = await openTestVault(newDatabaseName());
    await expect(vault.removeCatalogue(DEMO_CATALOGUE)).rejects.toMatchObject({ code: 'argument/range' });
  });

  test('gives away columns of the caller’s own at each call', async () => {
    const vault = await openTestVault(newDatabaseName());
    structuredClone(null, { transfer: [(await vault.interactions(DEMO_CATALOGUE)).user.buffer] });
    expect((await vault.interactions(DEMO_CATALOGUE)).user).toHaveLength(8);
  });
});

describe('an imported catalogue', () => {
  test('comes back after reopening item by item and bit by bit, over the edges of its chunks', async () => {
    const name = newDatabaseName();
    const rows = CHUNK_BYTES / 8 + 3; // `at` fills one chunk and three rows of a second
    const imported = smallImport('films', rows, 1203, 77);
    const vault = await openTestVault(name);
    const { id } = await vault.addCatalogue(imported, quiet);
    vault.close();

    const again = await openTestVault(name);
    const columns = await again.interactions(id);
    expect([columns.userCount, columns.itemCount]).toEqual([77, 1203]);
    for (const column of ['user', 'item', 'kind', 'value', 'at'] as const) {
      expect(
        Buffer.compare(Buffer.from(columns[column].buffer), Buffer.from(imported.columns[column].buffer)),
      ).toBe(0);
    }
    const everyRow = Array.from({ length: 1203 }, (_, row) => itemIndex(row));
    expect((await again.items(id, everyRow)).map(({ item }) => item)).toEqual(imported.items);
    const chunks = (await rawRecords(name)).filter(({ store }) => store === 'catalogueChunks');
    expect(chunks.map(({ key }) => (key as string[]).slice(1).join(' '))).toEqual([
      'at 0',
      'at 1',
      'item 0',
      'items 0',
      'items 1',
      'items 2',
      'kind 0',
      'likers 0',
      'user 0',
      'value 0',
    ]);
    expect(Math.max(...chunks.map(({ value }) => (value as Uint8Array).length))).toBe(CHUNK_BYTES + 40);
  });

  test('tells who likes its items as it was told, in a column of the caller’s own', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    // Row r is of user r % 3 and item r % 4: ten rows leave items 2 and 3 with two users each.
    const { id } = await vault.addCatalogue(smallImport('films'), quiet);
    vault.close();
    const again = await openTestVault(name);
    const first = await again.popularity(id);
    expect(first).toEqual({ userCount: 3, likers: new Float32Array([3, 3, 2, 2]) });
    structuredClone(null, { transfer: [first!.likers.buffer] });
    expect((await again.popularity(id))!.likers).toHaveLength(4);
    expect((await again.popularity(DEMO_CATALOGUE))!.userCount).toBe(2);
    const nowhere = catalogueId('nowhere');
    await expect(again.popularity(nowhere)).rejects.toMatchObject({ code: 'vault/unknown-catalogue' });
  });

  test('becomes the current one and is listed after older imports', async () => {
    const vault = await openTestVault(newDatabaseName());
    const first = await vault.addCatalogue(smallImport('first'), quiet);
    const second = await vault.addCatalogue(smallImport('second'), quiet);
    const { current, catalogues } = await vault.content();
    expect(current).toBe(second.id);
    expect(catalogues.map(({ name }) => name)).toEqual(['Small demo', 'first', 'second']);
    expect(catalogues[1]).toEqual(first);
    expect(first).toMatchObject({ origin: 'import', simulated: false, userCount: 3, itemCount: 4 });
  });

  test('has facts by row: the department’s place in the list, −1 for none, 0 for out of stock', async () => {
    const vault = await openTestVault(newDatabaseName());
    const imported = smallImport('films');
    const items = imported.items.map((item, row) => (row === 1 ? { ...item, department: '' } : item));
    const { id } = await vault.addCatalogue({ ...imported, items }, quiet);
    const facts = await vault.itemFacts(id);
    expect([...facts.department]).toEqual([0, -1, 0, 1]);
    expect([...facts.available]).toEqual([1, 1, 1, 0]);
  });

  test('has the brand’s place in the list by row, −1 for one that the list does not name', async () => {
    const vault = await openTestVault(newDatabaseName());
    const imported = smallImport('films');
    const summary = { ...imported.summary, brands: ['Cedar', 'Ash'] };
    const { id } = await vault.addCatalogue({ ...imported, summary }, quiet);
    expect([...(await vault.itemFacts(id)).brand]).toEqual([1, -1, 0, 1]);
    expect([...(await vault.itemFacts(DEMO_CATALOGUE)).brand]).toEqual([0, 1, 2, 0, 1, 2]);
  });

  test('of a name that is there already gets a number, and a name that has become free does not', async () => {
    const vault = await openTestVault(newDatabaseName());
    const add = async (name: string): Promise<string> =>
      (await vault.addCatalogue(smallImport(name), quiet)).name;
    const first = await vault.addCatalogue(smallImport('MovieLens 1M'), quiet);
    expect(await add('MovieLens 1M')).toBe('MovieLens 1M (2)');
    expect(await add('MovieLens 1M')).toBe('MovieLens 1M (3)');
    expect(await add('Small demo')).toBe('Small demo (2)');
    await vault.removeCatalogue(first.id);
    expect(await add('MovieLens 1M')).toBe('MovieLens 1M');
    expect((await vault.content()).catalogues.map(({ name }) => name)).toEqual([
      'Small demo',
      'MovieLens 1M (2)',
      'MovieLens 1M (3)',
      'Small demo (2)',
      'MovieLens 1M',
    ]);
  });

  test('leaves out rows that do not exist and answers in the order asked', async () => {
    const vault = await openTestVault(newDatabaseName());
    const asked = [itemIndex(5), itemIndex(6), itemIndex(-1), itemIndex(0)];
    expect((await vault.items(DEMO_CATALOGUE, asked)).map(({ index }) => index)).toEqual([5, 0]);
  });

  test('of no rows at all is stored and read', async () => {
    const vault = await openTestVault(newDatabaseName());
    const { id } = await vault.addCatalogue(smallImport('empty', 0, 0, 0), quiet);
    expect((await vault.interactions(id)).at).toHaveLength(0);
    expect((await vault.itemFacts(id)).itemCount).toBe(0);
  });

  test('that does not fit itself is refused before anything is written', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    const imported = smallImport('films');
    const short = { ...imported, columns: { ...imported.columns, kind: new Uint8Array(9) } };
    await expect(vault.addCatalogue(short, quiet)).rejects.toMatchObject({ code: 'shape/mismatch' });
    const few = { ...imported, likers: new Float32Array(3) };
    await expect(vault.addCatalogue(few, quiet)).rejects.toMatchObject({ code: 'shape/mismatch' });
    expect((await rawRecords(name)).map(({ store }) => store)).toEqual(['head', 'keys']);
  });

  test('reports its storing as growing fractions that end at 1', async () => {
    const vault = await openTestVault(newDatabaseName());
    const fractions: number[] = [];
    await vault.addCatalogue(smallImport('films', 10, 1200), (fraction) => void fractions.push(fraction));
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions[0]).toBeCloseTo(1 / 6, 12);
    expect(fractions.at(-1)).toBe(1);
  });

  test('stopped between two chunks is as if it had never begun', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    const before = await rawRecords(name);
    let chunk = 0;
    const stopped = vault.addCatalogue(smallImport('films', 10, 1200), () => {
      if (++chunk === 3) throw new Error('stopped by the test');
    });
    await expect(stopped).rejects.toThrow('stopped by the test');
    expect(await rawRecords(name)).toEqual(before);
  });
});

describe('switching', () => {
  test('is remembered, and loses neither catalogue’s events', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    await vault.record([{ catalogue: DEMO_CATALOGUE, item: itemId('demo-1'), kind: 'like', at: 1 }]);
    const { id } = await vault.addCatalogue(smallImport('films'), quiet);
    await vault.record([{ catalogue: id, item: itemId('film-2'), kind: 'like', at: 2 }]);
    await vault.switchCatalogue(DEMO_CATALOGUE);
    vault.close();
    const again = await openTestVault(name);
    expect((await again.content()).current).toBe(DEMO_CATALOGUE);
    expect((await again.events(DEMO_CATALOGUE)).map(({ item }) => item)).toEqual(['demo-1']);
    expect((await again.events(id)).map(({ item }) => item)).toEqual(['film-2']);
  });

  test('to a catalogue that is not there changes nothing', async () => {
    const vault = await openTestVault(newDatabaseName());
    const { id } = await vault.addCatalogue(smallImport('films'), quiet);
    await expect(vault.switchCatalogue(catalogueId('nowhere'))).rejects.toMatchObject({
      code: 'vault/unknown-catalogue',
      detail: { catalogue: 'nowhere' },
    });
    expect((await vault.content()).current).toBe(id);
  });
});

describe('removing', () => {
  test('takes the catalogue, its checkpoints and its events, and nothing else; the demo is current again', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    await vault.record([{ catalogue: DEMO_CATALOGUE, item: itemId('demo-1'), kind: 'like', at: 1 }]);
    await vault.saveCheckpoint(DEMO_CATALOGUE, 'model', new Uint8Array([1]));
    await vault.saveSetting('adventurousness', 0.5);
    const kept = (await rawRecords(name)).map(({ store, key }) => [store, key]);
    const { id } = await vault.addCatalogue(smallImport('films'), quiet);
    await vault.record([{ catalogue: id, item: itemId('film-1'), kind: 'like', at: 2 }]);
    await vault.saveCheckpoint(id, 'model', new Uint8Array([2]));
    await vault.saveCheckpoint(id, 'training', new Uint8Array([3]));

    await vault.removeCatalogue(id);
    expect((await rawRecords(name)).map(({ store, key }) => [store, key])).toEqual(kept);
    const { current, catalogues, settings } = await vault.content();
    expect(current).toBe(DEMO_CATALOGUE);
    expect(catalogues).toHaveLength(1);
    expect(settings).toEqual({ adventurousness: 0.5 });
    await expect(vault.events(id)).rejects.toMatchObject({ code: 'vault/unknown-catalogue' });
  });

  test('of one that is not current leaves the current one', async () => {
    const vault = await openTestVault(newDatabaseName());
    const first = await vault.addCatalogue(smallImport('first'), quiet);
    const second = await vault.addCatalogue(smallImport('second'), quiet);
    await vault.removeCatalogue(first.id);
    expect((await vault.content()).current).toBe(second.id);
  });
});

describe('damage', () => {
  const flip = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
    bytes[20]! ^= 1;
    return bytes;
  };

  test('of one event costs that event; it is counted, and its id is not given out again', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    for (const item of [0, 1, 2]) {
      await vault.record([
        { catalogue: DEMO_CATALOGUE, item: itemId(`demo-${item}`), kind: 'like', at: item },
      ]);
    }
    vault.close();
    await overwriteRaw(name, 'events', 3, flip);
    const again = await openTestVault(name);
    expect([...(await again.history(DEMO_CATALOGUE)).item]).toEqual([0, 1]);
    expect(await again.storage()).toMatchObject({
      events: 2,
      damaged: { total: 1, records: [{ store: 'events', name: '3', cause: 'unreadable' }] },
    });
    const [next] = await again.record([
      {
        catalogue: DEMO_CATALOGUE,
        item: itemId('demo-4'),
        kind: 'like',
        at: 9,
      },
    ]);
    expect(next!.id).toBe(4);
  });

  test('of two events that changed places is noticed on both', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    for (const item of [0, 1, 2]) {
      await vault.record([
        { catalogue: DEMO_CATALOGUE, item: itemId(`demo-${item}`), kind: 'like', at: item },
      ]);
    }
    vault.close();
    const records = await rawRecords(name);
    const valueOf = (id: number) =>
      records.find(({ store, key }) => store === 'events' && key === id)!.value as Uint8Array<ArrayBuffer>;
    await overwriteRaw(name, 'events', 1, () => valueOf(2));
    await overwriteRaw(name, 'events', 2, () => valueOf(1));
    const again = await openTestVault(name);
    expect([...(await again.history(DEMO_CATALOGUE)).item]).toEqual([2]);
    expect(await again.storage()).toMatchObject({
      damaged: { records: [1, 2].map((id) => ({ name: String(id), cause: 'moved' })) },
    });
  });

  test.each(['user', 'at'])(
    'of a chunk of `%s` costs the log of that catalogue, with a remedy',
    async (part) => {
      const name = newDatabaseName();
      const vault = await openTestVault(name);
      const { id } = await vault.addCatalogue(smallImport('films'), quiet);
      await overwriteRaw(name, 'catalogueChunks', [id, part, 0], flip);
      await expect(vault.interactions(id)).rejects.toMatchObject({
        code: 'vault/damaged',
        remedy: expect.stringContaining('Import its files again') as string,
      });
      expect((await vault.items(id, [itemIndex(0)]))[0]?.item.id).toBe('film-0');
      expect((await vault.interactions(DEMO_CATALOGUE)).user).toHaveLength(8);
    },
  );

  test('of the likers costs nothing: they are not known, and can be counted from the log', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    const { id } = await vault.addCatalogue(smallImport('films'), quiet);
    await overwriteRaw(name, 'catalogueChunks', [id, 'likers', 0], flip);
    expect(await vault.popularity(id)).toBeNull();
    expect((await vault.interactions(id)).user).toHaveLength(10);
  });

  test('of items is told at each try, and a missing chunk is damage too', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    const { id } = await vault.addCatalogue(smallImport('films'), quiet);
    await overwriteRaw(name, 'catalogueChunks', [id, 'items', 0], () => undefined);
    for (const _try of [1, 2]) {
      await expect(vault.items(id, [itemIndex(0)])).rejects.toMatchObject({ code: 'vault/damaged' });
    }
  });

  test('of a catalogue’s own record hides it, keeps its chunks, and leaves the demo current', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    const { id } = await vault.addCatalogue(smallImport('films'), quiet);
    vault.close();
    await overwriteRaw(name, 'catalogues', id, flip);
    const again = await openTestVault(name);
    const { current, catalogues, storage } = await again.content();
    expect(current).toBe(DEMO_CATALOGUE);
    expect(catalogues).toHaveLength(1);
    expect(storage.damaged?.records).toMatchObject([{ store: 'catalogues', cause: 'unreadable' }]);
    again.close();
    await overwriteRaw(name, 'catalogues', id, flip);
    expect((await (await openTestVault(name)).interactions(id)).user).toHaveLength(10);
  });

  test('of the settings costs the settings; new ones can be saved', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    await vault.saveSetting('adventurousness', 0.5);
    vault.close();
    await overwriteRaw(name, 'settings', 'visitor', flip);
    const again = await openTestVault(name);
    expect((await again.content()).settings).toEqual({});
    await again.saveSetting('adventurousness', 0.75);
    expect(await again.content()).toMatchObject({ settings: { adventurousness: 0.75 } });
    const [lost] = (await again.storage()).damaged!.records;
    expect(lost).toMatchObject({ store: 'settings', discards: 'nothing' });
  });
});
