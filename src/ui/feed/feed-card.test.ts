import { describe, expect, test } from 'vitest';
import type { FeedCard } from '../../client/state.ts';
import type { Reason } from '../../domain/recommendation.ts';
import { cardsOf, SHOP_ITEMS, shown } from '../testing/fake-shop.ts';
import { en } from '../words/en.ts';
import { zh } from '../words/zh.ts';
import { reasonOf } from './feed-card.tsx';

const [card] = cardsOf(SHOP_ITEMS, [6], true);

/** A card that is there for this reason, with causes of these titles. */
function cardFor(reason: Reason, ...titles: readonly string[]): FeedCard {
  const because = titles.map((title, row) => {
    const cause = shown(SHOP_ITEMS, row);
    return { ...cause, item: { ...cause.item, title } };
  });
  return { ...card!, because, recommendation: { ...card!.recommendation, reason } };
}

describe('reasonOf', () => {
  const parts = { kind: 'because', causes: [] } as const;
  const whole = { kind: 'whole', nearest: null, inOrder: true } as const;

  test('names both causes while there is room', () => {
    expect(reasonOf(cardFor(parts, 'Red kettle', 'Sage mug'), en)).toBe('Because of Red kettle and Sage mug');
  });

  test('names the strongest and counts the rest when both are too long for a card', () => {
    const long = 'Butter yellow painted steel pruning saw, small';
    expect(reasonOf(cardFor(parts, long, 'Striped beach shelter'), en)).toBe(
      `Because of ${long} and one more`,
    );
  });

  test('is popularity only where that is the reason', () => {
    expect(reasonOf(cardFor({ kind: 'popular' }), en)).toBe('Popular with everyone');
    expect(reasonOf(cardFor(parts), en)).toBe('Beyond your usual');
  });

  test('names what a thing is closest to where the model reads the history as a whole, and no cause', () => {
    expect(reasonOf(cardFor(whole, 'Red kettle'), en)).toBe('Closest to Red kettle');
    expect(reasonOf(cardFor(whole, 'Red kettle'), zh)).toBe('最接近“红色搪瓷水壶，1.5 升”');
    expect(reasonOf(cardFor(whole), en)).toBe('From all that you did');
  });
});
