import type { BackupFacts } from '../../domain/ownership.ts';
import type { RecordContent } from '../records.ts';
import { isChunkStore } from '../schema.ts';
import type { ChunkKey, ChunkStore } from '../schema.ts';
import { damagedBackup } from './backup-header.ts';
import type { FrameReader, FrameWriter } from './frames.ts';
import { isCount, isDateRange, isFields, isOwner, isRecordOf, isTime } from './record-forms.ts';

/** Stores of small records that a backup holds: all but what is under way. */
export const BACKUP_STORES = ['events', 'catalogues', 'checkpoints', 'lab', 'settings'] as const;
export type BackupStore = (typeof BACKUP_STORES)[number];
export type BackupRecord<S extends BackupStore = BackupStore> = readonly [
  key: string | number,
  value: RecordContent[S],
];

/**
 * What stands in a backup, in this order: `facts`; all `records`; `chunk`s of one owner after another, or that they are
 * `lost`.
 */
export type BackupEntry =
  | { readonly kind: 'facts'; readonly facts: Omit<BackupFacts, 'bytes'> }
  | { readonly kind: 'records'; readonly store: BackupStore; readonly records: readonly BackupRecord[] }
  | {
      readonly kind: 'chunk';
      readonly store: ChunkStore;
      readonly key: ChunkKey;
      readonly content: Uint8Array<ArrayBuffer>;
    }
  /** Damaged where the backup was made: its record stays away. */
  | { readonly kind: 'lost'; readonly store: ChunkStore; readonly owner: string };

/** More than any writer of ours makes; what asks for more is not read into memory. */
const LONGEST_HEAD = 64 * 1024 * 1024;
const LONGEST_CONTENT = 64 * 1024 * 1024;
const LENGTH_BYTES = 4;

/** Length of the head (u32, little-endian), the head as JSON, and the content of a chunk, whose length the head tells. */
export async function writeEntry(frames: FrameWriter, entry: BackupEntry): Promise<void> {
  const { content, ...head } = { content: null, ...entry };
  const told = content ? { ...head, bytes: content.length } : head;
  const json = new TextEncoder().encode(JSON.stringify(told));
  await frames.write(lengthOf(json.length));
  await frames.write(json);
  if (content) await frames.write(content);
}

/** A head of no length: nothing follows. */
export function writeEnd(frames: FrameWriter): Promise<void> {
  return frames.write(lengthOf(0));
}

/** The next entry; null at the end, which is then known to be one. @throws 'backup/damaged' */
export async function readEntry(frames: FrameReader): Promise<BackupEntry | null> {
  const length = new DataView((await frames.read(LENGTH_BYTES)).buffer).getUint32(0, true);
  if (length === 0) {
    frames.mustEnd();
    return null;
  }
  if (length > LONGEST_HEAD) throw damagedBackup('it holds something too long');
  const head = parse(await frames.read(length));
  switch (head['kind']) {
    case 'facts':
      if (!isFacts(head['facts'])) throw damagedBackup('what it says of itself is not of its form');
      return head as unknown as BackupEntry;
    case 'records':
      if (!isRecords(head)) throw damagedBackup('it holds records that are none');
      return head as unknown as BackupEntry;
    case 'chunk': {
      const { store, key, bytes } = head;
      if (!isChunkStore(store) || !isChunkKey(key) || !isCount(bytes, LONGEST_CONTENT)) {
        throw damagedBackup('it holds a part that is none');
      }
      return { kind: 'chunk', store, key, content: await frames.read(bytes) };
    }
    case 'lost': {
      const { store, owner } = head;
      if (!isChunkStore(store) || typeof owner !== 'string')
        throw damagedBackup('it holds a part that is none');
      return { kind: 'lost', store, owner };
    }
    default:
      throw damagedBackup('it holds something that this version does not know', { kind: head['kind'] });
  }
}

type Head = Readonly<Record<string, unknown>>;

function parse(json: Uint8Array<ArrayBuffer>): Head {
  try {
    return Object(JSON.parse(new TextDecoder().decode(json))) as Head;
  } catch (cause) {
    throw damagedBackup('it holds something that is no JSON', {}, cause);
  }
}

/** All that the page shows of a backup before it is restored. */
function isFacts(facts: unknown): boolean {
  if (!isFields(facts)) return false;
  const { id, madeAt, events, dateRange, catalogues, models, lab } = facts;
  return (
    isOwner(id) &&
    isTime(madeAt) &&
    [events, models, lab].every((count) => isCount(count)) &&
    isDateRange(dateRange) &&
    Array.isArray(catalogues) &&
    catalogues.every(isListed)
  );
}

function isListed(catalogue: unknown): boolean {
  if (!isFields(catalogue)) return false;
  const { id, name, itemCount, interactionCount } = catalogue;
  return isOwner(id) && typeof name === 'string' && isCount(itemCount) && isCount(interactionCount);
}

function isRecords({ store, records }: Head): boolean {
  const known = BACKUP_STORES.find((one) => one === store);
  return (
    known !== undefined &&
    Array.isArray(records) &&
    records.every((record: unknown) => Array.isArray(record) && isRecordOf(known, record))
  );
}

const isChunkKey = (key: unknown): key is ChunkKey =>
  Array.isArray(key) && key.length === 3 && isOwner(key[0]) && typeof key[1] === 'string' && isCount(key[2]);

function lengthOf(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(LENGTH_BYTES);
  new DataView(bytes.buffer).setUint32(0, length, true);
  return bytes;
}
