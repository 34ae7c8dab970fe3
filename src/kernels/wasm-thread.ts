/**
 * A thread of the WASM home: takes jobs in order from a ring in the shared memory, shares each with the other
 * threads chunk by chunk, and waits for all of them before the next, which may read what this one wrote.
 * The host writes a slot, then raises SUBMITTED; the last thread to leave a job raises COMPLETED and tells the
 * host by a message, so the host's event loop never waits.
 */
import { JOB_WORDS, WASM_KERNELS, type WasmExports } from './wasm-job.ts';

/** Word indices of the control block. Each counter has a cache line of its own. */
export const SUBMITTED = 0;
export const COMPLETED = 16;
const FIRST_SLOT = 32;
const SLOT_WORDS = 80;
/** Word indices within a slot. */
export const SLOT = { kernel: 0, units: 1, chunk: 2, nextUnit: 16, left: 32, job: 48 } as const;
/** Jobs that can be under way without the host: while one runs, the next ones wait in the ring. */
export const RING_SLOTS = 8;
export const CONTROL_BYTES: number = 4 * (FIRST_SLOT + RING_SLOTS * SLOT_WORDS);

/** First word of the slot of a job; `sequence` counts jobs and wraps at 2³². */
export function slotOf(sequence: number): number {
  return FIRST_SLOT + (sequence & (RING_SLOTS - 1)) * SLOT_WORDS;
}

/** What a thread needs. Modules and shared memories can be posted. */
export interface ThreadStart {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** Address of the control block, and of this thread's scratch. */
  readonly control: number;
  readonly scratch: number;
  readonly threads: number;
}

export type ThreadMessage =
  | { readonly type: 'ready' }
  /** COMPLETED was raised. */
  | { readonly type: 'completed' }
  | { readonly type: 'failed'; readonly reason: string };

/** Looks so many times before it sleeps: waking a sleeping thread costs more than a short wait. */
const SPINS = 4000;

function waitWhile(words: Int32Array, index: number, value: number): void {
  for (let spin = 0; spin < SPINS; spin++) if (Atomics.load(words, index) !== value) return;
  while (Atomics.load(words, index) === value) Atomics.wait(words, index, value);
}

/** Never returns while all is well: ends by `terminate`. A trap is posted as 'failed'. */
export async function runThread(start: ThreadStart, post: (message: ThreadMessage) => void): Promise<void> {
  try {
    const { exports } = await WebAssembly.instantiate(start.module, { env: { memory: start.memory } });
    post({ type: 'ready' });
    // The module is ours, built from kernels.as.ts.
    work(exports as unknown as WasmExports, start, post);
  } catch (error) {
    post({ type: 'failed', reason: String(error) });
  }
}

function work(exports: WasmExports, start: ThreadStart, post: (message: ThreadMessage) => void): never {
  const words = new Int32Array(start.memory.buffer, start.control, CONTROL_BYTES / 4);
  for (let sequence = 0; ; sequence = (sequence + 1) | 0) {
    waitWhile(words, SUBMITTED, sequence);
    const slot = slotOf(sequence);
    const job = start.control + 4 * (slot + SLOT.job);
    const units = Atomics.load(words, slot + SLOT.units);
    const chunk = Atomics.load(words, slot + SLOT.chunk);
    const kernel = WASM_KERNELS[Atomics.load(words, slot + SLOT.kernel)] ?? 'gramian';
    for (;;) {
      const begin = Atomics.add(words, slot + SLOT.nextUnit, chunk);
      if (begin >= units) break;
      exports[kernel](job, begin, Math.min(begin + chunk, units), start.scratch);
    }
    if (Atomics.add(words, slot + SLOT.left, 1) + 1 < start.threads) {
      waitWhile(words, COMPLETED, sequence);
      continue;
    }
    if (kernel === 'gramian') exports.gramianFinish(job);
    Atomics.store(words, COMPLETED, (sequence + 1) | 0);
    Atomics.notify(words, COMPLETED);
    post({ type: 'completed' });
  }
}

/** For the host: writes a job into its slot and wakes the threads. */
export function submitJob(
  words: Int32Array,
  sequence: number,
  job: {
    readonly kernel: number;
    readonly units: number;
    readonly chunk: number;
    readonly words: readonly number[];
  },
): void {
  const slot = slotOf(sequence);
  Atomics.store(words, slot + SLOT.kernel, job.kernel);
  Atomics.store(words, slot + SLOT.units, job.units);
  Atomics.store(words, slot + SLOT.chunk, job.chunk);
  Atomics.store(words, slot + SLOT.nextUnit, 0);
  Atomics.store(words, slot + SLOT.left, 0);
  for (let i = 0; i < JOB_WORDS; i++) Atomics.store(words, slot + SLOT.job + i, job.words[i] ?? 0);
  Atomics.store(words, SUBMITTED, (sequence + 1) | 0);
  Atomics.notify(words, SUBMITTED);
}
