import { expect, test } from 'vitest';
import type { EventKind } from '../../../domain/events.ts';
import type { CatalogueId, ItemId } from '../../../domain/ids.ts';
import { analyticsOf } from './analytics-of.ts';

const VISITOR = {
  language: 'en-GB',
  screen: { width: 390, height: 844 },
  page: 'https://shop.test/',
  referrer: 'https://search.test/',
  currency: 'EUR',
};

const did = (kind: EventKind, at: number, id: string, title = `Thing ${id}`) => ({
  event: { id: at, at, kind, item: id as ItemId, catalogue: 'demo' as CatalogueId },
  item: { id: id as ItemId, title, department: 'Kitchen', brand: 'Nord', price: 2450 },
});

const names = (hits: ReturnType<typeof analyticsOf>): readonly (string | undefined)[] =>
  hits.map(({ fields }) => fields.find(([name]) => name === 'en' || name === 'ev')?.[1]);

test('a look is a page and a thing, each measured and tracked; a like is measured alone', () => {
  expect(names(analyticsOf([did('like', 2, '7'), did('view', 1, '7')], VISITOR))).toEqual([
    'like_item',
    'page_view',
    'PageView',
    'view_item',
    'ViewContent',
  ]);
});

test('what was bought at once is one order', () => {
  const hits = analyticsOf(
    [did('purchase', 9, '1'), did('purchase', 9, '2'), did('purchase', 5, '3'), did('cart', 4, '1')],
    VISITOR,
  );
  expect(names(hits)).toEqual(['purchase', 'Purchase', 'purchase', 'Purchase', 'add_to_cart', 'AddToCart']);
  const order = Object.fromEntries(hits[0]!.fields);
  expect(order).toMatchObject({
    pr1: 'id1~nmThing 1~brNord~caKitchen~pr24.5~qt1',
    pr2: 'id2~nmThing 2~brNord~caKitchen~pr24.5~qt1',
    cu: 'EUR',
    'epn.value': '49',
  });
});

test('says who, where, with what screen, in which language and where from', () => {
  const [hit] = analyticsOf([did('wish', 1_700_000_000_123, '7')], VISITOR);
  expect(Object.fromEntries(hit!.fields)).toMatchObject({
    cid: '1712904385.1700000000',
    ul: 'en-gb',
    sr: '390x844',
    dl: 'https://shop.test/#/product/7',
    dr: 'https://search.test/',
    dt: 'Thing 7',
  });
});

test('counts the bytes of what would go over the wire, and of a title in Chinese all nine of each sign', () => {
  const bytes = (title: string): number => analyticsOf([did('like', 1, '7', title)], VISITOR)[0]!.bytes;
  // Twice: as the page's title and within the product.
  expect(bytes('壶') - bytes('')).toBe(2 * 9 + '&dt='.length);
  const [hit] = analyticsOf([did('like', 1, '7')], VISITOR);
  expect(hit!.bytes).toBe(hit!.address.length);
  expect(new URL(hit!.address).searchParams.get('en')).toBe('like_item');
});

test('nothing done, nothing to tell', () => {
  expect(analyticsOf([], VISITOR)).toEqual([]);
});
