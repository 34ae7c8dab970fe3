import { deleteDB, openDB } from 'idb';
import { HomebodyError } from '../domain/errors.ts';
import type { EraseReport, KeptThing } from '../domain/ownership.ts';
import { ERASING } from './erase-mark.ts';

/** All databases of the app are called so, and those of others that live at the same origin are not. */
const OURS = /^homebody/;

/**
 * Puts a mark in the place of the keyring, in one transaction: from then on nothing that is stored can be read, and
 * whoever opens the vault learns that it is being erased. Works on a vault of any version, locked or damaged; one that is
 * not there needs no mark.
 */
export async function eraseKeys(databaseName: string): Promise<void> {
  const db = await openAsItIs(databaseName);
  if (!db) return;
  try {
    if (!db.objectStoreNames.contains('keys')) return;
    const tx = db.transaction('keys', 'readwrite', { durability: 'strict' });
    await Promise.all([tx.store.put(ERASING, 'keyring'), tx.done]);
  } finally {
    db.close();
  }
}

/**
 * Removes the app's databases, the marked vault last, and looks again. Connections of other tabs are asked to close.
 * `patience`: resolves when it was waited long enough for one that does not close at once.
 * @throws 'vault/held' when it does not at all: the database goes as soon as that tab is closed
 */
export async function eraseDatabases(vaultName: string, patience: () => Promise<void>): Promise<EraseReport> {
  const found = await databases();
  const others = found.filter((name) => name !== vaultName);
  for (const name of [...others, ...found.filter((one) => one === vaultName)]) await remove(name, patience);
  const left = await databases();
  const kept = (names: readonly string[]): KeptThing[] => names.map((name) => ({ place: 'database', name }));
  return {
    found: kept(found),
    removed: kept(found.filter((name) => !left.includes(name))),
    left: kept(left),
  };
}

async function databases(): Promise<string[]> {
  const all = await indexedDB.databases();
  return all.flatMap(({ name }) => (name !== undefined && OURS.test(name) ? [name] : []));
}

/** A connection that closes ends its transactions first: `patience` waits for it. */
function remove(name: string, patience: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const held = (): void =>
      reject(
        new HomebodyError('vault/held', 'Another tab holds the storage open and does not let go.', {
          remedy: 'Close the other tabs of this page, then reload.',
          detail: { name },
        }),
      );
    deleteDB(name, { blocked: () => void patience().then(held, held) }).then(resolve, reject);
  });
}

/** Null when there is no database of this name; none is made. */
async function openAsItIs(name: string): Promise<Awaited<ReturnType<typeof openDB>> | null> {
  let isNew = false;
  try {
    return await openDB(name, undefined, {
      upgrade(_db, _from, _to, tx) {
        isNew = true;
        tx.done.catch(() => null); // the opening fails, which is heard
        tx.abort();
      },
    });
  } catch (error) {
    if (isNew) return null;
    throw error;
  }
}
