/**
 * solveRows by SIMD. Four rows go through the conjugate-gradient steps in lockstep, so that the dense part of
 * the matrix is read once for four of them; the entries of a row go four at a time, so that each chunk of the
 * direction and of the product is read once for four of them, and an entry's two passes (dot, add) follow each
 * other while its row is in the first-level cache. What one row computes does not depend on its three
 * neighbours: results have the same bits for any slicing and any number of threads.
 */
import { dot, loadRow, paddedBytes, storeRow, tailMask } from '../vector.as';
import { applyDense } from './dense.as';
import { addProduct, addResidual, curvatureOf } from './entries.as';
import { SolveRowsJob } from './job.as';

/** As in `solve-rows/index.ts`. */
// @ts-ignore: decorator
@inline
const RESIDUAL_RELATIVE: f32 = 1e-14;
// @ts-ignore: decorator
@inline
const RESIDUAL_ABSOLUTE: f32 = 1e-30;

// @ts-ignore: decorator
@inline
const GROUP: i32 = 4;

/** v = −v, of `bytes` bytes. */
function negate(v: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) v128.store(v + i, f32x4.neg(v128.load(v + i)));
}

/** to += scale · from. */
function addScaled(to: usize, scale: f32, from: usize, bytes: usize): void {
  const s = f32x4.splat(scale);
  for (let i: usize = 0; i < bytes; i += 16) {
    v128.store(to + i, f32x4.add(v128.load(to + i), f32x4.mul(s, v128.load(from + i))));
  }
}

/** p = r + scale · p. */
function redirect(p: usize, scale: f32, r: usize, bytes: usize): void {
  const s = f32x4.splat(scale);
  for (let i: usize = 0; i < bytes; i += 16) {
    v128.store(p + i, f32x4.add(v128.load(r + i), f32x4.mul(s, v128.load(p + i))));
  }
}

/** Rows row … row + count − 1, count 1 … 4. */
function solveGroup(job: SolveRowsJob, row: i32, count: i32, scratch: usize): void {
  const dim = job.dim;
  const bytes = paddedBytes(dim);
  const mask = tailMask(dim);
  // Four of each: solution x, residual r, direction p, product q. Then the interleaved four, then scalars.
  const x = scratch;
  const r = x + 4 * bytes;
  const p = r + 4 * bytes;
  const q = p + 4 * bytes;
  const lanes = q + 4 * bytes;
  const regs = lanes + 4 * bytes;
  const squares = regs + 16;
  const enough = squares + 16;

  memory.fill(x, 0, 4 * bytes);
  memory.fill(regs, 0, 16);
  let active = 0;
  for (let k = 0; k < count; k++) {
    const offset = job.rowOffsets + (<usize>(row + k) << 2);
    if (load<i32>(offset) == load<i32>(offset, 4)) {
      store<f32>(job.rowLoss + (<usize>(row + k) << 2), 0);
      continue;
    }
    active |= 1 << k;
    loadRow(job.solution + ((<usize>(row + k) * <usize>dim) << 2), x + <usize>k * bytes, dim, mask);
    store<f32>(regs + (<usize>k << 2), load<f32>(job.regularisation + (<usize>(row + k) << 2)));
  }
  if (active) {
    applyDense(job, x, r, lanes, regs);
    negate(r, 4 * bytes);
    for (let k = 0; k < count; k++) {
      if (!((active >> k) & 1)) continue;
      const rk = r + <usize>k * bytes;
      const loss = addResidual(job, row + k, x + <usize>k * bytes, rk);
      store<f32>(job.rowLoss + (<usize>(row + k) << 2), loss);
      const squared = dot(rk, rk, bytes);
      store<f32>(squares + (<usize>k << 2), squared);
      store<f32>(enough + (<usize>k << 2), max(RESIDUAL_RELATIVE * squared, RESIDUAL_ABSOLUTE));
    }
    memory.copy(p, r, 4 * bytes);
  }
  for (let step = 0; step < job.cgSteps; step++) {
    for (let k = 0; k < count; k++) {
      if (!(load<f32>(squares + (<usize>k << 2)) > load<f32>(enough + (<usize>k << 2)))) active &= ~(1 << k);
    }
    if (!active) break;
    applyDense(job, p, q, lanes, regs);
    const last = step + 1 == job.cgSteps;
    for (let k = 0; k < count; k++) {
      if (!((active >> k) & 1)) continue;
      const rk = r + <usize>k * bytes;
      const pk = p + <usize>k * bytes;
      const qk = q + <usize>k * bytes;
      // p·Ap. The last step needs no new residual, and so no product.
      const dense = dot(pk, qk, bytes);
      const curvature = dense + (last ? curvatureOf(job, row + k, pk) : addProduct(job, row + k, pk, qk));
      if (!(curvature > 0)) {
        active &= ~(1 << k);
        continue;
      }
      const squared = load<f32>(squares + (<usize>k << 2));
      const length = squared / curvature;
      addScaled(x + <usize>k * bytes, length, pk, bytes);
      if (last) continue;
      addScaled(rk, -length, qk, bytes);
      const next = dot(rk, rk, bytes);
      redirect(pk, next / squared, rk, bytes);
      store<f32>(squares + (<usize>k << 2), next);
    }
  }
  for (let k = 0; k < count; k++) {
    storeRow(x + <usize>k * bytes, job.solution + ((<usize>(row + k) * <usize>dim) << 2), dim);
  }
}

/** Rows [begin, end) of the job, counted from its first. Scratch: `SCRATCH_BYTES` of `wasm-job.ts`. */
export function solveRows(job: usize, begin: i32, end: i32, scratch: usize): void {
  const args = changetype<SolveRowsJob>(job);
  for (let row = begin; row < end; row += GROUP) {
    solveGroup(args, args.rowBegin + row, min(GROUP, end - row), scratch);
  }
}
