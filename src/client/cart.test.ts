import { expect, test } from 'vitest';
import type { EventKind } from '../domain/events.ts';
import { DEMO_CATALOGUE, itemId, itemIndex } from '../domain/ids.ts';
import { cartOf, wishesOf } from './cart.ts';
import type { HistoryEntry } from './state.ts';

/** Of acts from the oldest to the newest: what is newest stands first, as in the state. */
function historyOf(...acts: readonly (readonly [EventKind, number])[]): readonly HistoryEntry[] {
  return acts
    .map(([kind, row], i) => {
      const item = { id: itemId(`i${row}`), title: `Item ${row}`, department: '' };
      const event = { id: i + 1, catalogue: DEMO_CATALOGUE, item: item.id, kind, at: i };
      return { index: itemIndex(row), item, event };
    })
    .toReversed();
}

const linesOf = (history: readonly HistoryEntry[]) =>
  cartOf(history).map((line) => [line.index, line.events.map((event) => event.id)]);

test('a thing is in the cart as often as it was put there, its newest piece first', () => {
  expect(linesOf(historyOf(['cart', 4], ['like', 4], ['cart', 4]))).toEqual([[4, [3, 1]]]);
});

test('a purchase empties the line of its thing and no other; what comes after it counts anew', () => {
  const history = historyOf(['cart', 4], ['cart', 7], ['purchase', 4], ['cart', 4]);
  expect(linesOf(history)).toEqual([
    [4, [4]],
    [7, [2]],
  ]);
});

test('one more piece does not move its line', () => {
  expect(linesOf(historyOf(['cart', 4], ['cart', 7], ['cart', 4]))).toEqual([
    [7, [2]],
    [4, [3, 1]],
  ]);
});

test('what was wished for stays so until it is bought, each thing once, newest first', () => {
  const history = historyOf(['wish', 1], ['wish', 2], ['purchase', 1], ['wish', 3], ['like', 5]);
  expect(wishesOf(history).map((entry) => entry.index)).toEqual([3, 2]);
  expect(wishesOf(historyOf(['wish', 1], ['purchase', 1], ['wish', 1])).map((one) => one.event.id)).toEqual([
    3,
  ]);
});

test('nothing done is nothing in the cart', () => {
  expect(cartOf([])).toEqual([]);
  expect(wishesOf([])).toEqual([]);
});
