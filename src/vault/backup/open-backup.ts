import type { BackupFacts } from '../../domain/ownership.ts';
import { hex } from '../cipher.ts';
import type { Argon2id } from '../passphrase.ts';
import { damagedBackup, decodeHeader, HEADER_BYTES } from './backup-header.ts';
import { openBackupKey } from './backup-key.ts';
import { readEntry } from './entries.ts';
import type { BackupRecord, BackupStore } from './entries.ts';
import { frameCount, FrameReader, readPart } from './frames.ts';
import type { FramePlace } from './frames.ts';

export type BackupRecords = Readonly<Record<BackupStore, readonly BackupRecord[]>>;

/** A backup whose passphrase was right. */
export interface OpenBackup {
  readonly facts: BackupFacts;
  /** Of the header, in hex: two files of one backup have the same, and no two backups have. */
  readonly mark: string;
  /** From the beginning, or from a place that an earlier reader of the same backup told. */
  readonly entries: (from?: FramePlace) => FrameReader;
}

/** @throws 'backup/format' · 'backup/version' · 'backup/damaged' · 'backup/passphrase' */
export async function openBackup(argon2id: Argon2id, file: Blob, passphrase: string): Promise<OpenBackup> {
  const header = await readPart(file, 0, HEADER_BYTES);
  const decoded = await decodeHeader(header);
  // A file that is cut short is told before half a second is spent on its key.
  frameCount(file);
  const key = await openBackupKey(argon2id, passphrase, decoded);
  const entries = (from?: FramePlace): FrameReader => new FrameReader(file, key, header, from);
  const first = await readEntry(entries());
  if (first?.kind !== 'facts') throw damagedBackup('it does not begin with what it holds');
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', header));
  return { facts: { ...first.facts, bytes: file.size }, mark: hex(digest), entries };
}

/** All small records; the reader then stands before the first part. @throws 'backup/damaged' */
export async function readRecords(
  frames: FrameReader,
): Promise<{ readonly records: BackupRecords; readonly parts: FramePlace }> {
  const records: Record<BackupStore, BackupRecord[]> = {
    events: [],
    catalogues: [],
    checkpoints: [],
    lab: [],
    settings: [],
  };
  for (;;) {
    const parts = frames.place;
    const entry = await readEntry(frames);
    if (entry?.kind === 'records') records[entry.store].push(...entry.records);
    else if (entry?.kind !== 'facts') return { records, parts };
  }
}
