import { HomebodyError } from '../../domain/errors.ts';
import { chunksOf } from '../chunks.ts';
import type { Ledger } from '../ledger.ts';
import { CHUNK_OWNERS } from '../schema.ts';
import type { ChunkKey, ChunkStore } from '../schema.ts';
import type { VaultInside } from '../vault-inside.ts';
import type { BackupRecords } from './open-backup.ts';
import { cancelled } from './write-backup.ts';

/**
 * Owners that are here and in the backup, and whose chunks here are not whole: damage that nobody came by until now is
 * found by reading all that would be kept. @throws 'backup/cancelled'
 */
export async function harmedOwners(
  inside: VaultInside,
  records: BackupRecords,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const harmed = new Set<string>();
  for (const [store, owners] of Object.entries(CHUNK_OWNERS) as [ChunkStore, keyof BackupRecords][]) {
    for (const [key] of records[owners]) {
      if (signal.aborted) throw cancelled();
      if (!(await readsWhole(inside, store, String(key)))) harmed.add(String(key));
    }
  }
  return harmed;
}

async function readsWhole(
  { db, ledger, chunks }: VaultInside,
  store: ChunkStore,
  owner: string,
): Promise<boolean> {
  const record = ledger.get(CHUNK_OWNERS[store], owner);
  if (!record) return true;
  const keys = await db.read([store], (tx) => tx.objectStore(store).getAllKeys(chunksOf(owner)));
  if (keys.length !== record.chunks) return false;
  try {
    for (const [, part, index] of keys) await chunks[store].read(owner, part, index);
    return true;
  } catch (error) {
    if (error instanceof HomebodyError && error.code === 'vault/damaged') return false;
    throw error;
  }
}

/** Whether a record is here, with chunks of which none is known to be damaged. `harmed`: see `harmedOwners`. */
export function isWhole(
  ledger: Ledger,
  store: ChunkStore,
  owner: string,
  harmed: ReadonlySet<string>,
): boolean {
  if (harmed.has(owner)) return false;
  const isHarmed = ledger.notes.some((note) => note.store === store && (note.key as ChunkKey)[0] === owner);
  return !isHarmed && ledger.get(CHUNK_OWNERS[store], owner) !== undefined;
}
