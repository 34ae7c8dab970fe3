import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KERNEL_TOLERANCE } from '../home.ts';
import type { KernelHome } from '../home.ts';
import { createReferenceHome } from '../reference-home.ts';
import { MULTIPLY_SHAPES, runMultiply } from '../testing/multiply-cases.ts';
import { createWebGpuHome } from '../webgpu-home.ts';
import { openTestDevice, relativeError } from '../webgpu/testing/gpu-fixture.ts';

let home: KernelHome;
beforeAll(async () => {
  home = createWebGpuHome(await openTestDevice(), 'test');
});
afterAll(() => home.dispose());

describe('multiply on WebGPU', () => {
  const lower = { rows: 300, depth: 40, columns: 300, part: 'lower' as const };
  const nothing = { rows: 2, depth: 0, columns: 3 };

  test.each([...MULTIPLY_SHAPES, lower, nothing])('as the reference: %o', async (shape) => {
    const expected = await runMultiply(createReferenceHome(), shape);
    expect(relativeError(await runMultiply(home, shape), expected)).toBeLessThanOrEqual(KERNEL_TOLERANCE);
  });

  test('gives the same bits a tile a call', async () => {
    const shape = { rows: 260, depth: 50, columns: 300, leftTransposed: true };
    expect(await runMultiply(home, shape, 1)).toEqual(await runMultiply(home, shape));
  });
});
