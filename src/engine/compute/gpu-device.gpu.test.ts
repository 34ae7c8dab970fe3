import '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createWebGpuHome } from '../../kernels/webgpu-home.ts';
import { gpuBufferOf } from '../../kernels/webgpu/gpu-array.ts';
import { chooseHome } from './choose-home.ts';
import type { GpuDevice } from './gpu-device.ts';
import { openGpuDevice } from './gpu-device.ts';
import { keepHome } from './home-keeper.ts';
import { isUnavailable } from './home-provider.ts';
import { referenceProvider } from './reference-provider.ts';
import { webGpuProvider } from './webgpu-provider.ts';

afterEach(() => vi.restoreAllMocks());

async function openOrFail(): Promise<GpuDevice> {
  const gpu = await openGpuDevice();
  if (isUnavailable(gpu)) throw new Error(`these tests need a WebGPU adapter: ${gpu.unavailable}`);
  return gpu;
}

/** 3 · 5 on tfjs's current backend, too large for its hand-over to the CPU. */
async function tfjsProduct(): Promise<number> {
  const product = tf.tidy(() => {
    const ones = tf.ones([64, 64]);
    return tf.mul(tf.mul(ones, 3), tf.mul(ones, 5));
  });
  const [first] = await product.data();
  product.dispose();
  return first!;
}

const providers = {
  webgpu: webGpuProvider(),
  wasm: { open: async () => ({ unavailable: 'not in this test' }) },
  reference: referenceProvider,
};

describe('openGpuDevice', () => {
  test("gives the device of tfjs's backend, with its name, and the same one to all", async () => {
    const gpu = await openOrFail();
    expect(tf.getBackend()).toBe('webgpu');
    expect((tf.backend() as unknown as { device: GPUDevice }).device).toBe(gpu.device);
    expect(gpu.name.length).toBeGreaterThan(0);
    const [second, third] = await Promise.all([openOrFail(), openOrFail()]);
    expect([second.device, third.device]).toEqual([gpu.device, gpu.device]);
    second.close();
    third.close();
    expect(await tfjsProduct()).toBe(15);
    gpu.close();
  });

  test('takes device and backend down when the last holder closes, and opens again', async () => {
    const first = await openOrFail();
    first.close();
    first.close();
    await first.device.lost;
    expect(tf.findBackend('webgpu')).toBe(null);
    const second = await openOrFail();
    expect(second.device).not.toBe(first.device);
    expect(await tfjsProduct()).toBe(15);
    second.close();
  });

  test('after a loss gives a fresh device, on which our kernels and tfjs work', async () => {
    const first = await openOrFail();
    first.device.destroy();
    await first.device.lost;
    const second = await openOrFail();
    expect(second.device).not.toBe(first.device);
    const home = createWebGpuHome(second.device, second.name);
    const out = home.createF32(1);
    await home.gramian({ rows: home.createF32(Float32Array.of(3)), rowCount: 1, dim: 1, out });
    expect([...(await home.read(out))]).toEqual([9]);
    expect(await tfjsProduct()).toBe(15);
    home.dispose();
    // The holder of the lost device has no say over the new one.
    first.close();
    expect(await tfjsProduct()).toBe(15);
    second.close();
  });

  test('is unavailable in words, without loading tfjs, where the adapter is null', async () => {
    vi.spyOn(navigator.gpu, 'requestAdapter').mockResolvedValue(null);
    const load = vi.fn<() => never>();
    expect(await openGpuDevice(load)).toEqual({ unavailable: 'WebGPU found no GPU that it may use.' });
    expect(load).not.toHaveBeenCalled();
    vi.restoreAllMocks();
    (await openOrFail()).close();
  });

  test('is unavailable in words where tfjs does not load, and works when it does', async () => {
    const answer = await openGpuDevice(() => Promise.reject(new Error('offline')));
    expect(answer).toEqual({ unavailable: 'The GPU device could not be opened: offline' });
    (await openOrFail()).close();
  });
});

describe('the WebGPU home on the device of tfjs', () => {
  test('shares a buffer with tfjs without a copy', async () => {
    const gpu = await openOrFail();
    const home = createWebGpuHome(gpu.device, gpu.name);
    const out = home.createF32(4);
    await home.gramian({ rows: home.createF32(Float32Array.of(1, 2)), rowCount: 1, dim: 2, out });
    const tensor = tf.tensor({ buffer: gpuBufferOf(out), zeroCopy: true }, [2, 2], 'float32');
    const doubled = tf.add(tensor, tensor);
    expect([...(await doubled.data())]).toEqual([2, 4, 4, 8]);
    tf.dispose([tensor, doubled]);
    home.dispose();
    gpu.close();
  });

  test('is chosen by force, and passes the calibration that auto puts it to', async () => {
    const now = (): number => performance.now();
    const forced = await chooseHome('webgpu', providers, now);
    expect(forced.report).toMatchObject({ home: 'webgpu', reason: 'forced' });
    forced.home.dispose();
    const { home, report } = await chooseHome('auto', providers, now);
    expect(report.unavailable).toEqual({ wasm: 'not in this test' });
    expect(report.calibration.webgpu).toBeGreaterThan(0);
    home.dispose();
  });

  test('comes back by reopen after a loss, and both homes free the device in the end', async () => {
    const keeper = await keepHome('webgpu', providers, () => 0);
    const lost = keeper.home;
    const gpu = await openOrFail();
    gpu.device.destroy();
    await expect(lost.lost).rejects.toMatchObject({ code: 'home/lost' });
    const { home } = await keeper.reopen();
    expect(home.name).toBe('webgpu');
    expect([...(await home.read(home.createF32(Float32Array.of(4))))]).toEqual([4]);
    home.dispose();
    expect(tf.findBackend('webgpu')).toBe(null);
  });
});
