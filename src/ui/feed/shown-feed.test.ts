import { describe, expect, test } from 'vitest';
import type { FeedCard } from '../../client/state.ts';
import { cardsOf, SHOP_ITEMS } from '../testing/fake-shop.ts';
import { windowOf } from './shown-feed.ts';

const picture = SHOP_ITEMS[0]!.picture!;
/** A card for each "type department". */
const of = (...kinds: readonly string[]): readonly FeedCard[] =>
  cardsOf(
    kinds.map((kind, i) => {
      const [type = '', department = ''] = kind.split(' ');
      return { ...SHOP_ITEMS[i]!, department, picture: { ...picture, type } };
    }),
    [...kinds.keys()],
    true,
  );
const rows = (cards: readonly FeedCard[]) => cards.map((card) => card.index as number);

describe('windowOf', () => {
  test('takes the first, and beside it the next of other types and departments', () => {
    const { window, rest } = windowOf(
      of('mug Table', 'mug Table', 'bowl Table', 'boot Outdoors', 'lamp Desk'),
    );
    expect(rows(window)).toEqual([0, 3, 4]);
    expect(rows(rest)).toEqual([1, 2]);
  });

  test('where all are of one department another type is enough, and where all are alike the order is', () => {
    expect(rows(windowOf(of('mug Table', 'mug Table', 'bowl Table', 'mug Table')).window)).toEqual([0, 2, 1]);
    expect(rows(windowOf(of('mug Table', 'mug Table', 'mug Table', 'mug Table')).window)).toEqual([0, 1, 2]);
  });

  test('chooses among the first dozen only, and loses nothing of a short list', () => {
    const far = [...Array.from({ length: 12 }, () => 'mug Table'), 'boot Outdoors'];
    expect(rows(windowOf(of(...far)).window)).toEqual([0, 1, 2]);
    expect(rows(windowOf(of('mug Table')).window)).toEqual([0]);
    expect(windowOf([])).toEqual({ window: [], rest: [] });
  });
});
