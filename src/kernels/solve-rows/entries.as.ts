/** Passes over the entries of a row, four at a time: each row y is used twice while it is in the first-level cache. */
import { add4, dot4, paddedBytes, sumLanes, tailMask } from '../vector.as';
import { SolveRowsJob } from './job.as';

/** Address of fixed[columns[entry]]. */
// @ts-ignore: decorator
@inline
function entryRow(job: SolveRowsJob, entry: usize): usize {
  return job.fixed + ((<usize>load<u32>(job.columns + (entry << 2)) * <usize>job.dim) << 2);
}

// What a pass over the entries of a row is for.
// @ts-ignore: decorator
@inline
const RESIDUAL: i32 = 0;
// @ts-ignore: decorator
@inline
const PRODUCT: i32 = 1;
// @ts-ignore: decorator
@inline
const CURVATURE: i32 = 2;

/**
 * RESIDUAL: out += Σ_j |w_j| (sign w_j − v·y_j) y_j; returns Σ_j |w_j| (sign w_j − v·y_j)², the loss of v.
 * PRODUCT: out += Σ_j |w_j| (v·y_j) y_j; returns Σ_j |w_j| (v·y_j)².
 * CURVATURE: returns Σ_j |w_j| (v·y_j)² and leaves out alone.
 * The last, incomplete four repeat the last entry with weight 0.
 */
// @ts-ignore: decorator
@inline
function passEntries(job: SolveRowsJob, row: i32, v: usize, out: usize, purpose: i32): f32 {
  const bytes = paddedBytes(job.dim);
  const whole = job.dim & 3 ? bytes - 16 : bytes;
  const mask = tailMask(job.dim);
  const weights = job.weights;
  const offset = job.rowOffsets + (<usize>row << 2);
  const end = <usize>load<u32>(offset, 4);
  let sums = f32x4.splat(0);
  for (let entry = <usize>load<u32>(offset); entry < end; entry += 4) {
    let w = v128.load(weights + (entry << 2));
    const left = end - entry;
    if (left < 4) w = v128.and(w, tailMask(<i32>left));
    const y0 = entryRow(job, entry);
    const y1 = entryRow(job, entry + (left > 1 ? 1 : 0));
    const y2 = entryRow(job, entry + (left > 2 ? 2 : left - 1));
    const y3 = entryRow(job, entry + (left > 3 ? 3 : left - 1));
    let value = dot4(v, y0, y1, y2, y3, whole, bytes, mask);
    if (purpose == RESIDUAL) {
      const target = v128.or(v128.and(w, i32x4.splat(0x80000000)), f32x4.splat(1));
      value = f32x4.sub(target, value);
    }
    const scale = f32x4.mul(v128.and(w, i32x4.splat(0x7fffffff)), value);
    sums = f32x4.add(sums, f32x4.mul(scale, value));
    if (purpose != CURVATURE) add4(out, scale, y0, y1, y2, y3, whole, bytes, mask);
  }
  return sumLanes(sums);
}

/** out += the residual's part of the entries at v; returns the loss of v. */
export function addResidual(job: SolveRowsJob, row: i32, v: usize, out: usize): f32 {
  return passEntries(job, row, v, out, RESIDUAL);
}

/** out += the matrix's part of the entries times v; returns v · that. */
export function addProduct(job: SolveRowsJob, row: i32, v: usize, out: usize): f32 {
  return passEntries(job, row, v, out, PRODUCT);
}

/** v · (the matrix's part of the entries times v). */
export function curvatureOf(job: SolveRowsJob, row: i32, v: usize): f32 {
  return passEntries(job, row, v, 0, CURVATURE);
}
