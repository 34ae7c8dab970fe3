import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { firstStores } from './001-first-stores.ts';

/** A migration sees the database as the one before left it, which no compiled type describes. */
export type MigratingDatabase = IDBPDatabase;
export type MigratingTransaction = IDBPTransaction<unknown, string[], 'versionchange'>;

export interface Migration {
  /** The version that it leads to: its place in the list, from 1. */
  readonly to: number;
  readonly why: string;
  /** May await requests of `transaction` only; anything else lets the transaction end too early. */
  up(db: MigratingDatabase, transaction: MigratingTransaction): void | Promise<void>;
}

/**
 * All migrations, oldest first. Append only: a released one never changes, since databases it wrote exist.
 * Before a migration is added, `testing/` writes a fixture with the version that is left behind.
 */
export const MIGRATIONS: readonly Migration[] = [firstStores];
