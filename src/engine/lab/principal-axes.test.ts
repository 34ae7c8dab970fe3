import { describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { atOnce } from '../training/steps.ts';
import { principalAxesSteps } from './principal-axes.ts';

/** Points around a centre with the given spread along each of some orthogonal directions. */
function cloud(seed: number, spreads: readonly number[], width: number, count = 400) {
  const rng = createRng(seed);
  const values = new Float32Array(count * width);
  const along = new Float64Array(count * spreads.length);
  for (let row = 0; row < count; row++) {
    spreads.forEach((spread, axis) => {
      const amount = spread * rng.normal();
      along[row * spreads.length + axis] = amount;
      // Direction of an axis: (1, ±1)/√2 of a pair of columns, so that no column is an axis itself.
      values[row * width + 2 * axis]! += amount / Math.SQRT2;
      values[row * width + 2 * axis + 1]! += (axis % 2 ? -amount : amount) / Math.SQRT2;
    });
    for (let d = 0; d < width; d++) values[row * width + d]! += 5;
  }
  return { points: { count, width, values }, along };
}

describe('principal axes', () => {
  test.each([1, 2, 3])('are the directions of the largest spread, up to sign, seed %d', (seed) => {
    const { points, along } = cloud(seed, [3, 1.5, 0.3], 8);
    const { positions, explained } = atOnce(principalAxesSteps(points, 2, createRng(1)));
    for (const axis of [0, 1]) {
      let [dot, ours, theirs, mean] = [0, 0, 0, 0];
      for (let row = 0; row < points.count; row++) mean += along[row * 3 + axis]! / points.count;
      for (let row = 0; row < points.count; row++) {
        const [a, b] = [positions[row * 2 + axis]!, along[row * 3 + axis]! - mean];
        dot += a * b;
        ours += a * a;
        theirs += b * b;
      }
      expect(Math.abs(dot) / Math.sqrt(ours * theirs)).toBeGreaterThan(0.98);
    }
    // Spreads of 9 : 2.25 : 0.09 in variance.
    expect(explained[0]!).toBeCloseTo(9 / 11.34, 1);
    expect(explained[1]!).toBeCloseTo(2.25 / 11.34, 1);
  });

  test('are the same for the same points whatever the random directions, to what f32 holds', () => {
    const { points } = cloud(4, [3, 1.5, 0.3], 8);
    const [one, other] = [1, 99].map((seed) => atOnce(principalAxesSteps(points, 2, createRng(seed))));
    one!.positions.forEach((value, i) => expect(other!.positions[i]).toBeCloseTo(value, 4));
  });

  test('of points that are all the same explain nothing, and one axis is enough for points of one number', () => {
    const same = { count: 3, width: 2, values: new Float32Array(6).fill(2) };
    expect(atOnce(principalAxesSteps(same, 2, createRng(1)))).toEqual({
      positions: new Float32Array(6),
      explained: [0, 0],
    });
    const line = { count: 3, width: 1, values: Float32Array.of(1, 2, 6) };
    const { positions, explained } = atOnce(principalAxesSteps(line, 2, createRng(1)));
    [-2, 0, -1, 0, 3, 0].forEach((value, i) => expect(positions[i]).toBeCloseTo(value, 6));
    expect(explained[0]).toBeCloseTo(1, 12);
    expect(explained[1]).toBe(0);
  });
});
