import { HomebodyError } from '../domain/errors.ts';
import { requireSpan } from './checks.ts';
import { checkGramian } from './gramian/index.ts';
import type { F32Buffer, I32Buffer, KernelHome } from './home.ts';
import { checkScoreTopK } from './score-top-k/index.ts';
import { checkSolveRows } from './solve-rows/index.ts';
import { checkTrainPairs } from './train-pairs/index.ts';
import { DeviceGuard } from './webgpu/device-guard.ts';
import { gpuBufferOf } from './webgpu/gpu-array.ts';
import { GpuMemory } from './webgpu/gpu-memory.ts';
import { gramianPasses } from './webgpu/gramian-passes.ts';
import { MAX_SETTINGS_BYTES } from './webgpu/pass.ts';
import type { Pass } from './webgpu/pass.ts';
import { PipelineCache } from './webgpu/pipeline-cache.ts';
import { scoreTopKPasses } from './webgpu/score-top-k-passes.ts';
import { solveRowsPasses } from './webgpu/solve-rows-passes.ts';
import { tuningFor } from './webgpu/tuning.ts';
import type { Tuning } from './webgpu/tuning.ts';

/**
 * The WebGPU home on a device that someone else owns: `dispose` frees this home's buffers and leaves the device.
 * A call submits at once, in order; it resolves when the GPU is done, and rejects with 'internal' (the shader or
 * the call is wrong) or 'home/lost' (also when memory ran out). Buffers can be shared with tfjs: see `gpuBufferOf`.
 */
export function createWebGpuHome(
  device: GPUDevice,
  deviceName: string,
  tuning: Tuning = tuningFor(device.adapterInfo),
): KernelHome {
  const guard = new DeviceGuard(device, deviceName);
  const memory = new GpuMemory(device);
  const pipelines = new PipelineCache(device);
  const scratch = memory.scratch.bind(memory);
  const settings = device.createBuffer({
    label: 'settings',
    size: MAX_SETTINGS_BYTES,
    usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
  });

  /** Writes to the queue are in order with its submits, so one settings buffer serves every pass. */
  const submit = (pass: Pass): Promise<void> => {
    const { pipeline, compiled } = pipelines.get(pass.shader);
    device.queue.writeBuffer(settings, 0, pass.settings);
    const encoder = device.createCommandEncoder({ label: pass.shader.label });
    const compute = encoder.beginComputePass();
    compute.setPipeline(pipeline);
    compute.setBindGroup(
      0,
      device.createBindGroup({
        layout: pipeline.getBindGroupLayout(0),
        entries: [settings, ...pass.bindings].map((buffer, binding) => ({ binding, resource: { buffer } })),
      }),
    );
    compute.dispatchWorkgroups(...pass.workgroups);
    compute.end();
    device.queue.submit([encoder.finish()]);
    return compiled;
  };

  const run = (kernel: string, passes: () => readonly Pass[]): Promise<void> =>
    guard.run(kernel, async () => {
      const compiled = passes().map(submit);
      if (compiled.length > 0) await Promise.all([...compiled, device.queue.onSubmittedWorkDone()]);
    });

  const readBytes = async (
    source: F32Buffer | I32Buffer,
    offset: number,
    length: number,
  ): Promise<ArrayBuffer> => {
    requireSpan('read', source.length, offset, length);
    guard.check();
    const buffer = gpuBufferOf(source);
    if (length === 0) return new ArrayBuffer(0);
    let staging: GPUBuffer | undefined;
    try {
      return await guard.run('read', async () => {
        const usage = GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST;
        const target = device.createBuffer({ size: length * 4, usage });
        staging = target;
        const encoder = device.createCommandEncoder({ label: 'read' });
        encoder.copyBufferToBuffer(buffer, offset * 4, target, 0, length * 4);
        device.queue.submit([encoder.finish()]);
        await target.mapAsync(GPUMapMode.READ);
        return target.getMappedRange().slice(0);
      });
    } finally {
      staging?.destroy();
    }
  };

  return {
    name: 'webgpu',
    device: deviceName,
    threads: 1,
    lost: guard.lost,

    createF32(source) {
      guard.check();
      return memory.create('f32', source);
    },
    createI32(source) {
      guard.check();
      return memory.create('i32', source);
    },
    write(target, data, offset = 0) {
      requireSpan('write', target.length, offset, data.length);
      guard.check();
      if (data.length === 0) return;
      device.queue.writeBuffer(
        gpuBufferOf(target),
        offset * 4,
        data.buffer,
        data.byteOffset,
        data.byteLength,
      );
    },
    async read(source, offset = 0, length = source.length - offset) {
      return new Float32Array(await readBytes(source, offset, length));
    },
    async readI32(source, offset = 0, length = source.length - offset) {
      return new Int32Array(await readBytes(source, offset, length));
    },

    async gramian(args) {
      checkGramian(args);
      const buffers = { ...args, rows: gpuBufferOf(args.rows), out: gpuBufferOf(args.out) };
      await run('gramian', () => gramianPasses(buffers, scratch));
    },
    async solveRows(args) {
      checkSolveRows(args);
      const buffers = {
        ...args,
        rowOffsets: gpuBufferOf(args.rowOffsets),
        columns: gpuBufferOf(args.columns),
        weights: gpuBufferOf(args.weights),
        fixed: gpuBufferOf(args.fixed),
        gramian: gpuBufferOf(args.gramian),
        regularisation: gpuBufferOf(args.regularisation),
        solution: gpuBufferOf(args.solution),
        rowLoss: gpuBufferOf(args.rowLoss),
      };
      await run('solve-rows', () => solveRowsPasses(buffers, tuning.rowThreads));
    },
    async scoreTopK(args) {
      checkScoreTopK(args);
      const buffers = {
        ...args,
        queries: gpuBufferOf(args.queries),
        items: gpuBufferOf(args.items),
        excludedOffsets: gpuBufferOf(args.excludedOffsets),
        excluded: gpuBufferOf(args.excluded),
        outItems: gpuBufferOf(args.outItems),
        outScores: gpuBufferOf(args.outScores),
      };
      await run('score-top-k', () => scoreTopKPasses(buffers, scratch, tuning.queryThreads));
    },
    async trainPairs(args) {
      checkTrainPairs(args);
      throw new HomebodyError('home/unavailable', 'WebGPU has no trainPairs.', {
        remedy: 'Train this model on WebAssembly.',
      });
    },

    dispose() {
      guard.dispose();
      memory.releaseAll();
      settings.destroy();
    },
  };
}
