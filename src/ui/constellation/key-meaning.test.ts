import { expect, test } from 'vitest';
import { keyMeaning } from './key-meaning.ts';

const plain = { altKey: false, ctrlKey: false, metaKey: false };

test.each([
  ['ArrowUp', { kind: 'step', dx: 0, dy: -1 }],
  ['ArrowRight', { kind: 'step', dx: 1, dy: 0 }],
  ['Enter', { kind: 'open' }],
  ['0', { kind: 'whole' }],
  ['Escape', { kind: 'away' }],
  ['Tab', null],
  ['l', null],
])('%s', (key, meaning) => {
  expect(keyMeaning({ ...plain, key })).toEqual(meaning);
});

test('plus and minus undo each other, with and without shift', () => {
  for (const [closer, further] of [
    ['+', '-'],
    ['=', '_'],
  ] as const) {
    const factors = [closer, further].map((key) => {
      const meaning = keyMeaning({ ...plain, key });
      return meaning?.kind === 'zoom' ? meaning.factor : NaN;
    });
    expect(factors[0]).toBeGreaterThan(1);
    expect(factors[0]! * factors[1]!).toBeCloseTo(1, 12);
  }
});

test('what goes back or zooms the page is left to the browser', () => {
  expect(keyMeaning({ ...plain, key: 'ArrowLeft', altKey: true })).toBeNull();
  expect(keyMeaning({ ...plain, key: '+', ctrlKey: true })).toBeNull();
  expect(keyMeaning({ ...plain, key: '0', metaKey: true })).toBeNull();
});
