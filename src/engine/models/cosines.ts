/** How alike rows are: cosines of the rows of a matrix, in f64. */
export class Cosines {
  readonly #rows: Float32Array<ArrayBuffer>;
  readonly #dim: number;
  /** Euclidean. Float64[rowCount]. */
  readonly #norms: Float64Array<ArrayBuffer>;

  /** `rows`: Float32[rowCount · dim]; kept, not copied. */
  constructor(rows: Float32Array<ArrayBuffer>, dim: number) {
    this.#rows = rows;
    this.#dim = dim;
    this.#norms = new Float64Array(rows.length / dim);
    for (let row = 0; row < this.#norms.length; row++) this.#norms[row] = Math.sqrt(this.#dot(row, row));
  }

  /** −1 … 1; 0 where a row is all zero. */
  of(a: number, b: number): number {
    const scale = this.#norms[a]! * this.#norms[b]!;
    return scale > 0 ? this.#dot(a, b) / scale : 0;
  }

  /** Mean over all pairs, by the sum of the unit rows: its square is that of all pairs and of each with itself. */
  mean(rows: ArrayLike<number>): number {
    const sum = new Float64Array(this.#dim);
    let known = 0;
    for (let place = 0; place < rows.length; place++) {
      const base = rows[place]! * this.#dim;
      const norm = this.#norms[rows[place]!]!;
      if (norm === 0) continue;
      known += 1;
      for (let i = 0; i < this.#dim; i++) sum[i]! += this.#rows[base + i]! / norm;
    }
    const square = sum.reduce((total, value) => total + value * value, 0);
    return rows.length < 2 ? Number.NaN : (square - known) / (rows.length * (rows.length - 1));
  }

  #dot(a: number, b: number): number {
    const [fromA, fromB] = [a * this.#dim, b * this.#dim];
    let sum = 0;
    for (let i = 0; i < this.#dim; i++) sum += this.#rows[fromA + i]! * this.#rows[fromB + i]!;
    return sum;
  }
}
