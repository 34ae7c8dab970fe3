/** Rows in columns; only the first `length` count. */
export interface RowBlock {
  readonly user: Int32Array<ArrayBuffer>;
  readonly item: Int32Array<ArrayBuffer>;
  readonly value: Float32Array<ArrayBuffer>;
  readonly at: Float64Array<ArrayBuffer>;
  length: number;
}

const FIRST_BLOCK_ROWS = 1 << 14;
const LARGEST_BLOCK_ROWS = 1 << 20;

/** Columns that grow by blocks: 20 bytes a row, and no moment at which old and new copies both exist. */
export class RowBuffer {
  readonly blocks: RowBlock[] = [];
  #current: RowBlock = emptyBlock(FIRST_BLOCK_ROWS);
  #full = 0;

  constructor() {
    this.blocks.push(this.#current);
  }

  get length(): number {
    return this.#full + this.#current.length;
  }

  add(user: number, item: number, value: number, at: number): void {
    let block = this.#current;
    if (block.length === block.user.length) {
      this.#full += block.length;
      block = emptyBlock(Math.min(LARGEST_BLOCK_ROWS, 2 * block.length));
      this.#current = block;
      this.blocks.push(block);
    }
    const row = block.length++;
    block.user[row] = user;
    block.item[row] = item;
    block.value[row] = value;
    block.at[row] = at;
  }
}

function emptyBlock(rows: number): RowBlock {
  return {
    user: new Int32Array(rows),
    item: new Int32Array(rows),
    value: new Float32Array(rows),
    at: new Float64Array(rows),
    length: 0,
  };
}
