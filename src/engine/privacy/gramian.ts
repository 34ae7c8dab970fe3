/** YᵀY of the rows of a table, on the host, summed in f64. `embeddings`: Float32[rows · dim]. Float32[dim · dim]. */
export function gramianOf(embeddings: Float32Array, dim: number): Float32Array<ArrayBuffer> {
  const gramian = new Float64Array(dim * dim);
  for (let base = 0; base < embeddings.length; base += dim) {
    for (let i = 0; i < dim; i++) {
      for (let j = 0; j < dim; j++) gramian[i * dim + j]! += embeddings[base + i]! * embeddings[base + j]!;
    }
  }
  return Float32Array.from(gramian);
}
