/**
 * The ledger of requests: every one since the app was installed, in a database of its own. It is bounded: the newest
 * lines are listed, and older ones live on in the totals. It holds nothing of the visitor, and nothing is encrypted.
 */
import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import { REQUEST_REASONS } from './requests.ts';
import type { RequestEntry, RequestReason, RequestTotal } from './requests.ts';

/** Called so that an erasing (`src/vault/erase.ts`) finds it among the app's. */
export const REQUEST_DATABASE = 'homebody-requests';
/** Lines that are listed. An install has some 130. */
export const LISTED = 500;

interface Schema extends DBSchema {
  /** Numbered by arrival. */
  entries: { key: number; value: RequestEntry };
  totals: { key: RequestReason; value: RequestTotal };
}

export interface RequestLedger {
  /** Newest first. */
  readonly entries: readonly RequestEntry[];
  /** Of every reason, in the order of `REQUEST_REASONS`; the listed and the older ones. */
  readonly totals: readonly RequestTotal[];
  /** Times that are in the totals alone. */
  readonly older: number;
}

/** Writes lines down, oldest first. @throws what IndexedDB throws where it cannot be used */
export async function noteRequests(entries: readonly RequestEntry[], listed: number = LISTED): Promise<void> {
  await withDatabase(async (database) => {
    const transaction = database.transaction(['entries', 'totals'], 'readwrite');
    const lines = transaction.objectStore('entries');
    const totals = transaction.objectStore('totals');
    for (const entry of entries) {
      const { reason, times, bytes } = entry;
      const before = (await totals.get(reason)) ?? { reason, times: 0, bytes: 0 };
      await totals.put({ reason, times: before.times + times, bytes: before.bytes + (bytes ?? 0) });
      await lines.add(entry);
    }
    for (
      let over = (await lines.count()) - listed, at = await lines.openKeyCursor();
      at && over > 0;
      over--
    ) {
      await lines.delete(at.primaryKey);
      at = await at.continue();
    }
    await transaction.done;
  });
}

/** All that is written down. @throws what IndexedDB throws where it cannot be used */
export async function readRequests(): Promise<RequestLedger> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(['entries', 'totals']);
    const entries = await transaction.objectStore('entries').getAll();
    const stored = await transaction.objectStore('totals').getAll();
    const totals = REQUEST_REASONS.map(
      (reason) => stored.find((one) => one.reason === reason) ?? { reason, times: 0, bytes: 0 },
    );
    const times = (of: readonly { readonly times: number }[]): number =>
      of.reduce((sum, one) => sum + one.times, 0);
    return { entries: entries.toReversed(), totals, older: times(totals) - times(entries) };
  });
}

/** Open for one task and closed after it, so that an open ledger never stands in the way of its erasing. */
async function withDatabase<T>(task: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const database = await openDB<Schema>(REQUEST_DATABASE, 1, {
    upgrade: (made) => {
      made.createObjectStore('entries', { autoIncrement: true });
      made.createObjectStore('totals', { keyPath: 'reason' });
    },
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
  });
  try {
    return await task(database);
  } finally {
    database.close();
  }
}
