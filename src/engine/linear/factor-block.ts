import { HomebodyError } from '../../domain/errors.ts';

/**
 * L⁻¹ of a block B = L Lᵀ, by Cholesky, in f64. `block`: Float32[width · width], of which the lower triangle is read.
 * Returns Float32[width · width], lower triangular. `first`: its row in the whole matrix, for the error.
 * @throws 'training/diverged' when it is not positive definite, or as good as not
 */
export function invertedFactor(block: Float32Array, width: number, first: number): Float32Array<ArrayBuffer> {
  const lower = factor(block, width, first);
  const inverse = new Float64Array(width * width);
  for (let column = 0; column < width; column++) {
    inverse[column * width + column] = 1 / lower[column * width + column]!;
    for (let row = column + 1; row < width; row++) {
      let sum = 0;
      for (let k = column; k < row; k++) sum += lower[row * width + k]! * inverse[k * width + column]!;
      inverse[row * width + column] = -sum / lower[row * width + row]!;
    }
  }
  return Float32Array.from(inverse);
}

function factor(block: Float32Array, width: number, first: number): Float64Array<ArrayBuffer> {
  const lower = new Float64Array(width * width);
  for (let row = 0; row < width; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = block[row * width + column]!;
      for (let k = 0; k < column; k++) sum -= lower[row * width + k]! * lower[column * width + k]!;
      if (column < row) {
        lower[row * width + column] = sum / lower[column * width + column]!;
      } else if (sum > 0) {
        lower[row * width + row] = Math.sqrt(sum);
      } else {
        throw new HomebodyError('training/diverged', 'The matrix is not positive definite.', {
          remedy: 'Add more to its diagonal: a larger regularisation.',
          detail: { row: first + row, pivot: sum },
        });
      }
    }
  }
  return lower;
}
