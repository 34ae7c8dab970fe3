/**
 * The WASM home: kernels by SIMD over one linear memory, on threads where memory can be shared. The calling
 * thread never waits: threads report by messages. Short calls run on the calling thread at once, beside what
 * the threads do, so a visitor's fold-in and ranking are not held up by a training slice.
 */
import { HomebodyError } from '../domain/errors.ts';
import { CallOrder } from './call-order.ts';
import { requireBufferLength, requireSpan } from './checks.ts';
import { checkGramian } from './gramian/index.ts';
import { gramianJob, planGramian } from './gramian/wasm-job.ts';
import type {
  F32Buffer,
  GramianArgs,
  I32Buffer,
  KernelHome,
  MultiplyArgs,
  ScoreTopKArgs,
  SolveRowsArgs,
  TrainPairsArgs,
} from './home.ts';
import { checkMultiply } from './multiply/index.ts';
import { multiplyJob } from './multiply/wasm-job.ts';
import { checkScoreTopK } from './score-top-k/index.ts';
import { scoreTopKJob } from './score-top-k/wasm-job.ts';
import { checkSolveRows } from './solve-rows/index.ts';
import { solveRowsJob } from './solve-rows/wasm-job.ts';
import { checkTrainPairs } from './train-pairs/index.ts';
import { planTrainPairs, trainPairsJob } from './train-pairs/wasm-job.ts';
import { WasmBuffer } from './wasm-buffer.ts';
import { WasmHeap } from './wasm-heap.ts';
import type { AddressOf, WasmJob } from './wasm-job.ts';
import { type PoolOptions, type SpawnThread, WasmPool } from './wasm-pool.ts';
import { WasmRunner } from './wasm-runner.ts';

export interface WasmHomeOptions {
  /** The compiled build/kernels/plain.wasm or shared.wasm. Only the one that is needed is asked for. */
  loadModule(variant: 'plain' | 'shared'): Promise<WebAssembly.Module>;
  /** Threads beside the calling one. 0: all work is done on the calling thread. */
  readonly threads: number;
  /** Null where memory cannot be shared (a page that is not cross-origin isolated). */
  readonly spawnThread: SpawnThread | null;
  /** A home whose threads are not ready after so many ms is not made. Default: 10,000. */
  readonly readyWithinMs?: number;
  /** The most that all buffers may take. Default and maximum: 2 GiB. */
  readonly maxBytes?: number;
  /** Work in multiply-adds up to which a call runs on the calling thread, threads idle or busy. */
  readonly handOverAbove?: { readonly idle: number; readonly busy: number };
}

const PAGE_BYTES = 65536;
/** What `shared.wasm` allows. */
const MAX_PAGES = 32768;

/**
 * Calls of up to so many multiply-adds run on the calling thread: while the threads are idle, because handing
 * over costs more than it saves (0.2 ms), and while they are busy, because waiting would cost more (2 ms).
 */
const HAND_OVER_ABOVE = { idle: 2_000_000, busy: 16_000_000 };

/** Long enough for a slow phone that loads the threads' script; a worker that is refused in silence never starts. */
const READY_WITHIN_MS = 10_000;

/** A shared memory reserves its maximum at once; small devices refuse a large one. */
function createSharedMemory(maxPages: number): WebAssembly.Memory | null {
  for (let maximum = maxPages; maximum >= Math.min(maxPages, 1024); maximum >>= 1) {
    try {
      return new WebAssembly.Memory({ initial: 1, maximum, shared: true });
    } catch {
      // Too large for this device: half of it, or no threads at all.
    }
  }
  return null;
}

/** @throws 'home/unavailable' when WASM SIMD does not run here, 'worker/died' when a thread cannot be started. */
export async function createWasmHome(options: WasmHomeOptions): Promise<KernelHome> {
  const maxBytes = Math.min(options.maxBytes ?? Infinity, MAX_PAGES * PAGE_BYTES);
  const spawn = options.threads > 0 ? options.spawnThread : null;
  const shared = spawn && createSharedMemory(Math.ceil(maxBytes / PAGE_BYTES));
  const heap = new WasmHeap(shared ?? new WebAssembly.Memory({ initial: 1 }), maxBytes);
  let module: WebAssembly.Module;
  let runner: WasmRunner;
  try {
    module = await options.loadModule(shared ? 'shared' : 'plain');
    runner = await WasmRunner.create(module, heap);
  } catch (cause) {
    throw new HomebodyError('home/unavailable', 'The WASM kernels do not run here.', {
      detail: { reason: String(cause) },
      remedy: 'A browser with WebAssembly SIMD is needed (2021 or later).',
      cause,
    });
  }
  const home = new WasmHome(heap, runner, options.handOverAbove ?? HAND_OVER_ABOVE);
  if (spawn && shared) {
    const { threads, readyWithinMs = READY_WITHIN_MS } = options;
    await home.startThreads({ heap, module, threads, readyWithinMs }, spawn);
  }
  return home;
}

class WasmHome implements KernelHome {
  readonly name = 'wasm';
  readonly lost: Promise<never>;
  readonly #heap: WasmHeap;
  readonly #runner: WasmRunner;
  readonly #handOverAbove: { readonly idle: number; readonly busy: number };
  readonly #order = new CallOrder();
  readonly #addressOf: AddressOf;
  #pool: WasmPool | null = null;
  #threads = 1;
  /** Set when the home cannot compute any more. */
  #ended: HomebodyError | null = null;
  #lose!: (error: HomebodyError) => void;

