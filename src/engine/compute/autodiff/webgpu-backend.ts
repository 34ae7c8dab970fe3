import '@tensorflow/tfjs-backend-webgpu/dist/register_all_kernels.js';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu/dist/base.js';
import { findBackend, getKernel } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { HomebodyError } from '../../../domain/errors.ts';
import { GpuMemory } from '../../../kernels/webgpu/gpu-memory.ts';
import type { Pass, Scratch } from '../../../kernels/webgpu/pass.ts';
import { PipelineCache } from '../../../kernels/webgpu/pipeline-cache.ts';
import { Submitter } from '../../../kernels/webgpu/submitter.ts';
import { openGpuDevice } from '../gpu-device.ts';
import { isUnavailable } from '../home-provider.ts';
import type { Backend, WeightState } from './backend.ts';
import { replaceKernel, SEGMENT_SUM, segmentSumArgs } from './segment-sum.ts';
import { segmentSumPasses, updateRowsPasses, updateWeightPasses } from './webgpu/passes.ts';
import type { WeightBuffers } from './webgpu/passes.ts';

const NAME = 'webgpu';

/** tfjs's WebGPU backend on the device that the kernels run on too. @throws 'home/unavailable' */
export async function openBackend(): Promise<Backend> {
  const gpu = await openGpuDevice();
  if (isUnavailable(gpu)) {
    throw new HomebodyError('home/unavailable', gpu.unavailable, { remedy: 'Choose another home.' });
  }
  const passes = passesOf(findBackend(NAME) as WebGPUBackend);
  return {
    name: NAME,
    updateWeight(update, state, gradient) {
      const buffers = passes.inPlace(state);
      passes.submit(updateWeightPasses(update, buffers, passes.buffer(gradient), sizeOf(gradient)));
    },
    updateRows(update, state, ids, gradients) {
      const [limit = 0, width = 0] = state.weight.shape;
      const of = { buffer: passes.buffer(ids), count: sizeOf(ids), limit };
      const [buffers, by] = [passes.inPlace(state), passes.buffer(gradients)];
      passes.submit(updateRowsPasses(update, buffers, of, by, width, passes.scratch));
    },
    settled: () => passes.compiled(),
    close: () => gpu.close(),
  };
}

const stock = getKernel(SEGMENT_SUM, NAME)!;
// Its own adds number by number to a dense table, by compare and exchange.
replaceKernel({
  kernelName: SEGMENT_SUM,
  backendName: NAME,
  kernelFunc(params) {
    const { x, ids, rowCount, segmentCount, width, outShape } = segmentSumArgs(params);
    if (x.dtype !== 'float32' || rowCount * segmentCount * width === 0) return stock.kernelFunc(params);
    const backend = params.backend as WebGPUBackend;
    const passes = passesOf(backend);
    const out = backend.makeTensorInfo(outShape, 'float32');
    const of = { buffer: passes.buffer(ids), count: rowCount, limit: segmentCount };
    passes.submit(segmentSumPasses(of, passes.buffer(x), passes.buffer(out), width, passes.scratch));
    return out;
  },
});

/** Our passes between the programs of a backend of tfjs, on its buffers. */
class Passes {
  readonly scratch: Scratch;
  readonly #backend: WebGPUBackend;
  readonly #submitter: Submitter;
  #compiled: Promise<void> = Promise.resolve();

  constructor(backend: WebGPUBackend) {
    this.#backend = backend;
    const memory = new GpuMemory(backend.device);
    this.scratch = memory.scratch.bind(memory);
    this.#submitter = new Submitter(backend.device, new PipelineCache(backend.device));
  }

  buffer({ dataId }: TensorInfo): GPUBuffer {
    this.#backend.uploadToGPU(dataId);
    return this.#backend.tensorMap.get(dataId).resource as GPUBuffer;
  }

  /** The buffers of what is about to be written to. What tfjs remembers of their numbers is old then. */
  inPlace({ weight, moments }: WeightState): WeightBuffers {
    const written = (tensor: TensorInfo): GPUBuffer => {
      const buffer = this.buffer(tensor);
      this.#backend.tensorMap.get(tensor.dataId).values = null as never;
      return buffer;
    };
    return { weight: written(weight), moments: moments && [written(moments[0]), written(moments[1])] };
  }

  /** After all that tfjs has recorded so far. */
  submit(passes: readonly Pass[]): void {
    this.#backend.ensureCommandEncoderReady();
    this.#backend.endComputePassEncoder();
    this.#backend.submitQueue();
    const compiled = this.#submitter.submit(passes, passes.length);
    // Without their results: these would hold on to one another, one more a step.
    this.#compiled = Promise.all([this.#compiled, compiled]).then(() => {});
    // Whoever reads is told.
    this.#compiled.catch(() => {});
  }

  compiled(): Promise<void> {
    return this.#compiled;
  }
}

const known = new WeakMap<WebGPUBackend, Passes>();

function passesOf(backend: WebGPUBackend): Passes {
  const passes = known.get(backend) ?? new Passes(backend);
  known.set(backend, passes);
  return passes;
}

const sizeOf = ({ shape }: TensorInfo): number => shape.reduce((product, size) => product * size, 1);
