import { HomebodyError } from '../../domain/errors.ts';
import { unwrapUnder, wrapUnder } from '../keyring.ts';
import { newSalt, passphraseKey } from '../passphrase.ts';
import type { Argon2id, PassphraseCost } from '../passphrase.ts';
import type { BackupHeader } from './backup-header.ts';

/** A key of frames, and the header that gives it to whoever has the passphrase. */
export interface BackupKey {
  readonly header: BackupHeader;
  /** AES-GCM, 256 random bits: one a file, so that the numbers of frames can be their nonces. */
  readonly key: CryptoKey;
}

/** Makes a new key at every call, all for one passphrase, which costs what it costs only once. */
export async function backupKeys(
  argon2id: Argon2id,
  passphrase: string,
  cost: PassphraseCost,
): Promise<() => Promise<BackupKey>> {
  const salt = newSalt();
  const wrapping = await passphraseKey(argon2id, passphrase, salt, cost);
  return async () => {
    const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, [
      'encrypt',
      'decrypt',
    ]);
    const { algorithm: _algorithm, wrapped } = await wrapUnder(made, wrapping);
    const key = await unwrapUnder({ algorithm: 'AES-KW', wrapped }, wrapping, false);
    return { header: { cost, salt, wrapped }, key: key! };
  };
}

/** @throws 'backup/passphrase' */
export async function openBackupKey(
  argon2id: Argon2id,
  passphrase: string,
  { cost, salt, wrapped }: BackupHeader,
): Promise<CryptoKey> {
  // Argon2 takes any; ours takes no empty one.
  if (passphrase !== '') {
    const wrapping = await passphraseKey(argon2id, passphrase, salt, cost);
    const key = await unwrapUnder({ algorithm: 'AES-KW', wrapped }, wrapping, false);
    if (key) return key;
  }
  throw new HomebodyError('backup/passphrase', 'This passphrase does not open the backup.', {
    remedy: 'Use the passphrase that was chosen for this backup.',
  });
}
