import { describe, expect, test } from 'vitest';
import { NO_MOOD } from '../../client/state.ts';
import type { HomebodyState } from '../../client/state.ts';
import { itemIndex } from '../../domain/ids.ts';
import { FEED } from '../testing/fake-states.ts';
import { cardsOf, historyOf, SHOP_ITEMS } from '../testing/fake-shop.ts';
import { en } from '../words/en.ts';
import { causeSentence, movedCause } from './moved-cause.ts';
import type { Moment } from './moved-cause.ts';
import { pageOrder } from './shown-feed.ts';

const history = historyOf(
  SHOP_ITEMS,
  [
    [2, 'like'],
    [0, 'purchase'],
    [1, 'purchase'],
  ],
  0,
);
const [newest, ...older] = history;
const still: Moment = {
  history,
  mood: NO_MOOD,
  muted: { departments: [], brands: [] },
  undoable: null,
  feed: FEED,
};
const said = (before: Partial<Moment>, now: Partial<Moment>): string | null => {
  const cause = movedCause({ ...still, ...before }, { ...still, ...now });
  return cause && causeSentence(cause, en);
};
const persona = (events: readonly HomebodyState['history'][number][]): Moment['undoable'] => ({
  act: {
    kind: 'persona',
    persona: 'baker',
    events: events.map((entry) => entry.event),
    items: events.map((entry) => entry.item),
  },
  until: 0,
});

describe('movedCause', () => {
  test('is nothing where nothing was done', () => {
    expect(said({}, {})).toBeNull();
  });

  test('one new event is named by what was done to what', () => {
    expect(said({ history: older }, {})).toBe('Because you liked “Tan leather walking boots”');
  });

  test('several purchases at once are an order, several likes a persona', () => {
    expect(said({ history: [] }, { history: older })).toBe('Because you bought 2 things');
    expect(said({ history: [] }, { undoable: persona(history) })).toBe('In the shoes of “The Sunday baker”');
  });

  test('what is gone from the history was taken back', () => {
    expect(said({}, { history: older })).toBe('Because you took back “Tan leather walking boots”');
    expect(said({}, { history: [newest!] })).toBe('Because you took back 2 things');
  });

  test('a mood, a mute, the slider and a training are told apart', () => {
    expect(said({}, { mood: { ...NO_MOOD, departments: ['Garden'] } })).toBe('By this visit’s mood');
    expect(said({}, { muted: { departments: ['Garden'], brands: [] } })).toBe('With Garden muted');
    expect(said({ muted: { departments: [], brands: ['Tarnwick'] } }, {})).toBe('With Tarnwick back');
    expect(said({}, { feed: { ...FEED, adventurousness: 0.9 } })).toBe('As adventurous as you asked');
    expect(said({}, { feed: { ...FEED, model: 'm2' } })).toBe('With what the shop has just learnt');
  });
});

describe('pageOrder', () => {
  const cards = cardsOf(SHOP_ITEMS, [1, 2, 3, 4], true);
  const shelves = [
    { kind: 'new' as const, of: null, cards: cardsOf(SHOP_ITEMS, [8, 9], true) },
    { kind: 'popular' as const, of: null, cards: cardsOf(SHOP_ITEMS, [7], true) },
  ];

  test('is the window of three, the shelves, then the rest of the list', () => {
    expect(pageOrder({ cards, shelves, first: false })).toEqual([1, 2, 3, 8, 9, 7, 4].map(itemIndex));
  });

  test('is the shelves first while the first minute stands in the window’s place', () => {
    expect(pageOrder({ cards, shelves, first: true })).toEqual([8, 9, 7, 1, 2, 3, 4].map(itemIndex));
  });
});
