import { describe, expect, test } from 'vitest';
import { nearest, nearestTowards } from './nearest.ts';

/** A cross around (50, 50), and a point far to the right and a little below. */
const PIXELS = Float32Array.of(50, 50, 50, 20, 80, 50, 50, 80, 20, 50, 200, 60);

describe('the nearest point', () => {
  test('is the one beside the pointer', () => {
    expect(nearest(PIXELS, 77, 48, 12)).toBe(2);
  });

  test('is none when all are further than the radius', () => {
    expect(nearest(PIXELS, 140, 50, 12)).toBe(-1);
    expect(nearest(new Float32Array(0), 10, 10, 100)).toBe(-1);
  });
});

describe('towards', () => {
  test.each([
    ['up', 0, -1, 1],
    ['right', 1, 0, 2],
    ['down', 0, 1, 3],
    ['left', -1, 0, 4],
  ] as const)('%s from the middle of a cross is its arm', (_, dx, dy, arm) => {
    expect(nearestTowards(PIXELS, 0, dx, dy)).toBe(arm);
  });

  test('goes on past a gap', () => {
    expect(nearestTowards(PIXELS, 2, 1, 0)).toBe(5);
  });

  test('is none at the edge', () => {
    expect(nearestTowards(PIXELS, 5, 1, 0)).toBe(-1);
  });
});
