import { describe, expect, test } from 'vitest';
import { placeOf, scaleOf, ticksOf } from './scale.ts';

describe('scaleOf', () => {
  test('holds all values; with room, 6 % of the span more at both ends', () => {
    expect(scaleOf([3, 1, 2], 'linear', false)).toEqual({ kind: 'linear', min: 1, max: 3 });
    expect(scaleOf([0, 100], 'linear', true)).toEqual({ kind: 'linear', min: -6, max: 106 });
  });

  test('one value alone lies in the middle', () => {
    expect(placeOf(scaleOf([4], 'linear', false), 4)).toBe(0.5);
    expect(placeOf(scaleOf([0], 'linear', false), 0)).toBe(0.5);
    expect(placeOf(scaleOf([8], 'log', false), 8)).toBeCloseTo(0.5, 12);
  });

  test('what cannot be drawn is left out', () => {
    expect(scaleOf([NaN, 1, 2, Infinity], 'linear', false)).toEqual({ kind: 'linear', min: 1, max: 2 });
    expect(scaleOf([0, -1, 1, 100], 'log', false)).toEqual({ kind: 'log', min: 1, max: 100 });
    expect(scaleOf([], 'linear', false)).toEqual({ kind: 'linear', min: 0, max: 1 });
  });
});

test('10 lies in the middle of a log scale from 1 to 100', () => {
  expect(placeOf({ kind: 'log', min: 1, max: 100 }, 10)).toBeCloseTo(0.5, 12);
});

describe('ticksOf', () => {
  test('are steps of 1, 2 or 5 times a power of ten', () => {
    expect(ticksOf({ kind: 'linear', min: 0.3, max: 0.62 }, 4)).toEqual([0.3, 0.4, 0.5, 0.6]);
    expect(ticksOf({ kind: 'linear', min: 1, max: 16 }, 4)).toEqual([5, 10, 15]);
    expect(ticksOf({ kind: 'linear', min: -0.011, max: 0.013 }, 5)).toEqual([-0.01, -0.005, 0, 0.005, 0.01]);
  });

  test('of a long log scale are powers of ten, of a short one 1, 2 and 5 of each', () => {
    expect(ticksOf({ kind: 'log', min: 1, max: 3260 }, 5)).toEqual([1, 10, 100, 1000]);
    expect(ticksOf({ kind: 'log', min: 2, max: 30 }, 6)).toEqual([2, 5, 10, 20]);
  });
});
