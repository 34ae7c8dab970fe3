import { describe, expect, test } from 'vitest';
import { HomebodyError } from '../../domain/errors.ts';
import type { KernelHome, SolveRowsArgs } from '../home.ts';
import { createReferenceHome } from '../reference-home.ts';
import { randomPairCase, runPairs } from '../testing/pair-cases.ts';
import { createWebGpuHome } from '../webgpu-home.ts';
import { DeviceGuard } from './device-guard.ts';
import { laneOf } from './lane.ts';
import { PipelineCache } from './pipeline-cache.ts';
import { composeShader } from './shader.ts';
import { countLiveBuffers, openTestDevice } from './testing/gpu-fixture.ts';

/** One call of every kernel, its buffers released, and the gramian of (1,2): (1,2;2,4). */
async function useEveryKernel(home: KernelHome): Promise<number[]> {
  const rows = home.createF32(Float32Array.of(1, 2));
  const gramian = home.createF32(4);
  await home.gramian({ rows, rowCount: 1, dim: 2, out: gramian });
  const solve: SolveRowsArgs = {
    rowOffsets: home.createI32(Int32Array.of(0, 1)),
    columns: home.createI32(1),
    weights: home.createF32(Float32Array.of(1)),
    fixed: rows,
    gramian,
    unobservedWeight: 0.1,
    regularisation: home.createF32(Float32Array.of(1)),
    solution: home.createF32(2),
    rowLoss: home.createF32(1),
    dim: 2,
    cgSteps: 2,
    rowBegin: 0,
    rowEnd: 1,
  };
  await home.solveRows(solve);
  const outItems = home.createI32(1);
  const outScores = home.createF32(1);
  const nothing = home.createI32(2);
  const itemCount = 3000;
  const items = home.createF32(itemCount * 2);
  await home.scoreTopK({
    queries: rows,
    queryCount: 1,
    items,
    itemCount,
    dim: 2,
    excludedOffsets: nothing,
    excluded: nothing,
    k: 1,
    outItems,
    outScores,
  });
  await runPairs(home, randomPairCase(1, 20));
  const adam = { kind: 'adam', learningRate: 0.1, batchSize: 5 } as const;
  await runPairs(home, randomPairCase(1, 20, { learns: 'offset', optimiser: adam }));
  const result = [...(await home.read(gramian))];
  const solved = Object.values(solve).filter((argument) => typeof argument === 'object');
  for (const buffer of new Set([...solved, outItems, outScores, nothing, items])) buffer.release();
  return result;
}

async function failureOf(work: Promise<unknown>): Promise<HomebodyError> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(HomebodyError);
  return thrown as HomebodyError;
}

describe('buffers of the WebGPU home', () => {
  test('are zero when made, take writes at an offset, and are read in part', async () => {
    const home = createWebGpuHome(await openTestDevice(), 'test');
    const buffer = home.createF32(5);
    home.write(buffer, Float32Array.of(1, 2), 3);
    expect([...(await home.read(buffer))]).toEqual([0, 0, 0, 1, 2]);
    expect([...(await home.read(buffer, 2, 2))]).toEqual([0, 1]);
    expect([...(await home.read(buffer, 5))]).toEqual([]);
    expect([...(await home.readI32(home.createI32(Int32Array.of(-7, 2 ** 30))))]).toEqual([-7, 2 ** 30]);
    home.dispose();
  });

  test('copy a part of a larger array, not the whole of it', async () => {
    const home = createWebGpuHome(await openTestDevice(), 'test');
    const part = Float32Array.of(9, 1, 2, 9).subarray(1, 3);
    const buffer = home.createF32(part);
    expect([...(await home.read(buffer))]).toEqual([1, 2]);
    home.write(buffer, part.subarray(1), 0);
    expect([...(await home.read(buffer))]).toEqual([2, 2]);
    home.dispose();
  });

  test('are refused outside their length, after release and in another home', async () => {
    const home = createWebGpuHome(await openTestDevice(), 'test');
    const buffer = home.createF32(2);
    expect(() => home.write(buffer, Float32Array.of(1), 2)).toThrow('outside');
    expect((await failureOf(home.read(buffer, 1, 2))).code).toBe('shape/mismatch');
    const foreign = createReferenceHome().createF32(2);
    expect((await failureOf(home.read(foreign))).message).toContain('another home');
    buffer.release();
    expect((await failureOf(home.read(buffer))).message).toContain('after its release');
    home.dispose();
  });

  test('larger than the device can bind are refused with a remedy', async () => {
    const device = await openTestDevice();
    const home = createWebGpuHome(device, 'test');
    const tooLong = device.limits.maxStorageBufferBindingSize / 4 + 4;
    expect(() => home.createF32(tooLong)).toThrow(
      expect.objectContaining({ code: 'argument/range', remedy: expect.stringContaining('smaller') }),
    );
    home.dispose();
  });

  test('do not pile up: as many live after ten rounds as after one, none after dispose', async () => {
    const device = await openTestDevice();
    const liveBuffers = countLiveBuffers(device);
    const home = createWebGpuHome(device, 'test');
    expect(await useEveryKernel(home)).toEqual([1, 2, 2, 4]);
    const afterOne = liveBuffers();
    for (let round = 0; round < 9; round++) await useEveryKernel(home);
    expect(liveBuffers()).toBe(afterOne);
    home.createF32(8);
    home.dispose();
    expect(liveBuffers()).toBe(0);
  });
});

