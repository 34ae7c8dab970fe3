import type { Pacer } from '../training/pacer.ts';
import type { Matrix } from './products.ts';
import { addProducts, BLOCK, CHUNK, PACKED_CHUNK, packRows } from './products.ts';

/** Products of rows of matrices, a block of the result at a time: all of a dense product but where it goes. */
export class RowProducts {
  /** Of the last `multiply`: the sum of row i and row j is at i · BLOCK + j. Overwritten by the next. */
  readonly sums: Float64Array<ArrayBuffer> = new Float64Array(BLOCK * BLOCK);
  readonly #pacer: Pacer;
  readonly #left = new Float64Array(PACKED_CHUNK);
  readonly #right: Float64Array<ArrayBuffer>;
  #rightRows = 0;

  /** `depth`: the most columns that a row has. */
  constructor(depth: number, pacer: Pacer) {
    this.#pacer = pacer;
    this.#right = new Float64Array(Math.ceil(depth / CHUNK) * PACKED_CHUNK);
  }

  /** The rows [row, row + rows) that those of `multiply` meet, over columns [begin, end). At most BLOCK rows. */
  async setRight(matrix: Matrix, row: number, rows: number, begin: number, end: number): Promise<void> {
    this.#rightRows = rows;
    for (let chunk = firstChunk(begin); chunk < end; chunk += CHUNK) {
      const at = (chunk / CHUNK) * PACKED_CHUNK;
      packRows(matrix, row, rows, chunk, Math.min(end, chunk + CHUNK), this.#right, at);
      if (this.#pacer.due) await this.#pacer.breathe();
    }
  }

  /**
   * Sums of products over columns [begin, end) into `sums`. `begin` is rounded down to a chunk, so that what
   * lies between must be zero or meant; the right rows must hold all of it. At most BLOCK rows.
   * @throws 'training/cancelled'
   */
  async multiply(matrix: Matrix, row: number, rows: number, begin: number, end: number): Promise<void> {
    // Also where there is nothing to add: the caller's own work on a block counts.
    if (this.#pacer.due) await this.#pacer.breathe();
    this.sums.fill(0);
    for (let chunk = firstChunk(begin); chunk < end; chunk += CHUNK) {
      const chunkEnd = Math.min(end, chunk + CHUNK);
      packRows(matrix, row, rows, chunk, chunkEnd, this.#left);
      const at = (chunk / CHUNK) * PACKED_CHUNK;
      addProducts(this.sums, this.#left, rows, this.#right, at, this.#rightRows, chunkEnd - chunk);
      if (this.#pacer.due) await this.#pacer.breathe();
    }
  }
}

function firstChunk(begin: number): number {
  return Math.floor(begin / CHUNK) * CHUNK;
}
