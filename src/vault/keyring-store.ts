import { HomebodyError } from '../domain/errors.ts';
import type { Database } from './database.ts';
import type { Keyring } from './keyring.ts';
import { nextTryAt, oneMoreTry, waitLeft } from './passphrase-delay.ts';
import { readKeyring } from './read-keyring.ts';

/** Puts `next` in the place of `read`, whole; false, and nothing changed, where another tab has put other wraps there. */
export function replaceKeyring(db: Database, read: Keyring, next: Keyring): Promise<boolean> {
  return db.write(['keys'], async (tx) => {
    const keys = tx.objectStore('keys');
    const stored = await keys.get('keyring');
    if (!sameWraps(readKeyring(stored), read)) return false;
    await keys.put(next, 'keyring');
    return true;
  });
}

/**
 * Counts a try before its passphrase is looked at: whoever ends the page in between has spent it.
 * @throws 'vault/too-soon', with `detail.nextTryAt`
 */
export function countTry(db: Database, now: number): Promise<void> {
  return db.write(['keys'], async (tx) => {
    const keys = tx.objectStore('keys');
    const stored = await keys.get('keyring');
    const keyring = readKeyring(stored);
    if (waitLeft(keyring.wrongTries, now) > 0) {
      throw new HomebodyError('vault/too-soon', 'After several wrong passphrases the next has to wait.', {
        remedy: 'Try again at the time in `detail.nextTryAt`.',
        detail: { nextTryAt: nextTryAt(keyring.wrongTries), wrongTries: keyring.wrongTries?.count },
      });
    }
    await keys.put({ ...keyring, wrongTries: oneMoreTry(keyring.wrongTries, now) }, 'keyring');
  });
}

/** The right one came. */
export function forgetTries(db: Database): Promise<void> {
  return db.write(['keys'], async (tx) => {
    const keys = tx.objectStore('keys');
    const { wrongTries, ...keyring } = readKeyring(await keys.get('keyring'));
    if (wrongTries) await keys.put(keyring, 'keyring');
  });
}

function sameWraps(a: Keyring, b: Keyring): boolean {
  return (
    a.wraps.length === b.wraps.length &&
    a.wraps.every(({ kind, wrapped }, i) => {
      const other = b.wraps[i]!;
      return kind === other.kind && sameBytes(wrapped, other.wrapped);
    })
  );
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);
