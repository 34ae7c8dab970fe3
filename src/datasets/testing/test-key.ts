import { pseudonymsOf } from '../masking/pseudonyms.ts';

/** A key that every test knows: 32 bytes of `fill`. */
export function testKey(fill = 7): Promise<CryptoKey> {
  const bytes = new Uint8Array(32).fill(fill);
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

/** What users of these ids are called under the test key. */
export async function testUsers(...ids: readonly string[]): Promise<string[]> {
  return pseudonymsOf(await testKey(), 'user', ids);
}
