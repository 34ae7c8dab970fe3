import { describe, expect, test } from 'vitest';
import type { ExplainedItem } from '../../client/state.ts';
import type { EventKind } from '../../domain/events.ts';
import { itemIndex } from '../../domain/ids.ts';
import { historyOf, SHOP_ITEMS, shown } from '../testing/fake-shop.ts';
import { en } from '../words/en.ts';
import { strongestEvent, whySentence } from './why-sentence.ts';

const acts: readonly (readonly [number, EventKind])[] = [
  [0, 'view'],
  [2, 'like'],
  [0, 'cart'],
  [4, 'dismiss'],
];
const history = historyOf(SHOP_ITEMS, acts, 1_000_000);

function explained(...shares: readonly (readonly [number, number])[]): ExplainedItem {
  const causes = shares.map(([i, share]) => ({ ...shown(SHOP_ITEMS, i), share }));
  const parts = shares.map(([i, share]) => ({ item: itemIndex(i), share }));
  return {
    ...shown(SHOP_ITEMS, 9),
    causes,
    explanation: { item: itemIndex(9), score: 1, rank: 1, causes: parts, departmentShare: 0 },
  };
}

describe('whySentence', () => {
  test('names the two strongest causes by what was done with them', () => {
    expect(whySentence(explained([2, 0.5], [0, 0.3], [4, -0.1]), history, en)).toBe(
      'Because you liked “Tan leather walking boots” and put “Red enamel kettle, 1.5 l” in your cart.',
    );
  });

  test('says what speaks against it when that weighs most of all', () => {
    expect(whySentence(explained([4, -0.7], [2, 0.2]), history, en)).toBe(
      'Because you liked “Tan leather walking boots”. Although you turned down “Ink blue linen shirt”.',
    );
  });

  test('does not make up a cause where there is none', () => {
    expect(whySentence(explained([4, -0.7]), history, en)).toBe(
      'Nothing in your history speaks for it. It is here for variety. Although you turned down “Ink blue linen shirt”.',
    );
    expect(whySentence(explained([4, -0.1], [2, 0]), history, en, true)).toBe(
      'Because many people take it. Although you turned down “Ink blue linen shirt”.',
    );
  });

  test('says that popularity ranks where it does, beside what the past has against it', () => {
    const by = (answer: ExplainedItem): ExplainedItem => ({
      ...answer,
      explanation: { ...answer.explanation, byPopularity: 'nothing' },
    });
    expect(whySentence(by(explained()), history, en)).toBe('Because many people take it.');
    expect(whySentence(by(explained([4, -0.7])), history, en)).toBe(
      'Because many people take it. Although you turned down “Ink blue linen shirt”.',
    );
  });

  test('says of a model that knows no causes that it reads the whole history, besides the mood', () => {
    const { explanation, ...rest } = explained();
    const whole = { nearest: itemIndex(2), inOrder: true };
    const answer = { ...rest, nearest: shown(SHOP_ITEMS, 2), explanation: { ...explanation, whole } };
    expect(whySentence(answer, history, en)).toBe(
      'By the order of what you did lately. Closest to “Tan leather walking boots”.',
    );
    const inMood = { ...answer, explanation: { ...answer.explanation, departmentShare: 0.1 } };
    expect(whySentence(inMood, history, en)).toBe(
      'Because you are in the mood for Living Room. By the order of what you did lately. Closest to “Tan leather walking boots”.',
    );
  });

  test('tells the mood of the visit apart from the past', () => {
    const mood = { ...shown(SHOP_ITEMS, 3), share: 0.6, mood: true as const };
    const past = explained([2, 0.4]);
    expect(whySentence({ ...past, causes: [mood, ...past.causes] }, history, en)).toBe(
      'Because this visit you want more like “Mustard lambswool blanket”. Because you liked “Tan leather walking boots”.',
    );
    const against = { ...past, causes: [{ ...mood, share: -0.6 }, ...past.causes] };
    expect(whySentence(against, history, en)).toBe(
      'Because you liked “Tan leather walking boots”. Although this visit you want less like “Mustard lambswool blanket”.',
    );
    const wanted = { ...past, explanation: { ...past.explanation, departmentShare: 0.1 } };
    expect(whySentence(wanted, history, en)).toBe(
      'Because you are in the mood for Living Room. Because you liked “Tan leather walking boots”.',
    );
  });
});

describe('strongestEvent', () => {
  test('a cart says more than a look at the same thing', () => {
    expect(strongestEvent(history, itemIndex(0))?.event.kind).toBe('cart');
  });

  test('there is none of what was never touched', () => {
    expect(strongestEvent(history, itemIndex(7))).toBeUndefined();
  });
});
