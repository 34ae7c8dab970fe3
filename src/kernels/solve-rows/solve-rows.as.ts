/**
 * solveRows by SIMD. Four rows go through the conjugate-gradient steps in lockstep, so that the dense part of
 * the matrix is read once for four of them; the entries of a row go four at a time, so that each chunk of the
 * direction and of the product is read once for four of them, and an entry's two passes (dot, add) follow each
 * other while its row is in the first-level cache. What one row computes does not depend on its three
 * neighbours: results have the same bits for any slicing and any number of threads.
 */
import { add4, dot, dot4, loadRow, paddedBytes, storeRow, sumLanes, tailMask } from '../vector.as';

/** Written by the host; order and types as in `solve-rows/job.ts`. */
@unmanaged
class SolveRowsJob {
  rowOffsets: usize;
  columns: usize;
  weights: usize;
  fixed: usize;
  gramian: usize;
  regularisation: usize;
  solution: usize;
  rowLoss: usize;
  unobservedWeight: f32;
  dim: i32;
  cgSteps: i32;
  rowBegin: i32;
}

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

function addResidual(job: SolveRowsJob, row: i32, v: usize, out: usize): f32 {
  return passEntries(job, row, v, out, RESIDUAL);
}

function addProduct(job: SolveRowsJob, row: i32, v: usize, out: usize): f32 {
  return passEntries(job, row, v, out, PRODUCT);
}

function curvatureOf(job: SolveRowsJob, row: i32, v: usize): f32 {
  return passEntries(job, row, v, 0, CURVATURE);
}

/** Lays four padded vectors lane by lane: lanes[i * 4 + k] = vectors[k][i]. */
function interleave(vectors: usize, lanes: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) {
    const at = vectors + i;
    const a = v128.load(at);
    const b = v128.load(at + bytes);
    const c = v128.load(at + 2 * bytes);
    const d = v128.load(at + 3 * bytes);
    const ab0 = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
    const ab1 = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
    const cd0 = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
    const cd1 = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
    const to = lanes + (i << 2);
    v128.store(to, v128.shuffle<f32>(ab0, cd0, 0, 1, 4, 5));
    v128.store(to, v128.shuffle<f32>(ab0, cd0, 2, 3, 6, 7), 16);
    v128.store(to, v128.shuffle<f32>(ab1, cd1, 0, 1, 4, 5), 32);
    v128.store(to, v128.shuffle<f32>(ab1, cd1, 2, 3, 6, 7), 48);
  }
}

/** out_k[chunk] = unobservedWeight · sum + reg_k · v_k[chunk]. */
// @ts-ignore: decorator
@inline
function storeDense(job: SolveRowsJob, v: usize, out: usize, sum: v128, regularisation: f32, mask: v128): void {
  const scaled = f32x4.mul(f32x4.splat(job.unobservedWeight), sum);
  const ridge = f32x4.mul(f32x4.splat(regularisation), v128.load(v));
  v128.store(out, v128.and(f32x4.add(scaled, ridge), mask));
}

/** out_k = (unobservedWeight · gramian + reg_k · I) v_k for the four vectors of the group. */
function applyDense(job: SolveRowsJob, vectors: usize, out: usize, lanes: usize, regs: usize): void {
  const bytes = paddedBytes(job.dim);
  const rowBytes = <usize>job.dim << 2;
  const lanesEnd = lanes + (rowBytes << 2);
  const all = i32x4.splat(-1);
  const tail = tailMask(job.dim);
  interleave(vectors, lanes, bytes);
  for (let c: usize = 0; c < bytes; c += 32) {
    // The second chunk of the pair may lie past the last: then it is computed from what is there and dropped.
    let g = job.gramian + c;
    let a0 = f32x4.splat(0);
    let a1 = f32x4.splat(0);
    let a2 = f32x4.splat(0);
    let a3 = f32x4.splat(0);
    let b0 = f32x4.splat(0);
    let b1 = f32x4.splat(0);
    let b2 = f32x4.splat(0);
    let b3 = f32x4.splat(0);
    for (let p = lanes; p < lanesEnd; p += 16) {
      const ga = v128.load(g);
      const gb = v128.load(g, 16);
      const p0 = v128.load_splat<f32>(p);
      a0 = f32x4.add(a0, f32x4.mul(p0, ga));
      b0 = f32x4.add(b0, f32x4.mul(p0, gb));
      const p1 = v128.load_splat<f32>(p, 4);
      a1 = f32x4.add(a1, f32x4.mul(p1, ga));
      b1 = f32x4.add(b1, f32x4.mul(p1, gb));
      const p2 = v128.load_splat<f32>(p, 8);
      a2 = f32x4.add(a2, f32x4.mul(p2, ga));
      b2 = f32x4.add(b2, f32x4.mul(p2, gb));
      const p3 = v128.load_splat<f32>(p, 12);
      a3 = f32x4.add(a3, f32x4.mul(p3, ga));
      b3 = f32x4.add(b3, f32x4.mul(p3, gb));
      g += rowBytes;
    }
    const v = vectors + c;
    const o = out + c;
    const maskA = c + 16 < bytes ? all : tail;
    storeDense(job, v, o, a0, load<f32>(regs), maskA);
    storeDense(job, v + bytes, o + bytes, a1, load<f32>(regs, 4), maskA);
    storeDense(job, v + 2 * bytes, o + 2 * bytes, a2, load<f32>(regs, 8), maskA);
    storeDense(job, v + 3 * bytes, o + 3 * bytes, a3, load<f32>(regs, 12), maskA);
    if (c + 16 >= bytes) break;
    const maskB = c + 32 < bytes ? all : tail;
    storeDense(job, v + 16, o + 16, b0, load<f32>(regs), maskB);
    storeDense(job, v + bytes + 16, o + bytes + 16, b1, load<f32>(regs, 4), maskB);
    storeDense(job, v + 2 * bytes + 16, o + 2 * bytes + 16, b2, load<f32>(regs, 8), maskB);
    storeDense(job, v + 3 * bytes + 16, o + 3 * bytes + 16, b3, load<f32>(regs, 12), maskB);
  }
}

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

/** Rows [begin, end) of the job, counted from its first. Scratch: `solve-rows/job.ts`. */
export function solveRows(job: usize, begin: i32, end: i32, scratch: usize): void {
  const args = changetype<SolveRowsJob>(job);
  for (let row = begin; row < end; row += GROUP) {
    solveGroup(args, args.rowBegin + row, min(GROUP, end - row), scratch);
  }
}
