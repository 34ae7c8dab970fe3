import { HomebodyError } from '../../domain/errors.ts';
import type { Pacer } from '../training/pacer.ts';
import type { Matrix } from './products.ts';
import { BLOCK } from './products.ts';
import { RowProducts } from './row-products.ts';

/**
 * The inverse of a symmetric positive definite matrix: A = L Lᵀ, U = L⁻ᵀ, A⁻¹ = U Uᵀ. Both triangular matrices
 * come from one blocked, left-looking Cholesky (Golub & Van Loan, Matrix Computations, §4.2): the rows of L and
 * those of U solve the same small systems, with the rows of A and of I on the right. n³ operations, all but
 * O(n²) of them products of rows. Values are stored in f32 and summed in f64.
 *
 * `a`: Float32[n · n], of which the lower triangle is read; left as it is. Returns both triangles, a new array.
 * Takes breath by the pacer; the bits do not depend on where. `onPart` hears the fraction that is done, 0 … 1.
 * @throws 'shape/mismatch', 'training/cancelled'; 'argument/range' when it is not positive definite.
 */
export async function invertSpd(
  a: Float32Array,
  n: number,
  pacer: Pacer,
  onPart?: (part: number) => void,
): Promise<Float32Array<ArrayBuffer>> {
  if (a.length !== n * n) {
    throw new HomebodyError('shape/mismatch', 'The matrix does not have the size that was named.', {
      detail: { length: a.length, n },
    });
  }
  const products = new RowProducts(n, pacer);
  const source = { values: a, rowStep: n, columnStep: 1 };
  const lower = square(new Float32Array(n * n), n);
  const upper = square(new Float32Array(n * n), n);
  for (let column = 0; column < n; column += BLOCK) {
    const width = Math.min(BLOCK, n - column);
    await products.setRight(lower, column, width, 0, column);
    let diagonal = new Float64Array(0);
    for (let row = column; row < n; row += BLOCK) {
      const height = Math.min(BLOCK, n - row);
      await products.multiply(lower, row, height, 0, column);
      subtractFrom(source, row, height, column, width, products.sums);
      if (row === column) diagonal = factor(products.sums, width, column);
      else solve(products.sums, height, diagonal, width);
      store(products.sums, lower, row, height, column, width);
    }
    for (let row = 0; row <= column; row += BLOCK) {
      const height = Math.min(BLOCK, n - row);
      // The rows of U start at the diagonal: before `row` there are zeros.
      await products.multiply(upper, row, height, row, column);
      subtractFrom(upper, row, height, column, width, products.sums);
      if (row === column) for (let r = 0; r < width; r++) products.sums[r * BLOCK + r]! += 1;
      solve(products.sums, height, diagonal, width);
      store(products.sums, upper, row, height, column, width);
    }
    const done = (column + width) / n;
    onPart?.(done ** 2 - done ** 3 / 3);
  }
  return productOfUpper(products, upper, lower.values, n, onPart);
}

/** U Uᵀ into `out`. */
async function productOfUpper(
  products: RowProducts,
  upper: Matrix,
  out: Float32Array<ArrayBuffer>,
  n: number,
  onPart?: (part: number) => void,
): Promise<Float32Array<ArrayBuffer>> {
  const { sums } = products;
  for (let column = 0; column < n; column += BLOCK) {
    const width = Math.min(BLOCK, n - column);
    await products.setRight(upper, column, width, column, n);
    for (let row = 0; row <= column; row += BLOCK) {
      const height = Math.min(BLOCK, n - row);
      await products.multiply(upper, row, height, column, n);
      for (let r = 0; r < height; r++) {
        for (let c = 0; c < width; c++) {
          out[(row + r) * n + column + c] = sums[r * BLOCK + c]!;
          out[(column + c) * n + row + r] = sums[r * BLOCK + c]!;
        }
      }
    }
    const done = (column + width) / n;
    onPart?.((2 + 3 * done ** 2 - 2 * done ** 3) / 3);
  }
  return out;
}

function square(
  values: Float32Array<ArrayBuffer>,
  n: number,
): Matrix & { values: Float32Array<ArrayBuffer> } {
  return { values, rowStep: n, columnStep: 1 };
}

/** sums = block − sums. */
function subtractFrom(
  { values, rowStep }: Matrix,
  row: number,
  height: number,
  column: number,
  width: number,
  sums: Float64Array,
): void {
  for (let r = 0; r < height; r++) {
    const from = (row + r) * rowStep + column;
    for (let c = 0; c < width; c++) sums[r * BLOCK + c] = values[from + c]! - sums[r * BLOCK + c]!;
  }
}

function store(
  sums: Float64Array,
  { values, rowStep }: Matrix,
  row: number,
  height: number,
  column: number,
  width: number,
): void {
  for (let r = 0; r < height; r++) {
    values.set(sums.subarray(r * BLOCK, r * BLOCK + width), (row + r) * rowStep + column);
  }
}

/** Cholesky of a block in place; returns a copy. `first`: its row in the whole matrix, for the error. */
function factor(block: Float64Array, width: number, first: number): Float64Array<ArrayBuffer> {
  for (let row = 0; row < width; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = block[row * BLOCK + column]!;
      for (let k = 0; k < column; k++) sum -= block[row * BLOCK + k]! * block[column * BLOCK + k]!;
      if (column < row) {
        block[row * BLOCK + column] = sum / block[column * BLOCK + column]!;
      } else if (sum > 0) {
        block[row * BLOCK + row] = Math.sqrt(sum);
      } else {
        throw new HomebodyError('argument/range', 'The matrix is not positive definite.', {
          remedy: 'Add more to its diagonal: a larger regularisation.',
          detail: { row: first + row, pivot: sum },
        });
      }
    }
  }
  return Float64Array.from(block);
}

/** Each row x of `block` becomes y of y Lᵀ = x, L lower triangular. */
function solve(block: Float64Array, height: number, lower: Float64Array, width: number): void {
  for (let r = 0; r < height; r++) {
    const at = r * BLOCK;
    for (let row = 0; row < width; row++) {
      let sum = block[at + row]!;
      for (let k = 0; k < row; k++) sum -= lower[row * BLOCK + k]! * block[at + k]!;
      block[at + row] = sum / lower[row * BLOCK + row]!;
    }
  }
}
