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
  /** A home may keep the array: it is not to be written to afterwards. */
  createI32(lengthOrData: number | Int32Array): I32Buffer;
  write(target: F32Buffer, data: Float32Array, offset?: number): void;
  read(source: F32Buffer, offset?: number, length?: number): Promise<Float32Array<ArrayBuffer>>;
  readI32(source: I32Buffer, offset?: number, length?: number): Promise<Int32Array<ArrayBuffer>>;

  gramian(args: GramianArgs): Promise<void>;
  solveRows(args: SolveRowsArgs): Promise<void>;
  scoreTopK(args: ScoreTopKArgs): Promise<void>;
  trainPairs(args: TrainPairsArgs): Promise<void>;
  multiply(args: MultiplyArgs): Promise<void>;

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

/**
 * Stochastic gradients of the logistic loss −label·ln σ(z) − (1 − label)·ln(1 − σ(z)) over the pairs
 * [pairBegin, pairEnd), in their order, on the rows they touch and no others. With x the user's row and y the item's
 *   z = scale · s + offset,  s = x·y, or, where `biased`, Σ_{k < dim−1} x_k y_k + x_{dim−1} + y_{dim−1};
 * with `rivals`, s is that of the item less that of the rival (BPR). losses[p] becomes the loss of pair p before
 * the step that it is part of. Steps follow each other: the WASM home runs a call on one thread, WebGPU has one pass
 * after the other a batch of Adam, and one workgroup for SGD.
 */
export interface TrainPairsArgs {
  readonly users: I32Buffer; // [pairCount], each in [0, userCount)
  readonly items: I32Buffer; // [pairCount], each in [0, itemCount)
  readonly rivals: I32Buffer | null; // [pairCount], each in [0, itemCount)
  readonly labels: F32Buffer; // [pairCount], 0 … 1
  readonly losses: F32Buffer; // [pairCount], out
  readonly pairBegin: number;
  readonly pairEnd: number;
  readonly userEmbeddings: F32Buffer; // [userCount, dim], in and out
  readonly itemEmbeddings: F32Buffer; // [itemCount, dim], in and out
  readonly dim: number;
  /** The last column of both tables is a bias. */
  readonly biased: boolean;
  readonly output: F32Buffer; // [2]: scale, offset; in and out
  /** What of `output` is learnt. */
  readonly learns: 'nothing' | 'offset' | 'scale and offset';
  readonly optimiser: SgdOptimiser | AdamOptimiser;
}

/** One pair a step: each touched θ becomes θ − learningRate · (∂loss/∂θ + regularisation · θ). */
export interface SgdOptimiser {
  readonly kind: 'sgd';
  readonly learningRate: number;
  readonly regularisation: number;
}

/**
 * Adam (Kingma, Ba 2015) on the mean gradient of `batchSize` pairs a step, the last step with what is left; lazy:
 * a row that the batch does not touch keeps its value and its moments. As in the paper's algorithm 1, in tfjs and in
 * PyTorch, t counts steps from 1 and
 *   θ −= learningRate · m̂ / (√v̂ + epsilon),  m̂ = m / (1 − beta1ᵗ),  v̂ = v / (1 − beta2ᵗ).
 * Moments are m, then v, as large as what they belong to; zero before the first step.
 */
export interface AdamOptimiser {
  readonly kind: 'adam';
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly batchSize: number;
  /** Steps before this call. */
  readonly stepsDone: number;
  readonly userMoments: F32Buffer; // [2, userCount, dim], in and out
  readonly itemMoments: F32Buffer; // [2, itemCount, dim], in and out
  readonly outputMoments: F32Buffer; // [2, 2], in and out
}

/** Rows and columns of a tile of `multiply`. */
export const MULTIPLY_TILE = 128;

/** A block of a row-major matrix: value (r, c) is at offset + r · stride + c. */
export interface MatrixBlock {
  readonly buffer: F32Buffer;
  readonly offset: number;
  /** At least the block's columns. */
  readonly stride: number;
}

/**
 * out = left · right, out += left · right or out −= left · right, of blocks of matrices. The result is cut into tiles
 * of MULTIPLY_TILE × MULTIPLY_TILE, counted row by row; a call makes the tiles [tileBegin, tileEnd). Where only the
 * lower part is asked for, tiles that lie wholly above the diagonal keep what they hold. `out` is another buffer than
 * the others, which may be one.
 */
export interface MultiplyArgs {
  readonly left: MatrixBlock; // [rows, depth], [depth, rows] where transposed
  readonly right: MatrixBlock; // [depth, columns], [columns, depth] where transposed
  readonly out: MatrixBlock; // [rows, columns]
  readonly rows: number;
  readonly depth: number;
  readonly columns: number;
  readonly leftTransposed: boolean;
  readonly rightTransposed: boolean;
  readonly effect: 'set' | 'add' | 'subtract';
  readonly part: 'whole' | 'lower';
  readonly tileBegin: number;
  readonly tileEnd: number;
}
