/** Bytes of the tag that are kept: 96 bits, so that among ten million ids two alike are one chance in 10^15. */
const PSEUDONYM_BYTES = 12;
/** Tags that are asked for at once; more would only lie in a queue. */
const BATCH = 512;
/** What a pseudonym begins with, so that it is never taken for an id of the file. */
const PREFIX = '~';
/** What a tag costs, in bytes of text worked through (see `ImportMeter`). */
const WORK_EACH = 1024;

/** What an id names. The same text as a user and as an item has two pseudonyms. */
export type PseudonymDomain = 'user' | 'item';

/**
 * Keyed pseudonyms: '~' and 16 characters of base64url, the first 96 bits of HMAC-SHA-256 (FIPS 198-1) over the
 * domain, a zero byte and the id in UTF-8. Under one key the same id has the same pseudonym in every file; under
 * another key, another one, and without the key none can be computed from a list of ids.
 * `key`: HMAC, SHA-256, usage sign. `work` is told how much was done.
 */
export async function pseudonymsOf(
  key: CryptoKey,
  domain: PseudonymDomain,
  ids: readonly string[],
  work: (bytes: number) => Promise<void> = () => Promise.resolve(),
): Promise<string[]> {
  const pseudonyms: string[] = [];
  const encoder = new TextEncoder();
  for (let begin = 0; begin < ids.length; begin += BATCH) {
    const batch = ids.slice(begin, begin + BATCH);
    const tags = await Promise.all(
      batch.map((id) => crypto.subtle.sign('HMAC', key, encoder.encode(`${domain}\0${id}`))),
    );
    for (const tag of tags) pseudonyms.push(PREFIX + base64url(new Uint8Array(tag, 0, PSEUDONYM_BYTES)));
    await work(batch.length * WORK_EACH);
  }
  return pseudonyms;
}

/** A key for what is not kept in a vault: its pseudonyms join nothing outside of one reading. */
export function createPseudonymKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_');
}
