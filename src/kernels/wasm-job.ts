import type { F32Buffer, I32Buffer } from './home.ts';

/** The exports of the WASM module; a job names one by its place here. */
export const WASM_KERNELS = [
  'gramian',
  'solveRows',
  'scoreTopK',
  'trainPairsBySgd',
  'trainPairsByAdam',
  'multiply',
] as const;

type Kernel = (job: number, begin: number, end: number, scratch: number) => void;

/** What `kernels.as.ts` exports. All state is in the addresses given: instances can share one memory. */
export interface WasmExports extends Record<(typeof WASM_KERNELS)[number], Kernel> {
  gramianFinish(job: number): void;
}

/** One kernel call, ready for any thread: units [0, units) can be shared out in any way. */
export interface WasmJob {
  readonly kernel: number;
  /** The kernel's own arguments: addresses, integers and the bits of f32 numbers. At most `JOB_WORDS`. */
  readonly words: readonly number[];
  readonly units: number;
  /** Units that a thread takes at a time. */
  readonly chunk: number;
  /** The work in f32 multiply-adds. */
  readonly multiplyAdds: number;
  readonly reads: readonly (F32Buffer | I32Buffer)[];
  readonly writes: readonly (F32Buffer | I32Buffer)[];
}

export const JOB_WORDS = 32;

/** Scratch of one thread: enough for every kernel at `MAX_DIM`, and for two packed tiles and 4 × 8 sums. */
export const SCRATCH_BYTES = 131_200;

/** Address of a buffer. */
export type AddressOf = (buffer: F32Buffer | I32Buffer) => number;

/** Work that a thread takes at a time, some 50 µs: small against a slice, large against taking it. */
const CHUNK_MULTIPLY_ADDS = 400_000;

/** Units of one chunk, a multiple of `step`, when each unit costs `unitMultiplyAdds` on average. */
export function chunkOf(unitMultiplyAdds: number, step: number): number {
  const units = CHUNK_MULTIPLY_ADDS / Math.max(unitMultiplyAdds, 1);
  return Math.min(Math.max(Math.round(units / step), 1), 1024) * step;
}

const f32 = new Float32Array(1);
const bits = new Int32Array(f32.buffer);

/** The bits of a number as f32, to travel among integers. */
export function bitsOf(value: number): number {
  f32[0] = value;
  return bits[0] ?? 0;
}
