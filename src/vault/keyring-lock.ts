import { HomebodyError } from '../domain/errors.ts';
import type { LockFacts, NewPasskey, Opener } from '../domain/lock.ts';
import type { Database } from './database.ts';
import { createDeviceKey, locked, unlock, unwrapUnder, wrapForDevice, wrapUnder } from './keyring.ts';
import type { Keyring, KeyWrap, PassphraseWrap, PasskeyWrap } from './keyring.ts';
import { passkeyKey, wrapForPasskey } from './keyring-passkey.ts';
import { countTry, forgetTries, replaceKeyring, sameBytes } from './keyring-store.ts';
import { loadKeyring } from './load-keyring.ts';
import { nextTryAt } from './passphrase-delay.ts';
import { checkPassphrase, newSalt, passphraseKey } from './passphrase.ts';
import type { Argon2id, PassphraseCost } from './passphrase.ts';

const MOST_PASSKEYS = 16;

export interface KeyringLockOptions {
  /** A connection of its own: a locked vault has none. It is closed after each act. */
  readonly openDatabase: () => Promise<Database>;
  readonly argon2id: Argon2id;
  /** What a new passphrase is to cost. */
  readonly cost: () => Promise<PassphraseCost>;
}

/**
 * What changes the ways into the vault, and goes them. Each change is one record put in one transaction: a kill leaves the
 * old keyring or the new one. Times are ms since the epoch. Rejects with the codes of `LockApi`.
 */
export class KeyringLock {
  readonly #options: KeyringLockOptions;

  constructor(options: KeyringLockOptions) {
    this.#options = options;
  }

  facts(): Promise<LockFacts> {
    return this.#withDatabase(async (db) => factsOf(await loadKeyring(db)));
  }

  /** The data key for use, not extractable. */
  unlock(opener: Opener, now: number): Promise<CryptoKey> {
    return this.#withDatabase(async (db) => this.#open(db, await loadKeyring(db), opener, now, false));
  }

  /** @throws 'vault/locked' where the device does not open the vault, since a passphrase is set · 'argument/range' */
  setPassphrase(passphrase: string): Promise<LockFacts> {
    checkPassphrase(passphrase);
    return this.#change(
      (_db, keyring) => unlock(keyring, true),
      async (dataKey) => [await this.#wrapForPassphrase(dataKey, passphrase)],
    );
  }

