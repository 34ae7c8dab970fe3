/** Runs jobs on the calling thread, by an instance of its own over the home's memory. */
import { HomebodyError } from '../domain/errors.ts';
import type { WasmHeap } from './wasm-heap.ts';
import { JOB_WORDS, SCRATCH_BYTES, WASM_KERNELS, type WasmExports, type WasmJob } from './wasm-job.ts';

/** Work between two turns of the event loop, in multiply-adds: some 3 ms. */
const TURN_MULTIPLY_ADDS = 32_000_000;

/** Lets everything that waits in the event loop have its turn; unlike a timer, it is not held back. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

export class WasmRunner {
  readonly #exports: WasmExports;
  readonly #heap: WasmHeap;
  readonly #job: number;
  readonly #scratch: number;

  private constructor(exports: WasmExports, heap: WasmHeap) {
    this.#exports = exports;
    this.#heap = heap;
    this.#job = heap.allocate(JOB_WORDS * 4);
    this.#scratch = heap.allocate(SCRATCH_BYTES);
  }

  static async create(module: WebAssembly.Module, heap: WasmHeap): Promise<WasmRunner> {
    const { exports } = await WebAssembly.instantiate(module, { env: { memory: heap.memory } });
    // The module is ours, built from kernels.as.ts.
    return new WasmRunner(exports as unknown as WasmExports, heap);
  }

  /** At once and in one go when the job is short; else in slices with a turn of the event loop between. */
  run(job: WasmJob): void | Promise<void> {
    const step = Math.ceil((job.units * TURN_MULTIPLY_ADDS) / Math.max(job.multiplyAdds, 1));
    if (step < job.units) return this.#runInTurns(job, step);
    this.#runUnits(job, 0, job.units);
    return undefined;
  }

  async #runInTurns(job: WasmJob, step: number): Promise<void> {
    for (let begin = 0; begin < job.units; begin += step) {
      if (begin > 0) await turn();
      this.#runUnits(job, begin, Math.min(begin + step, job.units));
    }
  }

  /** Another job may have run since the last units: the arguments are written anew. */
  #runUnits(job: WasmJob, begin: number, end: number): void {
    this.#heap.i32(this.#job, JOB_WORDS).set(job.words);
    const kernel = WASM_KERNELS[job.kernel] ?? 'gramian';
    try {
      this.#exports[kernel](this.#job, begin, end, this.#scratch);
      if (kernel === 'gramian' && end === job.units) this.#exports.gramianFinish(this.#job);
    } catch (cause) {
      throw new HomebodyError('internal', `${kernel} left its memory: an index is out of range.`, { cause });
    }
  }
}
