import { HomebodyError } from '../domain/errors.ts';
import type { Envelope } from './schema.ts';

/**
 * The envelope of every record: 'HBV', version 1, 12 random bytes of IV, AES-256-GCM ciphertext with its
 * 16-byte tag. The additional data name the version, the store and the key, so a record that was moved to
 * another key or store does not decrypt. Random IVs allow 2^32 records per data key (NIST SP 800-38D, 8.3).
 */
const MAGIC = [0x48, 0x42, 0x56] as const;
const VERSION = 1;
const IV_BYTES = 12;
const HEADER_BYTES = MAGIC.length + 1 + IV_BYTES;
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

  async seal(store: string, key: RecordKey, plain: Uint8Array<ArrayBuffer>): Promise<Envelope> {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const sealed = await crypto.subtle.encrypt(algorithm(iv, store, key), this.#key, plain);
    const envelope = new Uint8Array(HEADER_BYTES + sealed.byteLength);
    envelope.set([...MAGIC, VERSION]);
    envelope.set(iv, MAGIC.length + 1);
    envelope.set(new Uint8Array(sealed), HEADER_BYTES);
    return envelope;
  }

  /** @throws 'vault/damaged' when it is not an envelope, not of this store and key, or was altered. */
  async open(store: string, key: RecordKey, envelope: unknown): Promise<Uint8Array<ArrayBuffer>> {
    if (!isEnvelope(envelope)) throw damaged(store, 'not an envelope of version 1');
    const iv = envelope.slice(MAGIC.length + 1, HEADER_BYTES);
    try {
      return new Uint8Array(
        await crypto.subtle.decrypt(algorithm(iv, store, key), this.#key, envelope.subarray(HEADER_BYTES)),
      );
    } catch (cause) {
      throw damaged(store, 'does not decrypt', cause);
    }
  }

  sealJson(store: string, key: RecordKey, value: unknown): Promise<Envelope> {
    const json = new TextEncoder().encode(JSON.stringify(value));
    const padded = new Uint8Array(Math.ceil(json.length / PADDED_TO) * PADDED_TO).fill(0x20);
    padded.set(json);
    return this.seal(store, key, padded);
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

/** Tells two envelopes apart, also two of the same content: the IV in hex. */
export function envelopeMark(envelope: unknown): string {
  if (!isEnvelope(envelope)) return '';
  return hex(envelope.subarray(MAGIC.length + 1, HEADER_BYTES));
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function isEnvelope(value: unknown): value is Envelope {
  return (
    value instanceof Uint8Array &&
    value.length > HEADER_BYTES &&
    MAGIC.every((byte, i) => value[i] === byte) &&
    value[MAGIC.length] === VERSION
  );
}

function algorithm(iv: Uint8Array<ArrayBuffer>, store: string, key: RecordKey): AesGcmParams {
  const additionalData = new TextEncoder().encode(JSON.stringify(['homebody/vault', VERSION, store, key]));
  return { name: 'AES-GCM', iv, additionalData };
}

function damaged(store: string, what: string, cause?: unknown): HomebodyError {
  return new HomebodyError('vault/damaged', `A record of '${store}' cannot be read: it ${what}.`, {
    detail: { store },
    cause,
  });
}
