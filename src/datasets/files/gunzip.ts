import { Gunzip } from 'fflate';
import { crc32 } from './crc32.ts';
import { damaged } from './damaged.ts';

const TRAILER_BYTES = 8;

/** True when the bytes begin like a gzip file. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * Unpacks gzip, also of several members one after the other. fflate looks at neither checksum nor length,
 * so the trailer of the last member is checked here: a cut or changed file is never taken for a whole one.
 * @throws 'import/damaged'
 */
export async function* gunzip(
  name: string,
  packed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, void> {
  let ready: Uint8Array[] = [];
  let crc = 0;
  let length = 0;
  const unpacker = new Gunzip((chunk) => {
    crc = crc32(chunk, crc);
    length += chunk.length;
    if (chunk.length > 0) ready.push(chunk);
  });
  unpacker.onmember = () => {
    crc = 0;
    length = 0;
  };
  const push = (piece: Uint8Array, final: boolean): Uint8Array[] => {
    ready = [];
    try {
      unpacker.push(piece, final);
    } catch (cause) {
      throw damaged(name, final ? 'is cut off: its gzip data end too early' : 'has corrupt gzip data', cause);
    }
    return ready;
  };

  // One piece is held back, since fflate must be told with the last bytes that they are the last.
  let held: Uint8Array | null = null;
  let tail: Uint8Array = new Uint8Array(0);
  for await (const piece of packed) {
    if (held) yield* push(held, false);
    held = piece;
    tail = lastBytes(tail, piece);
  }
  yield* push(held ?? new Uint8Array(0), true);

  if (tail.length < TRAILER_BYTES) throw damaged(name, 'is cut off: it is no whole gzip file');
  const trailer = new DataView(tail.buffer, tail.byteOffset);
  if (trailer.getUint32(0, true) !== crc || trailer.getUint32(4, true) !== length >>> 0) {
    throw damaged(name, 'is cut off or changed: its gzip checksum does not fit');
  }
}

function lastBytes(before: Uint8Array, piece: Uint8Array): Uint8Array {
  if (piece.length >= TRAILER_BYTES) return piece.slice(-TRAILER_BYTES);
  const joined = new Uint8Array(before.length + piece.length);
  joined.set(before);
  joined.set(piece, before.length);
  return joined.slice(-TRAILER_BYTES);
}
