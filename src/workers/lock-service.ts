import { outcomeOf } from '../domain/outcome.ts';
import type { LockApi } from '../protocol/lock-api.ts';
import { openDatabase } from '../vault/database.ts';
import { KeyringLock } from '../vault/keyring-lock.ts';
import { calibrateCost } from '../vault/passphrase.ts';
import type { Argon2id, PassphraseCost } from '../vault/passphrase.ts';

export interface LockServiceOptions {
  readonly databaseName: string;
  readonly argon2id: Argon2id;
  /** ms, of any origin: how long a passphrase takes on this device. */
  readonly elapsed: () => number;
}

/** What opens and locks the vault, but for the closing of it, which is the vault's. */
export type KeyApi = Omit<LockApi, 'lock'>;

export interface LockService {
  readonly api: KeyApi;
  /**
   * Opens the vault by the key of the last unlocking, or null. It is for this opening alone, also where that fails:
   * whoever opens later has to unlock again.
   */
  readonly opening: <T>(open: (takeKey: () => CryptoKey | null) => Promise<T>) => Promise<T>;
}

/** The lock as the page sees it: every answer is an outcome. */
export function createLockService({ databaseName, argon2id, elapsed }: LockServiceOptions): LockService {
  let unlocked: CryptoKey | null = null;
  let calibrated: Promise<PassphraseCost> | null = null;
  const cost = (): Promise<PassphraseCost> =>
    (calibrated ??= calibrateCost(argon2id, elapsed).catch((error: unknown) => {
      // The next passphrase tries anew: the code may not have been to be had.
      calibrated = null;
      throw error;
    }));
  const lock = new KeyringLock({
    openDatabase: () => openDatabase(databaseName),
    argon2id,
    cost,
  });
  const takeKey = (): CryptoKey | null => {
    const key = unlocked;
    unlocked = null;
    return key;
  };
  return {
    async opening(open) {
      try {
        return await open(takeKey);
      } finally {
        takeKey();
      }
    },
    api: {
      lockFacts: () => outcomeOf(() => lock.facts()),
      unlock: (opener, now) =>
        outcomeOf(async () => {
          unlocked = await lock.unlock(opener, now);
          return null;
        }),
      checkOpener: (opener, now) =>
        outcomeOf(async () => {
          await lock.unlock(opener, now);
          return null;
        }),
      setPassphrase: (passphrase) => outcomeOf(() => lock.setPassphrase(passphrase)),
      changePassphrase: (opener, passphrase, now) =>
        outcomeOf(() => lock.changePassphrase(opener, passphrase, now)),
      removePassphrase: (opener, now) => outcomeOf(() => lock.removePassphrase(opener, now)),
      addPasskey: (opener, passkey, now) => outcomeOf(() => lock.addPasskey(opener, passkey, now)),
      removePasskey: (credential) => outcomeOf(() => lock.removePasskey(credential)),
    },
  };
}
