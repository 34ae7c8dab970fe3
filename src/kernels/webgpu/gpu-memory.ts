import { HomebodyError } from '../../domain/errors.ts';
import { requireBufferLength } from '../checks.ts';
import { GpuArray } from './gpu-array.ts';

/** Every buffer of one home, so that one call frees them all. */
export class GpuMemory {
  readonly #device: GPUDevice;
  readonly #arrays = new Set<{ release(): void }>();
  readonly #scratch = new Map<string, GPUBuffer>();

  constructor(device: GPUDevice) {
    this.#device = device;
  }

  /** A zeroed array, or a copy of the source. @throws 'argument/range' beyond what the device can bind. */
  create<Type extends 'f32' | 'i32'>(type: Type, source: number | Float32Array | Int32Array): GpuArray<Type> {
    const length = typeof source === 'number' ? source : source.length;
    requireBufferLength(length);
    const buffer = this.#createStorage(length);
    const host = source instanceof Int32Array ? source : null;
    const array: GpuArray<Type> = new GpuArray(type, length, host, buffer, () => this.#arrays.delete(array));
    this.#arrays.add(array);
    if (typeof source !== 'number' && length > 0) {
      this.#device.queue.writeBuffer(buffer, 0, source.buffer, source.byteOffset, source.byteLength);
    }
    return array;
  }

  /** See `Scratch` in pass.ts. */
  scratch(name: string, length: number): GPUBuffer {
    const held = this.#scratch.get(name);
    if (held && held.size >= length * 4) return held;
    held?.destroy();
    const buffer = this.#createStorage(length);
    this.#scratch.set(name, buffer);
    return buffer;
  }

  #createStorage(length: number): GPUBuffer {
    // A binding must hold at least one element of its array: 16 bytes for a vec4.
    const size = Math.max(16, Math.ceil(length / 4) * 16);
    const { maxBufferSize, maxStorageBufferBindingSize } = this.#device.limits;
    const limit = Math.min(maxBufferSize, maxStorageBufferBindingSize);
    if (size > limit) {
      throw new HomebodyError(
        'argument/range',
        `The GPU binds ${limit} bytes at most; ${size} were asked for.`,
        {
          remedy: 'Choose a smaller width, or another compute home.',
          detail: { size, limit },
        },
      );
    }
    // Kernels bind it, the host writes and reads it, and tfjs can share it.
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
    return this.#device.createBuffer({ size, usage });
  }

  releaseAll(): void {
    for (const array of this.#arrays) array.release();
    for (const buffer of this.#scratch.values()) buffer.destroy();
    this.#scratch.clear();
  }
}
