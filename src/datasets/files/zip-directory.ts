import { damaged } from './damaged.ts';
import type { ImportMeter } from './import-meter.ts';
import { readRange } from './read-pieces.ts';
import type { SourceFile } from './source-file.ts';

/** PKWARE APPNOTE 6.3.10, sections 4.3.12 (central directory) to 4.3.16 (its end). */
const END = { signature: 0x06054b50, bytes: 22, longestComment: 0xffff } as const;
const END64_LOCATOR = { signature: 0x07064b50, bytes: 20 } as const;
const END64 = { signature: 0x06064b50, bytes: 56 } as const;
const ENTRY = { signature: 0x02014b50, bytes: 46 } as const;
/** A directory above this is no data set: some 100,000 files. */
const LARGEST_DIRECTORY = 16 * 1024 * 1024;

export interface ZipEntry {
  /** Path inside the archive, with `/`. */
  readonly path: string;
  /** 0 stored, 8 deflate; others cannot be read. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** Where the local header begins. */
  readonly headerAt: number;
}

/** True when the bytes begin like a zip archive (also an empty one). */
export function isZip(head: Uint8Array): boolean {
  return (
    head[0] === 0x50 &&
    head[1] === 0x4b &&
    ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6))
  );
}

/**
 * Lists an archive by its central directory, which lies at the end: a truncated archive has none, and sizes
 * stand there even when the archive was written as a stream (data descriptors). ZIP64 included.
 * @throws 'import/damaged'
 */
export async function readZipDirectory(source: SourceFile, meter: ImportMeter): Promise<ZipEntry[]> {
  const { name, size } = source;
  const tailAt = Math.max(0, size - END.bytes - END.longestComment - END64_LOCATOR.bytes);
  const tail = viewOf(await readRange(source, meter, { start: tailAt, end: size }));
  let end = tail.byteLength - END.bytes;
  while (end >= 0 && tail.getUint32(end, true) !== END.signature) end--;
  if (end < 0) throw damaged(name, 'is cut off: the end of the zip archive is missing');

  let count = tail.getUint16(end + 10, true);
  let directoryBytes = tail.getUint32(end + 12, true);
  let directoryAt = tail.getUint32(end + 16, true);
  const locator = end - END64_LOCATOR.bytes;
  if (locator >= 0 && tail.getUint32(locator, true) === END64_LOCATOR.signature) {
    const at = Number(tail.getBigUint64(locator + 8, true));
    if (at + END64.bytes > size) throw damaged(name, 'has a zip64 directory that lies outside of it');
    const end64 = viewOf(await readRange(source, meter, { start: at, end: at + END64.bytes }));
    if (end64.getUint32(0, true) !== END64.signature) throw damaged(name, 'has a corrupt zip64 directory');
    count = Number(end64.getBigUint64(32, true));
    directoryBytes = Number(end64.getBigUint64(40, true));
    directoryAt = Number(end64.getBigUint64(48, true));
  }
  if (directoryAt + directoryBytes > size || directoryBytes > LARGEST_DIRECTORY) {
    throw damaged(name, 'has a zip directory that does not fit into it');
  }
  const directory = await readRange(source, meter, { start: directoryAt, end: directoryAt + directoryBytes });
  return parseEntries(name, directory, count);
}

function parseEntries(name: string, directory: Uint8Array, count: number): ZipEntry[] {
  const view = viewOf(directory);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + ENTRY.bytes > directory.length || view.getUint32(at, true) !== ENTRY.signature) {
      throw damaged(name, 'has a corrupt zip directory');
    }
    const flags = view.getUint16(at + 8, true);
    const nameAt = at + ENTRY.bytes;
    const extraAt = nameAt + view.getUint16(at + 28, true);
    const next = extraAt + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > directory.length) throw damaged(name, 'has a corrupt zip directory');
    const long = readZip64(view, extraAt, extraAt + view.getUint16(at + 30, true), [
      view.getUint32(at + 24, true), // unpacked
      view.getUint32(at + 20, true), // packed
      view.getUint32(at + 42, true), // offset
    ]);
    entries.push({
      // Bit 11 says UTF-8; without it the name is in some DOS code page, of which ASCII is what matters here.
      path: new TextDecoder(flags & 0x800 ? 'utf-8' : 'latin1').decode(directory.subarray(nameAt, extraAt)),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) === 1,
      crc: view.getUint32(at + 16, true),
      unpackedBytes: long[0],
      packedBytes: long[1],
      headerAt: long[2],
    });
    at = next;
  }
  return entries;
}

/** Replaces the values that are 0xffffffff by those of the zip64 extra field, where they stand in order. */
function readZip64(
  view: DataView,
  extraAt: number,
  extraEnd: number,
  values: readonly [number, number, number],
): readonly [number, number, number] {
  const read: [number, number, number] = [...values];
  for (let at = extraAt; at + 4 <= extraEnd; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    for (let i = 0; i < read.length; i++) {
      if (read[i] !== 0xffffffff || field + 8 > extraEnd) continue;
      read[i] = Number(view.getBigUint64(field, true));
      field += 8;
    }
  }
  return read;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
