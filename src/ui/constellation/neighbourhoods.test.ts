import { describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { neighbourhoodsOf } from './neighbourhoods.ts';
import { DEMO_CATALOGUE } from '../../domain/ids.ts';
import { frameAt } from '../testing/fake-constellation.ts';
import { DEPARTMENTS, SHOP_ITEMS } from '../testing/fake-shop.ts';

/** `count` points around (x, y), within 0.05. */
function heap(x: number, y: number, count: number, seed: number): number[] {
  const rng = createRng(seed);
  return Array.from({ length: count }, () => [
    x + 0.1 * (rng.next() - 0.5),
    y + 0.1 * (rng.next() - 0.5),
  ]).flat();
}

const of = (department: readonly number[], positions: readonly number[]) =>
  neighbourhoodsOf(Int32Array.from(department), Float32Array.from(positions));

describe('neighbourhoods', () => {
  test('stand at the larger of two heaps, not at the empty ground between them', () => {
    const [only] = of(
      [...Array(40).fill(0), ...Array(25).fill(0)],
      [...heap(-0.6, 0.2, 40, 1), ...heap(0.7, -0.4, 25, 2)],
    );
    expect(only!.count).toBe(65);
    expect(only!.x).toBeCloseTo(-0.6, 1);
    expect(only!.y).toBeCloseTo(0.2, 1);
  });

  test('none is coherent in noise, all are once it has settled', () => {
    for (const [progress, coherent] of [
      [0, 0],
      [1, 12],
    ] as const) {
      const { department, positions } = frameAt(DEMO_CATALOGUE, SHOP_ITEMS, DEPARTMENTS, progress);
      const found = neighbourhoodsOf(department, positions);
      expect(found).toHaveLength(12);
      expect(found.filter((one) => one.coherent)).toHaveLength(coherent);
    }
  });

  test('a department that is everywhere has no neighbourhood, even where the map is dense', () => {
    const positions = [...heap(0, 0, 60, 3), ...heap(0, 0, 60, 4)];
    const found = of([...Array(60).fill(0), ...Array(60).fill(1)], positions);
    expect(found.map((one) => one.coherent)).toEqual([false, false]);
  });

  test('three points are none, and points of no known department belong to none', () => {
    const found = of([5, 5, 5, ...Array(40).fill(-1)], [...heap(0.5, 0.5, 3, 5), ...heap(-0.5, 0, 40, 6)]);
    expect(found.map(({ department, coherent }) => [department, coherent])).toEqual([[5, false]]);
  });

  test('keep their spot while it is nearly as dense as the densest', () => {
    const department = Int32Array.from(Array(60).fill(0));
    const positions = Float32Array.from([...heap(-0.6, 0, 31, 7), ...heap(0.6, 0, 29, 8)]);
    const before = [{ department: 0, count: 60, x: 0.6, y: 0, coherent: true }];
    expect(neighbourhoodsOf(department, positions)[0]!.x).toBeCloseTo(-0.6, 1);
    expect(neighbourhoodsOf(department, positions, before)[0]!.x).toBeCloseTo(0.6, 1);
  });
});
