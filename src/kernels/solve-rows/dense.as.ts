/** The dense part of the matrix times four vectors: the gramian is read once for four of them. */
import { paddedBytes, tailMask } from '../vector.as';
import { SolveRowsJob } from './job.as';

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
export function applyDense(job: SolveRowsJob, vectors: usize, out: usize, lanes: usize, regs: usize): void {
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
