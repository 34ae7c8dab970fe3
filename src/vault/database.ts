import { openDB } from 'idb';
import type { IDBPDatabase, IDBPTransaction, OpenDBCallbacks, StoreNames } from 'idb';
import { HomebodyError } from '../domain/errors.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import type { MigratingDatabase, MigratingTransaction, Migration } from './migrations/migration.ts';
import { latestVersion, runMigrations } from './migrations/run-migrations.ts';
import type { VaultSchema } from './schema.ts';
import { closedError, erasedError, storageError } from './storage-error.ts';

type Stores = StoreNames<VaultSchema>;
export type ReadTransaction<S extends Stores> = IDBPTransaction<VaultSchema, S[]>;
export type WriteTransaction<S extends Stores> = IDBPTransaction<VaultSchema, S[], 'readwrite'>;

/** The open database. Its transactions settle with our errors: 'vault/quota', 'vault/closed', 'vault/erased'. */
export interface Database {
  readonly closed: boolean;
  /** Closed since it is being removed: to open it again would make it anew. */
  readonly erased: boolean;
  read<S extends Stores, T>(stores: S[], body: (tx: ReadTransaction<S>) => Promise<T>): Promise<T>;
  /**
   * Resolves when the transaction is done, on disk as far as the browser promises it. When `body` throws,
   * even between two writes, nothing of it is kept.
   */
  write<S extends Stores, T>(stores: S[], body: (tx: WriteTransaction<S>) => Promise<T>): Promise<T>;
  close(): void;
}

/**
 * Opens (creating or migrating) the database of a name.
 * @throws 'vault/blocked' another tab holds an older version and does not let go ·
 *         'vault/closed' the database is newer than this code · 'vault/unavailable'
 */
export async function openDatabase(
  name: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<Database> {
  const version = latestVersion(migrations);
  let open = false;
  let erased = false;
  let db: IDBPDatabase<VaultSchema> | undefined;
  const close = (): void => {
    open = false;
    db?.close();
  };
  db = await connect(name, version, migrations, (wanted) => {
    erased = wanted === null;
    close();
  });
  open = true;
  const connection = db;

  return {
    get closed() {
      return !open;
    },
    get erased() {
      return erased;
    },
    close,
    async read(stores, body) {
      if (!open) throw erased ? erasedError() : closedError();
      try {
        const tx = connection.transaction(stores, 'readonly');
        const [value] = await Promise.all([body(tx), tx.done]);
        return value;
      } catch (error) {
        throw storageError(error);
      }
    },
    async write(stores, body) {
      if (!open) throw erased ? erasedError() : closedError();
      let tx;
      try {
        tx = connection.transaction(withTurn(connection, stores), 'readwrite', { durability: 'strict' });
      } catch (error) {
        throw storageError(error);
      }
      const ended = tx.done.then(
        () => null,
        (error: unknown) => ({ error }),
      );
      let value;
      try {
        value = await body(tx);
      } catch (error) {
        abort(tx);
        await ended;
        // A request that fails names the effect (AbortError); the transaction names the cause, e.g. quota.
        throw storageError(tx.error ?? error);
      }
      const failure = await ended;
      if (failure) throw storageError(tx.error ?? failure.error);
      return value;
    },
  };
}

/**
 * What every write takes besides, so that none begins before the one before has ended, in any tab. Killed while two of
 * them are open, Chromium finds "invalid locks" in what they left behind (both hold the database's, which it takes for
 * exclusive when it rolls them back), calls the database corrupt and removes it.
 */
const TURN = 'keys';

function withTurn<S extends Stores>(db: IDBPDatabase<VaultSchema>, stores: readonly S[]): S[] {
  // Nothing is done with it there: the body knows its own stores only.
  return db.objectStoreNames.contains(TURN) ? [...new Set([...stores, TURN as S])] : [...stores];
}

/** Aborts, unless the transaction has ended by itself, which is all that could be wanted here. */
function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch (error) {
    if (!(error instanceof Error && error.name === 'InvalidStateError')) throw error;
  }
}

function connect(
  name: string,
  version: number,
  migrations: readonly Migration[],
  /** `wanted`: the version that another tab waits for; null when it removes the database. */
  onLost: (wanted?: number | null) => void,
): Promise<IDBPDatabase<VaultSchema>> {
  return new Promise((resolve, reject) => {
    let refused = false;
    let migrationFailure: { readonly error: unknown } | undefined;
    const opening = openNow(name, version, {
      upgrade(db, from, _to, transaction) {
        const upgrading = runMigrations(
          migrations,
          from,
          db as unknown as MigratingDatabase,
          transaction as unknown as MigratingTransaction,
        );
        transaction.done.catch(() => null); // an upgrade that fails makes the opening fail, which is heard
        upgrading.catch((error: unknown) => {
          migrationFailure = { error };
          abort(transaction);
        });
      },
      blocked(currentVersion) {
        refused = true;
        reject(
          new HomebodyError('vault/blocked', 'Another tab holds an older version of the storage open.', {
            remedy: 'Close the other tabs of this page, then reload.',
            detail: { currentVersion, version },
          }),
        );
      },
      // Another tab upgrades or erases the database: letting go at once is what keeps it from being blocked.
      blocking: (_version, wanted) => onLost(wanted),
      terminated: () => onLost(),
    });
    opening.then(
      (db) => {
        // A blocked opening goes through once the other tab is closed; nobody waits for it any more.
        if (refused) db.close();
        else resolve(db);
      },
      (error: unknown) => reject(migrationFailure ? migrationFailure.error : openingError(error)),
    );
  });
}

/** Where storage is forbidden, `indexedDB.open` throws instead of answering. */
async function openNow(
  name: string,
  version: number,
  callbacks: OpenDBCallbacks<VaultSchema>,
): Promise<IDBPDatabase<VaultSchema>> {
  return openDB(name, version, callbacks);
}

function openingError(error: unknown): unknown {
  if (error instanceof Error && error.name === 'VersionError') {
    return new HomebodyError('vault/closed', 'The storage was upgraded by a newer version of this page.', {
      remedy: 'Reload the page to get the new version.',
      cause: error,
    });
  }
  const known = storageError(error);
  if (known instanceof HomebodyError && known.code === 'vault/quota') return known;
  return new HomebodyError('vault/unavailable', 'This browser does not let the page store anything.', {
    remedy: 'Leave private browsing or allow site data for this page, then reload.',
    cause: error,
  });
}
