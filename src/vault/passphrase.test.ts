import { expect, test } from 'vitest';
import {
  calibrateCost,
  checkPassphrase,
  costFor,
  isSaneCost,
  LEAST_COST,
  passphraseKey,
} from './passphrase.ts';
import type { Argon2id, PassphraseCost } from './passphrase.ts';

const MIB = 1024;

test('costs half a second where the least cost takes so long: memory first, then passes', () => {
  // 19 MiB × 2 in so many ms.
  expect(costFor(500)).toEqual(LEAST_COST);
  expect(costFor(5000)).toEqual(LEAST_COST);
  expect(costFor(250)).toEqual({ memoryKiB: 38 * MIB, passes: 2, lanes: 1 });
  expect(costFor(100)).toEqual({ memoryKiB: 64 * MIB, passes: 3, lanes: 1 });
  expect(costFor(50)).toEqual({ memoryKiB: 64 * MIB, passes: 6, lanes: 1 });
  expect(costFor(1)).toEqual({ memoryKiB: 64 * MIB, passes: 12, lanes: 1 });
});

test('calibrates with the least cost, and not with the call that loads the code', async () => {
  const seen: PassphraseCost[] = [];
  let now = 0;
  const argon2id: Argon2id = async (_password, _salt, cost, length) => {
    seen.push(cost);
    now += seen.length === 1 ? 9_000 : 250;
    return new Uint8Array(length);
  };
  expect(await calibrateCost(argon2id, () => now)).toEqual(costFor(250));
  expect(seen[1]).toEqual(LEAST_COST);
});

test.each([
  [LEAST_COST, true],
  [costFor(1), true],
  [{ memoryKiB: 256 * MIB, passes: 8, lanes: 1 }, true],
  [{ memoryKiB: 256 * MIB, passes: 9, lanes: 1 }, false],
  [{ memoryKiB: 257 * MIB, passes: 1, lanes: 1 }, false],
  [{ memoryKiB: 19 * MIB, passes: 33, lanes: 1 }, false],
  [{ memoryKiB: 19 * MIB, passes: 2, lanes: 5 }, false],
  [{ memoryKiB: 15, passes: 1, lanes: 2 }, false],
  [{ memoryKiB: 19 * MIB, passes: 0, lanes: 1 }, false],
  [{ memoryKiB: 19 * MIB, passes: 2.5, lanes: 1 }, false],
  [{ memoryKiB: '19456', passes: 2, lanes: 1 }, false],
  [null, false],
])('a wrap that costs %j may be tried: %s', (cost, sane) => {
  expect(isSaneCost(cost)).toBe(sane);
});

test('a passphrase has 8 characters or more, each code point one, after normalisation', () => {
  const tooShort = { code: 'argument/range', detail: { field: 'passphrase', length: 7 } };
  expect(() => checkPassphrase('seven77')).toThrow(expect.objectContaining(tooShort));
  expect(() => checkPassphrase('👋🏻👋🏻👋🏻x')).toThrow(expect.objectContaining(tooShort));
  expect(() => checkPassphrase('a\u030A'.repeat(7))).toThrow(expect.objectContaining(tooShort));
  expect(() => checkPassphrase('八个字的一句暗号')).not.toThrow();
  expect(() => checkPassphrase('correct horse battery staple')).not.toThrow();
  expect(() => checkPassphrase('x'.repeat(1024))).not.toThrow();
  expect(() => checkPassphrase('x'.repeat(1025))).toThrow(
    expect.objectContaining({ code: 'argument/range' }),
  );
});

test('one passphrase has one form, whichever keyboard it was typed on; its key cannot be exported', async () => {
  const typed: string[] = [];
  const argon2id: Argon2id = async (password, _salt, _cost, length) => {
    typed.push(new TextDecoder().decode(password));
    return new Uint8Array(length).fill(7);
  };
  const salt = new Uint8Array(16);
  const key = await passphraseKey(argon2id, 'cafe\u0301 ﬁne Ａ', salt, LEAST_COST);
  await passphraseKey(argon2id, 'café fine A', salt, LEAST_COST);
  expect(typed).toEqual(['café fine A', 'café fine A']);
  expect(key).toMatchObject({ extractable: false, algorithm: { name: 'AES-KW', length: 256 } });
});
