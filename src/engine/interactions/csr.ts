/**
 * Compressed sparse rows: which columns each row has, and with what signed weight. One of users × items
 * (`byUser`) or its transpose (`byItem`). Columns ascend within a row and are distinct; no weight is 0.
 */
export interface Csr {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Row r owns entries offsets[r] … offsets[r+1] − 1. Int32[rowCount + 1]. */
  readonly offsets: Int32Array<ArrayBuffer>;
  /** Int32[entryCount], each in [0, columnCount). */
  readonly columns: Int32Array<ArrayBuffer>;
  /** Confidence by magnitude, attraction or repulsion by sign. Float32[entryCount]. */
  readonly weights: Float32Array<ArrayBuffer>;
}

export const entryCountOf = (csr: Csr): number => csr.offsets[csr.rowCount]!;

/** Columns of one row, ascending. A view, not a copy. */
export const rowColumns = (csr: Csr, row: number): Int32Array<ArrayBuffer> =>
  csr.columns.subarray(csr.offsets[row]!, csr.offsets[row + 1]!);

/** Place of a pair among the entries, −1 when it is not there. Binary search in the ascending row. */
export function entryOf(csr: Csr, row: number, column: number): number {
  let low = csr.offsets[row]!;
  let high = csr.offsets[row + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = csr.columns[middle]!;
    if (found === column) return middle;
    if (found < column) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
