import { HomebodyError } from '../domain/errors.ts';

const PAGE_BYTES = 65536;
/** Blocks begin on cache lines, so that two threads never write the same line of two buffers. */
const ALIGNMENT = 64;
/** Kernels read whole 16-byte chunks: up to 12 bytes behind a buffer's end, and one chunk more in pairs. */
const SLACK_BYTES = 32;

interface FreeBlock {
  start: number;
  bytes: number;
}

/**
 * First-fit allocator over a WebAssembly memory. Neighbouring free blocks are joined; the memory grows only
 * when no free block fits. Meant for tens of large blocks, not for thousands of small ones.
 */
export class WasmHeap {
  readonly memory: WebAssembly.Memory;
  readonly #maxBytes: number;
  readonly #sizes = new Map<number, number>();
  /** Ascending, never adjacent. */
  readonly #free: FreeBlock[] = [];
  /** End of what has ever been handed out. Address 0 stays unused, so that no block has a null address. */
  #top = ALIGNMENT;

  constructor(memory: WebAssembly.Memory, maxBytes: number) {
    this.memory = memory;
    this.#maxBytes = maxBytes;
  }

  /** Address of a zeroed block. @throws 'argument/range' when the memory would be exceeded. */
  allocate(bytes: number): number {
    const size = Math.ceil((bytes + SLACK_BYTES) / ALIGNMENT) * ALIGNMENT;
    const start = this.#takeFree(size) ?? this.#takeTop(size);
    this.#sizes.set(start, size);
    new Uint8Array(this.memory.buffer, start, size).fill(0);
    return start;
  }

  /** Gives a block back. Unknown addresses are a defect. @throws 'internal' */
  free(start: number): void {
    const bytes = this.#sizes.get(start);
    if (bytes === undefined) {
      throw new HomebodyError('internal', 'An address was freed that is not allocated.', {
        detail: { start },
      });
    }
    this.#sizes.delete(start);
    let at = this.#free.findIndex((block) => block.start > start);
    if (at === -1) at = this.#free.length;
    this.#free.splice(at, 0, { start, bytes });
    this.#join(at);
    this.#join(at - 1);
    const last = this.#free.at(-1);
    if (last && last.start + last.bytes === this.#top) {
      this.#top = last.start;
      this.#free.pop();
    }
  }

  f32(start: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, start, length);
  }

  i32(start: number, length: number): Int32Array {
    return new Int32Array(this.memory.buffer, start, length);
  }

  #takeFree(size: number): number | undefined {
    const at = this.#free.findIndex((block) => block.bytes >= size);
    const block = this.#free[at];
    if (!block) return undefined;
    const { start } = block;
    if (block.bytes === size) this.#free.splice(at, 1);
    else {
      block.start += size;
      block.bytes -= size;
    }
    return start;
  }

  #takeTop(size: number): number {
    const start = this.#top;
    const end = start + size;
    const missing = end - this.memory.buffer.byteLength;
    if (end > this.#maxBytes) throw this.#exceeded(size);
    if (missing > 0) {
      try {
        this.memory.grow(Math.ceil(missing / PAGE_BYTES));
      } catch (cause) {
        throw this.#exceeded(size, cause);
      }
    }
    this.#top = end;
    return start;
  }

  #exceeded(bytes: number, cause?: unknown): HomebodyError {
    return new HomebodyError('argument/range', 'A buffer does not fit into the memory of the WASM home.', {
      detail: { argument: 'length', bytes, usedBytes: this.#top, maxBytes: this.#maxBytes },
      remedy: 'Use a smaller embedding width, or fewer interactions.',
      cause,
    });
  }

  /** Joins the free block at `at` with the next one when they touch. */
  #join(at: number): void {
    const block = this.#free[at];
    const next = this.#free[at + 1];
    if (!block || !next || block.start + block.bytes !== next.start) return;
    block.bytes += next.bytes;
    this.#free.splice(at + 1, 1);
  }
}
