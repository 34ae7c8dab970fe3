import { HomebodyError } from '../../domain/errors.ts';
import type { Pacer } from '../training/pacer.ts';
import { BLOCK } from './products.ts';
import { RowProducts } from './row-products.ts';

/**
 * C = A · B of dense row-major matrices: A is m × k, B is k × n, C is m × n, a new array. Each value is summed
 * in f64 and stored in f32. Takes breath by the pacer; the bits do not depend on where.
 * @throws 'shape/mismatch', 'training/cancelled'
 */
export async function multiply(
  a: Float32Array,
  b: Float32Array,
  m: number,
  k: number,
  n: number,
  pacer: Pacer,
): Promise<Float32Array<ArrayBuffer>> {
  if (a.length !== m * k || b.length !== k * n) {
    throw new HomebodyError('shape/mismatch', 'The matrices do not have the sizes that were named.', {
      detail: { a: a.length, b: b.length, m, k, n },
    });
  }
  const c = new Float32Array(m * n);
  const products = new RowProducts(k, pacer);
  const left = { values: a, rowStep: k, columnStep: 1 };
  const right = { values: b, rowStep: 1, columnStep: n };
  for (let column = 0; column < n; column += BLOCK) {
    const width = Math.min(BLOCK, n - column);
    await products.setRight(right, column, width, 0, k);
    for (let row = 0; row < m; row += BLOCK) {
      const height = Math.min(BLOCK, m - row);
      await products.multiply(left, row, height, 0, k);
      for (let r = 0; r < height; r++) {
        c.set(products.sums.subarray(r * BLOCK, r * BLOCK + width), (row + r) * n + column);
      }
    }
  }
  return c;
}
