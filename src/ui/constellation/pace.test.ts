import { expect, test } from 'vitest';
import { pauseBetween } from './pace.ts';

test('under a hand the map moves with the screen, and more slowly on a machine that draws slowly', () => {
  expect(pauseBetween('moved', 1)).toBe(16);
  expect(pauseBetween('moved', 20)).toBe(50);
});

test('points that drift are drawn thirty times a second, for a seventh of the time at most', () => {
  expect(pauseBetween('drifting', 1)).toBe(33);
  expect(pauseBetween('drifting', 9)).toBe(60);
});

test('while a model trains, drawing takes a thirtieth of the time or so', () => {
  expect(pauseBetween('training', 0.5)).toBe(120);
  expect(pauseBetween('training', 6)).toBe(200);
});
