/**
 * UTF-8 where the bytes are valid UTF-8, else windows-1252 (a superset of ISO-8859-1 in printable
 * characters). MovieLens 100K and 1M are ISO-8859-1, 10M and later UTF-8, and copies of all of them exist in
 * UTF-8; an accented Latin-1 letter is no valid UTF-8, so the bytes themselves decide.
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    // Not an error: `fatal` is how the decoder says that these bytes are no UTF-8.
    return LATIN1.decode(bytes);
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const LATIN1 = new TextDecoder('latin1');
