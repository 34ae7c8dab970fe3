import type { HomeName } from '../domain/training.ts';

/**
 * A place where kernels run: WebGPU, WASM or plain TypeScript. All three take the same calls, keep the same
 * edge rules and agree within `KERNEL_TOLERANCE`. Data lives in buffers that the home owns; the host copies
 * in and out explicitly. Calls are queued in order; awaiting one means that its result can be read.
 */
export interface KernelHome {
  readonly name: HomeName;
  /** Adapter name, or e.g. '2 threads, SIMD'. */
  readonly device: string;
  readonly threads: number;
  /** Rejects with 'home/lost' forever after; resolves never while the home is well. */
  readonly lost: Promise<never>;

  createF32(lengthOrData: number | Float32Array): F32Buffer;
  createI32(lengthOrData: number | Int32Array): I32Buffer;
  write(target: F32Buffer, data: Float32Array, offset?: number): void;
  read(source: F32Buffer, offset?: number, length?: number): Promise<Float32Array<ArrayBuffer>>;
  readI32(source: I32Buffer, offset?: number, length?: number): Promise<Int32Array<ArrayBuffer>>;

  gramian(args: GramianArgs): Promise<void>;
  solveRows(args: SolveRowsArgs): Promise<void>;
  scoreTopK(args: ScoreTopKArgs): Promise<void>;

  /** Frees every buffer, ends threads. The home cannot be used afterwards. */
  dispose(): void;
}

interface KernelBuffer {
  readonly length: number;
  /** Gives the memory back. Using the buffer afterwards is a defect. */
  release(): void;
}
export interface F32Buffer extends KernelBuffer {
  readonly type: 'f32';
}
export interface I32Buffer extends KernelBuffer {
  readonly type: 'i32';
}

/** Largest difference allowed between homes, relative to the largest magnitude of the expected output. */
export const KERNEL_TOLERANCE = 1e-4;

/** out = Σ_r rows[r] rows[r]ᵀ. Symmetric, stored whole. No rows: all zero. */
export interface GramianArgs {
  readonly rows: F32Buffer; // [rowCount, dim]
  readonly rowCount: number;
  readonly dim: number;
  readonly out: F32Buffer; // [dim, dim]
}

/**
 * For each row r in [rowBegin, rowEnd): a few conjugate-gradient steps, warm-started from `solution[r]`, on
 *   (Σ_j |w_rj| y_j y_jᵀ + unobservedWeight · gramian + regularisation[r] · I) x = Σ_j w_rj y_j
 * over the entries j of the row, with y_j = fixed[column_j]. A weight's magnitude is the confidence and its
 * sign the target (+1 attracts, −1 repels): |w| (x·y − sign w)² is minimised (Hu, Koren, Volinsky 2008;
 * CG: Takács, Pilászy, Tikk 2011). An empty row solves to zero exactly.
 * rowLoss[r] becomes Σ_j |w_rj| (x₀·y_j − sign w_rj)² of the solution as it was *before* the steps.
 */
export interface SolveRowsArgs {
  readonly rowOffsets: I32Buffer; // [rowCount + 1]
  readonly columns: I32Buffer; // [entryCount], each in [0, columnCount)
  readonly weights: F32Buffer; // [entryCount], signed, not 0
  readonly fixed: F32Buffer; // [columnCount, dim]
  readonly gramian: F32Buffer; // [dim, dim]
  readonly unobservedWeight: number;
  readonly regularisation: F32Buffer; // [rowCount]
  readonly solution: F32Buffer; // [rowCount, dim], in and out
  readonly rowLoss: F32Buffer; // [rowCount], out
  readonly dim: number;
  readonly cgSteps: number;
  readonly rowBegin: number;
  readonly rowEnd: number;
}

/** The widest k of `scoreTopK`. */
export const MAX_TOP_K = 256;

/**
 * For each query q: the k items with the largest query·item, best first, ties by the smaller item, without
 * the items in excluded[excludedOffsets[q] … excludedOffsets[q+1]) (ascending within a query). An item whose
 * score is NaN or −Infinity is never listed; +Infinity comes before all finite scores. Missing places (k above
 * what is left, no items) hold item −1 and score −Infinity.
 */
export interface ScoreTopKArgs {
  readonly queries: F32Buffer; // [queryCount, dim]
  readonly queryCount: number;
  readonly items: F32Buffer; // [itemCount, dim]
  readonly itemCount: number;
  readonly dim: number;
  readonly excludedOffsets: I32Buffer; // [queryCount + 1]
  readonly excluded: I32Buffer; // [excludedOffsets[queryCount]], at least length 1
  readonly k: number; // 1 … MAX_TOP_K
  readonly outItems: I32Buffer; // [queryCount, k]
  readonly outScores: F32Buffer; // [queryCount, k]
}
