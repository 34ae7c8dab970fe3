import { argon2id } from '../../workers/argon2id.ts';
import { openDatabase } from '../database.ts';
import { KeyringLock } from '../keyring-lock.ts';
import type { Argon2id, PassphraseCost } from '../passphrase.ts';

/** What Argon2 takes at the least: a millisecond. */
export const SMALL_COST: PassphraseCost = { memoryKiB: 8, passes: 1, lanes: 1 };

/** The lock of a database in Node's memory, with a passphrase that costs next to nothing. */
export const testLock = (databaseName: string, hash: Argon2id = argon2id): KeyringLock =>
  new KeyringLock({
    openDatabase: () => openDatabase(databaseName),
    argon2id: hash,
    cost: () => Promise.resolve(SMALL_COST),
  });