  /** @throws 'argument/range' */
  changePassphrase(opener: Opener, passphrase: string, now: number): Promise<LockFacts> {
    checkPassphrase(passphrase);
    return this.#change(this.#by(opener, now), async (dataKey, { wraps }) => [
      await this.#wrapForPassphrase(dataKey, passphrase),
      ...wraps.filter((wrap) => wrap.kind === 'passkey'),
    ]);
  }

  removePassphrase(opener: Opener, now: number): Promise<LockFacts> {
    return this.#change(this.#by(opener, now), async (dataKey) => [
      await wrapForDevice(dataKey, await createDeviceKey()),
    ]);
  }

  /** @throws 'argument/range' where no passphrase is set, or there are too many passkeys */
  addPasskey(opener: Opener, passkey: NewPasskey, now: number): Promise<LockFacts> {
    return this.#change(this.#by(opener, now), async (dataKey, { wraps }) => {
      const others = wraps.filter((wrap) => wrap.kind !== 'passkey' || !isOf(wrap, passkey.credential));
      const passkeys = others.filter((wrap) => wrap.kind === 'passkey').length;
      if (!wraps.some((wrap) => wrap.kind === 'passphrase') || passkeys >= MOST_PASSKEYS) {
        throw new HomebodyError(
          'argument/range',
          `A passkey stands beside a passphrase, at most ${MOST_PASSKEYS} of them.`,
          {
            remedy: 'Set a passphrase first, or remove a passkey.',
            detail: { field: 'passkeys', passkeys },
          },
        );
      }
      return [...others, await wrapForPasskey(dataKey, passkey, now)];
    });
  }

  removePasskey(credential: Uint8Array<ArrayBuffer>): Promise<LockFacts> {
    return this.#replace((_db, keyring) => {
      const wraps = keyring.wraps.filter((wrap) => wrap.kind !== 'passkey' || !isOf(wrap, credential));
      return Promise.resolve({ ...keyring, wraps });
    });
  }

  /** Wraps the data key anew. What opened it has also ended the count of wrong tries. */
  #change(
    open: (db: Database, keyring: Keyring) => Promise<CryptoKey>,
    wrap: (dataKey: CryptoKey, keyring: Keyring) => Promise<readonly KeyWrap[]>,
  ): Promise<LockFacts> {
    return this.#replace(async (db, keyring) => {
      const dataKey = await open(db, keyring);
      return { version: 1, wraps: await wrap(dataKey, keyring) };
    });
  }

  #replace(make: (db: Database, keyring: Keyring) => Promise<Keyring>): Promise<LockFacts> {
    return this.#withDatabase(async (db) => {
      for (;;) {
        const keyring = await loadKeyring(db);
        const next = await make(db, keyring);
        // Where another tab was faster, what it left is what changes.
        if (await replaceKeyring(db, keyring, next)) return factsOf(next);
      }
    });
  }

  #by(opener: Opener, now: number): (db: Database, keyring: Keyring) => Promise<CryptoKey> {
    return (db, keyring) => this.#open(db, keyring, opener, now, true);
  }

  async #open(
    db: Database,
    keyring: Keyring,
    opener: Opener,
    now: number,
    extractable: boolean,
  ): Promise<CryptoKey> {
    // Another tab may have removed the passphrase while this one asked for it.
    if (keyring.wraps.some((wrap) => wrap.kind === 'device')) return unlock(keyring, extractable);
    const dataKey =
      opener.kind === 'passphrase'
        ? await this.#openByPassphrase(db, keyring, opener.passphrase, now, extractable)
        : await openByPasskey(keyring, opener, extractable);
    if (dataKey) {
      await forgetTries(db);
      return dataKey;
    }
    const { wrongTries, nextTryAt: next } = factsOf(await loadKeyring(db));
    throw new HomebodyError('vault/wrong-passphrase', 'This does not open the vault.', {
      remedy: 'Try again, or by another of the ways in.',
      detail: { opener: opener.kind, wrongTries, nextTryAt: next },
    });
  }

  async #openByPassphrase(
    db: Database,
    keyring: Keyring,
    passphrase: string,
    now: number,
    extractable: boolean,
  ): Promise<CryptoKey | null> {
    // The first alone: each one costs half a second.
    const wrap = keyring.wraps.find((one): one is PassphraseWrap => one.kind === 'passphrase');
    if (!wrap) throw locked(keyring);
    await countTry(db, now);
    const key = await passphraseKey(this.#options.argon2id, passphrase, wrap.salt, wrap.cost);
    return unwrapUnder(wrap, key, extractable);
  }

  async #wrapForPassphrase(dataKey: CryptoKey, passphrase: string): Promise<PassphraseWrap> {
    const [salt, cost] = [newSalt(), await this.#options.cost()];
    const key = await passphraseKey(this.#options.argon2id, passphrase, salt, cost);
    return { kind: 'passphrase', kdf: 'argon2id', cost, salt, ...(await wrapUnder(dataKey, key)) };
  }

  async #withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
    const db = await this.#options.openDatabase();
    try {
      return await work(db);
    } finally {
      db.close();
    }
  }
}

async function openByPasskey(
  keyring: Keyring,
  { credential, secret }: Extract<Opener, { kind: 'passkey' }>,
  extractable: boolean,
): Promise<CryptoKey | null> {
  const wrap = keyring.wraps.find(
    (one): one is PasskeyWrap => one.kind === 'passkey' && isOf(one, credential),
  );
  return wrap ? unwrapUnder(wrap, await passkeyKey(secret, wrap.salt), extractable) : null;
}

const isOf = (wrap: PasskeyWrap, credential: Uint8Array): boolean => sameBytes(wrap.credential, credential);

function factsOf({ wraps, wrongTries }: Keyring): LockFacts {
  return {
    passphrase: wraps.some((wrap) => wrap.kind === 'passphrase'),
    passkeys: wraps.flatMap((wrap) => {
      if (wrap.kind !== 'passkey') return [];
      const { credential, prfInput, addedAt } = wrap;
      return [{ credential, prfInput, addedAt }];
    }),
    wrongTries: wrongTries?.count ?? 0,
    nextTryAt: nextTryAt(wrongTries),
  };
}
