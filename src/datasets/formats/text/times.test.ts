import { expect, test } from 'vitest';
import { textBytes } from '../../testing/packing.ts';
import { parseTime } from './times.ts';

const parse = (text: string): number => parseTime(textBytes(text), 0, text.length);

test('Unix seconds become milliseconds, milliseconds stay', () => {
  expect(parse('964982703')).toBe(964_982_703_000);
  expect(parse('964982703000')).toBe(964_982_703_000);
});

test('an ISO date is midnight UTC, with or without T, Z and fractions', () => {
  expect(parse('2001-09-09')).toBe(Date.UTC(2001, 8, 9));
  const same = ['2001-09-09 01:46:40', '2001-09-09T01:46:40Z', '2001-09-09T01:46:40.000000Z'];
  expect(same.map(parse)).toEqual(same.map(() => 1_000_000_000_000));
  expect(parse('2001-09-09T01:46:40.5')).toBe(1_000_000_000_500);
});

test('a day that does not exist is NaN, not the next month', () => {
  expect(parse('2001-02-29')).toBeNaN();
  expect(parse('2000-02-29')).toBe(Date.UTC(2000, 1, 29));
});

test('words and other forms of dates are NaN: day and month cannot be told apart in them', () => {
  const unclear = ['yesterday', '03/04/2005', '3.4.2005', '2001-9-9', ''];
  expect(unclear.map(parse)).toEqual(unclear.map(() => NaN));
});
