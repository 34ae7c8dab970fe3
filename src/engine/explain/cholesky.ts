import { HomebodyError } from '../../domain/errors.ts';

/**
 * A = L Lᵀ of a symmetric positive definite matrix, for solving A x = b. f64, row-major, only the lower
 * triangle is read. Golub & Van Loan, Matrix Computations, §4.2.
 */
export class Cholesky {
  readonly dim: number;
  readonly #lower: Float64Array<ArrayBuffer>;

  /** Works in place and keeps `matrix`. @throws 'internal' when it is not positive definite. */
  constructor(matrix: Float64Array<ArrayBuffer>, dim: number) {
    this.dim = dim;
    this.#lower = matrix;
    for (let row = 0; row < dim; row++) {
      for (let column = 0; column <= row; column++) {
        let sum = matrix[row * dim + column]!;
        for (let k = 0; k < column; k++) sum -= matrix[row * dim + k]! * matrix[column * dim + k]!;
        if (column < row) {
          matrix[row * dim + column] = sum / matrix[column * dim + column]!;
        } else {
          if (!(sum > 0)) {
            throw new HomebodyError('internal', 'A matrix that must be positive definite is not.', {
              detail: { dim, row, pivot: sum },
            });
          }
          matrix[row * dim + row] = Math.sqrt(sum);
        }
      }
    }
  }

  /** x of A x = b. Float64[dim], a new array. */
  solve(b: Float64Array): Float64Array<ArrayBuffer> {
    const { dim } = this;
    const lower = this.#lower;
    const x = new Float64Array(b);
    for (let row = 0; row < dim; row++) {
      let sum = x[row]!;
      for (let k = 0; k < row; k++) sum -= lower[row * dim + k]! * x[k]!;
      x[row] = sum / lower[row * dim + row]!;
    }
    // Column-wise, so that the inner loop runs along a row of L.
    for (let row = dim - 1; row >= 0; row--) {
      const value = x[row]! / lower[row * dim + row]!;
      x[row] = value;
      for (let k = 0; k < row; k++) x[k]! -= lower[row * dim + k]! * value;
    }
    return x;
  }
}
