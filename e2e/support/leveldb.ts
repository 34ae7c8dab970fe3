import { decodeSnappy } from './snappy.ts';

/** Bytes of a block of a log, and of the header of each piece in it: checksum, length, kind. (leveldb, log_format.md) */
const LOG_BLOCK = 32 * 1024;
const PIECE_HEADER = 7;
const [FULL, FIRST, MIDDLE, LAST] = [1, 2, 3, 4];

/** Bytes at a table's end: two block handles, filled up, and a magic number. (leveldb, table_format.md) */
const FOOTER = 48;
const TABLE_MAGIC = 0xdb4775248b80fb57n;
/** Behind each block: how it is compressed, and a checksum. */
const BLOCK_TRAILER = 5;
const [PLAIN, SNAPPY] = [0, 1];

/**
 * The records of a write-ahead log or a manifest, put together from their pieces, which lie in blocks of 32 KiB.
 * Also of one that ends in the middle, as after a crash: the record that was being written is then left out.
 */
export function logRecords(file: Buffer): Buffer[] {
  const records: Buffer[] = [];
  let pieces: Buffer[] = [];
  let at = 0;
  while (at + PIECE_HEADER <= file.length) {
    const left = LOG_BLOCK - (at % LOG_BLOCK);
    const length = file.readUInt16LE(at + 4);
    const kind = file[at + 6]!;
    // The end of a block that is too short for a header is filled with nought, as is what was set aside.
    if (left < PIECE_HEADER || (kind === 0 && length === 0)) {
      at += left;
      continue;
    }
    if (at + PIECE_HEADER + length > file.length) break;
    const piece = file.subarray(at + PIECE_HEADER, at + PIECE_HEADER + length);
    at += PIECE_HEADER + length;
    if (kind === FULL) records.push(piece);
    else if (kind === FIRST) pieces = [piece];
    else if (kind === MIDDLE) pieces.push(piece);
    else if (kind === LAST) records.push(Buffer.concat([...pieces, piece]));
    else throw new RangeError(`leveldb: a piece of the unknown kind ${kind} at ${at}`);
  }
  return records;
}

export interface TableContent {
  /** Every key in full (a block keeps only what differs from the key before) with its value. */
  readonly entries: readonly { readonly key: Buffer; readonly value: Buffer }[];
  /** Blocks that were compressed. */
  readonly compressed: number;
}

/** What a table holds (`.ldb`). @throws RangeError when it is none, or is compressed in a way that is not known here */
export function tableContent(file: Buffer): TableContent {
  if (file.length < FOOTER || file.readBigUInt64LE(file.length - 8) !== TABLE_MAGIC)
    throw new RangeError('leveldb: no table');
  let compressed = 0;
  const blockAt = (handle: Buffer): Buffer => {
    const [offset, behind] = varint(handle, 0);
    const [size] = varint(handle, behind);
    if (offset + size + BLOCK_TRAILER > file.length) throw new RangeError('leveldb: a block beyond the end');
    const block = file.subarray(offset, offset + size);
    const kind = file[offset + size];
    if (kind === PLAIN) return block;
    if (kind !== SNAPPY) throw new RangeError(`leveldb: a block of the unknown compression ${kind}`);
    compressed++;
    return decodeSnappy(block);
  };
  const footer = file.subarray(file.length - FOOTER);
  const [, behindOffset] = varint(footer, 0);
  const [, indexHandle] = varint(footer, behindOffset);
  const entries = entriesOf(blockAt(footer.subarray(indexHandle))).flatMap(({ value }) =>
    entriesOf(blockAt(value)),
  );
  return { entries, compressed };
}

/** The entries of a block, up to the list of places where a key stands in full. */
function entriesOf(block: Buffer): { key: Buffer; value: Buffer }[] {
  const end = block.length - 4 - 4 * block.readUInt32LE(block.length - 4);
  const entries: { key: Buffer; value: Buffer }[] = [];
  let key = Buffer.alloc(0);
  for (let at = 0; at < end;) {
    let shared: number;
    let own: number;
    let length: number;
    [shared, at] = varint(block, at);
    [own, at] = varint(block, at);
    [length, at] = varint(block, at);
    key = Buffer.concat([key.subarray(0, shared), block.subarray(at, at + own)]);
    at += own;
    entries.push({ key, value: block.subarray(at, at + length) });
    at += length;
  }
  return entries;
}

/** A number in groups of seven bits, the lowest first; and the place behind it. */
function varint(bytes: Buffer, from: number): [value: number, behind: number] {
  let value = 0;
  for (let at = from, factor = 1; at < bytes.length && at < from + 8; at++, factor *= 128) {
    value += (bytes[at]! & 0x7f) * factor;
    if (bytes[at]! < 0x80) return [value, at + 1];
  }
  throw new RangeError('leveldb: no number');
}
