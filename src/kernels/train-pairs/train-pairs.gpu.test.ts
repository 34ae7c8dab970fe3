import { expect, test } from 'vitest';
import { randomPairCase, runPairs } from '../testing/pair-cases.ts';
import { createWebGpuHome } from '../webgpu-home.ts';
import { openTestDevice } from '../webgpu/testing/gpu-fixture.ts';

test("WebGPU refuses trainPairs, of which it has no kernel: 'home/unavailable'", async () => {
  const home = createWebGpuHome(await openTestDevice(), 'test');
  await expect(runPairs(home, randomPairCase(1, 4))).rejects.toMatchObject({ code: 'home/unavailable' });
  home.dispose();
});
