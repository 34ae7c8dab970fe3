import { HomebodyError } from '../domain/errors.ts';

/**
 * The data key, wrapped. Every wrap opens by itself, so that a passphrase or a passkey is one more entry and
 * the removal of the device wrap locks the vault, without touching a single record.
 */
export interface Keyring {
  readonly version: 1;
  readonly wraps: readonly KeyWrap[];
}

/** Opens without asking: the wrapping key lies beside it, non-extractable, bound to this browser profile. */
export interface DeviceWrap {
  readonly kind: 'device';
  readonly algorithm: 'AES-KW';
  readonly key: CryptoKey;
  readonly wrapped: Uint8Array<ArrayBuffer>;
}

/** A wrap of a kind that only newer code can open; kept as it is. */
export interface OtherWrap {
  readonly kind: 'passphrase' | 'passkey';
}

export type KeyWrap = DeviceWrap | OtherWrap;

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

/** The data key for use, non-extractable. @throws 'vault/locked' when no wrap opens on this device. */
export function unlock(keyring: Keyring): Promise<CryptoKey> {
  return unwrapByDevice(keyring, false);
}

/**
 * The keyring with one more wrap of the same data key. The only place where the data key is extractable,
 * and only for the length of `wrap`, which must not keep it. @throws 'vault/locked'
 */
export async function addWrap(
  keyring: Keyring,
  wrap: (extractableDataKey: CryptoKey) => Promise<KeyWrap>,
): Promise<Keyring> {
  return { version: 1, wraps: [...keyring.wraps, await wrap(await unwrapByDevice(keyring, true))] };
}

/** Wraps an extractable data key by RFC 3394 key wrap, which needs no IV and checks itself. */
export async function wrapForDevice(dataKey: CryptoKey, deviceKey: CryptoKey): Promise<DeviceWrap> {
  const wrapped = await crypto.subtle.wrapKey('raw', dataKey, deviceKey, 'AES-KW');
  return { kind: 'device', algorithm: 'AES-KW', key: deviceKey, wrapped: new Uint8Array(wrapped) };
}

async function unwrapByDevice(keyring: Keyring, extractable: boolean): Promise<CryptoKey> {
  let cause: unknown;
  for (const wrap of keyring.wraps) {
    if (wrap.kind !== 'device') continue;
    try {
      return await crypto.subtle.unwrapKey(
        'raw',
        wrap.wrapped,
        wrap.key,
        wrap.algorithm,
        DATA_KEY,
        extractable,
        [...USAGES],
      );
    } catch (error) {
      cause = error;
    }
  }
  throw new HomebodyError('vault/locked', 'The key to what is stored here cannot be opened on this device.', {
    remedy: 'Use the browser profile that stored it.',
    detail: { wraps: keyring.wraps.map((wrap) => wrap.kind) },
    cause,
  });
}
