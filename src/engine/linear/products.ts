/**
 * The inner loops of dense products. Rows are packed in groups of four, interleaved along the depth and widened
 * to f64, so that sixteen sums live in registers, no load needs a conversion, and all adding up is in f64.
 */

/** Rows of a group. */
const GROUP = 4;

/** Depth of one packed chunk: a group of it (8 KiB) stays in the first cache. */
export const CHUNK = 256;

/** Rows and columns of a block of the result: its sums are 32 KiB, its packed rows 128 KiB a chunk. */
export const BLOCK = 64;

/** Values of a packed chunk of a block of rows. */
export const PACKED_CHUNK: number = BLOCK * CHUNK;

/** A row-major matrix, or a transposed view of one: value (row, column) is at row · rowStep + column · columnStep. */
export interface Matrix {
  readonly values: Float32Array;
  readonly rowStep: number;
  readonly columnStep: number;
}

/**
 * Packs rows [row, row + rows) over columns [begin, end) into `packed` from `at` on: value (r, k) goes to
 * (⌊r/4⌋ · depth + k) · 4 + r mod 4. A group that the rows do not fill is padded with zeros.
 */
export function packRows(
  matrix: Matrix,
  row: number,
  rows: number,
  begin: number,
  end: number,
  packed: Float64Array,
  at = 0,
): void {
  const { values, rowStep, columnStep } = matrix;
  const depth = end - begin;
  const padded = Math.ceil(rows / GROUP) * GROUP;
  for (let r = 0; r < padded; r++) {
    let to = at + Math.floor(r / GROUP) * GROUP * depth + (r % GROUP);
    let from = (row + r) * rowStep + begin * columnStep;
    for (let k = 0; k < depth; k++) {
      packed[to] = r < rows ? values[from]! : 0;
      to += GROUP;
      from += columnStep;
    }
  }
}

/**
 * sums[i · BLOCK + j] += Σ_k a_i[k] b_j[k] for packed rows i of `a` and j of `b`; b starts at `bAt`. Rows that
 * only pad a group get sums of zero.
 */
export function addProducts(
  sums: Float64Array,
  a: Float64Array,
  aRows: number,
  b: Float64Array,
  bAt: number,
  bRows: number,
  depth: number,
): void {
  for (let i = 0; i < aRows; i += GROUP) {
    for (let j = 0; j < bRows; j += GROUP) {
      addTile(sums, i * BLOCK + j, a, i * depth, b, bAt + j * depth, depth);
    }
  }
}

/** Sixteen sums of products of four rows by four. */
function addTile(
  sums: Float64Array,
  at: number,
  a: Float64Array,
  aAt: number,
  b: Float64Array,
  bAt: number,
  depth: number,
): void {
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s03 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  let s20 = 0;
  let s21 = 0;
  let s22 = 0;
  let s23 = 0;
  let s30 = 0;
  let s31 = 0;
  let s32 = 0;
  let s33 = 0;
  for (let k = 0; k < depth * GROUP; k += GROUP) {
    const b0 = b[bAt + k]!;
    const b1 = b[bAt + k + 1]!;
    const b2 = b[bAt + k + 2]!;
    const b3 = b[bAt + k + 3]!;
    const a0 = a[aAt + k]!;
    s00 += a0 * b0;
    s01 += a0 * b1;
    s02 += a0 * b2;
    s03 += a0 * b3;
    const a1 = a[aAt + k + 1]!;
    s10 += a1 * b0;
    s11 += a1 * b1;
    s12 += a1 * b2;
    s13 += a1 * b3;
    const a2 = a[aAt + k + 2]!;
    s20 += a2 * b0;
    s21 += a2 * b1;
    s22 += a2 * b2;
    s23 += a2 * b3;
    const a3 = a[aAt + k + 3]!;
    s30 += a3 * b0;
    s31 += a3 * b1;
    s32 += a3 * b2;
    s33 += a3 * b3;
  }
  sums[at]! += s00;
  sums[at + 1]! += s01;
  sums[at + 2]! += s02;
  sums[at + 3]! += s03;
  sums[at + BLOCK]! += s10;
  sums[at + BLOCK + 1]! += s11;
  sums[at + BLOCK + 2]! += s12;
  sums[at + BLOCK + 3]! += s13;
  sums[at + 2 * BLOCK]! += s20;
  sums[at + 2 * BLOCK + 1]! += s21;
  sums[at + 2 * BLOCK + 2]! += s22;
  sums[at + 2 * BLOCK + 3]! += s23;
  sums[at + 3 * BLOCK]! += s30;
  sums[at + 3 * BLOCK + 1]! += s31;
  sums[at + 3 * BLOCK + 2]! += s32;
  sums[at + 3 * BLOCK + 3]! += s33;
}
