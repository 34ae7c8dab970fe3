import { expect, test } from 'vitest';
import { argon2id } from './argon2id.ts';

/**
 * Vectors of the reference implementation of RFC 9106 (P-H-C/phc-winner-argon2, src/test.c, version 0x13, Argon2id). The
 * RFC's own vector has associated data, which the library does not take.
 */
test.each([
  [256, 2, 1, 'password', 'somesalt', '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe'],
  [256, 2, 2, 'password', 'somesalt', '6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037'],
  [65_536, 2, 1, 'password', 'somesalt', '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7'],
])('Argon2id of %i KiB, %i passes, %i lanes', async (memoryKiB, passes, lanes, password, salt, expected) => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const hash = await argon2id(bytes(password), bytes(salt), { memoryKiB, passes, lanes }, 32);
  expect(Buffer.from(hash).toString('hex')).toBe(expected);
});
