import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVENT_KINDS, KIND_CODE } from '../../domain/events.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { logOf } from '../testing/logs.ts';
import { weightHistory } from './weighted-history.ts';

const history = (events: readonly (readonly [number, (typeof EVENT_KINDS)[number]])[]) => ({
  item: Int32Array.from(events, ([item]) => item),
  kind: Uint8Array.from(events, ([, kind]) => KIND_CODE[kind]),
});

test('a look and then a refusal repel: ¼ − 1', () => {
  const { items, weights } = weightHistory(
    history([
      [3, 'view'],
      [3, 'dismiss'],
    ]),
    5,
  );
  expect([[...items], [...weights]]).toEqual([[3], [-0.75]]);
});

test('leaves out items outside the catalogue and events that cancel out', () => {
  const { items } = weightHistory(
    history([
      [5, 'like'],
      [-1, 'like'],
      [2, 'like'],
      [2, 'dismiss'],
      [1, 'cart'],
    ]),
    5,
  );
  expect([...items]).toEqual([1]);
});

test('orders items by their last event, whatever the kind; one that cancelled out takes no place', () => {
  const { items, recency } = weightHistory(
    history([
      [4, 'like'],
      [1, 'like'],
      [2, 'like'],
      [2, 'dismiss'],
      [3, 'dismiss'],
      [1, 'view'],
    ]),
    5,
  );
  expect([[...items], [...recency!]]).toEqual([
    [1, 3, 4],
    [0, 1, 2],
  ]);
});

test('weighs a visitor as the training log weighs a user, in whatever order the events come', () => {
  const event = fc.tuple(fc.nat(8), fc.constantFrom(...EVENT_KINDS));
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      const { items, weights } = weightHistory(history(events), 9);
      const csr = buildCsr(
        logOf(
          1,
          9,
          events.map(([item, kind]) => [0, item, kind]),
        ),
      );
      expect([...items]).toEqual([...csr.columns]);
      expect([...weights]).toEqual([...csr.weights]);
      expect(weightHistory(history([...events].reverse()), 9)).toMatchObject({ items, weights });
    }),
  );
});
