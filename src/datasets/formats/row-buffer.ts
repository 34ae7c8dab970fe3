import type { ImportMeter } from '../files/import-meter.ts';

/** Columns of a log; all of the same, exact length. */
export interface LogColumns {
  readonly user: Int32Array<ArrayBuffer>;
  readonly item: Int32Array<ArrayBuffer>;
  readonly value: Float32Array<ArrayBuffer>;
  /** ms since the epoch or a place, NaN where unknown. */
  readonly at: Float64Array<ArrayBuffer>;
}

const FIRST_BLOCK_ROWS = 1 << 14;
const LARGEST_BLOCK_ROWS = 1 << 20;

/** Rows that grow by blocks of columns: 20 bytes a row, and no copying while they grow. */
export class RowBuffer {
  #current: LogColumns = emptyColumns(FIRST_BLOCK_ROWS);
  #inCurrent = 0;
  #full: LogColumns[] = [];
  #inFull = 0;

  get length(): number {
    return this.#inFull + this.#inCurrent;
  }

  add(user: number, item: number, value: number, at: number): void {
    if (this.#inCurrent === this.#current.user.length) this.#addBlock();
    const block = this.#current;
    const row = this.#inCurrent++;
    block.user[row] = user;
    block.item[row] = item;
    block.value[row] = value;
    block.at[row] = at;
  }

  /** All rows in columns of exact size; the buffer is empty afterwards. At most one column exists twice. */
  async take(meter: ImportMeter): Promise<LogColumns> {
    const rows = this.length;
    const blocks = [...this.#full, cut(this.#current, this.#inCurrent)];
    const parts = {
      user: blocks.map((block) => block.user),
      item: blocks.map((block) => block.item),
      value: blocks.map((block) => block.value),
      at: blocks.map((block) => block.at),
    };
    blocks.length = 0;
    this.#full = [];
    this.#inFull = 0;
    this.#current = emptyColumns(FIRST_BLOCK_ROWS);
    this.#inCurrent = 0;
    return {
      user: await joined(parts.user, new Int32Array(rows), meter),
      item: await joined(parts.item, new Int32Array(rows), meter),
      value: await joined(parts.value, new Float32Array(rows), meter),
      at: await joined(parts.at, new Float64Array(rows), meter),
    };
  }

  #addBlock(): void {
    this.#full.push(this.#current);
    this.#inFull += this.#inCurrent;
    this.#current = emptyColumns(Math.min(LARGEST_BLOCK_ROWS, 2 * this.#inCurrent));
    this.#inCurrent = 0;
  }
}

function emptyColumns(rows: number): LogColumns {
  return {
    user: new Int32Array(rows),
    item: new Int32Array(rows),
    value: new Float32Array(rows),
    at: new Float64Array(rows),
  };
}

function cut({ user, item, value, at }: LogColumns, rows: number): LogColumns {
  return {
    user: user.subarray(0, rows),
    item: item.subarray(0, rows),
    value: value.subarray(0, rows),
    at: at.subarray(0, rows),
  };
}

/** Empties `parts`, so that each can be freed once it is copied. */
async function joined<T extends Int32Array | Float32Array | Float64Array>(
  parts: T[],
  into: T,
  meter: ImportMeter,
): Promise<T> {
  let row = 0;
  for (let part = parts.shift(); part; part = parts.shift()) {
    into.set(part, row);
    row += part.length;
    await meter.work(part.byteLength);
  }
  return into;
}
