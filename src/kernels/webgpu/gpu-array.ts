import { HomebodyError } from '../../domain/errors.ts';
import type { F32Buffer, I32Buffer } from '../home.ts';

/** A typed array in GPU memory, elements of 4 bytes. tfjs can take its buffer as a tensor without a copy. */
export class GpuArray<Type extends 'f32' | 'i32'> {
  readonly type: Type;
  readonly length: number;
  /** What it was made from, for as long as no kernel has written to it. */
  host: Int32Array | null;
  #buffer: GPUBuffer | null;
  readonly #onRelease: () => void;

  constructor(type: Type, length: number, host: Int32Array | null, buffer: GPUBuffer, onRelease: () => void) {
    this.type = type;
    this.length = length;
    this.host = host;
    this.#buffer = buffer;
    this.#onRelease = onRelease;
  }

  /** @throws 'internal' after `release`. */
  get buffer(): GPUBuffer {
    if (this.#buffer === null) throw new HomebodyError('internal', 'A buffer was used after its release.');
    return this.#buffer;
  }

  /** Work that was submitted before still finishes. */
  release(): void {
    if (this.#buffer === null) return;
    this.#buffer.destroy();
    this.#buffer = null;
    this.host = null;
    this.#onRelease();
  }
}

/** The GPU's buffer behind a home's buffer. @throws 'internal' for a buffer of another home. */
export function gpuBufferOf(buffer: F32Buffer | I32Buffer): GPUBuffer {
  if (buffer instanceof GpuArray) return buffer.buffer;
  throw new HomebodyError('internal', 'A buffer of another home was given to the WebGPU home.');
}

/** What the buffer was made from. @throws 'internal' where a kernel has written to it since, or it was made empty */
export function hostArrayOf(buffer: I32Buffer): Int32Array {
  if (buffer instanceof GpuArray && buffer.host) return buffer.host;
  throw new HomebodyError('internal', 'trainPairs on WebGPU takes pairs that the host has given.');
}

/** A kernel writes to the buffer. */
export function forgetHostArray(buffer: I32Buffer): void {
  if (buffer instanceof GpuArray) buffer.host = null;
}
