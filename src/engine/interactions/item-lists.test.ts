import { expect, test } from 'vitest';
import { logOf } from '../testing/logs.ts';
import { buildCsr } from './build-csr.ts';
import { itemListsOf, listsOf } from './item-lists.ts';

test('lists the items of the asked users in the asked order, an empty list where there is nothing', () => {
  const csr = buildCsr(
    logOf(3, 4, [
      [0, 3, 'like'],
      [0, 1, 'like'],
      [2, 0, 'dismiss'],
    ]),
  );
  const lists = itemListsOf(csr, Int32Array.of(2, 1, 0));
  expect([...lists.offsets]).toEqual([0, 1, 1, 3]);
  expect([...lists.items]).toEqual([0, 1, 3]);
});

test('puts lists one after the other, empty ones too', () => {
  const lists = listsOf([Int32Array.of(4, 7), new Int32Array(), Int32Array.of(1)]);
  expect([...lists.offsets]).toEqual([0, 2, 2, 3]);
  expect([...lists.items]).toEqual([4, 7, 1]);
});
