import { expect, test } from 'vitest';
import { itemIndex } from '../../domain/ids.ts';
import { historyOf, SHOP_ITEMS, shown } from '../testing/fake-shop.ts';
import { MARK, marksOf } from './marks.ts';

const ROWS = Int32Array.of(0, 1, 2, 3, 4, 5);
const marks = (...acts: Parameters<typeof historyOf>[1]): readonly number[] => [
  ...marksOf(ROWS, historyOf(SHOP_ITEMS, acts, 0), []),
];

test('what was liked, carted, bought and wished for is own, what was turned down is declined', () => {
  expect(marks([0, 'like'], [1, 'cart'], [2, 'purchase'], [3, 'wish'], [4, 'dismiss'])).toEqual([
    MARK.own,
    MARK.own,
    MARK.own,
    MARK.own,
    MARK.declined,
    MARK.plain,
  ]);
});

test('a look alone leaves no mark, and does not hide an earlier like', () => {
  expect(marks([0, 'view'], [1, 'view'], [1, 'like'])).toEqual([0, MARK.own, 0, 0, 0, 0]);
});

test('the newest act counts: liked, then turned down', () => {
  expect(marks([5, 'dismiss'], [5, 'like'])[5]).toBe(MARK.declined);
});

test('what is on show is marked unless it is the visitor’s own', () => {
  const history = historyOf(SHOP_ITEMS, [[2, 'like']], 0);
  const shelf = [shown(SHOP_ITEMS, 1), { ...shown(SHOP_ITEMS, 2), index: itemIndex(2) }];
  expect([...marksOf(ROWS, history, shelf)]).toEqual([0, MARK.shelf, MARK.own, 0, 0, 0]);
});
