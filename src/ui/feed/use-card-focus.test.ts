import { describe, expect, test } from 'vitest';
import { neighbourOf } from './use-card-focus.ts';

/** Three columns, the last row short:  0 1 2 / 3 4 5 / 6 7 */
const places = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => ({ left: (i % 3) * 100, top: Math.floor(i / 3) * 200 }));

describe('neighbourOf', () => {
  test.each([
    [4, 'ArrowRight', 5],
    [4, 'ArrowLeft', 3],
    [4, 'ArrowDown', 7],
    [4, 'ArrowUp', 1],
    [2, 'ArrowRight', 3],
    [7, 'ArrowRight', null],
    [0, 'ArrowLeft', null],
    [0, 'ArrowUp', null],
    [5, 'ArrowDown', 7],
    [6, 'ArrowDown', null],
    [7, 'ArrowUp', 4],
    [4, 'Enter', null],
    [99, 'ArrowUp', null],
  ])('from card %d, %s leads to %s', (from, key, to) => {
    expect(neighbourOf(places, from, key)).toBe(to);
  });
});
