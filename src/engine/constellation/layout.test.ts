import { describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { fitToFrame } from './fit-to-frame.ts';
import { Layout } from './layout.ts';
import { Spacing } from './spacing.ts';

const distance = (positions: Float32Array, a: number, b: number): number =>
  Math.hypot(positions[2 * a]! - positions[2 * b]!, positions[2 * a + 1]! - positions[2 * b + 1]!);

describe('the layout', () => {
  test('begins evenly over a disc: half of the points lie within 1/√2 of its radius', () => {
    const { positions } = new Layout(4000, createRng(3));
    const radii = Array.from({ length: 4000 }, (_, i) =>
      Math.hypot(positions[2 * i]!, positions[2 * i + 1]!),
    );
    const radius = Math.max(...radii);
    const inside = radii.filter((value) => value < radius / Math.SQRT2).length;
    expect(inside / 4000).toBeCloseTo(0.5, 1);
  });

  test('brings the ends of an edge together and keeps strangers apart', () => {
    // Two rings of twenty, each point joined to the six after it.
    const from = Int32Array.from({ length: 240 }, (_, e) => Math.floor(e / 6));
    const to = from.map((point, e) => (point < 20 ? 0 : 20) + ((point + 1 + (e % 6)) % 20));
    const graph = { from, to, weight: new Float32Array(240).fill(1) };
    const layout = new Layout(40, createRng(3));
    const meanOf = (same: boolean): number => {
      let sum = 0;
      let pairs = 0;
      for (let a = 0; a < 40; a++) {
        for (let b = 0; b < a; b++) {
          if ((a < 20 === b < 20) !== same) continue;
          sum += distance(layout.positions, a, b);
          pairs += 1;
        }
      }
      return sum / pairs;
    };
    expect(meanOf(false) / meanOf(true)).toBeLessThan(1.2);
    for (let step = 0; step < 300; step++) layout.step(graph, { rate: 0.05, exaggeration: 1 });
    expect(meanOf(false) / meanOf(true)).toBeGreaterThan(1.8);
  });

  test.each([1, 2])('of %i points stays finite', (count) => {
    const layout = new Layout(count, createRng(1));
    const graph = { from: new Int32Array(0), to: new Int32Array(0), weight: new Float32Array(0) };
    for (let step = 0; step < 50; step++) layout.step(graph, { rate: 0.05, exaggeration: 1 });
    expect(layout.positions.every(Number.isFinite)).toBe(true);
  });
});

describe('the spacing', () => {
  test('moves a pair that is too near apart along its line, and leaves the others', () => {
    // A wide square of corners, and two points almost on one another in the middle.
    const positions = Float32Array.of(-9, -9, 9, -9, 9, 9, -9, 9, 0, 0, 0.02, 0);
    const spacing = new Spacing(6);
    for (let turn = 0; turn < 40; turn++) spacing.apply(positions);
    expect([...positions.subarray(0, 8)]).toEqual([-9, -9, 9, -9, 9, 9, -9, 9]);
    // √(16 · ¼ / 6) deviations of about 7.35.
    expect(distance(positions, 4, 5)).toBeCloseTo(Math.sqrt(4 / 6) * 7.4, 0);
    expect(positions[9]).toBe(0);
    expect(positions[11]).toBe(0);
  });

  test('of points that all lie on one spot does nothing', () => {
    const positions = new Float32Array(12).fill(2);
    new Spacing(6).apply(positions);
    expect([...positions]).toEqual(Array(12).fill(2));
  });
});

describe('the frame', () => {
  /** A grid of 10 × 10 from (0, 0) to (9, 9), and what is added. */
  const grid = (...more: number[]): Float32Array =>
    Float32Array.from([
      ...Array.from({ length: 100 }, (_, i) => [i % 10, Math.floor(i / 10)]).flat(),
      ...more,
    ]);

  test('has as much to each side and everything within −1 … 1, unturned', () => {
    const fitted = fitToFrame(grid());
    expect(Math.max(...fitted.map(Math.abs))).toBeLessThan(1);
    expect(fitted[0]).toBeCloseTo(fitted[1]!, 6);
    expect(fitted[0]).toBeCloseTo(-fitted[198]!, 6);
    expect(fitted[0]).toBeLessThan(-0.6);
    expect(fitted[2]! - fitted[0]!).toBeGreaterThan(0.1);
    expect(fitted[3]).toBeCloseTo(fitted[1]!, 6);
  });

  test('is not made small by a point a million away', () => {
    const alone = fitToFrame(grid(5, 5));
    const stray = fitToFrame(grid(1e6, 5));
    const width = (fitted: Float32Array): number => distance(fitted, 0, 99);
    expect(Math.abs(stray[200]!)).toBeLessThan(1);
    expect(width(stray)).toBeCloseTo(width(alone), 1);
    expect(stray[1]! - alone[1]!).toBeCloseTo(0, 1);
  });

  test('of one point is the middle', () => {
    expect([...fitToFrame(Float32Array.of(3, 4))]).toEqual([0, 0]);
  });
});
