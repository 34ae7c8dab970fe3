import { HomebodyError } from '../domain/errors.ts';
import { refuseErased } from './erase-mark.ts';
import type { Keyring, KeyWrap } from './keyring.ts';
import { readTries } from './passphrase-delay.ts';
import { isSaneCost } from './passphrase.ts';

const MOST_WRAPS = 32;
const WRAPPED_BYTES = 40;
/** WebAuthn Level 3: no credential id is longer. */
const MOST_CREDENTIAL_BYTES = 1023;
const SECRET_BYTES = 32;

/**
 * The keyring as it lies in the database, where the page is not alone with it: wraps of another form than ours are
 * left out, so that none can make an opening cost what it should not, and a newer version's do not hinder.
 * @throws 'vault/keyring' when nothing is left that could open · 'vault/erasing'
 */
export function readKeyring(stored: unknown): Keyring {
  refuseErased(stored);
  const { version, wraps, wrongTries } = (stored ?? {}) as Readonly<Record<keyof Keyring, unknown>>;
  const sound = Array.isArray(wraps) ? wraps.slice(0, MOST_WRAPS).filter(isSound) : [];
  if (version !== 1 || sound.length === 0) {
    throw new HomebodyError('vault/keyring', 'The keyring is damaged, or was altered.', {
      remedy: 'Restore a backup, or erase everything and begin anew.',
    });
  }
  const tries = readTries(wrongTries);
  return { version, wraps: sound, ...(tries ? { wrongTries: tries } : {}) };
}

function isSound(wrap: unknown): wrap is KeyWrap {
  if (typeof wrap !== 'object' || wrap === null) return false;
  const found = wrap as Readonly<Record<string, unknown>>;
  if (found['algorithm'] !== 'AES-KW' || !isBytes(found['wrapped'], WRAPPED_BYTES, WRAPPED_BYTES))
    return false;
  if (found['kind'] === 'device') return found['key'] instanceof CryptoKey;
  if (!isBytes(found['salt'], 8, 64)) return false;
  if (found['kind'] === 'passphrase') return found['kdf'] === 'argon2id' && isSaneCost(found['cost']);
  return (
    found['kind'] === 'passkey' &&
    found['kdf'] === 'HKDF-SHA-256' &&
    isBytes(found['credential'], 1, MOST_CREDENTIAL_BYTES) &&
    isBytes(found['prfInput'], SECRET_BYTES, SECRET_BYTES) &&
    Number.isFinite(found['addedAt'])
  );
}

const isBytes = (value: unknown, least: number, most: number): boolean =>
  value instanceof Uint8Array && value.length >= least && value.length <= most;
