/**
 * MurmurHash3_x86_32 (Austin Appleby, public domain) of bytes, as 8 hexadecimal digits. Guards stored bytes
 * against damage, not against malice; runs at about a word per few cycles, so that checking costs no wait.
 */
export function checksum(bytes: Uint8Array<ArrayBuffer>, seed = 0): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = bytes.length >> 2;
  let hash = seed | 0;
  for (let i = 0; i < words; i++) {
    hash ^= scramble(view.getInt32(i * 4, true));
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  let tail = 0;
  for (let i = bytes.length - 1; i >= words * 4; i--) tail = (tail << 8) | bytes[i]!;
  if (bytes.length > words * 4) hash ^= scramble(tail);
  hash ^= bytes.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0');
}

function scramble(word: number): number {
  const mixed = Math.imul(word, 0xcc9e2d51);
  return Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
}
