import { HomebodyError } from '../domain/errors.ts';
import type { Envelope } from './schema.ts';

/**
 * The envelope of every record: 'HBV', format 2, 12 random bytes of IV, the record's version (8 bytes, big-endian),
 * AES-256-GCM ciphertext with its 16-byte tag. The additional data name format, store, key and version, so a record
 * that was moved to another key or store, or was given another version, does not decrypt. Format 1 had no version;
 * such envelopes are read, never written. Random IVs allow 2^32 records per data key (NIST SP 800-38D, 8.3).
 */
const MAGIC = [0x48, 0x42, 0x56] as const;
const FORMAT = 2;
const UNVERSIONED = 1;
const IV_BYTES = 12;
const IV_AT = MAGIC.length + 1;
const VERSION_AT = IV_AT + IV_BYTES;
const HEADER_BYTES = VERSION_AT + 8;
/** JSON is padded to a multiple of this, so that a record's length does not tell a like from a dismissal. */
const PADDED_TO = 256;
/** The IV of derived keys. Records have random ones: after 2^32 of them, one meets this by a chance of 2^-64. */
const DERIVING_IV = new TextEncoder().encode('homebody/key');

export type RecordKey = string | number | readonly (string | number)[];

/** Encrypts and decrypts single records under the data key. */
export class Cipher {
  readonly #key: CryptoKey;

  /** `key`: AES-GCM, 256 bits, usages encrypt and decrypt. */
  constructor(key: CryptoKey) {
    this.#key = key;
  }

  /** `version`: the number of the change that writes it; 0 for what is written once under an id of its own. */
  async seal(
    store: string,
    key: RecordKey,
    plain: Uint8Array<ArrayBuffer>,
    version: number = 0,
  ): Promise<Envelope> {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const sealed = await crypto.subtle.encrypt(
      algorithm(iv, [FORMAT, store, key, version]),
      this.#key,
      plain,
    );
    const envelope = new Uint8Array(HEADER_BYTES + sealed.byteLength);
    envelope.set([...MAGIC, FORMAT]);
    envelope.set(iv, IV_AT);
    new DataView(envelope.buffer).setBigUint64(VERSION_AT, BigInt(version));
    envelope.set(new Uint8Array(sealed), HEADER_BYTES);
    return envelope;
  }

  /** @throws 'vault/damaged' when it is not an envelope, not of this store and key, or was altered. */
  async open(store: string, key: RecordKey, envelope: unknown): Promise<Uint8Array<ArrayBuffer>> {
    if (!isEnvelope(envelope)) throw damaged(store, 'is not an envelope');
    const iv = envelope.slice(IV_AT, VERSION_AT);
    const bound =
      formatOf(envelope) === FORMAT
        ? [FORMAT, store, key, envelopeVersion(envelope)]
        : [UNVERSIONED, store, key];
    const sealed = envelope.subarray(formatOf(envelope) === FORMAT ? HEADER_BYTES : VERSION_AT);
    try {
      return new Uint8Array(await crypto.subtle.decrypt(algorithm(iv, bound), this.#key, sealed));
    } catch (cause) {
      throw damaged(store, 'does not decrypt', cause);
    }
  }

  sealJson(store: string, key: RecordKey, value: unknown, version?: number): Promise<Envelope> {
    const json = new TextEncoder().encode(JSON.stringify(value));
    const padded = new Uint8Array(Math.ceil(json.length / PADDED_TO) * PADDED_TO).fill(0x20);
    padded.set(json);
    return this.seal(store, key, padded, version);
  }

  /**
   * The key of pseudonyms: HMAC-SHA-256, 256 bits, not extractable. The same for as long as the data key is, which
   * survives a new passphrase and dies with the vault. It is stored nowhere: AES in counter mode, a pseudorandom
   * function of the data key, gives 32 secret bytes, and HKDF (RFC 5869) makes the key of them.
   */
  async pseudonymKey(): Promise<CryptoKey> {
    const stream = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv: DERIVING_IV },
      this.#key,
      new Uint8Array(32),
    );
    const secret = await crypto.subtle.importKey('raw', stream.slice(0, 32), 'HKDF', false, ['deriveKey']);
    const info = new TextEncoder().encode('homebody/pseudonyms');
    return crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info },
      secret,
      { name: 'HMAC', hash: 'SHA-256', length: 256 },
      false,
      ['sign'],
    );
  }

  async openJson(store: string, key: RecordKey, envelope: unknown): Promise<unknown> {
    return JSON.parse(new TextDecoder().decode(await this.open(store, key, envelope)));
  }
}

/**
 * Tells two envelopes apart, also two of the same content: the IV in base64. What decrypts and has the mark of a record
 * is that record and no older one. '' for what is no envelope.
 */
export function envelopeMark(envelope: unknown): string {
  if (!isEnvelope(envelope)) return '';
  return btoa(String.fromCharCode(...envelope.subarray(IV_AT, VERSION_AT)));
}

/** As the envelope says, which is true when it decrypts. 0 where it says none. */
export function envelopeVersion(envelope: unknown): number {
  if (!isEnvelope(envelope) || formatOf(envelope) !== FORMAT) return 0;
  const { buffer, byteOffset } = envelope;
  return Number(new DataView(buffer, byteOffset).getBigUint64(VERSION_AT));
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function formatOf(envelope: Envelope): number {
  return envelope[MAGIC.length]!;
}

function isEnvelope(value: unknown): value is Envelope {
  if (!(value instanceof Uint8Array) || !MAGIC.every((byte, i) => value[i] === byte)) return false;
  const format = value[MAGIC.length];
  return (
    (format === FORMAT && value.length > HEADER_BYTES) ||
    (format === UNVERSIONED && value.length > VERSION_AT)
  );
}

function algorithm(iv: Uint8Array<ArrayBuffer>, bound: readonly unknown[]): AesGcmParams {
  const additionalData = new TextEncoder().encode(JSON.stringify(['homebody/vault', ...bound]));
  return { name: 'AES-GCM', iv, additionalData };
}

function damaged(store: string, what: string, cause?: unknown): HomebodyError {
  return new HomebodyError('vault/damaged', `A record of '${store}' cannot be read: it ${what}.`, {
    detail: { store },
    cause,
  });
}
