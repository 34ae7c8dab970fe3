import { describe, expect, test } from 'vitest';
import { SHOP_ITEMS, shown } from '../testing/fake-shop.ts';
import { changesBetween, movedUp } from './changes.ts';

const list = (...rows: readonly number[]) => rows.map((row) => shown(SHOP_ITEMS, row));
const rows = (items: readonly { readonly index: number }[]): readonly number[] =>
  items.map((one) => one.index);

describe('changesBetween', () => {
  test('tells what came, left, rose and fell, with places from 1', () => {
    const changes = changesBetween(list(1, 2, 3, 4), list(9, 4, 2, 1));
    expect(rows(changes.came)).toEqual([9]);
    expect(rows(changes.left)).toEqual([3]);
    expect(changes.rose.map(({ index, from, to }) => [index, from, to])).toEqual([[4, 4, 2]]);
    expect(changes.fell.map(({ index, from, to }) => [index, from, to])).toEqual([
      [1, 1, 4],
      [2, 2, 3],
    ]);
    expect(changes.places).toBe(4);
  });

  test('what came and what rose are what moved up, however many', () => {
    expect(movedUp(list(1, 2, 3, 4), list(9, 4, 2, 1))).toBe(2);
    const twelve = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    expect(movedUp(list(0, ...twelve), list(...twelve))).toBe(12);
    expect(movedUp(list(1, 2), list(1, 2))).toBe(0);
  });

  test('says nothing of the same list', () => {
    const changes = changesBetween(list(1, 2), list(1, 2));
    expect([changes.came, changes.left, changes.rose, changes.fell]).toEqual([[], [], [], []]);
    expect(rows(changes.stayed)).toEqual([1, 2]);
    expect(changes.places).toBe(0);
  });

  test('what goes from the twelfth place to the thirteenth has left; what takes it has come', () => {
    const first = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const changes = changesBetween(list(...first, 11, 12), list(...first, 12, 11));
    expect(changes.left.map(({ index, from, to }) => [index, from, to])).toEqual([[11, 12, 13]]);
    expect(changes.came.map(({ index, from, to }) => [index, from, to])).toEqual([[12, 13, 12]]);
    expect(changes.rose).toEqual([]);
  });

  test('a shorter list than twelve is whole: one that is gone has left', () => {
    expect(rows(changesBetween(list(1, 2, 3), list(2, 3)).left)).toEqual([1]);
  });
});
