import '@tensorflow/tfjs-backend-cpu';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { env, findBackend, setBackend } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Backend } from './backend.ts';
import type { HostMemory } from './host-updates.ts';
import { updateRowsOnHost, updateWeightOnHost } from './host-updates.ts';
import { replaceKernel, SEGMENT_SUM, segmentSumArgs, sumSegments } from './segment-sum.ts';

const NAME = 'cpu';

// Its own walks all rows of x once for each segment.
replaceKernel({
  kernelName: SEGMENT_SUM,
  backendName: NAME,
  kernelFunc(params) {
    const args = segmentSumArgs(params);
    const on = params.backend as MathBackendCPU;
    const valuesOf = ({ dataId }: TensorInfo): Int32Array | Float32Array =>
      on.data.get(dataId).values as Int32Array | Float32Array;
    const size = args.segmentCount * args.width;
    const out = args.x.dtype === 'float32' ? new Float32Array(size) : new Int32Array(size);
    sumSegments(args, valuesOf(args.x), valuesOf(args.ids) as Int32Array, out);
    return on.makeTensorInfo(args.outShape, args.x.dtype, out);
  },
});

/** tfjs's backend of plain JavaScript. It holds nothing but its tensors, and stays. */
export async function openBackend(): Promise<Backend> {
  // Else it advertises tfjs's package for Node, which is not this.
  env().set('PROD', true);
  await setBackend(NAME);
  const { data } = findBackend(NAME) as MathBackendCPU;
  const memory: HostMemory = {
    f32: ({ dataId }) => data.get(dataId).values as Float32Array,
    i32: ({ dataId }) => data.get(dataId).values as Int32Array,
    written() {},
  };
  return {
    name: NAME,
    updateWeight: (...args) => updateWeightOnHost(memory, ...args),
    updateRows: (...args) => updateRowsOnHost(memory, ...args),
    settled: () => Promise.resolve(),
    close() {},
  };
}
