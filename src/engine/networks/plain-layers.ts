/** The layers of the networks on the host, in f64, for one person at a time. Arrays are row-major. */

/** x·W + b. x: Float64[rows · inner], W: Float32[inner · outer], b: Float32[outer] or none. Float64[rows · outer]. */
export function affine(
  x: Float64Array,
  weights: Float32Array,
  bias: Float32Array | null,
  inner: number,
): Float64Array<ArrayBuffer> {
  const outer = weights.length / inner;
  const rows = x.length / inner;
  const y = new Float64Array(rows * outer);
  for (let row = 0; row < rows; row++) {
    const to = row * outer;
    if (bias) for (let j = 0; j < outer; j++) y[to + j] = bias[j]!;
    for (let i = 0; i < inner; i++) {
      const factor = x[row * inner + i]!;
      if (factor === 0) continue;
      const from = i * outer;
      for (let j = 0; j < outer; j++) y[to + j]! += factor * weights[from + j]!;
    }
  }
  return y;
}

/** What keeps a deviation of 0 from dividing by it; the same in both ways of running a network. */
export const LAYER_NORM_EPSILON = 1e-8;

/** Each row to mean 0 and deviation 1, times gain, plus bias. Float64[x.length]. */
export function layerNorm(
  x: Float64Array,
  gain: Float32Array,
  bias: Float32Array,
): Float64Array<ArrayBuffer> {
  const dim = gain.length;
  const y = new Float64Array(x.length);
  for (let base = 0; base < x.length; base += dim) {
    let mean = 0;
    for (let i = 0; i < dim; i++) mean += x[base + i]! / dim;
    let variance = 0;
    for (let i = 0; i < dim; i++) variance += (x[base + i]! - mean) ** 2 / dim;
    const scale = 1 / Math.sqrt(variance + LAYER_NORM_EPSILON);
    for (let i = 0; i < dim; i++) y[base + i] = (x[base + i]! - mean) * scale * gain[i]! + bias[i]!;
  }
  return y;
}

/** In place. */
export function relu(x: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  for (let i = 0; i < x.length; i++) if (x[i]! < 0) x[i] = 0;
  return x;
}

/** a + b, in place of a. */
export function addTo(a: Float64Array<ArrayBuffer>, b: Float64Array): Float64Array<ArrayBuffer> {
  for (let i = 0; i < a.length; i++) a[i]! += b[i]!;
  return a;
}

/** One head that looks back: each row of q over the rows of k and v up to its own. Float64[q.length]. */
export function causalAttention(
  q: Float64Array,
  k: Float64Array,
  v: Float64Array,
  dim: number,
): Float64Array<ArrayBuffer> {
  const rows = q.length / dim;
  const out = new Float64Array(q.length);
  const weights = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let largest = -Infinity;
    for (let past = 0; past <= row; past++) {
      let sum = 0;
      for (let i = 0; i < dim; i++) sum += q[row * dim + i]! * k[past * dim + i]!;
      weights[past] = sum / Math.sqrt(dim);
      largest = Math.max(largest, weights[past]!);
    }
    let total = 0;
    for (let past = 0; past <= row; past++) total += weights[past] = Math.exp(weights[past]! - largest);
    for (let past = 0; past <= row; past++) {
      const weight = weights[past]! / total;
      for (let i = 0; i < dim; i++) out[row * dim + i]! += weight * v[past * dim + i]!;
    }
  }
  return out;
}

/** Rows of a table. Float64[items.length · dim]. */
export function rowsOf(table: Float32Array, items: Int32Array, dim: number): Float64Array<ArrayBuffer> {
  const rows = new Float64Array(items.length * dim);
  items.forEach((item, row) => rows.set(table.subarray(item * dim, (item + 1) * dim), row * dim));
  return rows;
}
