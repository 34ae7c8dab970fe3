import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textBytes } from '../../testing/packing.ts';
import { RecordScanner } from './record-scanner.ts';
import type { Dialect } from './record-scanner.ts';

interface Scanned {
  /** Line and fields of each row. */
  readonly rows: (readonly [line: number, ...fields: string[]])[];
  readonly malformed: (readonly [line: number, text: string])[];
}

const CSV: Dialect = { separator: ',', quotes: true };

function scan(text: string | Uint8Array, dialect: Dialect = CSV, chunkBytes = Infinity): Scanned {
  const bytes = typeof text === 'string' ? textBytes(text) : text;
  const found: Scanned = { rows: [], malformed: [] };
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const scanner = new RecordScanner(dialect, {
    record(buffer, bounds, fields, line) {
      const texts = Array.from({ length: fields }, (_, f) =>
        decoder.decode(buffer.subarray(bounds[2 * f], bounds[2 * f + 1])),
      );
      found.rows.push([line, ...texts]);
    },
    malformed: (bytes, line) => found.malformed.push([line, decoder.decode(bytes)]),
  });
  for (let at = 0; at < bytes.length; at += chunkBytes) scanner.push(bytes.subarray(at, at + chunkBytes));
  scanner.end();
  return found;
}

describe('lines', () => {
  test('a missing line end at the end of the file loses nothing', () => {
    expect(scan('a,b\nc,d').rows).toEqual([
      [1, 'a', 'b'],
      [2, 'c', 'd'],
    ]);
  });

  test('CRLF and LF give the same fields', () => {
    expect(scan('a,b\r\nc,\r\n')).toEqual(scan('a,b\nc,\n'));
    expect(scan('a,b\r\nc,\r\n').rows[1]).toEqual([2, 'c', '']);
  });

  test('a byte-order mark is no part of the first field', () => {
    expect(scan('\uFEFFa,b\n').rows).toEqual([[1, 'a', 'b']]);
    expect(scan('\uFEFF"a",b\n', CSV, 1).rows).toEqual([[1, 'a', 'b']]);
  });

  test('blank lines are left out, but counted', () => {
    expect(scan('\n\r\na,b\n   \nc,d\n').rows).toEqual([
      [3, 'a', 'b'],
      [5, 'c', 'd'],
    ]);
  });

  test('an empty file has no rows', () => {
    expect(scan('')).toEqual({ rows: [], malformed: [] });
  });

  test('blanks around a field are cut off', () => {
    expect(scan(' a , b \n').rows).toEqual([[1, 'a', 'b']]);
  });

  test('a separator of two characters does not split at one of them', () => {
    const dialect: Dialect = { separator: '::', quotes: false };
    expect(scan('1::a:b::c\n2::d:::e', dialect).rows).toEqual([
      [1, '1', 'a:b', 'c'],
      [2, '2', 'd', ':e'],
    ]);
  });

  test('fields beyond the limit are not looked at', () => {
    expect(scan('a,b,c,d\n', { ...CSV, maxFields: 2 }).rows).toEqual([[1, 'a', 'b']]);
  });

  test('a line without end is malformed, and reading goes on after it', () => {
    const { rows, malformed } = scan(`a,b\n${'x'.repeat(600_000)}\nc,d\n`, CSV, 50_000);
    expect(rows).toEqual([
      [1, 'a', 'b'],
      [3, 'c', 'd'],
    ]);
    expect(malformed.map(([line]) => line)).toEqual([2]);
  });
});

describe('quotes', () => {
  test('hold separators, doubled quotes and line ends', () => {
    expect(scan('1,"a, ""b""\nc",2\n').rows).toEqual([[1, '1', 'a, "b"\nc', '2']]);
  });

  test('after a field of several lines the next row has the line it begins in', () => {
    expect(scan('a,"x\ny\r\nz"\nb,c\n"d\n",e\nf,g').rows.map(([line]) => line)).toEqual([1, 4, 5, 7]);
  });

  test('inside a field are plain characters', () => {
    expect(scan('5" disk,it"s\n').rows).toEqual([[1, '5" disk', 'it"s']]);
  });

  test('do nothing where the dialect has none', () => {
    expect(scan('"a\tb"\n', { separator: '\t', quotes: false }).rows).toEqual([[1, '"a', 'b"']]);
  });

  test('that never close cost their own line alone', () => {
    const found = scan('a,b\n"c,d\ne,f\n');
    expect(found.malformed).toEqual([[2, '"c,d']]);
    expect(found.rows).toEqual([
      [1, 'a', 'b'],
      [3, 'e', 'f'],
    ]);
  });

  test('that close in the middle of a field cost their own line alone', () => {
    const found = scan('"a"b,c\nd,"e"\n');
    expect(found.malformed).toEqual([[1, '"a"b,c']]);
    expect(found.rows).toEqual([[2, 'd', 'e']]);
  });

  test('that never close in a long file do not swallow it', () => {
    const rest = 'e,f\n'.repeat(80_000);
    const found = scan(`"c,d\n${rest}`, CSV, 65_536);
    expect(found.malformed).toEqual([[1, '"c,d']]);
    expect(found.rows).toHaveLength(80_000);
    expect(found.rows.at(-1)?.[0]).toBe(80_001);
  });
});

test('what is written as RFC 4180 is read back, with right lines, however it is cut into chunks', () => {
  const field = fc.string({
    unit: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('"', ',', '\n', '\r\n', ' ', '::', '|', "'") },
      { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
    ),
    maxLength: 12,
  });
  const row = fc
    .array(field, { minLength: 2, maxLength: 5 })
    .filter((fields) => fields.some((f) => f.trim() !== ''));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), fc.integer({ min: 1, max: 40 }), (rows, chunkBytes) => {
      const expected: [number, ...string[]][] = [];
      let text = '';
      for (const fields of rows) {
        const line = 1 + text.split('\n').length - 1;
        expected.push([line, ...fields.map((f) => f.replace(/^[ \t]+|[ \t]+$/g, ''))]);
        text += `${fields.map((f) => `"${f.replaceAll('"', '""')}"`).join(',')}\r\n`;
      }
      expect(scan(text, CSV, chunkBytes)).toEqual({ rows: expected, malformed: [] });
    }),
  );
});
