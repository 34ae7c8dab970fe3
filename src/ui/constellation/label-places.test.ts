import { describe, expect, test } from 'vitest';
import { placeLabels } from './label-places.ts';

const BOX = { width: 400, height: 300 };
const wish = (key: number, x: number, y: number) => ({ key, x, y, width: 60, height: 20 });

describe('names on the map', () => {
  test('stand where they want to when nothing is in the way', () => {
    expect(placeLabels([wish(1, 100, 100), wish(2, 300, 200)], BOX)).toEqual([
      { key: 1, slot: 0, x: 100, y: 100 },
      { key: 2, slot: 0, x: 300, y: 200 },
    ]);
  });

  test('step aside for those that come first', () => {
    const [first, second] = placeLabels([wish(1, 100, 100), wish(2, 110, 104)], BOX);
    expect(first).toEqual({ key: 1, slot: 0, x: 100, y: 100 });
    expect(Math.abs(second!.y - 100)).toBeGreaterThanOrEqual(23);
  });

  test('never overlap and never leave the box, however many there are', () => {
    const wishes = Array.from({ length: 40 }, (_, i) => wish(i, 180 + (i % 7) * 9, 140 + (i % 5) * 8));
    const placed = placeLabels(wishes, BOX);
    expect(placed.length).toBeGreaterThan(5);
    expect(placed.length).toBeLessThan(40);
    for (const [i, one] of placed.entries()) {
      expect(one.x).toBeGreaterThanOrEqual(30);
      expect(one.x).toBeLessThanOrEqual(370);
      for (const other of placed.slice(i + 1)) {
        expect(Math.abs(one.x - other.x) >= 60 || Math.abs(one.y - other.y) >= 20).toBe(true);
      }
    }
  });

  test('are moved in from the edge, and left out when their place is not on the map', () => {
    expect(placeLabels([wish(1, 5, 150)], BOX)).toEqual([{ key: 1, slot: 0, x: 33, y: 150 }]);
    expect(placeLabels([wish(1, -120, 150)], BOX)).toEqual([]);
  });

  test('do not cover what must be seen', () => {
    const lamp = { x: 100, y: 100, width: 14, height: 14 };
    const [placed] = placeLabels([wish(1, 100, 100)], BOX, new Map(), [lamp]);
    expect(placed).toEqual({ key: 1, slot: 1, x: 100, y: 78 });
  });

  test('keep the place they had while it is free', () => {
    expect(placeLabels([wish(1, 100, 100)], BOX, new Map([[1, 2]]))).toEqual([
      { key: 1, slot: 2, x: 100, y: 122 },
    ]);
  });
});
