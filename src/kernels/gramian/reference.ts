/**
 * out = Σ_r rows[r] rows[r]ᵀ, in f64, stored whole. No rows: all zero.
 * rows f32[rowCount, dim]  out f32[dim, dim]
 */
export function referenceGramian(rows: Float32Array, rowCount: number, dim: number, out: Float32Array): void {
  const sums = new Float64Array(dim * dim);
  for (let r = 0; r < rowCount; r++) {
    for (let i = 0; i < dim; i++) {
      for (let j = 0; j < dim; j++) sums[i * dim + j]! += rows[r * dim + i]! * rows[r * dim + j]!;
    }
  }
  out.set(sums);
}
