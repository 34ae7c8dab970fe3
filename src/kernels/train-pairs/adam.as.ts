/**
 * trainPairs by lazy Adam. A batch's gradients are summed for the rows that it touches and no others: each row
 * gets a place when it is first met, and `slots` is zero again when the batch is done.
 */
import { chunk, paddedBytes, tailMask } from '../vector.as';
import { AdamJob, LEARNS_OFFSET, LEARNS_SCALE } from './job.as';
import { entry, passPair, rowAt } from './pair.as';

/** base^exponent, exponent ≥ 1, by squaring. */
function power(base: f64, exponent: i32): f64 {
  let result: f64 = 1;
  for (let left = exponent; left > 0; left >>= 1) {
    if (left & 1) result *= base;
    base *= base;
  }
  return result;
}

/** The gradient's address of a row (users first, then items), cleared when it is new; `touched` counts places. */
function gradientOf(job: AdamJob, row: i32, touched: usize): usize {
  const bytes = paddedBytes(job.dim);
  const slot = job.slots + (<usize>row << 2);
  const known = load<i32>(slot);
  if (known) return job.gradients + <usize>(known - 1) * bytes;
  const place = load<i32>(touched);
  store<i32>(touched, place + 1);
  store<i32>(slot, place + 1);
  store<i32>(job.slots + (<usize>(job.userCount + job.itemCount + place) << 2), row);
  const gradient = job.gradients + <usize>place * bytes;
  memory.fill(gradient, 0, bytes);
  return gradient;
}

/** gradient += scale · slope, of padded vectors. */
function addScaled(gradient: usize, scale: f32, slope: usize, bytes: usize): void {
  const s = f32x4.splat(scale);
  for (let i: usize = 0; i < bytes; i += 16) {
    v128.store(gradient + i, f32x4.add(v128.load(gradient + i), f32x4.mul(s, v128.load(slope + i))));
  }
}

/** Writes the first `lanes` of v. */
// @ts-ignore: decorator
@inline
function storeLanes(address: usize, v: v128, lanes: i32): void {
  store<f32>(address, f32x4.extract_lane(v, 0));
  if (lanes > 1) store<f32>(address, f32x4.extract_lane(v, 1), 4);
  if (lanes > 2) store<f32>(address, f32x4.extract_lane(v, 2), 8);
}

/** One row: its moments m and v, then itself. `rate` and `eps` have the correction for the moments' start at zero in them. */
function moveRow(job: AdamJob, row: usize, m: usize, v: usize, gradient: usize, rate: f32, eps: f32, mask: v128): void {
  const dim = job.dim;
  const whole = (<usize>dim & ~3) << 2;
  const b1 = f32x4.splat(job.beta1);
  const c1 = f32x4.splat(<f32>1 - job.beta1);
  const b2 = f32x4.splat(job.beta2);
  const c2 = f32x4.splat(<f32>1 - job.beta2);
  const epsilon = f32x4.splat(eps);
  const r = f32x4.splat(rate);
  for (let i: usize = 0; i < paddedBytes(dim); i += 16) {
    const full = i < whole;
    const g = v128.load(gradient + i);
    const mNew = f32x4.add(f32x4.mul(b1, chunk(m + i, full, mask)), f32x4.mul(c1, g));
    const vNew = f32x4.add(f32x4.mul(b2, chunk(v + i, full, mask)), f32x4.mul(c2, f32x4.mul(g, g)));
    const step = f32x4.div(f32x4.mul(r, mNew), f32x4.add(f32x4.sqrt(vNew), epsilon));
    const moved = f32x4.sub(chunk(row + i, full, mask), step);
    if (full) {
      v128.store(m + i, mNew);
      v128.store(v + i, vNew);
      v128.store(row + i, moved);
    } else {
      storeLanes(m + i, mNew, dim & 3);
      storeLanes(v + i, vNew, dim & 3);
      storeLanes(row + i, moved, dim & 3);
    }
  }
}

/** One of the two numbers of the output. */
function moveOutput(job: AdamJob, at: usize, gradient: f32, rate: f32, eps: f32): void {
  const m = job.beta1 * load<f32>(job.outputMoments + at) + (<f32>1 - job.beta1) * gradient;
  const v = job.beta2 * load<f32>(job.outputMoments + at, 8) + (<f32>1 - job.beta2) * gradient * gradient;
  store<f32>(job.outputMoments + at, m);
  store<f32>(job.outputMoments + at, v, 8);
  store<f32>(job.output + at, load<f32>(job.output + at) - (rate * m) / (sqrt<f32>(v) + eps));
}

/** Pairs [begin, end) are one step, the `step`-th from 1. */
function stepBatch(job: AdamJob, begin: i32, end: i32, step: i32, scratch: usize): void {
  const dim = job.dim;
  const bytes = paddedBytes(dim);
  const mask = tailMask(dim);
  const touched = scratch + 2 * bytes + 16;
  const scale = load<f32>(job.output);
  store<i32>(touched, 0);
  let scaleGradient: f64 = 0;
  let offsetGradient: f64 = 0;
  for (let pair = begin; pair < end; pair++) {
    passPair(job, pair, mask, scratch);
    const slope = -load<f64>(scratch + 2 * bytes, 8) / <f64>(end - begin);
    const rowSlope = <f32>slope * scale;
    addScaled(gradientOf(job, entry(job.users, pair), touched), rowSlope, scratch, bytes);
    addScaled(gradientOf(job, job.userCount + entry(job.items, pair), touched), rowSlope, scratch + bytes, bytes);
    if (job.rivals) {
      addScaled(gradientOf(job, job.userCount + entry(job.rivals, pair), touched), -rowSlope, scratch + bytes, bytes);
    }
    scaleGradient += slope * load<f64>(scratch + 2 * bytes);
    offsetGradient += slope;
  }
  const correction = sqrt<f64>(1 - power(<f64>job.beta2, step));
  const rate = <f32>((<f64>job.learningRate * correction) / (1 - power(<f64>job.beta1, step)));
  const eps = <f32>(<f64>job.epsilon * correction);
  const count = load<i32>(touched);
  for (let place = 0; place < count; place++) {
    let row = entry(job.slots, job.userCount + job.itemCount + place);
    store<i32>(job.slots + (<usize>row << 2), 0);
    const ofUser = row < job.userCount;
    if (!ofUser) row -= job.userCount;
    const table = ofUser ? job.userEmbeddings : job.itemEmbeddings;
    const moments = ofUser ? job.userMoments : job.itemMoments;
    const m = rowAt(moments, row, dim);
    const v = rowAt(m, ofUser ? job.userCount : job.itemCount, dim);
    moveRow(job, rowAt(table, row, dim), m, v, job.gradients + <usize>place * bytes, rate, eps, mask);
  }
  if (job.flags & LEARNS_SCALE) moveOutput(job, 0, <f32>scaleGradient, rate, eps);
  if (job.flags & LEARNS_OFFSET) moveOutput(job, 4, <f32>offsetGradient, rate, eps);
}

/** Batches [begin, end) of the job. Scratch: `SCRATCH_BYTES` of `wasm-job.ts`. */
export function trainPairsByAdam(pointer: usize, begin: i32, end: i32, scratch: usize): void {
  const job = changetype<AdamJob>(pointer);
  for (let batch = begin; batch < end; batch++) {
    const first = job.pairBegin + batch * job.batchSize;
    stepBatch(job, first, min(first + job.batchSize, job.pairEnd), job.stepsDone + batch + 1, scratch);
  }
}
