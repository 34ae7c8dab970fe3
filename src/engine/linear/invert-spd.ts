import { HomebodyError } from '../../domain/errors.ts';
import type { F32Buffer, KernelHome } from '../../kernels/home.ts';
import { Pacer } from '../training/pacer.ts';
import { inTurns } from '../training/steps.ts';
import type { TrainingRun } from '../training/training-run.ts';
import type { Factor, OnPart } from './cholesky.ts';
import { BLOCK, blocksOf, factorise, identityOf, inverseAt } from './cholesky.ts';
import { blockAt, Products } from './products.ts';
import { mirrorLower } from './square.ts';

/** Columns of L⁻¹ that are made at a time: wide enough to keep threads at work, narrow enough to leave zeros out. */
const BAND = 4 * BLOCK;

/**
 * The inverse of a symmetric positive definite matrix: A = L Lᵀ, M = L⁻¹, A⁻¹ = Mᵀ M; n³ operations, all but O(n²)
 * of them products in f32 on `home`. `a`: Float32[n · n], of which the lower triangle is read; left as it is.
 * Returns both triangles, a new array. Slices do not change the bits. `onPart` hears the fraction that is done, 0 … 1.
 * @throws 'shape/mismatch', 'training/cancelled', 'home/lost'; 'training/diverged' when it is not positive definite
 */
export async function invertSpd(
  home: KernelHome,
  a: Float32Array,
  n: number,
  run: TrainingRun,
  onPart?: OnPart,
): Promise<Float32Array<ArrayBuffer>> {
  if (a.length !== n * n) {
    throw new HomebodyError('shape/mismatch', 'The matrix does not have the size that was named.', {
      detail: { length: a.length, n },
    });
  }
  const products = new Products(home, run);
  try {
    const matrix = await products.copyIn(a);
    const factor = await factorise(products, matrix, n, (part) => onPart?.(part / 3));
    const inverse = await inverseOfFactor(products, factor, (part) => onPart?.((1 + part) / 3));
    await squareOf(products, inverse, matrix, n, (part) => onPart?.((2 + part) / 3));
    const out = await products.copyOut(matrix);
    await inTurns(mirrorLower(out, n), new Pacer(run));
    return out;
  } finally {
    products.release();
  }
}

/** M = L⁻¹, [n, n], zeros above its diagonal: row by row of blocks, M_kj = −L_kk⁻¹ Σ_{j ≤ i < k} L_ki M_ij. */
async function inverseOfFactor(products: Products, factor: Factor, onPart: OnPart): Promise<F32Buffer> {
  const { n, lower } = factor;
  const inverse = products.create(n * n);
  const sums = products.create(BLOCK * n);
  const identity = products.create(BLOCK * BLOCK);
  for (const { row, height } of blocksOf(n)) {
    for (let band = 0; band < row; band += BAND) {
      await products.multiply({
        left: blockAt(lower, n, row, band),
        right: blockAt(inverse, n, band, band),
        out: blockAt(sums, n, 0, band),
        rows: height,
        depth: row - band,
        columns: Math.min(BAND, row - band),
      });
    }
    await products.multiply({
      left: inverseAt(factor, row),
      right: blockAt(sums, n, 0, 0),
      out: blockAt(inverse, n, row, 0),
      effect: 'subtract',
      rows: height,
      depth: height,
      columns: row,
    });
    products.write(identity, identityOf(height));
    await products.multiply({
      left: inverseAt(factor, row),
      right: { buffer: identity, offset: 0, stride: height },
      out: blockAt(inverse, n, row, row),
      rows: height,
      depth: height,
      columns: height,
    });
    onPart(((row + height) / n) ** 3);
  }
  products.free(sums);
  products.free(identity);
  return inverse;
}

/** The lower triangle of Mᵀ M into `out`, of a lower triangular M. */
async function squareOf(
  products: Products,
  lower: F32Buffer,
  out: F32Buffer,
  n: number,
  onPart: OnPart,
): Promise<void> {
  for (const { row, height } of blocksOf(n)) {
    await products.multiply({
      left: blockAt(lower, n, row, row),
      leftTransposed: true,
      right: blockAt(lower, n, row, 0),
      out: blockAt(out, n, row, 0),
      rows: height,
      depth: n - row,
      columns: row + height,
    });
    const done = (row + height) / n;
    onPart(3 * done ** 2 - 2 * done ** 3);
  }
}
