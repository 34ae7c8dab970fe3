import { openDB } from 'idb';
import { DEMO_CATALOGUE, itemId } from '../../domain/ids.ts';
import type { CatalogueId } from '../../domain/ids.ts';
import { hex } from '../cipher.ts';
import { damageId } from '../damage-notes.ts';
import type { Put } from '../records.ts';
import { RECORD_STORES } from '../schema.ts';
import type { ChunkKey } from '../schema.ts';
import type { Vault } from '../vault.ts';
import { rawRecords } from './raw-records.ts';
import type { RawRecord } from './raw-records.ts';
import { smallImport } from './small-catalogues.ts';
import { newDatabaseName, openTestVault } from './test-vault.ts';

/** A database with two and more of everything, and what it held before its last changes. */
export interface Furnished {
  readonly name: string;
  readonly films: CatalogueId;
  /** Every record as it lies there. */
  readonly records: readonly RawRecord[];
  /** An older envelope of every record that has one, and those of an event and a checkpoint that were removed. */
  readonly before: readonly RawRecord[];
}

/** Events 1, 2 (demo), 3 (films), 4 (demo, taken back); two imports, checkpoints, runs and restores; settings. */
export async function furnish(): Promise<Furnished> {
  const name = newDatabaseName();
  const vault = await openTestVault(name);
  const { id: films } = await vault.addCatalogue(smallImport('films'), () => undefined);
  await vault.addCatalogue(smallImport('books', 8, 5, 2, 'book'), () => undefined);
  await vault.switchCatalogue(DEMO_CATALOGUE);
  await vault.record(
    [1, 2].map((item) => ({
      catalogue: DEMO_CATALOGUE,
      item: itemId(`demo-${item}`),
      kind: 'like',
      at: item,
    })),
  );
  await vault.record([{ catalogue: films, item: itemId('film-2'), kind: 'rating', at: 3 }]);
  await vault.record([{ catalogue: DEMO_CATALOGUE, item: itemId('demo-4'), kind: 'wish', at: 4 }]);
  for (const catalogue of [DEMO_CATALOGUE, films]) {
    await vault.saveCheckpoint(catalogue, 'model', new Uint8Array([1, 2, 3]));
    await vault.lab.add(catalogue, 'run', { model: 'ials' }, { model: new Uint8Array([4, 5]) });
  }
  await vault.saveCheckpoint(DEMO_CATALOGUE, 'training', new Uint8Array([6]));
  await vault.saveSetting('adventurousness', 0.25);
  const { ledger } = vault.inside;
  const restores: Put[] = ['b1', 'b2'].map((key) => ({
    store: 'restores',
    key,
    value: { value: { of: key, owners: {} } },
  }));
  await ledger.commit(() => ({ put: restores, result: null }));
  const before = await rawRecords(name);

  await vault.takeBack([4]);
  await vault.dropCheckpoint(DEMO_CATALOGUE, 'training');
  await vault.saveSetting('adventurousness', 0.75);
  // Every other record once more, the same as it is.
  await ledger.commit(() => ({
    put: RECORD_STORES.filter((store) => store !== 'settings').flatMap((store) =>
      ledger.entries(store).map(([key, value]) => ({ store, key, value }) as Put),
    ),
    result: null,
  }));
  vault.close();
  return { name, films, records: await rawRecords(name), before };
}

/** The same database under another name. */
export async function copyOf({ name, records }: Pick<Furnished, 'name' | 'records'>): Promise<string> {
  const copy = newDatabaseName();
  const original = await openDB(name);
  const { version, objectStoreNames } = original;
  original.close();
  const db = await openDB(copy, version, {
    upgrade(upgrading) {
      for (const store of objectStoreNames) upgrading.createObjectStore(store);
    },
  });
  const tx = db.transaction([...objectStoreNames], 'readwrite');
  await Promise.all(records.map(({ store, key, value }) => tx.objectStore(store).put(value, key)));
  await tx.done;
  db.close();
  return copy;
}

/** All records of a furnished vault that can be read, by store and key; 'lost' for one that cannot. */
export async function readable(vault: Vault, { records }: Furnished): Promise<Record<string, unknown>> {
  const { ledger, chunks } = vault.inside;
  await ledger.refresh();
  const found: Record<string, unknown> = {};
  for (const { store, key } of records) {
    const name = damageId({ store, key });
    if (store === 'catalogueChunks' || store === 'checkpointChunks' || store === 'labChunks') {
      const [owner, part, index] = key as ChunkKey;
      found[name] = await chunks[store].read(owner, part, index).then(hex, () => 'lost');
    } else if (RECORD_STORES.some((one) => one === store)) {
      found[name] = ledger.get(store as 'lab', key as string) ?? 'lost';
    }
  }
  return found;
}
