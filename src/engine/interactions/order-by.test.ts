import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { atOnce } from '../training/steps.ts';
import { orderSteps } from './order-by.ts';

const orderBy = (...args: Parameters<typeof orderSteps>): Int32Array<ArrayBuffer> =>
  atOnce(orderSteps(...args));

test('sorts positions by key and keeps equal keys in their order, for any keys', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 60 }), (keys) => {
      const expected = keys.map((_, i) => i).sort((a, b) => keys[a]! - keys[b]! || a - b);
      expect([...orderBy(Int32Array.from(keys), 10)]).toEqual(expected);
    }),
  );
});

test('two sorts in a row order by the second key, then by the first', () => {
  const minor = Int32Array.of(2, 1, 0, 1);
  const major = Int32Array.of(1, 0, 1, 1);
  expect([...orderBy(major, 2, orderBy(minor, 3))]).toEqual([1, 2, 3, 0]);
});

test('sorts only the given positions', () => {
  expect([...orderBy(Int32Array.of(1, 0, 1, 0), 2, Int32Array.of(0, 3, 2))]).toEqual([3, 0, 2]);
});
