import { requireSpan } from './checks.ts';
import { checkGramian } from './gramian/index.ts';
import type { F32Buffer, I32Buffer, KernelHome } from './home.ts';
import { checkMultiply } from './multiply/index.ts';
import { checkScoreTopK } from './score-top-k/index.ts';
import { checkSolveRows } from './solve-rows/index.ts';
import { checkTrainPairs } from './train-pairs/index.ts';
import { DeviceGuard } from './webgpu/device-guard.ts';
import { forgetHostArray, gpuBufferOf, hostArrayOf } from './webgpu/gpu-array.ts';
import { GpuMemory } from './webgpu/gpu-memory.ts';
import { gramianPasses } from './webgpu/gramian-passes.ts';
import { multiplyPasses } from './webgpu/multiply-passes.ts';
import type { Pass } from './webgpu/pass.ts';
import { planPairs } from './webgpu/pair-plan.ts';
import { PipelineCache } from './webgpu/pipeline-cache.ts';
import { scoreTopKPasses } from './webgpu/score-top-k-passes.ts';
import { solveRowsPasses } from './webgpu/solve-rows-passes.ts';
import { Submitter } from './webgpu/submitter.ts';
import { adamPasses, sgdPasses } from './webgpu/train-pairs-passes.ts';
import { tuningFor } from './webgpu/tuning.ts';
import type { Tuning } from './webgpu/tuning.ts';

/** Passes of a batch of pairs are short. */
const PASSES_TOGETHER = 256;

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
  const scratch = memory.scratch.bind(memory);
  const submitter = new Submitter(device, new PipelineCache(device));

  const run = (kernel: string, passes: () => readonly Pass[], together?: number): Promise<void> =>
    guard.run(kernel, async () => {
      const made = passes();
      const compiled = submitter.submit(made, together);
      if (made.length > 0) await Promise.all([compiled, device.queue.onSubmittedWorkDone()]);
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
      forgetHostArray(args.outItems);
      await run('score-top-k', () => scoreTopKPasses(buffers, scratch, tuning.queryThreads));
    },
    async trainPairs(args) {
      checkTrainPairs(args);
      const { optimiser, rivals, dim } = args;
      const buffers = {
        ...args,
        users: gpuBufferOf(args.users),
        items: gpuBufferOf(args.items),
        rivals: rivals && gpuBufferOf(rivals),
        labels: gpuBufferOf(args.labels),
        losses: gpuBufferOf(args.losses),
        userEmbeddings: gpuBufferOf(args.userEmbeddings),
        itemEmbeddings: gpuBufferOf(args.itemEmbeddings),
        output: gpuBufferOf(args.output),
      };
      if (optimiser.kind === 'sgd') {
        await run('train-pairs', () => sgdPasses(buffers, optimiser, tuning.rowThreads));
        return;
      }
      const span = {
        users: hostArrayOf(args.users),
        items: hostArrayOf(args.items),
        rivals: rivals && hostArrayOf(rivals),
        begin: args.pairBegin,
        end: args.pairEnd,
      };
      const userCount = Math.floor(args.userEmbeddings.length / dim);
      const itemCount = Math.floor(args.itemEmbeddings.length / dim);
      const plan = planPairs(span, optimiser.batchSize, Math.max(userCount, itemCount));
      const adam = {
        ...optimiser,
        userMoments: gpuBufferOf(optimiser.userMoments),
        itemMoments: gpuBufferOf(optimiser.itemMoments),
        outputMoments: gpuBufferOf(optimiser.outputMoments),
      };
      const passes = (): readonly Pass[] => {
        const planBuffer = scratch('pair plan', plan.words.length);
        device.queue.writeBuffer(planBuffer, 0, plan.words);
        const counts = [userCount, itemCount] as const;
        return adamPasses(buffers, adam, plan, planBuffer, counts, scratch, tuning.rowThreads);
      };
      await run('train-pairs', passes, PASSES_TOGETHER);
    },
    async multiply(args) {
      checkMultiply(args);
      await run('multiply', () => multiplyPasses(args));
    },

    dispose() {
      guard.dispose();
      memory.releaseAll();
      submitter.dispose();
    },
  };
}
