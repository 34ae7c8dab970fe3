import { describe, expect, test } from 'vitest';
import type { HistoryEntry } from '../../client/state.ts';
import type { EventKind } from '../../domain/events.ts';
import { DEMO_CATALOGUE } from '../../domain/ids.ts';
import { SHOP_ITEMS, shown } from '../testing/fake-shop.ts';
import { daysOf, groupsOf } from './groups.ts';

const NOON = new Date(2026, 2, 14, 12).getTime();
const HOUR = 3_600_000;

const entry = (id: number, kind: EventKind, at: number): HistoryEntry => {
  const thing = shown(SHOP_ITEMS, id);
  return { ...thing, event: { id, catalogue: DEMO_CATALOGUE, item: thing.item.id, kind, at } };
};
const ids = (groups: ReturnType<typeof groupsOf>): readonly (readonly number[])[] =>
  groups.map((group) => group.entries.map(({ event }) => event.id));

describe('groupsOf', () => {
  test('purchases of one moment are one group, what came before and after them is not in it', () => {
    const history = [
      entry(5, 'like', NOON),
      entry(4, 'purchase', NOON - 1),
      entry(3, 'purchase', NOON - 1),
      entry(2, 'cart', NOON - 1),
      entry(1, 'purchase', NOON - 2),
    ];
    expect(ids(groupsOf(history))).toEqual([[5], [4, 3], [2], [1]]);
  });

  test('nothing has no groups', () => {
    expect(groupsOf([])).toEqual([]);
  });
});

describe('daysOf', () => {
  test('midnight parts two days: 1 hour after noon and 13 hours before it', () => {
    const history = [
      entry(3, 'like', NOON + HOUR),
      entry(2, 'view', NOON),
      entry(1, 'view', NOON - 13 * HOUR),
    ];
    const days = daysOf(groupsOf(history));
    expect(days.map((day) => ids(day.groups))).toEqual([[[3], [2]], [[1]]]);
    expect(days.map((day) => new Date(day.start).getDate())).toEqual([14, 13]);
  });
});

describe('the persona of a group', () => {
  const hiker = { id: 'hiker', likes: [2, 4].map((row) => shown(SHOP_ITEMS, row)) };
  const personas = (history: readonly HistoryEntry[]) =>
    groupsOf(history, [hiker]).map((group) => group.persona);

  test('is whose likes these are, all of them and nothing else', () => {
    expect(personas([entry(4, 'like', NOON), entry(2, 'like', NOON)])).toEqual(['hiker']);
  });

  test('is nobody when one is missing, another is with them, or they were bought', () => {
    expect(personas([entry(4, 'like', NOON)])).toEqual([null]);
    expect(personas([5, 4, 2].map((id) => entry(id, 'like', NOON)))).toEqual([null]);
    expect(personas([4, 2].map((id) => entry(id, 'purchase', NOON)))).toEqual([null]);
  });
});
