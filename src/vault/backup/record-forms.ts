import { EVENT_KINDS } from '../../domain/events.ts';
import type { NewEvent } from '../../domain/events.ts';
import { ITEMS_PER_CHUNK } from '../catalogue-content.ts';
import { CHUNK_BYTES } from '../chunks.ts';
import type { RecordStore } from '../schema.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Whether a record of a file is one of its store. A file with a passphrase may come from anybody: what it would put into
 * the stores must be of their form, and ask for no more than its chunks can hold, which are counted before they count.
 */
export function isRecordOf(store: RecordStore, [key, value]: readonly unknown[]): boolean {
  if (!isFields(value)) return false;
  if (store === 'settings') return key === 'visitor' && isFields(value['values']);
  if (store === 'events') return isCount(key) && isEvent(value as unknown as NewEvent);
  const { chunks, bytes } = value;
  if (!isOwner(key) || !isCount(chunks) || !isCount(bytes)) return false;
  const most = chunks * CHUNK_BYTES;
  if (store === 'catalogues') return isCatalogue(value, key, chunks, most);
  const { catalogue, kind, length, parts } = value;
  if (typeof catalogue !== 'string' || typeof kind !== 'string') return false;
  if (store === 'checkpoints') return isCount(length, most);
  return isFields(parts) && Object.values(parts).every((part) => isCount(part, most));
}

/** What every listing of catalogues reads, without which the vault would open and not be shown; and all sizes. */
function isCatalogue({ summary, rows, users }: Fields, key: string, chunks: number, most: number): boolean {
  if (!isFields(summary)) return false;
  const { id, name, departments, brands, currency, dateRange } = summary;
  const { itemCount, userCount, interactionCount } = summary;
  return (
    id === key &&
    typeof name === 'string' &&
    isNames(departments) &&
    (brands === undefined || isNames(brands)) &&
    (currency === null || (typeof currency === 'string' && /^[A-Z]{3}$/.test(currency))) &&
    // Whatever times an import had: what the vault has stored itself is never refused.
    (dateRange === null || Array.isArray(dateRange)) &&
    isCount(itemCount, chunks * ITEMS_PER_CHUNK) &&
    [userCount, interactionCount, rows].every((count) => isCount(count, most)) &&
    (users === undefined || isCount(users, most))
  );
}

const isEvent = ({ catalogue, item, kind, at }: NewEvent): boolean =>
  typeof catalogue === 'string' && typeof item === 'string' && EVENT_KINDS.includes(kind) && isTime(at);

const isNames = (value: unknown): boolean =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** 128 bits in hex; see `ChunkWriter.owner`. */
export const isOwner = (key: unknown): key is string => typeof key === 'string' && /^[0-9a-f]{32}$/.test(key);

/** First and last, or null where there are no times. */
export const isDateRange = (value: unknown): boolean =>
  value === null || (Array.isArray(value) && value.length === 2 && value.every(isTime));

/** ms since the epoch, as far as a date goes. */
export const isTime = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) <= 8.64e15;

export const isCount = (value: unknown, most: number = Number.MAX_SAFE_INTEGER): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
