import { expect, test } from 'vitest';
import { approach, shareOf } from './tween.ts';

test('after one time constant 63 % of the way is gone, after none all of it', () => {
  expect(shareOf(90, 90)).toBeCloseTo(1 - 1 / Math.E, 12);
  expect(shareOf(0, 90)).toBe(0);
  expect(shareOf(16, 0)).toBe(1);
});

test('half the way from 0 to 1 is 0.5, and is not the end', () => {
  const current = Float32Array.of(0, 1);
  expect(approach(current, Float32Array.of(1, 1), 0.5)).toBe(false);
  expect([...current]).toEqual([0.5, 1]);
});

test('arrives exactly, in finite steps', () => {
  const current = Float32Array.of(-1, 0.3);
  const target = Float32Array.of(1, -0.7);
  let steps = 1;
  while (!approach(current, target, 0.3)) steps++;
  expect([...current]).toEqual([...target]);
  expect(steps).toBeLessThan(30);
});

test('two steps of half the time are one of the whole', () => {
  const once = Float32Array.of(0);
  const twice = Float32Array.of(0);
  approach(once, Float32Array.of(1), shareOf(40, 90));
  approach(twice, Float32Array.of(1), shareOf(20, 90));
  approach(twice, Float32Array.of(1), shareOf(20, 90));
  expect(twice[0]).toBeCloseTo(once[0]!, 6);
});
