import { HomebodyError } from '../domain/errors.ts';
import { nextTryAt } from './passphrase-delay.ts';
import type { WrongTries } from './passphrase-delay.ts';
import type { PassphraseCost } from './passphrase.ts';

/**
 * The data key, wrapped. Every wrap opens by itself: a passphrase or a passkey is one more entry, and the removal of
 * the device wrap locks the vault, without touching a single record.
 */
export interface Keyring {
  readonly version: 1;
  readonly wraps: readonly KeyWrap[];
  /** Since the last right one; absent when there are none. */
  readonly wrongTries?: WrongTries;
}

export type KeyWrap = DeviceWrap | PassphraseWrap | PasskeyWrap;

interface Wrap {
  readonly algorithm: 'AES-KW';
  /** RFC 3394: 40 bytes, which check themselves. */
  readonly wrapped: Uint8Array<ArrayBuffer>;
}

/** Opens without asking: the wrapping key lies beside it, non-extractable, bound to this browser profile. */
export interface DeviceWrap extends Wrap {
  readonly kind: 'device';
  readonly key: CryptoKey;
}

/** Opens with Argon2id of a passphrase. */
export interface PassphraseWrap extends Wrap {
  readonly kind: 'passphrase';
  readonly kdf: 'argon2id';
  readonly cost: PassphraseCost;
  readonly salt: Uint8Array<ArrayBuffer>;
}

/** Opens with HKDF-SHA-256 of what an authenticator's PRF makes of `prfInput`. */
export interface PasskeyWrap extends Wrap {
  readonly kind: 'passkey';
  readonly kdf: 'HKDF-SHA-256';
  readonly credential: Uint8Array<ArrayBuffer>;
  readonly prfInput: Uint8Array<ArrayBuffer>;
  readonly salt: Uint8Array<ArrayBuffer>;
  /** ms since the epoch. */
  readonly addedAt: number;
}

const DATA_KEY = { name: 'AES-GCM', length: 256 } as const;
const USAGES: readonly KeyUsage[] = ['encrypt', 'decrypt'];

/** A fresh device key: AES-KW, 256 bits. The browser never gives its bytes to a script. */
export function createDeviceKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-KW', length: 256 }, false, ['wrapKey', 'unwrapKey']);
}

/** A keyring of a new random data key under a device key. */
export async function createKeyring(deviceKey: CryptoKey): Promise<Keyring> {
  const dataKey = await crypto.subtle.generateKey(DATA_KEY, true, [...USAGES]);
  return { version: 1, wraps: [await wrapForDevice(dataKey, deviceKey)] };
}

/** Wraps an extractable data key for this device. */
export async function wrapForDevice(dataKey: CryptoKey, deviceKey: CryptoKey): Promise<DeviceWrap> {
  return { kind: 'device', key: deviceKey, ...(await wrapUnder(dataKey, deviceKey)) };
}

/** Wraps an extractable data key by RFC 3394 key wrap, which needs no IV and checks itself. */
export async function wrapUnder(dataKey: CryptoKey, key: CryptoKey): Promise<Wrap> {
  const wrapped = await crypto.subtle.wrapKey('raw', dataKey, key, 'AES-KW');
  return { algorithm: 'AES-KW', wrapped: new Uint8Array(wrapped) };
}

/**
 * The data key for use; null where `key` is not the one that wrapped it. It is extractable only where it is about to
 * be wrapped anew, and only for that long.
 */
export async function unwrapUnder(
  { wrapped }: Wrap,
  key: CryptoKey,
  extractable: boolean,
): Promise<CryptoKey | null> {
  try {
    return await crypto.subtle.unwrapKey('raw', wrapped, key, 'AES-KW', DATA_KEY, extractable, [...USAGES]);
  } catch (error) {
    // What does not unwrap is told by this name, and every other failure by another.
    if (error instanceof Error && (error.name === 'OperationError' || error.name === 'DataError'))
      return null;
    throw error;
  }
}

/**
 * The data key, by the device alone. Non-extractable unless it is about to be wrapped anew.
 * @throws 'vault/locked' where there is a passphrase: `detail.wraps` names the kinds of wraps, `detail.nextTryAt` when the
 *         next passphrase is heard · 'vault/keyring' where the device's own key does not open it
 */
export async function unlock(keyring: Keyring, extractable: boolean = false): Promise<CryptoKey> {
  for (const wrap of keyring.wraps) {
    if (wrap.kind !== 'device') continue;
    const dataKey = await unwrapUnder(wrap, wrap.key, extractable);
    if (dataKey) return dataKey;
  }
  if (keyring.wraps.some((wrap) => wrap.kind === 'passphrase')) throw locked(keyring);
  throw new HomebodyError('vault/keyring', 'The key of this device does not open what is stored here.', {
    remedy: 'Use the browser profile that stored it.',
    detail: { wraps: kindsOf(keyring) },
  });
}

export function locked(keyring: Keyring): HomebodyError {
  return new HomebodyError('vault/locked', 'What is stored here opens with a passphrase.', {
    remedy: 'Unlock it with the passphrase or a passkey.',
    detail: { wraps: kindsOf(keyring), nextTryAt: nextTryAt(keyring.wrongTries) },
  });
}

const kindsOf = ({ wraps }: Keyring): readonly KeyWrap['kind'][] => wraps.map((wrap) => wrap.kind);
