import { expect, test } from 'vitest';
import type { CartLine } from '../../client/state.ts';
import { itemId, itemIndex } from '../../domain/ids.ts';
import { historyOf, SHOP_ITEMS } from '../testing/fake-shop.ts';
import { sumOf } from './sum-of.ts';

const line = (pieces: number, price?: number): CartLine => ({
  index: itemIndex(0),
  item: { id: itemId('a'), title: 'A', department: '', ...(price === undefined ? {} : { price }) },
  events: historyOf(
    SHOP_ITEMS,
    Array.from({ length: pieces }, () => [0, 'cart'] as const),
    0,
  ).map((entry) => entry.event),
});

test('two at 14.50 and one at 6.20 are 35.20, of three pieces', () => {
  expect(sumOf([line(2, 1450), line(1, 620)])).toEqual({ price: 3520, pieces: 3, unpriced: 0 });
});

test('what has no price is counted but not summed', () => {
  expect(sumOf([line(1, 620), line(3)])).toEqual({ price: 620, pieces: 4, unpriced: 3 });
});

test('an empty cart costs nothing', () => {
  expect(sumOf([])).toEqual({ price: 0, pieces: 0, unpriced: 0 });
});
