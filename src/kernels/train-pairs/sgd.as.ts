/** trainPairs by plain SGD: gather, loss, gradient and update of a pair while its two rows are in the first-level cache. */
import { paddedBytes, tailMask } from '../vector.as';
import { LEARNS_OFFSET, LEARNS_SCALE, SgdJob } from './job.as';
import { entry, passPair, rowAt } from './pair.as';

/** row = keep · row + step · slope; not a byte behind the row is written. */
function move(row: usize, keep: f32, step: f32, slope: usize, dim: i32): void {
  const whole = (<usize>dim & ~3) << 2;
  const end = <usize>dim << 2;
  const k = f32x4.splat(keep);
  const s = f32x4.splat(step);
  let i: usize = 0;
  for (; i < whole; i += 16) {
    v128.store(row + i, f32x4.add(f32x4.mul(k, v128.load(row + i)), f32x4.mul(s, v128.load(slope + i))));
  }
  for (; i < end; i += 4) store<f32>(row + i, keep * load<f32>(row + i) + step * load<f32>(slope + i));
}

/** Pairs [begin, end) of the job, counted from its first. Scratch: `SCRATCH_BYTES` of `wasm-job.ts`. */
export function trainPairsBySgd(pointer: usize, begin: i32, end: i32, scratch: usize): void {
  const job = changetype<SgdJob>(pointer);
  const dim = job.dim;
  const bytes = paddedBytes(dim);
  const mask = tailMask(dim);
  const rate = job.learningRate;
  const keep: f32 = <f32>1 - rate * job.regularisation;
  for (let pair = job.pairBegin + begin; pair < job.pairBegin + end; pair++) {
    passPair(job, pair, mask, scratch);
    const s = <f32>load<f64>(scratch + 2 * bytes);
    const residual = <f32>load<f64>(scratch + 2 * bytes, 8);
    const scale = load<f32>(job.output);
    const step = rate * residual * scale;
    move(rowAt(job.userEmbeddings, entry(job.users, pair), dim), keep, step, scratch, dim);
    move(rowAt(job.itemEmbeddings, entry(job.items, pair), dim), keep, step, scratch + bytes, dim);
    if (job.rivals) move(rowAt(job.itemEmbeddings, entry(job.rivals, pair), dim), keep, -step, scratch + bytes, dim);
    if (job.flags & LEARNS_SCALE) store<f32>(job.output, keep * scale + rate * residual * s);
    if (job.flags & LEARNS_OFFSET) store<f32>(job.output, keep * load<f32>(job.output, 4) + rate * residual, 4);
  }
}
