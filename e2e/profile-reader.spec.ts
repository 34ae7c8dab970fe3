import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { logRecords, tableContent } from './support/leveldb.ts';
import { findCanaries, numberForms, readingsOf, textForms } from './support/profile.ts';
import { decodeSnappy } from './support/snappy.ts';

const bytes = (...parts: readonly (number | string | Uint8Array)[]): Buffer =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part as string))),
  );

/** A number in groups of seven bits, the lowest first. */
const varint = (value: number): Buffer =>
  value < 128 ? bytes(value) : bytes((value & 127) | 128, varint(Math.floor(value / 128)));

const u32 = (value: number): Buffer => {
  const four = Buffer.alloc(4);
  four.writeUInt32LE(value);
  return four;
};

/** A Snappy block of one literal: nothing in it is shorter than it was. */
const literal = (content: Buffer): Buffer =>
  bytes(varint(content.length), 61 << 2, u32(content.length - 1).subarray(0, 2), content);

test('a Snappy block is decoded: literals, near and far copies, also into what is being written', () => {
  const block = bytes(
    varint(4 + 8 + 5 + 70 + 4),
    (4 - 1) << 2, // a literal of 4
    'abcd',
    ((8 - 4) << 2) | 1, // 8 bytes from 4 back
    4,
    ((5 - 1) << 2) | 2, // 5 bytes from 1 back
    1,
    0,
    60 << 2, // a literal whose length follows
    70 - 1,
    'x'.repeat(70),
    ((4 - 1) << 2) | 3, // 4 bytes from 87 back
    87,
    0,
    0,
    0,
  );
  expect(decodeSnappy(block).toString()).toBe(`abcdabcdabcdddddd${'x'.repeat(70)}abcd`);
});

test('what is no Snappy block is refused', () => {
  for (const block of [
    bytes(5, (4 - 1) << 2, 'abcd'),
    bytes(4, (8 - 1) << 2, 'abcdefgh'),
    bytes(8, (4 - 1) << 2, 'abcd', 1, 5),
    bytes(255, 255, 255, 255, 255, 1),
    bytes(),
  ])
    expect(() => decodeSnappy(block)).toThrow(RangeError);
});

/** A log as LevelDB writes it: records in pieces, none of which crosses the end of a block of 32 KiB. */
function logOf(records: readonly Buffer[]): Buffer {
  let log: Buffer = Buffer.alloc(0);
  for (const record of records) {
    for (let at = 0, begun = false; !begun || at < record.length; begun = true) {
      const left = 32_768 - (log.length % 32_768);
      if (left < 7) log = bytes(log, Buffer.alloc(left));
      const room = left < 7 ? 32_768 - 7 : left - 7;
      const piece = record.subarray(at, at + room);
      const isLast = at + piece.length >= record.length;
      const kind = begun ? (isLast ? 4 : 3) : isLast ? 1 : 2;
      log = bytes(log, u32(0), u32(piece.length).subarray(0, 2), kind, piece);
      at += piece.length;
    }
  }
  return log;
}

test('records of a log are put together over its blocks; one that a crash cut off is left out', () => {
  const records = [Buffer.from('small'), Buffer.alloc(100_000, 'long '), Buffer.from('last')];
  const log = logOf(records);
  expect(logRecords(log)).toEqual(records);
  expect(logRecords(log.subarray(0, log.length - 2))).toEqual(records.slice(0, 2));
  expect(logRecords(log.subarray(0, 70_000))).toEqual(records.slice(0, 1));
  // What LevelDB sets aside ahead of its records is nought.
  expect(logRecords(bytes(log, Buffer.alloc(40_000)))).toEqual(records);
});

/** A block of entries, each with how much of its key it shares with the one before. */
const block = (entries: readonly (readonly [shared: number, own: string, value: Buffer])[]): Buffer =>
  bytes(
    ...entries.map(([shared, own, value]) =>
      bytes(varint(shared), varint(own.length), varint(value.length), own, value),
    ),
    u32(0),
    u32(1),
  );

/** A table of two blocks, of which the second is compressed. */
function tableOf(first: Buffer, second: Buffer, kind = 1): Buffer {
  const packed = literal(second);
  const [secondAt, indexAt] = [first.length + 5, first.length + 5 + packed.length + 5];
  const index = block([
    [0, 'm', bytes(varint(0), varint(first.length))],
    [0, 'z', bytes(varint(secondAt), varint(packed.length))],
  ]);
  const handles = bytes(varint(0), varint(0), varint(indexAt), varint(index.length));
  return bytes(
    bytes(first, 0, u32(0)),
    bytes(packed, kind, u32(0)),
    bytes(index, 0, u32(0)),
    bytes(handles, Buffer.alloc(40 - handles.length)),
    Buffer.from('57fb808b247547db', 'hex'),
  );
}

test('entries of a table have their whole keys, and are decompressed', () => {
  const first = block([
    [0, 'canary one', Buffer.from('1')],
    [7, 'two', Buffer.from('2')],
  ]);
  const second = block([[0, 'song', Buffer.alloc(300, 'la ')]]);
  const { entries, compressed } = tableContent(tableOf(first, second));
  expect(compressed).toBe(1);
  expect(entries.map(({ key, value }) => `${key.toString()} ${value.length}`)).toEqual([
    'canary one 1',
    'canary two 1',
    'song 300',
  ]);
  expect(() => tableContent(tableOf(first, second, 2))).toThrow('unknown compression 2');
  expect(() => tableContent(first)).toThrow('no table');
});

test('a text and a number are found in every form, wherever in a profile they lie', () => {
  const profile = test.info().outputPath('profile');
  const [text, number] = ['Größe-canary', 1_618_033_988_749];
  const files: Readonly<Record<string, Buffer>> = {
    History: bytes('#/department/', encodeURIComponent(text)),
    'Sessions/Tabs_1': Buffer.from(text, 'utf16le'),
    'Local Storage/000003.log': logOf([bytes(Buffer.alloc(32_755), Buffer.from(text, 'latin1'))]),
    'Store/000005.ldb': tableOf(
      block([[0, '', Buffer.from(String(number))]]),
      block([[0, 'value', bytes(0xff, 0x11, 0x02, literal(Buffer.from(text)))]]),
    ),
    'Store/blob/1': bytes(0xff, 0x11, 0x02, literal(bytes('N', Buffer.from(Float64Array.of(number).buffer)))),
    'Store/key': Buffer.from(text, 'utf16le').swap16(),
    innocent: Buffer.from('Größe canary 1618033988748'),
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(profile, path, '..'), { recursive: true });
    writeFileSync(join(profile, path), content);
  }
  const finds = findCanaries(readingsOf(profile), [
    { name: 'text', forms: textForms(text) },
    { name: 'number', forms: numberForms(number) },
  ]);
  const ways = new Set(finds.map(({ file, as, name }) => `${name}: ${file}, ${as}`));
  expect([...ways].toSorted()).toEqual([
    'number: Store/000005.ldb, entries of a table',
    'number: Store/000005.ldb, it lies there',
    'number: Store/blob/1, a compressed value',
    'number: Store/blob/1, it lies there',
    'text: History, it lies there',
    'text: Local Storage/000003.log, records of a log',
    'text: Sessions/Tabs_1, it lies there',
    'text: Store/000005.ldb, a compressed value',
    'text: Store/000005.ldb, entries of a table',
    'text: Store/000005.ldb, it lies there',
    'text: Store/key, it lies there',
  ]);
});
