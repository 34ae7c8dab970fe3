import type { KernelHome } from '../../kernels/home.ts';

/** What a training needs from outside: time, turns, a way to stop. Nothing here is global. */
export interface TrainingRun {
  /** A monotonic clock, ms. */
  readonly now: () => number;
  /** Resolves after whatever else waits in this thread had its turn (a macrotask). */
  readonly yieldTurn: () => Promise<void>;
  readonly signal: AbortSignal;
  /** Longest stretch without a turn for others, ms. Default SLICE_MS; a command line may take longer ones. */
  readonly sliceMs?: number;
  readonly onProgress?: (progress: FitProgress) => void;
  /** What the passes begin from: random embeddings, or `resumeFrom`. */
  readonly onStart?: (snapshot: FitSnapshot) => void;
  /** The state after each pass. The arrays are not written to afterwards. */
  readonly onSnapshot?: (snapshot: FitSnapshot) => void;
  /** Where to go on from, instead of from random embeddings. */
  readonly resumeFrom?: FitSnapshot;
  /** A home in the place of one that was lost. Absent: a lost home ends the training. */
  readonly reopenHome?: (lost: KernelHome) => Promise<KernelHome>;
}

export interface FitProgress {
  /** Passes done, and as a fraction with the running one counted in part. */
  readonly epoch: number;
  readonly fraction: number;
  readonly losses: readonly number[];
  /** NDCG@10 on items that a model keeps back to know when to stop, after each pass. Absent where none does. */
  readonly validations?: readonly number[];
  readonly home: KernelHome['name'];
  readonly recovered?: { readonly fromEpoch: number; readonly home: KernelHome['name'] };
}

/** A training between two passes, on the host. */
export interface FitSnapshot {
  readonly epoch: number;
  /** Float32[userCount · dim]. */
  readonly userEmbeddings: Float32Array<ArrayBuffer>;
  /** Float32[itemCount · dim]. */
  readonly itemEmbeddings: Float32Array<ArrayBuffer>;
  /** One a pass. */
  readonly losses: readonly number[];
}

/** Aimed-at length of a slice; leaves room under the 16 ms that a slice may take. */
export const SLICE_MS = 9;
