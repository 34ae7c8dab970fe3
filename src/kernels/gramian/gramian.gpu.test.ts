import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { KERNEL_TOLERANCE } from '../home.ts';
import type { KernelHome } from '../home.ts';
import { createReferenceHome } from '../reference-home.ts';
import { createWebGpuHome } from '../webgpu-home.ts';
import { openTestDevice, relativeError } from '../webgpu/testing/gpu-fixture.ts';

let home: KernelHome;
beforeAll(async () => {
  home = createWebGpuHome(await openTestDevice(), 'test');
});
afterAll(() => home.dispose());

async function gramianOf(where: KernelHome, rows: Float32Array, rowCount: number, dim: number) {
  const input = where.createF32(rows);
  const out = where.createF32(new Float32Array(dim * dim).fill(7));
  await where.gramian({ rows: input, rowCount, dim, out });
  const result = await where.read(out);
  input.release();
  out.release();
  return result;
}

describe('gramian on WebGPU', () => {
  test('of (1,2) and (3,4) is (10,14;14,20), exactly', async () => {
    expect([...(await gramianOf(home, Float32Array.of(1, 2, 3, 4), 2, 2))]).toEqual([10, 14, 14, 20]);
  });

  test('of no rows is zero and overwrites what was there', async () => {
    expect([...(await gramianOf(home, new Float32Array(0), 0, 3))]).toEqual(
      Array.from({ length: 9 }, () => 0),
    );
  });

  test('leaves rows beyond rowCount out', async () => {
    expect([...(await gramianOf(home, Float32Array.of(2, 9, 9), 1, 1))]).toEqual([4]);
  });

  const shapes = [1, 3, 4, 16, 17, 63, 64, 65, 192].flatMap((dim) => [1, 37, 300].map((rows) => [dim, rows]));
  test.each([...shapes, [64, 5000], [512, 40]])(
    'dim %i, %i rows: as the reference, symmetric',
    async (...shape) => {
      const [dim, rowCount] = shape as [number, number];
      const rng = createRng(dim * 1000 + rowCount);
      const rows = Float32Array.from({ length: dim * rowCount }, () => rng.normal());
      const actual = await gramianOf(home, rows, rowCount, dim);
      expect(
        relativeError(actual, await gramianOf(createReferenceHome(), rows, rowCount, dim)),
      ).toBeLessThanOrEqual(KERNEL_TOLERANCE);
      const mirrored = actual.map((_, place) => actual[(place % dim) * dim + Math.floor(place / dim)]!);
      expect(actual).toEqual(mirrored);
    },
  );
});
