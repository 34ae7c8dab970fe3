import type { F32Buffer, MatrixBlock } from '../../kernels/home.ts';
import { MULTIPLY_TILE } from '../../kernels/home.ts';
import { invertedFactor } from './factor-block.ts';
import type { Products } from './products.ts';
import { blockAt } from './products.ts';

/** Rows of a block of a factor: a tile of `multiply`. */
export const BLOCK: number = MULTIPLY_TILE;

/** A = L Lᵀ, cut into blocks of BLOCK rows and columns. */
export interface Factor {
  readonly n: number;
  /** L below its diagonal blocks, [n, n]; what stands in and above those is not part of it. */
  readonly lower: F32Buffer;
  /** The inverses of L's diagonal blocks, row-major, one after the other; the last may be smaller. */
  readonly inverses: F32Buffer;
}

/** Hears the part of the work that is done, 0 … 1. */
export type OnPart = (part: number) => void;

/** First row and height of each block, top to bottom. */
export function blocksOf(n: number): readonly { readonly row: number; readonly height: number }[] {
  return Array.from({ length: Math.ceil(n / BLOCK) }, (_, i) => ({
    row: i * BLOCK,
    height: Math.min(BLOCK, n - i * BLOCK),
  }));
}

/** The inverse of L's diagonal block that begins at `row`. */
export const inverseAt = ({ n, inverses }: Factor, row: number): MatrixBlock => ({
  buffer: inverses,
  offset: row * BLOCK,
  stride: Math.min(BLOCK, n - row),
});

/**
 * Blocked, right-looking Cholesky (Golub & Van Loan, Matrix Computations, §4.2.9). Diagonal blocks are factored and
 * inverted on the host in f64; the rest, n³/3 operations, are products in f32, whose rounding errors are those of an A
 * scaled to a unit diagonal (Higham, Accuracy and Stability of Numerical Algorithms, §10.1). `matrix`: [n, n], of
 * which the lower triangle is read; it is spoilt. `onPart` hears 0 … 1.
 * @throws 'training/diverged' when it is not positive definite, naming the row
 */
export async function factorise(
  products: Products,
  matrix: F32Buffer,
  n: number,
  onPart?: OnPart,
): Promise<Factor> {
  const factor: Factor = { n, lower: products.create(n * n), inverses: products.create(n * BLOCK) };
  const diagonal = products.create(BLOCK * BLOCK);
  const identity = products.create(BLOCK * BLOCK);
  for (const { row, height } of blocksOf(n)) {
    products.write(identity, identityOf(height));
    // By way of a product: a block's rows lie apart.
    await products.multiply({
      left: blockAt(matrix, n, row, row),
      right: { buffer: identity, offset: 0, stride: height },
      out: { buffer: diagonal, offset: 0, stride: height },
      rows: height,
      depth: height,
      columns: height,
    });
    const block = (await products.copyOut(diagonal)).subarray(0, height * height);
    products.write(factor.inverses, invertedFactor(block, height, row), row * BLOCK);
    const below = row + height;
    const rows = n - below;
    await products.multiply({
      left: blockAt(matrix, n, below, row),
      right: inverseAt(factor, row),
      rightTransposed: true,
      out: blockAt(factor.lower, n, below, row),
      rows,
      depth: height,
      columns: height,
    });
    const panel = blockAt(factor.lower, n, below, row);
    await products.multiply({
      left: panel,
      right: panel,
      rightTransposed: true,
      out: blockAt(matrix, n, below, below),
      effect: 'subtract',
      part: 'lower',
      rows,
      depth: height,
      columns: rows,
    });
    onPart?.(1 - (rows / n) ** 3);
  }
  products.free(diagonal);
  products.free(identity);
  return factor;
}

export function identityOf(width: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: width * width }, (_, at) => (at % (width + 1) === 0 ? 1 : 0));
}
