import { expect, test } from 'vitest';
import { delayAfter, nextTryAt, oneMoreTry, readTries, waitLeft } from './passphrase-delay.ts';

test('three slips cost nothing, then the wait doubles from 5 s to a quarter of an hour', () => {
  const seconds = [0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 1e9].map((count) => delayAfter(count) / 1000);
  expect(seconds).toEqual([0, 0, 0, 0, 5, 10, 20, 40, 320, 640, 900, 900]);
});

test('a try counts from the moment it is made', () => {
  const third = { count: 3, at: 1_000 };
  expect(nextTryAt(third)).toBe(0);
  const fourth = oneMoreTry(third, 2_000);
  expect(fourth).toEqual({ count: 4, at: 2_000 });
  expect(nextTryAt(fourth)).toBe(7_000);
  expect(waitLeft(fourth, 2_000)).toBe(5_000);
  expect(waitLeft(fourth, 6_999)).toBe(1);
  expect(waitLeft(fourth, 7_000)).toBe(0);
});

test('a clock that was set back makes nobody wait until it has caught up', () => {
  expect(waitLeft({ count: 20, at: Date.UTC(2030, 0) }, Date.UTC(2026, 0))).toBe(0);
});

test('what is stored and no count of tries is none', () => {
  expect(readTries({ count: 4, at: 9, more: 1 })).toEqual({ count: 4, at: 9 });
  for (const stored of [undefined, null, 4, {}, { count: -1, at: 0 }, { count: Infinity, at: 0 }]) {
    expect(readTries(stored)).toBeUndefined();
  }
  expect(readTries({ count: 5, at: Number.NaN })).toBeUndefined();
});
