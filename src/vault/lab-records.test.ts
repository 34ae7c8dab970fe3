import { describe, expect, test } from 'vitest';
import { catalogueId, DEMO_CATALOGUE } from '../domain/ids.ts';
import { CHUNK_BYTES } from './chunks.ts';
import { rawRecords } from './testing/raw-records.ts';
import { smallImport } from './testing/small-catalogues.ts';
import { newDatabaseName, openTestVault } from './testing/test-vault.ts';

const bytesOf = (...values: number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(values);

describe('what the lab keeps', () => {
  test('comes back after reopening, each part by its name, over the edge of a chunk', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    const large = new Uint8Array(CHUNK_BYTES + 3).fill(7);
    const id = await vault.lab.add(DEMO_CATALOGUE, 'run', { ndcg: 0.25 }, { large, small: bytesOf(1, 2) });
    vault.close();

    const again = await openTestVault(name);
    expect(await again.lab.list(DEMO_CATALOGUE)).toEqual([{ id, kind: 'run', value: { ndcg: 0.25 } }]);
    expect(Buffer.compare(await again.lab.part(DEMO_CATALOGUE, id, 'large'), large)).toBe(0);
    expect([...(await again.lab.part(DEMO_CATALOGUE, id, 'small'))]).toEqual([1, 2]);
    again.close();
  });

  test('gets another value and keeps its parts; another tab sees it', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    const id = await vault.lab.add(DEMO_CATALOGUE, 'study', { folds: 1 }, { state: bytesOf(9) });
    const other = await openTestVault(name);
    await vault.lab.change(DEMO_CATALOGUE, id, { folds: 2 });
    expect(await other.lab.list(DEMO_CATALOGUE)).toEqual([{ id, kind: 'study', value: { folds: 2 } }]);
    expect([...(await other.lab.part(DEMO_CATALOGUE, id, 'state'))]).toEqual([9]);
  });

  test('is gone with its chunks once removed; to remove it again is no error, to change it is', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    const id = await vault.lab.add(DEMO_CATALOGUE, 'run', {}, { model: bytesOf(1) });
    await vault.lab.remove(DEMO_CATALOGUE, id);
    await vault.lab.remove(DEMO_CATALOGUE, id);
    expect((await rawRecords(name)).filter(({ store }) => store.startsWith('lab'))).toEqual([]);
    const gone = { code: 'lab/unknown-run' };
    await expect(vault.lab.change(DEMO_CATALOGUE, id, {})).rejects.toMatchObject(gone);
    await expect(vault.lab.part(DEMO_CATALOGUE, id, 'model')).rejects.toMatchObject(gone);
  });

  test('belongs to its catalogue: another one does not see it, and it goes when its own is removed', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    const films = await vault.addCatalogue(smallImport('films'), () => undefined);
    const kept = await vault.lab.add(DEMO_CATALOGUE, 'run', {}, {});
    const id = await vault.lab.add(films.id, 'run', {}, { model: bytesOf(1) });
    await expect(vault.lab.part(DEMO_CATALOGUE, id, 'model')).rejects.toMatchObject({
      code: 'lab/unknown-run',
    });
    await vault.removeCatalogue(films.id);
    const left = (await rawRecords(name)).filter(({ store }) => store.startsWith('lab'));
    expect(left.map(({ store, key }) => [store, key])).toEqual([['lab', kept]]);
  });

  test('of a catalogue that is not there is not stored, nor are its chunks', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    const added = vault.lab.add(catalogueId('none'), 'run', {}, { model: bytesOf(1) });
    await expect(added).rejects.toMatchObject({ code: 'vault/unknown-catalogue' });
    expect((await rawRecords(name)).filter(({ store }) => store.startsWith('lab'))).toEqual([]);
  });
});
