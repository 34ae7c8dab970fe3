import { Zip, ZipDeflate, gzipSync, zipSync } from 'fflate';
import { crc32 } from '../files/crc32.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const encoder = new TextEncoder();

export function textBytes(text: string): Bytes {
  return encoder.encode(text);
}

/** ISO-8859-1. */
export function latin1Bytes(text: string): Bytes {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

export function gz(content: string | Bytes): Bytes {
  return Uint8Array.from(gzipSync(typeof content === 'string' ? textBytes(content) : content));
}

export function zip(files: Readonly<Record<string, string | Bytes>>, level: 0 | 6 = 6): Bytes {
  const entries = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === 'string' ? textBytes(content) : content,
  ]);
  return Uint8Array.from(zipSync(Object.fromEntries(entries), { level }));
}

/** A zip that was written as a stream: sizes and checksum stand behind the data, not before them. */
export function streamedZip(files: Readonly<Record<string, string>>): Bytes {
  const chunks: Uint8Array[] = [];
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [path, text] of Object.entries(files)) {
    const entry = new ZipDeflate(path);
    archive.add(entry);
    entry.push(textBytes(text), true);
  }
  archive.end();
  return joinBytes(chunks);
}

/** A zip with one stored file whose sizes and offset stand in zip64 fields alone (APPNOTE 4.5.3, 4.3.14, 4.3.15). */
export function zip64(path: string, text: string): Bytes {
  const data = textBytes(text);
  const name = textBytes(path);
  const crc = crc32(data);
  const local = [
    le(4, 0x04034b50),
    le(2, 45, 0, 0, 0, 0),
    le(4, crc, 0xffffffff, 0xffffffff),
    le(2, name.length, 20),
  ];
  local.push(name, le(2, 1, 16), le(8, data.length, data.length), data);
  const entry = [
    le(4, 0x02014b50),
    le(2, 45, 45, 0, 0, 0, 0),
    le(4, crc, 0xffffffff, 0xffffffff),
    le(2, name.length, 28, 0, 0, 0),
    le(4, 0, 0xffffffff),
    name,
    le(2, 1, 24),
    le(8, data.length, data.length, 0),
  ];
  const directoryAt = joinBytes(local).length;
  const directoryBytes = joinBytes(entry).length;
  const end = [
    le(4, 0x06064b50),
    le(8, 44),
    le(2, 45, 45),
    le(4, 0, 0),
    le(8, 1, 1, directoryBytes, directoryAt),
    le(4, 0x07064b50, 0),
    le(8, directoryAt + directoryBytes),
    le(4, 1),
    le(4, 0x06054b50),
    le(2, 0, 0, 0xffff, 0xffff),
    le(4, 0xffffffff, 0xffffffff),
    le(2, 0),
  ];
  return joinBytes([...local, ...entry, ...end]);
}

export function joinBytes(parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Little-endian integers of 2, 4 or 8 bytes. */
function le(bytes: 2 | 4 | 8, ...values: readonly number[]): Bytes {
  const view = new DataView(new ArrayBuffer(bytes * values.length));
  values.forEach((value, i) => {
    if (bytes === 2) view.setUint16(2 * i, value, true);
    else if (bytes === 4) view.setUint32(4 * i, value, true);
    else view.setBigUint64(8 * i, BigInt(value), true);
  });
  return new Uint8Array(view.buffer);
}
