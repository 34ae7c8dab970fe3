import { expect, test } from 'vitest';
import { textBytes } from '../testing/packing.ts';
import { crc32 } from './crc32.ts';

test('the check value of the CRC catalogue: "123456789" gives cbf43926', () => {
  expect(crc32(textBytes('123456789'))).toBe(0xcbf43926);
});

test('nothing gives 0', () => {
  expect(crc32(new Uint8Array(0))).toBe(0);
});

test('goes on from an earlier value, wherever the bytes are cut', () => {
  const bytes = textBytes('123456789');
  for (let cut = 0; cut <= bytes.length; cut++) {
    expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(0xcbf43926);
  }
});