describe('calls of the WebGPU home', () => {
  test('act in the order in which they were made, awaited or not', async () => {
    const home = createWebGpuHome(await openTestDevice(), 'test');
    const rows = home.createF32(Float32Array.of(3));
    const square = home.createF32(1);
    const fourth = home.createF32(1);
    void home.gramian({ rows, rowCount: 1, dim: 1, out: square });
    void home.gramian({ rows: square, rowCount: 1, dim: 1, out: fourth });
    home.write(rows, Float32Array.of(100));
    expect([...(await home.read(fourth))]).toEqual([81]);
    home.dispose();
  });

  test('after dispose are refused', async () => {
    const home = createWebGpuHome(await openTestDevice(), 'test');
    home.dispose();
    expect(() => home.createF32(1)).toThrow('after its disposal');
  });
});

describe('PipelineCache', () => {
  const text = '@compute @workgroup_size(1) fn main() { let unused = DIM; }';

  test('keeps one pipeline a text: variants of a constant or of a part do not share one', async () => {
    const cache = new PipelineCache(await openTestDevice());
    const first = cache.get(composeShader('dim', { DIM: 4 }, [text]));
    expect(cache.get(composeShader('dim', { DIM: 4 }, [text]))).toBe(first);
    expect(cache.get(composeShader('dim', { DIM: 8 }, [text]))).not.toBe(first);
    expect(cache.get(composeShader('dim', { DIM: 4 }, [laneOf(4), text]))).not.toBe(first);
    expect(cache.get(composeShader('dim', { DIM: 4 }, [laneOf(5), text]))).not.toBe(first);
    expect(cache.size).toBe(4);
  });

  test('reports a WGSL error with its line instead of computing zeros', async () => {
    const cache = new PipelineCache(await openTestDevice());
    const broken = composeShader('planted', {}, [
      '@compute @workgroup_size(1) fn main() {',
      '  let a = nonsense;',
      '}',
    ]);
    const failure = await failureOf(cache.get(broken).compiled);
    expect(failure.code).toBe('internal');
    expect(failure.message).toContain('planted.wgsl does not compile');
    expect(failure.message).toContain('let a = nonsense;');
    expect(failure.detail).toMatchObject({ line: 2 });
  });

  test('reports a pipeline that compiles and cannot be made: too many threads', async () => {
    const cache = new PipelineCache(await openTestDevice());
    const tooWide = composeShader('wide', {}, ['@compute @workgroup_size(1024, 1024) fn main() {}']);
    expect((await failureOf(cache.get(tooWide).compiled)).message).toContain('wide.wgsl makes no pipeline');
  });
});

describe('DeviceGuard', () => {
  test("turns a validation error inside a call into that call's rejection, and goes on", async () => {
    const device = await openTestDevice();
    const guard = new DeviceGuard(device, 'test');
    const failure = await failureOf(
      guard.run('planted', async () => {
        device.createBuffer({ size: 16, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.STORAGE });
      }),
    );
    expect(failure.code).toBe('internal');
    expect(failure.message).toContain('planted: ');
    await expect(guard.run('next', async () => 5)).resolves.toBe(5);
  });

  test("turns an error outside of any call into a loss: `lost` and every later call reject with 'home/lost'", async () => {
    const device = await openTestDevice();
    const home = createWebGpuHome(device, 'test');
    const buffer = home.createF32(1);
    const heard = new Promise((resolve) => device.addEventListener('uncapturederror', resolve));
    device.createBuffer({ size: 16, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.STORAGE });
    // Errors reach the page with the next answer of the GPU.
    await Promise.all([heard, device.queue.onSubmittedWorkDone()]);
    const failure = await failureOf(home.lost);
    expect(failure).toMatchObject({ code: 'home/lost', detail: { reason: 'uncapturederror' } });
    expect(failure.message).toContain('outside of any call');
    expect(failure.cause).toBeInstanceOf(GPUValidationError);
    expect(await failureOf(home.read(buffer))).toBe(failure);
    expect(() => home.createF32(1)).toThrow('outside of any call');
    home.dispose();
  });
});

describe('a lost device', () => {
  test("rejects the calls under way, all later ones, and `lost`, with 'home/lost'", async () => {
    const device = await openTestDevice();
    const home = createWebGpuHome(device, 'test');
    const rows = home.createF32(64 * 20_000);
    const out = home.createF32(64 * 64);
    const underWay = [home.gramian({ rows, rowCount: 20_000, dim: 64, out }), home.read(out)];
    device.destroy();
    for (const call of underWay) expect((await failureOf(call)).code).toBe('home/lost');
    expect((await failureOf(home.lost)).code).toBe('home/lost');
    expect((await failureOf(home.read(out))).code).toBe('home/lost');
    expect((await failureOf(home.gramian({ rows, rowCount: 1, dim: 64, out }))).code).toBe('home/lost');
    expect(() => home.write(out, Float32Array.of(1))).toThrow(expect.objectContaining({ code: 'home/lost' }));
    expect(() => home.createF32(1)).toThrow(expect.objectContaining({ code: 'home/lost' }));
    home.dispose();
  });

  test('does not reject `lost` of a home that was disposed of before', async () => {
    const device = await openTestDevice();
    const home = createWebGpuHome(device, 'test');
    home.dispose();
    device.destroy();
    await device.lost;
    const settled = await Promise.race([home.lost.catch(() => 'lost'), Promise.resolve('pending')]);
    expect(settled).toBe('pending');
  });
});
