import { expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { drawCumulative, firstAbove, nearNormal, shuffle, softExp } from './chance.ts';

test('softExp is 1 at 0, near e^x within x²/2048 and 0 far below', () => {
  expect(softExp(0)).toBe(1);
  for (const x of [-6, -1, 0.5, 1, 3, 5]) {
    expect(Math.abs(softExp(x) / Math.exp(x) - 1)).toBeLessThan((x * x) / 2000);
  }
  expect(softExp(-5000)).toBe(0);
});

test('firstAbove finds the first running sum above the target', () => {
  const sums = Float64Array.of(1, 1, 4, 9);
  expect([0, 0.99, 1, 3.9, 4, 8.9].map((target) => firstAbove(sums, target, 0, 4))).toEqual([
    0, 0, 2, 2, 3, 3,
  ]);
  expect(firstAbove(sums, 0, 2, 4)).toBe(2);
});

test('drawCumulative draws as often as the weights say, and never what weighs nothing (seed 3)', () => {
  const rng = createRng(3);
  const drawn = [0, 0, 0, 0];
  for (let i = 0; i < 9000; i++) drawn[drawCumulative(rng, Float64Array.of(1, 1, 4, 9), 0, 4)]!++;
  expect(drawn[1]).toBe(0);
  expect(drawn[0]! / 1000).toBeCloseTo(1, 0);
  expect(drawn[2]! / 1000).toBeCloseTo(3, 0);
  expect(drawn[3]! / 1000).toBeCloseTo(5, 0);
});

test('nearNormal has mean 0, deviation 1 and stays within 3 (seed 5)', () => {
  const rng = createRng(5);
  const draws = Array.from({ length: 20_000 }, () => nearNormal(rng));
  const mean = draws.reduce((a, b) => a + b) / draws.length;
  const variance = draws.reduce((a, b) => a + b * b, 0) / draws.length - mean * mean;
  expect(Math.abs(mean)).toBeLessThan(0.03);
  expect(Math.abs(variance - 1)).toBeLessThan(0.03);
  expect(Math.max(...draws.map(Math.abs))).toBeLessThanOrEqual(3);
});

test('shuffle keeps every element and changes the order (seed 1)', () => {
  const shuffled = shuffle(createRng(1), [1, 2, 3, 4, 5, 6, 7, 8]);
  expect(shuffled).not.toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(shuffled.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});
