import type { IDBPDatabase, IDBPTransaction } from 'idb';

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
