/** What both optimisers do with one pair: its score, its loss, and the slopes of the score by the two rows. */
import { dot, loadRow, paddedBytes } from '../vector.as';
import { BIASED, TrainPairsJob } from './job.as';

/** e^x for x ≤ 0: 2ⁿ times the Taylor series of the rest, |rest| ≤ ½ ln 2; error below 1e-8. NaN stays NaN. */
function expNegative(x: f64): f64 {
  if (x < -700) return 0;
  const n = floor<f64>(x * 1.4426950408889634 + 0.5);
  const r = x - n * 0.6931471805599453;
  let sum = 1 + r * (1.0 / 8);
  sum = 1 + (r * sum) * (1.0 / 7);
  sum = 1 + (r * sum) * (1.0 / 6);
  sum = 1 + (r * sum) * (1.0 / 5);
  sum = 1 + (r * sum) * (1.0 / 4);
  sum = 1 + (r * sum) * (1.0 / 3);
  sum = 1 + (r * sum) * (1.0 / 2);
  sum = 1 + r * sum;
  // A NaN is no integer; the sum carries it.
  const exponent: i64 = x == x ? <i64>n : 0;
  return sum * reinterpret<f64>((1023 + exponent) << 52);
}

/** ln(1 + t) for t in [0, 1]: 2 artanh(t / (2 + t)) by its series; error below 1e-7. */
function log1p(t: f64): f64 {
  const q = t / (2 + t);
  const q2 = q * q;
  return 2 * q * (1 + q2 * (1.0 / 3 + q2 * (1.0 / 5 + q2 * (1.0 / 7 + q2 * (1.0 / 9 + q2 * (1.0 / 11))))));
}

// @ts-ignore: decorator
@inline
export function entry(list: usize, at: i32): i32 {
  return load<i32>(list + (<usize>at << 2));
}

// @ts-ignore: decorator
@inline
export function rowAt(table: usize, row: i32, dim: i32): usize {
  return table + ((<usize>row * <usize>dim) << 2);
}

/** Padded vectors ∂s/∂x and ∂s/∂y in scratch, each `paddedBytes(dim)`; then s and label − σ(z), f64 each. */
export function passPair(job: TrainPairsJob, pair: i32, mask: v128, scratch: usize): void {
  const dim = job.dim;
  const bytes = paddedBytes(dim);
  const x = scratch + bytes;
  const y = scratch;
  loadRow(rowAt(job.userEmbeddings, entry(job.users, pair), dim), x, dim, mask);
  loadRow(rowAt(job.itemEmbeddings, entry(job.items, pair), dim), y, dim, mask);
  if (job.rivals) {
    const rival = rowAt(job.itemEmbeddings, entry(job.rivals, pair), dim);
    const last = bytes - 16;
    for (let i: usize = 0; i < last; i += 16) {
      v128.store(y + i, f32x4.sub(v128.load(y + i), v128.load(rival + i)));
    }
    v128.store(y + last, f32x4.sub(v128.load(y + last), v128.and(v128.load(rival + last), mask)));
  }
  const bias = (<usize>(dim - 1)) << 2;
  let s: f32 = 0;
  if (job.flags & BIASED) {
    s = load<f32>(y + bias);
    // The user's bias is in the score of both, item and rival.
    store<f32>(y + bias, job.rivals ? 0 : 1);
  }
  s += dot(x, y, bytes);
  if (job.flags & BIASED) store<f32>(x + bias, 1);
  const z = <f64>load<f32>(job.output) * <f64>s + <f64>load<f32>(job.output, 4);
  const label = <f64>load<f32>(job.labels + (<usize>pair << 2));
  const tail = expNegative(-abs<f64>(z));
  store<f32>(job.losses + (<usize>pair << 2), <f32>(max<f64>(z, 0) - label * z + log1p(tail)));
  const probability = (z >= 0 ? 1 : tail) / (1 + tail);
  store<f64>(scratch + 2 * bytes, <f64>s);
  store<f64>(scratch + 2 * bytes, label - probability, 8);
}
