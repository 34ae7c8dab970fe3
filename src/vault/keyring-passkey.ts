import type { NewPasskey } from '../domain/lock.ts';
import { wrapUnder } from './keyring.ts';
import type { PasskeyWrap } from './keyring.ts';

const SALT_BYTES = 32;

/**
 * The AES-KW key of a passkey's secret, 256 bits, not extractable: HKDF-SHA-256 (RFC 5869) of the PRF's output, which is
 * already as random as a key, but is the authenticator's and the page's alike.
 */
export async function passkeyKey(
  secret: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const info = new TextEncoder().encode('homebody/passkey');
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info },
    material,
    { name: 'AES-KW', length: 256 },
    false,
    ['wrapKey', 'unwrapKey'],
  );
}

/** Wraps an extractable data key for a passkey. `now`: ms since the epoch. */
export async function wrapForPasskey(
  dataKey: CryptoKey,
  { credential, prfInput, secret }: NewPasskey,
  now: number,
): Promise<PasskeyWrap> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const wrap = await wrapUnder(dataKey, await passkeyKey(secret, salt));
  return { kind: 'passkey', kdf: 'HKDF-SHA-256', credential, prfInput, salt, addedAt: now, ...wrap };
}
