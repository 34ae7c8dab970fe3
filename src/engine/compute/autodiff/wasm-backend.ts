import '@tensorflow/tfjs-backend-wasm/dist/register_all_kernels.js';
import { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm.js';
import { loadGlue } from '#tfjs-wasm-glue';
import { registerBackend, removeBackend, setBackend, util } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { deferred } from '../../../domain/deferred.ts';
import type { Backend } from './backend.ts';
import { SharedBackend } from './backend.ts';
import type { HostMemory } from './host-updates.ts';
import { updateRowsOnHost, updateWeightOnHost } from './host-updates.ts';
import { replaceKernel, SEGMENT_SUM, segmentSumArgs, sumSegments } from './segment-sum.ts';
import { registerConvFilterGradient } from './wasm-conv-filter.ts';
import { registerFastGather } from './wasm-gather.ts';
import { registerFastMatMul } from './wasm-matmul.ts';

const NAME = 'wasm';

type WasmModule = ConstructorParameters<typeof BackendWasm>[0] & {
  cwrap(name: string, result: 'number' | null, args: readonly 'number'[]): (...args: never[]) => never;
};

let backend: BackendWasm | null = null;

// It has no such kernel of its own, and without it no gradient of a gather.
replaceKernel({
  kernelName: SEGMENT_SUM,
  backendName: NAME,
  kernelFunc(params) {
    const args = segmentSumArgs(params);
    const on = params.backend as BackendWasm;
    const out = on.makeOutput(args.outShape, args.x.dtype);
    // Where memory has grown, what was an array over it before is no more.
    const view = (tensor: TensorInfo): Int32Array | Float32Array =>
      on.typedArrayFromHeap(tensor) as Int32Array | Float32Array;
    sumSegments(args, view(args.x), view(args.ids) as Int32Array, view(out).fill(0));
    return out;
  },
});

registerFastMatMul(NAME);
registerFastGather(NAME);
registerConvFilterGradient(NAME);

/**
 * tfjs's WASM backend, SIMD, on the calling thread: its own threads start from a blob, which the page's policy
 * forbids, and serve few of the kernels.
 */
const shared = new SharedBackend(async () => {
  const opened = new BackendWasm(await startModule());
  backend = opened;
  registerBackend(NAME, () => opened);
  await setBackend(NAME);
  return () => removeBackend(NAME);
});

export async function openBackend(): Promise<Backend> {
  const close = await shared.hold();
  const memory: HostMemory = {
    f32: (tensor) => backend!.typedArrayFromHeap(tensor) as Float32Array,
    i32: (tensor) => backend!.typedArrayFromHeap(tensor) as Int32Array,
    // The module keeps what it has made of a matrix that it has multiplied by, under the matrix's number.
    written({ dataId }) {
      const { id, memoryOffset, shape } = backend!.dataIdMap.get(dataId);
      backend!.wasm.tfjs.disposeData(id);
      backend!.wasm.tfjs.registerTensor(id, util.sizeFromShape(shape), memoryOffset);
    },
  };
  return {
    name: NAME,
    updateWeight: (...args) => updateWeightOnHost(memory, ...args),
    updateRows: (...args) => updateRowsOnHost(memory, ...args),
    settled: () => Promise.resolve(),
    close,
  };
}

/**
 * Starts the module, and names its calls as tfjs's own start does (`init` in its backend_wasm.js). Rejects where the
 * code does not compile: Emscripten's start would not settle then.
 */
async function startModule(): Promise<WasmModule> {
  const { start, binary } = await loadGlue();
  const refused = deferred<never>();
  const starting = start({
    instantiateWasm(imports: WebAssembly.Imports, started: (instance: WebAssembly.Instance) => void) {
      WebAssembly.instantiate(binary, imports).then(({ instance }) => started(instance), refused.reject);
      return {};
    },
  });
  const module = (await Promise.race([starting, refused.promise])) as WasmModule;
  module.tfjs = {
    init: module.cwrap('init', null, []),
    initWithThreadsCount: module.cwrap('init_with_threads_count', null, ['number']),
    getThreadsCount: module.cwrap('get_threads_count', 'number', []),
    registerTensor: module.cwrap('register_tensor', null, ['number', 'number', 'number']),
    disposeData: module.cwrap('dispose_data', null, ['number']),
    dispose: module.cwrap('dispose', null, []),
  };
  return module;
}
