import { createHash } from 'node:crypto';
import { DEMO_CATALOGUE, itemId } from '../../domain/ids.ts';
import type { CatalogueId } from '../../domain/ids.ts';
import type { RestorePlan, RestoreReport } from '../../domain/ownership.ts';
import { argon2id } from '../../workers/argon2id.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import type { RestoreOptions } from '../backup/restore-backup.ts';
import { writeBackup } from '../backup/write-backup.ts';
import { CHUNK_OWNERS } from '../schema.ts';
import type { ChunkStore } from '../schema.ts';
import type { Vault } from '../vault.ts';
import { smallImport } from './small-catalogues.ts';
import { newDatabaseName, openTestVault } from './test-vault.ts';
import { SMALL_COST } from './test-lock.ts';

export const PASSPHRASE = 'correct horse battery';
export const REPLACE: RestorePlan = { mode: 'replace', prefer: 'backup' };
export const MERGE: RestorePlan = { mode: 'merge', prefer: 'here' };

/** A vault with one of everything: an import, events in two catalogues, a model of several chunks, a run, settings. */
export async function filledVault(
  modelBytes = 300_000,
): Promise<{ readonly vault: Vault; readonly films: CatalogueId; readonly name: string }> {
  const name = newDatabaseName();
  const vault = await openTestVault(name);
  const { id: films } = await vault.addCatalogue(
    { ...smallImport('films', 40, 12, 5), users: ['a', 'b', 'c', 'd', 'e'] },
    () => undefined,
  );
  await vault.record(
    [1, 2, 2].map((item) => ({
      catalogue: DEMO_CATALOGUE,
      item: itemId(`demo-${item}`),
      kind: 'purchase',
      at: 1000 + item,
    })),
  );
  const [gone] = await vault.record([{ catalogue: films, item: itemId('film-3'), kind: 'view', at: 1500 }]);
  await vault.record([{ catalogue: films, item: itemId('film-2'), kind: 'dismiss', at: 2000 }]);
  await vault.takeBack([gone!.id]);
  await vault.saveCheckpoint(
    films,
    'model',
    new Uint8Array(modelBytes).map((_, i) => i % 251),
  );
  await vault.lab.add(films, 'run', { model: 'ials' }, { model: new Uint8Array([4, 5]) });
  await vault.lab.add(films, 'promotion', { run: 1 }, { before: new Uint8Array([6]) });
  await vault.saveSetting('adventurousness', 0.25);
  return { vault, films, name };
}

export const backUp = (vault: Vault, passphrase = PASSPHRASE, now = 5000): Promise<Blob> =>
  writeBackup(vault.inside, passphrase, {
    argon2id,
    cost: SMALL_COST,
    now,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });

export const restore = (
  vault: Vault,
  file: Blob,
  plan: RestorePlan = REPLACE,
  options: Partial<RestoreOptions> & { readonly passphrase?: string } = {},
): Promise<RestoreReport> =>
  restoreBackup(vault.inside, file, options.passphrase ?? PASSPHRASE, plan, {
    argon2id,
    now: 6000,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...options,
  });

/** All that a vault holds, but for what differs from vault to vault: ids of events, the order numbers of catalogues. */
export async function photo(vault: Vault): Promise<unknown> {
  const { ledger, chunks, db } = vault.inside;
  await ledger.refresh();
  const events = ledger.entries('events').sort(([a], [b]) => a - b);
  const parts = await Promise.all(
    (Object.keys(CHUNK_OWNERS) as ChunkStore[]).map(async (store) => {
      const keys = await db.read([store], (tx) => tx.objectStore(store).getAllKeys());
      return Promise.all(
        keys.map(async ([owner, part, index]) => [
          `${store} ${owner} ${part} ${index}`,
          createHash('sha256')
            .update(await chunks[store].read(owner, part, index))
            .digest('hex'),
        ]),
      );
    }),
  );
  return {
    events: events.map(([, event]) => event),
    catalogues: ledger.entries('catalogues').map(([key, record]) => [key, { ...record, order: 0 }]),
    checkpoints: ledger.entries('checkpoints').sort(([a], [b]) => a.localeCompare(b)),
    lab: ledger.entries('lab').sort(([a], [b]) => a.localeCompare(b)),
    settings: ledger.entries('settings'),
    restores: ledger.entries('restores'),
    parts,
  };
}
