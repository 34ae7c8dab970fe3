import { HomebodyError } from '../../domain/errors.ts';
import type { OwnershipProgress, RestorePlan, RestoreReport } from '../../domain/ownership.ts';
import type { Argon2id } from '../passphrase.ts';
import { CHUNK_OWNERS } from '../schema.ts';
import type { VaultInside } from '../vault-inside.ts';
import { damagedBackup } from './backup-header.ts';
import { readEntry } from './entries.ts';
import { openBackup, readRecords } from './open-backup.ts';
import type { BackupRecords, OpenBackup } from './open-backup.ts';
import { harmedOwners } from './harmed-owners.ts';
import { planRestore } from './plan-restore.ts';
import { RestoreNotes } from './restore-notes.ts';
import { cancelled } from './write-backup.ts';

export interface RestoreOptions {
  readonly argon2id: Argon2id;
  /** ms since the epoch. */
  readonly now: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: OwnershipProgress) => void;
  /** How many bytes are read anew, at most, after a cut. Default 8 MiB. */
  readonly noteEvery?: number;
}

const NOTE_EVERY = 8 * 1024 * 1024;
/** Another tab may remove what was taken to be here already; to be overtaken so often in a row is beyond chance. */
const MOST_ATTEMPTS = 3;

/**
 * Brings back what a backup holds. Parts are written first, as they are read; when all of the file has been read and was
 * as it was written, one transaction puts the records that own them. Until then nothing of what was here is changed, and
 * after a cut, by whatever, the same file goes on where it was.
 *
 * @throws 'backup/busy' while another tab restores it · 'backup/cancelled' · 'vault/quota', and what `openBackup` throws
 */
export async function restoreBackup(
  inside: VaultInside,
  file: Blob,
  passphrase: string,
  plan: RestorePlan,
  options: RestoreOptions,
): Promise<RestoreReport> {
  options.onProgress({ phase: 'key', bytesDone: 0, bytesTotal: file.size });
  const backup = await openBackup(options.argon2id, file, passphrase);
  const { records, parts } = await readRecords(backup.entries());
  const name = `restore/${backup.facts.id}`;
  if ((await inside.leases.held()).has(name)) {
    throw new HomebodyError('backup/busy', 'This backup is being restored in another tab.', {
      remedy: 'Wait for that tab, or close it.',
    });
  }
  const release = await inside.leases.hold(name);
  try {
    await inside.ledger.refresh();
    const harmed = await harmedOwners(inside, records, options.signal);
    const notes = new RestoreNotes(inside, backup, plan, options.now, parts, harmed);
    for (let attempt = 1; ; attempt++) {
      await readParts(inside, backup, records, notes, options);
      try {
        return await commit(inside, backup, records, notes);
      } catch (error) {
        const isOvertaken = error instanceof HomebodyError && error.code === 'vault/damaged';
        if (!isOvertaken || attempt === MOST_ATTEMPTS) throw error;
        await notes.forget();
      }
    }
  } finally {
    release();
  }
}

/** Reads the file to its end, from where an earlier try came to, and writes what is not here. */
async function readParts(
  { ledger, chunks }: VaultInside,
  { entries, facts }: OpenBackup,
  records: BackupRecords,
  notes: RestoreNotes,
  { signal, onProgress, noteEvery = NOTE_EVERY }: RestoreOptions,
): Promise<void> {
  await ledger.refresh();
  await notes.begin(records);
  const frames = entries(notes.progress.place);
  let noted = frames.bytesRead;
  for (;;) {
    if (signal.aborted) throw cancelled();
    const entry = await readEntry(frames);
    if (!entry) break;
    if (entry.kind === 'lost') notes.lose(entry.owner);
    if (entry.kind === 'chunk') {
      const [owner, part, index] = entry.key;
      const written = notes.progress.owners[owner];
      if (written?.store === entry.store) {
        const writer = chunks[entry.store].resume(owner, written);
        await writer.write(part, index, entry.content);
        notes.wrote(owner, writer.totals);
      }
    }
    onProgress({ phase: 'reading', bytesDone: frames.bytesRead, bytesTotal: facts.bytes });
    if (frames.bytesRead - noted >= noteEvery) {
      await notes.save(frames.place, frames.bytesRead);
      noted = frames.bytesRead;
    }
  }
  // Its place stays before the end, so that a later try comes by the end too.
  onProgress({ phase: 'committing', bytesDone: facts.bytes, bytesTotal: facts.bytes });
}

/** All records at once. @throws 'vault/damaged' when parts that were to be there are not */
async function commit(
  inside: VaultInside,
  { facts }: OpenBackup,
  records: BackupRecords,
  { progress, harmed }: RestoreNotes,
): Promise<RestoreReport> {
  const { plan, owners } = progress;
  return inside.ledger.commit(() => {
    const {
      owners: missing,
      counts,
      ...changes
    } = planRestore(records, inside, plan, { ...progress, harmed });
    for (const { owner, chunks } of missing) {
      if (owners[owner] && owners[owner].chunks !== chunks)
        throw damagedBackup('a part is missing', { owner });
    }
    const left = Object.entries(owners).filter(([owner]) => !missing.some((one) => one.owner === owner));
    return {
      ...changes,
      remove: [...changes.remove, { store: 'restores', key: facts.id }],
      removeChunks: [
        ...changes.removeChunks,
        // Written for nothing: they were lost, or are of no use as things are now.
        ...left.flatMap(([owner, { store }]) =>
          inside.ledger.get(CHUNK_OWNERS[store], owner) ? [] : [{ store, owner }],
        ),
      ],
      expectChunks: missing.map(({ store, owner, chunks: count }) => ({ store, owner, count })),
      result: { facts, ...counts },
    };
  });
}
