import { createWebGpuHome } from '../../kernels/webgpu-home.ts';
import { openTestDevice } from '../../kernels/webgpu/testing/gpu-fixture.ts';
import { CONFORMANCE_CLAIMS } from '../testing/conformance-claims.ts';
import { describeRecommender } from '../testing/describe-recommender.ts';
import { MODEL_KINDS } from './registry.ts';

for (const kind of MODEL_KINDS.filter(({ homes }) => homes.includes('webgpu'))) {
  describeRecommender(kind, CONFORMANCE_CLAIMS[kind.name]!, {
    name: 'webgpu',
    create: async () => createWebGpuHome(await openTestDevice(), 'test'),
  });
}
