import type { F32Buffer } from '../../kernels/home.ts';
import type { Factor, OnPart } from './cholesky.ts';
import { blocksOf, inverseAt } from './cholesky.ts';
import type { Products } from './products.ts';
import { blockAt } from './products.ts';

/**
 * X of A X = R by a factor of A: L Y = R, then Lᵀ X = Y, a block of rows at a time (Golub & Van Loan, §3.1.4); 2 n²
 * operations a column. `right`: [n, columns], R at first and X in the end. `spare`: as large, spoilt.
 */
export async function solveInPlace(
  products: Products,
  factor: Factor,
  right: F32Buffer,
  spare: F32Buffer,
  columns: number,
  onPart?: OnPart,
): Promise<void> {
  const { n, lower } = factor;
  const blocks = blocksOf(n);
  const rowsAt = (buffer: F32Buffer, row: number) => blockAt(buffer, columns, row, 0);
  for (const { row, height } of blocks) {
    await products.multiply({
      left: blockAt(lower, n, row, 0),
      right: rowsAt(spare, 0),
      out: rowsAt(right, row),
      effect: 'subtract',
      rows: height,
      depth: row,
      columns,
    });
    await products.multiply({
      left: inverseAt(factor, row),
      right: rowsAt(right, row),
      out: rowsAt(spare, row),
      rows: height,
      depth: height,
      columns,
    });
    onPart?.(((row + height) / n) ** 2 / 2);
  }
  for (const { row, height } of [...blocks].reverse()) {
    const below = row + height;
    await products.multiply({
      left: blockAt(lower, n, below, row),
      leftTransposed: true,
      right: rowsAt(right, below),
      out: rowsAt(spare, row),
      effect: 'subtract',
      rows: height,
      depth: n - below,
      columns,
    });
    await products.multiply({
      left: inverseAt(factor, row),
      leftTransposed: true,
      right: rowsAt(spare, row),
      out: rowsAt(right, row),
      rows: height,
      depth: height,
      columns,
    });
    onPart?.((1 + ((n - row) / n) ** 2) / 2);
  }
}
