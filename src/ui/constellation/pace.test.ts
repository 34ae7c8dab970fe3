import { expect, test } from 'vitest';
import { pauseBetween } from './pace.ts';

test('draws 60 times a second, 20 times while training runs', () => {
  expect(pauseBetween(false, 1)).toBe(16);
  expect(pauseBetween(true, 1)).toBe(50);
});

test('a slow canvas is drawn less often: 20 ms a drawing, so 20 a second, or 2.5 in training', () => {
  expect(pauseBetween(false, 20)).toBe(50);
  expect(pauseBetween(true, 20)).toBe(400);
});
