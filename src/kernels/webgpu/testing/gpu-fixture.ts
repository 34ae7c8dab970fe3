import { expect } from 'vitest';

/**
 * A device with the limits that every WebGPU device has, so that a shader which needs more fails here.
 * Without an adapter the test fails: it never skips.
 */
export async function openTestDevice(): Promise<GPUDevice> {
  const adapter = await navigator.gpu?.requestAdapter();
  expect(adapter, 'these tests need a WebGPU adapter; a software one will do').toBeTruthy();
  return adapter!.requestDevice();
}

/** Counts the device's buffers that were created and not destroyed, from now on. */
export function countLiveBuffers(device: GPUDevice): () => number {
  let live = 0;
  const create = device.createBuffer.bind(device);
  device.createBuffer = (descriptor) => {
    const buffer = create(descriptor);
    const destroy = buffer.destroy.bind(buffer);
    let destroyed = false;
    live++;
    buffer.destroy = () => {
      if (!destroyed) live--;
      destroyed = true;
      destroy();
    };
    return buffer;
  };
  return () => live;
}

/** Largest difference relative to the largest magnitude expected; NaN anywhere counts as infinitely far. */
export function relativeError(actual: Float32Array, expected: Float32Array): number {
  expect(actual.length).toBe(expected.length);
  let worst = 0;
  let largest = 0;
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs(actual[i]! - expected[i]!);
    worst = Math.max(worst, Number.isNaN(difference) ? Infinity : difference);
    largest = Math.max(largest, Math.abs(expected[i]!));
  }
  return worst === 0 ? 0 : worst / largest;
}
