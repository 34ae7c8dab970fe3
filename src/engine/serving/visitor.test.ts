import { expect, test } from 'vitest';
import { factsOf, historyOf } from '../testing/facts.ts';
import { flagged, hiddenFrom } from './hidden.ts';
import { eventsSupposing, visitorOf } from './visitor.ts';

const FACTS = {
  ...factsOf([0, 0, 1, 1, 2, -1], [0, 1, 0, 1, -1, 0]),
  available: Uint8Array.of(1, 1, 1, 0, 1, 1),
};
const EVENTS = historyOf([
  [0, 'view'],
  [1, 'wish'],
  [9, 'like'],
  [4, 'dismiss'],
]);

test('what is decided on, a wish too, and what is out of stock is hidden; what is looked at is not', () => {
  expect([...visitorOf(EVENTS, FACTS).hidden]).toEqual([0, 1, 0, 1, 1, 0]);
});

test.each([
  [{ kind: 'without', events: [2, 3, 7] } as const, [1, 4]],
  [{ kind: 'before', event: 3 } as const, [1, 2]],
  [{ kind: 'through', event: 3 } as const, [1, 2, 3]],
  [{ kind: 'before', event: 1 } as const, []],
])('supposing %j leaves the events %j, whole', (supposition, ids) => {
  const events = eventsSupposing(EVENTS, supposition);
  expect([...events.id]).toEqual(ids);
  expect([...events.item]).toEqual(ids.map((id) => EVENTS.item[id - 1]));
  expect([...events.kind]).toEqual(ids.map((id) => EVENTS.kind[id - 1]));
  expect([...events.at]).toEqual(ids.map((id) => EVENTS.at[id - 1]));
});

test('muting hides departments and brands, a department hides all others, and neither touches the visitor', () => {
  const visitor = { hidden: new Uint8Array(6) };
  const hidden = (wanted: Parameters<typeof hiddenFrom>[2]): number[] => [
    ...flagged(hiddenFrom(visitor, FACTS, wanted)),
  ];
  expect(hidden({})).toEqual([]);
  expect(hidden({ muted: { departments: [1], brands: [] } })).toEqual([2, 3]);
  expect(hidden({ muted: { departments: [1], brands: [0] } })).toEqual([0, 2, 3, 5]);
  expect(hidden({ department: 0 })).toEqual([2, 3, 4, 5]);
  expect(hidden({ department: 0, muted: { departments: [0], brands: [] } })).toEqual([0, 1, 2, 3, 4, 5]);
  expect([...visitor.hidden]).toEqual([0, 0, 0, 0, 0, 0]);
});
