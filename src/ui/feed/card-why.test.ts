import { describe, expect, test } from 'vitest';
import { cardsOf, historyOf, SHOP_ITEMS, shown } from '../testing/fake-shop.ts';
import { en } from '../words/en.ts';
import { zh } from '../words/zh.ts';
import { cardWhy } from './card-why.ts';
import { shelfName } from './shelf-name.ts';

const [card] = cardsOf(SHOP_ITEMS, [6], true);
const because = [shown(SHOP_ITEMS, 2), shown(SHOP_ITEMS, 0)];
const history = historyOf(
  SHOP_ITEMS,
  [
    [2, 'like'],
    [0, 'cart'],
    [0, 'view'],
  ],
  0,
);

describe('cardWhy', () => {
  test('names each cause by the strongest thing that was done to it', () => {
    expect(cardWhy({ ...card!, because }, history, en)).toBe(
      'Because you liked “Tan leather walking boots” and put “Red enamel kettle, 1.5 l” in your cart.',
    );
  });

  test('a cause that is in no history is of this visit’s mood', () => {
    expect(cardWhy({ ...card!, because: because.slice(0, 1) }, [], en)).toBe(
      'Because this visit you want more like “Tan leather walking boots”.',
    );
  });

  test('a model that knows no causes names what of the history is closest, and whether it goes by the order', () => {
    const whole = (inOrder: boolean, nearest: typeof because) => {
      const reason = { kind: 'whole' as const, inOrder, nearest: nearest[0]?.index ?? null };
      return { ...card!, because: nearest, recommendation: { ...card!.recommendation, reason } };
    };
    expect(cardWhy(whole(true, because.slice(0, 1)), history, en)).toBe(
      'By the order of what you did lately. Closest to “Tan leather walking boots”.',
    );
    expect(cardWhy(whole(false, []), history, en)).toBe('By all that you did here together.');
    expect(cardWhy(whole(true, because.slice(0, 1)), history, zh)).toBe(
      '依您最近行事的先后推测，与“棕褐色皮革徒步靴”最接近。',
    );
  });

  test('popularity has no cause', () => {
    const [popular] = cardsOf(SHOP_ITEMS, [6], false);
    expect(cardWhy(popular!, history, en)).toBe('Because many people take it.');
  });
});

describe('shelfName', () => {
  test('says what was done to the thing that the shelf is about, in either language', () => {
    const of = shown(SHOP_ITEMS, 2);
    expect(shelfName({ kind: 'because', of }, history, en)).toBe(
      'Because you liked “Tan leather walking boots”',
    );
    expect(shelfName({ kind: 'because', of }, history, zh)).toBe('因为您喜欢“棕褐色皮革徒步靴”');
  });

  test('is of no thing where the shelf is about none', () => {
    expect(shelfName({ kind: 'new', of: null }, history, en)).toBe('New to you');
    expect(shelfName({ kind: 'popular', of: null }, history, en)).toBe('Popular with everyone');
  });

  test('what goes well with a thing names the thing', () => {
    const of = shown(SHOP_ITEMS, 0);
    expect(shelfName({ kind: 'complements', of }, history, en)).toBe(
      'Goes well with your “Red enamel kettle, 1.5 l”',
    );
  });
});
