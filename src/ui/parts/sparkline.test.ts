import { expect, test } from 'vitest';
import { sparkPoints } from './sparkline.tsx';

test('two values make a line from the upper left to the lower right', () => {
  expect(sparkPoints([2, 1])).toBe('0.0,2.0 100.0,26.0');
});

test('equal values make a level line', () => {
  expect(sparkPoints([3, 3, 3])).toBe('0.0,2.0 50.0,2.0 100.0,2.0');
});

test('fewer than two values make no line', () => {
  expect(sparkPoints([])).toBe('');
  expect(sparkPoints([1])).toBe('');
});
