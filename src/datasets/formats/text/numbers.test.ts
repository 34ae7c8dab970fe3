import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { textBytes } from '../../testing/packing.ts';
import { parseNumber } from './numbers.ts';

const parse = (text: string): number => parseNumber(textBytes(text), 0, text.length);

test('whole numbers and decimals are read exactly', () => {
  expect(['0', '5', '4.5', '0.5', '-2', '3.', '.5', '964982703', '1112486027.25'].map(parse)).toEqual([
    0, 5, 4.5, 0.5, -2, 3, 0.5, 964982703, 1112486027.25,
  ]);
});

test('exponents and more digits than a double holds go the long way, to the same value as Number', () => {
  expect(parse('1.5e9')).toBe(1.5e9);
  expect(parse('+3')).toBe(3);
  expect(parse('0.1000000000000000055511151231257827')).toBe(0.1);
});

test('anything else is NaN', () => {
  const words = [
    '',
    '-',
    '.',
    'four',
    '4,5',
    '4 5',
    '1.2.3',
    '0x10',
    'Infinity',
    'NaN',
    '1e',
    '--1',
    '9'.repeat(50),
  ];
  expect(words.map(parse)).toEqual(words.map(() => NaN));
});

test('only the bytes between start and end count', () => {
  expect(parseNumber(textBytes('12345'), 1, 3)).toBe(23);
});

test('every finite double that prints as a plain decimal is read back', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: -1e14, max: 1e14 }), (value) => {
      expect(parse(String(value))).toBe(Number(String(value)));
    }),
  );
});
