import { expect, test } from 'vitest';
import { cardPlace } from './card-place.ts';

const MAP = { width: 480, height: 330 };
const CARD = { width: 264, height: 100 };

test('stands above its point, in its middle', () => {
  expect(cardPlace(240, 200, CARD, MAP)).toEqual([108, 86]);
});

test('stands below a point near the top', () => {
  expect(cardPlace(240, 60, CARD, MAP)).toEqual([108, 74]);
});

test('stays within the map', () => {
  expect(cardPlace(4, 200, CARD, MAP)[0]).toBe(8);
  expect(cardPlace(478, 200, CARD, MAP)[0]).toBe(480 - 264 - 8);
  expect(cardPlace(240, 100, { width: 264, height: 180 }, { width: 480, height: 200 })[1]).toBe(8);
});
