import { describe, expect, test } from 'vitest';
import { wholeRows } from './use-columns.ts';

describe('wholeRows', () => {
  test.each([
    [33, 4, 32],
    [33, 2, 32],
    [34, 4, 32],
    [35, 4, 35],
    [36, 4, 36],
    [36, 5, 35],
    [3, 4, 3],
    [1, 4, 1],
    [7, 1, 7],
  ])('of %d things in %d columns, %d are shown', (count, columns, shown) => {
    expect(wholeRows(count, columns)).toBe(shown);
  });
});
