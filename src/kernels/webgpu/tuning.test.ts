import { expect, test } from 'vitest';
import { CPU_TUNING, GPU_TUNING, tuningFor } from './tuning.ts';

const info = (subgroupMaxSize?: number): GPUAdapterInfo => ({ subgroupMaxSize }) as GPUAdapterInfo;

test('subgroups as narrow as a CPU vector get the small workgroups, all others and the unknown the large', () => {
  expect(tuningFor(info(4))).toBe(CPU_TUNING);
  for (const wide of [8, 32, 64, 128]) expect(tuningFor(info(wide))).toBe(GPU_TUNING);
  expect(tuningFor(info(0))).toBe(GPU_TUNING);
  expect(tuningFor(info())).toBe(GPU_TUNING);
  expect(tuningFor(undefined)).toBe(GPU_TUNING);
});
