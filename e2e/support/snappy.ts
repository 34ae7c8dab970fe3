/**
 * Decodes one raw Snappy block, as Chromium writes them: into the blocks of its LevelDB tables, and around large
 * values of IndexedDB. Bytes behind the block are not looked at. (google/snappy, format_description.txt)
 * @throws RangeError when it is none
 */
export function decodeSnappy(bytes: Uint8Array, most: number = 256 * 1024 * 1024): Buffer {
  let at = 0;
  const byte = (): number => {
    if (at >= bytes.length) throw new RangeError('snappy: the block ends too early');
    return bytes[at++]!;
  };
  const little = (count: number): number => {
    let value = 0;
    for (let i = 0; i < count; i++) value += byte() * 2 ** (8 * i);
    return value;
  };
  let length = 0;
  for (let shift = 0; ; shift += 7) {
    const next = byte();
    length += (next & 0x7f) * 2 ** shift;
    if (next < 0x80) break;
    if (shift === 28) throw new RangeError('snappy: no length');
  }
  if (length > most) throw new RangeError(`snappy: ${length} bytes are too many`);

  const out = Buffer.alloc(length);
  let done = 0;
  const copy = (offset: number, count: number): void => {
    if (offset === 0 || offset > done || done + count > length)
      throw new RangeError('snappy: a copy of nothing');
    // Byte by byte: a copy may reach into what it is just writing.
    for (let i = 0; i < count; i++, done++) out[done] = out[done - offset]!;
  };
  while (done < length) {
    const tag = byte();
    const upper = tag >> 2;
    switch (tag & 3) {
      case 0: {
        const count = 1 + (upper < 60 ? upper : little(upper - 59));
        if (at + count > bytes.length || done + count > length)
          throw new RangeError('snappy: a literal too long');
        out.set(bytes.subarray(at, at + count), done);
        at += count;
        done += count;
        break;
      }
      case 1:
        copy(((upper >> 3) << 8) + byte(), 4 + (upper & 7));
        break;
      case 2:
        copy(little(2), 1 + upper);
        break;
      default:
        copy(little(4), 1 + upper);
    }
  }
  return out;
}
