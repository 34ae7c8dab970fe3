import { afterAll } from 'vitest';
import { createWebGpuHome } from '../../kernels/webgpu-home.ts';
import type { GpuDevice } from '../compute/gpu-device.ts';
import { openGpuDevice } from '../compute/gpu-device.ts';
import { isUnavailable } from '../compute/home-provider.ts';
import { CONFORMANCE_CLAIMS } from '../testing/conformance-claims.ts';
import { describeRecommender } from '../testing/describe-recommender.ts';
import { MODEL_KINDS } from './registry.ts';

/** One device for all, as in the page: tfjs keeps what it has compiled on it for as long as somebody holds it. */
let held: GpuDevice | null = null;

async function device(): Promise<GPUDevice> {
  if (!held) {
    const opened = await openGpuDevice();
    if (isUnavailable(opened)) throw new Error(opened.unavailable);
    held = opened;
  }
  return held.device;
}

afterAll(() => held?.close());

for (const kind of MODEL_KINDS.filter(({ homes }) => homes.includes('webgpu'))) {
  describeRecommender(kind, CONFORMANCE_CLAIMS[kind.name]!, {
    name: 'webgpu',
    create: async () => createWebGpuHome(await device(), 'test'),
  });
}
