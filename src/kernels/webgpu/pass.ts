import type { Shader } from './shader.ts';

/** One dispatch. Binding 0 is `settings`, the others follow in order. */
export interface Pass {
  readonly shader: Shader;
  readonly settings: ArrayBuffer;
  readonly bindings: readonly GPUBuffer[];
  readonly workgroups: readonly [x: number, y: number];
}

/** Uniforms: `u32` values first, `f32` values after them, padded to the 16 bytes that WGSL asks for. */
export function packSettings(u32: readonly number[], f32: readonly number[] = []): ArrayBuffer {
  const words = Math.ceil((u32.length + f32.length) / 4) * 4;
  const bytes = new ArrayBuffer(words * 4);
  new Uint32Array(bytes).set(u32);
  new Float32Array(bytes).set(f32, u32.length);
  return bytes;
}

/** Memory between passes. The same name gives the same buffer, grown when needed; contents do not last. */
export type Scratch = (name: string, length: number) => GPUBuffer;
