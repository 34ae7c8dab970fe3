import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { logRecords, tableContent } from './leveldb.ts';
import { decodeSnappy } from './snappy.ts';

/** One way to read a file of a browser's profile. */
export interface Reading {
  /** Path within the profile. */
  readonly file: string;
  readonly as: 'it lies there' | 'records of a log' | 'entries of a table' | 'a compressed value' | 'gzip';
  readonly bytes: Buffer;
}

/** What Blink puts before a value that it has compressed: an envelope that asks for work, by Snappy. */
const COMPRESSED_VALUE = Buffer.from([0xff, 0x11, 0x02]);
const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);

/**
 * Everything that lies in a profile folder, each file as it is and in every other form that can be read out of
 * it: the records of LevelDB's logs, which lie in pieces; the entries of its tables, which are compressed and keep
 * of each key what differs from the one before; large values of IndexedDB, compressed by themselves, in the store
 * or in files of their own; answers of hosts that came compressed.
 */
export function* readingsOf(folder: string): Generator<Reading> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const file = relative(folder, path);
    const bytes = readFileSync(path);
    const readings: Reading[] = [{ file, as: 'it lies there', bytes }];
    if (/^(\d+\.log|MANIFEST-\d+)$/.test(basename(path))) {
      readings.push({ file, as: 'records of a log', bytes: joined(logRecords(bytes)) });
    } else if (/^\d+\.(ldb|sst)$/.test(basename(path))) {
      const parts = tableContent(bytes).entries.flatMap(({ key, value }) => [key, value]);
      readings.push({ file, as: 'entries of a table', bytes: joined(parts) });
    }
    for (const reading of readings) {
      yield reading;
      for (const value of embedded(reading.bytes, COMPRESSED_VALUE, (rest) =>
        decodeSnappy(rest.subarray(COMPRESSED_VALUE.length)),
      ))
        yield { file, as: 'a compressed value', bytes: value };
    }
    for (const answer of embedded(bytes, GZIP, (rest) => gunzipSync(rest)))
      yield { file, as: 'gzip', bytes: answer };
  }
}

/** What begins at each place where a mark stands, as far as it can be decoded; the mark may stand there by chance. */
function* embedded(bytes: Buffer, mark: Buffer, decode: (rest: Buffer) => Buffer): Generator<Buffer> {
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) {
    let value: Buffer | null = null;
    try {
      value = decode(bytes.subarray(at));
    } catch {
      continue; // no such thing begins here
    }
    yield value;
  }
}

/** With something between them, so that nothing is found that stands in two. */
function joined(parts: readonly Buffer[]): Buffer {
  const gap = Buffer.alloc(8, 0xff);
  return Buffer.concat(parts.flatMap((part) => [part, gap]));
}

/** Something that was planted, in all the forms that it may lie in. */
export interface Canary {
  readonly name: string;
  readonly forms: readonly Buffer[];
}

/** A text as JSON, V8, IndexedDB's keys, Local Storage, SQLite and an address would hold it. */
export function textForms(text: string): Buffer[] {
  const forms = [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'utf16le').swap16(),
    Buffer.from(encodeURIComponent(text), 'utf8'),
  ];
  // V8 and Local Storage keep a text whose letters all have one byte in Latin-1.
  if (!/[^\p{ASCII}\u00a0-\u00ff]/u.test(text)) forms.push(Buffer.from(text, 'latin1'));
  return forms;
}

/** A number as text, and as a column, a structured clone or a key of IndexedDB holds it. */
export function numberForms(value: number): Buffer[] {
  const little = Buffer.from(Float64Array.of(value).buffer);
  return [...textForms(String(value)), little, Buffer.from(little).reverse()];
}

export interface Find {
  readonly name: string;
  readonly file: string;
  readonly as: Reading['as'];
}

/** Which canaries lie where; each is told once for each reading of a file. */
export function findCanaries(readings: Iterable<Reading>, canaries: readonly Canary[]): Find[] {
  const byStart = new Map<number, { name: string; form: Buffer }[]>();
  for (const { name, forms } of canaries) {
    for (const form of forms) {
      const start = form.readUInt16BE(0);
      byStart.set(start, [...(byStart.get(start) ?? []), { name, form }]);
    }
  }
  const begins = new Uint8Array(1 << 16);
  for (const start of byStart.keys()) begins[start] = 1;

  const finds: Find[] = [];
  for (const { file, as, bytes } of readings) {
    const seen = new Set<string>();
    for (let at = 0, start = bytes[0] ?? 0; at + 1 < bytes.length; at++) {
      start = ((start & 0xff) << 8) | bytes[at + 1]!;
      if (begins[start] === 0) continue;
      for (const { name, form } of byStart.get(start)!) {
        const end = at + form.length;
        if (seen.has(name) || end > bytes.length || bytes.compare(form, 0, form.length, at, end) !== 0)
          continue;
        seen.add(name);
        finds.push({ name, file, as });
      }
    }
  }
  return finds;
}
