import { HomebodyError } from '../../domain/errors.ts';
import type { BackupFacts, OwnershipProgress } from '../../domain/ownership.ts';
import { chunksOf } from '../chunks.ts';
import { hex } from '../cipher.ts';
import { checkPassphrase } from '../passphrase.ts';
import type { Argon2id, PassphraseCost } from '../passphrase.ts';
import { CHUNK_OWNERS } from '../schema.ts';
import type { ChunkStore } from '../schema.ts';
import type { VaultInside } from '../vault-inside.ts';
import { encodeHeader } from './backup-header.ts';
import { backupKeys } from './backup-key.ts';
import { BACKUP_STORES, writeEnd, writeEntry } from './entries.ts';
import type { BackupRecord, BackupStore } from './entries.ts';
import { FrameWriter } from './frames.ts';

export interface BackupOptions {
  readonly argon2id: Argon2id;
  readonly cost: PassphraseCost;
  /** ms since the epoch; stands in the backup. */
  readonly now: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: OwnershipProgress) => void;
}

const RECORDS_AT_ONCE = 500;
/** What is stored may change while it is read; to be overtaken this often in a row is beyond chance. */
const MOST_ATTEMPTS = 5;

type Records = Readonly<Record<BackupStore, readonly BackupRecord[]>>;

/**
 * All of the vault but its keys, as it is at one moment, under a new key that the passphrase opens.
 * @throws 'backup/cancelled' · 'argument/range' for a passphrase that is too short
 */
export async function writeBackup(
  inside: VaultInside,
  passphrase: string,
  options: BackupOptions,
): Promise<Blob> {
  checkPassphrase(passphrase);
  options.onProgress({ phase: 'key', bytesDone: 0, bytesTotal: 0 });
  const newKey = await backupKeys(options.argon2id, passphrase, options.cost);
  for (let attempt = 1; ; attempt++) {
    const { header, key } = await newKey();
    const written = await writeOnce(inside, new FrameWriter(key, await encodeHeader(header)), options);
    if (written) return written;
    if (attempt === MOST_ATTEMPTS) {
      throw new HomebodyError('internal', 'What is stored changed faster than it could be read.');
    }
  }
}

/** Null when something was replaced before it was read: what is written does not fit together. */
async function writeOnce(
  inside: VaultInside,
  frames: FrameWriter,
  { now, signal, onProgress }: BackupOptions,
): Promise<Blob | null> {
  await inside.ledger.refresh();
  const records = recordsOf(inside);
  const bytesTotal = BACKUP_STORES.reduce((sum, store) => sum + storedBytes(inside, store), 0);
  let bytesDone = 0;
  const advance = (bytes: number): void => {
    if (signal.aborted) throw cancelled();
    bytesDone += bytes;
    onProgress({ phase: 'writing', bytesDone, bytesTotal });
  };
  advance(0);
  await writeEntry(frames, { kind: 'facts', facts: factsOf(records, now) });
  for (const store of BACKUP_STORES) {
    for (let from = 0; from < records[store].length; from += RECORDS_AT_ONCE) {
      const some = records[store].slice(from, from + RECORDS_AT_ONCE);
      await writeEntry(frames, { kind: 'records', store, records: some });
    }
    advance(inside.ledger.totals(store).bytes);
  }
  for (const [store, owners] of Object.entries(CHUNK_OWNERS) as [ChunkStore, BackupStore][]) {
    for (const [owner] of records[owners]) {
      if (!(await writeChunks(inside, frames, store, String(owner), advance))) return null;
    }
  }
  await writeEnd(frames);
  return frames.end();
}

/** False when the owner is not there any more. */
async function writeChunks(
  { db, ledger, chunks }: VaultInside,
  frames: FrameWriter,
  store: ChunkStore,
  owner: string,
  advance: (bytes: number) => void,
): Promise<boolean> {
  const keys = await db.read([store], (tx) => tx.objectStore(store).getAllKeys(chunksOf(owner)));
  let written = 0;
  try {
    for (const key of keys) {
      const [, part, index] = key;
      const content = await chunks[store].read(owner, part, index);
      await writeEntry(frames, { kind: 'chunk', store, key, content });
      advance(content.length);
      written += 1;
    }
  } catch (error) {
    if (!(error instanceof HomebodyError && error.code === 'vault/damaged')) throw error;
  }
  if (written === ledger.get(CHUNK_OWNERS[store], owner)?.chunks) return true;
  await ledger.refresh();
  if (!ledger.get(CHUNK_OWNERS[store], owner)) return false;
  await writeEntry(frames, { kind: 'lost', store, owner });
  return true;
}

function recordsOf({ ledger }: VaultInside): Records {
  const of = (store: BackupStore): BackupRecord[] => ledger.entries(store);
  return {
    events: of('events').sort(([a], [b]) => Number(a) - Number(b)),
    catalogues: of('catalogues'),
    checkpoints: of('checkpoints'),
    lab: of('lab'),
    settings: of('settings'),
  };
}

function factsOf(records: Records, now: number): Omit<BackupFacts, 'bytes'> {
  const times = (records.events as readonly BackupRecord<'events'>[]).map(([, { at }]) => at);
  const catalogues = records.catalogues as readonly BackupRecord<'catalogues'>[];
  const [first, last] = times.reduce(
    ([low, high], at) => [Math.min(low, at), Math.max(high, at)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  return {
    id: hex(crypto.getRandomValues(new Uint8Array(16))),
    madeAt: now,
    events: times.length,
    dateRange: first! <= last! ? [first!, last!] : null,
    catalogues: catalogues
      .toSorted(([, a], [, b]) => a.order - b.order)
      .map(([, { summary }]) => {
        const { id, name, itemCount, interactionCount } = summary;
        return { id, name, itemCount, interactionCount };
      }),
    models: records.checkpoints.length,
    lab: records.lab.length,
  };
}

function storedBytes({ ledger }: VaultInside, store: BackupStore): number {
  const bulk =
    store === 'events' || store === 'settings'
      ? 0
      : ledger.entries(store).reduce((sum, [, { bytes }]) => sum + bytes, 0);
  return ledger.totals(store).bytes + bulk;
}

export function cancelled(): HomebodyError {
  return new HomebodyError('backup/cancelled', 'It was cancelled; nothing was changed.');
}
