import { expect, test } from 'vitest';
import { neighboursOf } from './neighbours.ts';

test('of points on a line, those at distance 1 and 2 are nearest; of two as far the first', () => {
  const positions = Float32Array.of(0, 0, 2, 0, 1, 0, 5, 0, -2, 0);
  expect(neighboursOf(positions, 0, 2)).toEqual([2, 1]);
  expect(neighboursOf(positions, 0, 9)).toEqual([2, 1, 4, 3]);
});