  constructor(
    heap: WasmHeap,
    runner: WasmRunner,
    handOverAbove: { readonly idle: number; readonly busy: number },
  ) {
    this.#heap = heap;
    this.#runner = runner;
    this.#handOverAbove = handOverAbove;
    this.#addressOf = (buffer) => WasmBuffer.addressOf(buffer, heap);
    this.lost = new Promise((_, reject) => {
      this.#lose = reject;
    });
    this.lost.catch(() => {}); // Not everyone who uses a home watches for its loss.
  }

  async startThreads(options: PoolOptions, spawn: SpawnThread): Promise<void> {
    this.#pool = await WasmPool.start(options, spawn, (error) => this.#fail(error));
    this.#threads = options.threads;
  }

  get threads(): number {
    return this.#threads;
  }

  get device(): string {
    return `${this.#threads} ${this.#threads === 1 ? 'thread' : 'threads'}, SIMD`;
  }

  createF32(source: number | Float32Array): F32Buffer {
    const buffer = this.#createBuffer('f32', source);
    if (typeof source !== 'number') this.#heap.f32(this.#addressOf(buffer), source.length).set(source);
    return buffer;
  }

  createI32(source: number | Int32Array): I32Buffer {
    const buffer = this.#createBuffer('i32', source);
    if (typeof source !== 'number') this.#heap.i32(this.#addressOf(buffer), source.length).set(source);
    return buffer;
  }

  #createBuffer<Type extends 'f32' | 'i32'>(
    type: Type,
    source: number | ArrayLike<number>,
  ): WasmBuffer<Type> {
    if (this.#ended) throw this.#ended;
    const length = typeof source === 'number' ? source : source.length;
    requireBufferLength(length);
    return new WasmBuffer(type, length, this.#heap, (buffer, address) => {
      void this.#onHost([], [buffer], () => this.#heap.free(address));
    });
  }

  write(target: F32Buffer, data: Float32Array, offset = 0): void {
    requireSpan('write', target.length, offset, data.length);
    const address = this.#addressOf(target) + offset * 4;
    // The call may have to wait for earlier ones, and the caller may reuse its array meanwhile.
    const source = this.#pool?.busy ? data.slice() : data;
    this.#onHost([], [target], () => this.#heap.f32(address, source.length).set(source)).catch(() => {});
  }

  async read(
    source: F32Buffer,
    offset = 0,
    length: number = source.length - offset,
  ): Promise<Float32Array<ArrayBuffer>> {
    requireSpan('read', source.length, offset, length);
    const address = this.#addressOf(source) + offset * 4;
    const out = new Float32Array(length);
    await this.#onHost([source], [], () => out.set(this.#heap.f32(address, length)));
    return out;
  }

  async readI32(
    source: I32Buffer,
    offset = 0,
    length: number = source.length - offset,
  ): Promise<Int32Array<ArrayBuffer>> {
    requireSpan('read', source.length, offset, length);
    const address = this.#addressOf(source) + offset * 4;
    const out = new Int32Array(length);
    await this.#onHost([source], [], () => out.set(this.#heap.i32(address, length)));
    return out;
  }

  async gramian(args: GramianArgs): Promise<void> {
    checkGramian(args);
    const plan = planGramian(args.rowCount, args.dim);
    const partials = this.#heap.allocate(plan.partialsBytes);
    try {
      await this.#dispatch(gramianJob(args, plan, partials, this.#addressOf));
    } finally {
      this.#heap.free(partials);
    }
  }

  async solveRows(args: SolveRowsArgs): Promise<void> {
    checkSolveRows(args);
    const offsets = this.#heap.i32(this.#addressOf(args.rowOffsets), args.rowOffsets.length);
    const entries = (offsets[args.rowEnd] ?? 0) - (offsets[args.rowBegin] ?? 0);
    await this.#dispatch(solveRowsJob(args, entries, this.#addressOf));
  }

  async scoreTopK(args: ScoreTopKArgs): Promise<void> {
    checkScoreTopK(args);
    await this.#dispatch(scoreTopKJob(args, this.#addressOf));
  }

  async trainPairs(args: TrainPairsArgs): Promise<void> {
    checkTrainPairs(args);
    const plan = planTrainPairs(args);
    const workspace = this.#heap.allocate(plan.slotBytes + plan.gradientBytes);
    try {
      await this.#dispatch(trainPairsJob(args, plan, workspace, this.#addressOf));
    } finally {
      this.#heap.free(workspace);
    }
  }

  async multiply(args: MultiplyArgs): Promise<void> {
    checkMultiply(args);
    await this.#dispatch(multiplyJob(args, this.#addressOf));
  }

  dispose(): void {
    this.#end(new HomebodyError('home/lost', 'The home was disposed.'));
  }

  #dispatch(job: WasmJob): Promise<void> {
    if (this.#ended) throw this.#ended;
    const { reads, writes, multiplyAdds } = job;
    const pool = this.#pool;
    const { idle, busy } = this.#handOverAbove;
    const short = multiplyAdds <= (pool?.busy ? busy : idle);
    if (!pool || short) return this.#onHost(reads, writes, () => this.#runner.run(job));
    return this.#order.run({ reads, writes, place: 'threads', start: () => pool.submit(job) });
  }

  #onHost(
    reads: readonly object[],
    writes: readonly object[],
    start: () => void | Promise<void>,
  ): Promise<void> {
    return this.#order.run({ reads, writes, place: 'host', start });
  }

  #fail(error: HomebodyError): void {
    this.#end(error);
    this.#lose(
      new HomebodyError('home/lost', 'The WASM home lost a thread.', { detail: error.detail, cause: error }),
    );
  }

  #end(error: HomebodyError): void {
    if (this.#ended) return;
    this.#ended = error;
    this.#pool?.stop(error);
    this.#order.abandon(error);
  }
}
