import { describe, expect, test } from 'vitest';
import { rowToKeep, shiftOf } from './kept-row.ts';

const row = (key: string, top: number, bottom = top + 400) => ({ key, top, bottom });
const before = [row('window', -600), row('because 3', -150), row('popular', 250), row('more', 650, 3000)];

describe('rowToKeep', () => {
  test('is the row that was acted in while it is on screen', () => {
    expect(rowToKeep(before, 'more', 800)?.key).toBe('more');
    expect(rowToKeep(before, 'because 3', 800)?.key).toBe('because 3');
  });

  test('is the one in the middle of the screen when that row is not', () => {
    expect(rowToKeep(before, 'window', 800)?.key).toBe('popular');
    expect(rowToKeep(before, null, 800)?.key).toBe('popular');
    expect(rowToKeep([], null, 800)).toBeNull();
  });
});

describe('shiftOf', () => {
  test('is the height of what came above the row', () => {
    const after = [row('window', -600), row('because 9', -150), row('because 3', 250), row('popular', 650)];
    expect(shiftOf(row('popular', 250), after)).toBe(400);
  });

  test('is negative when something above it left, and nothing when the row itself did', () => {
    const after = [row('window', -600), row('popular', -150)];
    expect(shiftOf(row('popular', 250), after)).toBe(-400);
    expect(shiftOf(row('because 3', -150), after)).toBe(0);
  });
});
