/**
 * gramian by SIMD. The rows are cut into segments whose number depends on the shapes alone; each segment sums
 * into its own partial matrix and the last step adds the partials in order, so the bits do not depend on how
 * many threads share the segments. Within a segment, blocks of rows are packed (padded to whole tiles) into
 * scratch and multiplied tile by tile, 4 × 8 sums in registers; only tiles that touch the upper triangle.
 */
import { loadRow, tailMask } from '../vector.as';

/** Written by the host; order and types as in `gramian/wasm-job.ts`. */
@unmanaged
class GramianJob {
  rows: usize;
  out: usize;
  partials: usize;
  rowCount: i32;
  dim: i32;
  segmentRows: i32;
  segments: i32;
}

/** Rows of a packed block: at 512 wide it fills half of `SCRATCH_BYTES`. */
// @ts-ignore: decorator
@inline
const BLOCK_ROWS: i32 = 32;

/** Bytes of a row padded to whole tiles of 8. */
// @ts-ignore: decorator
@inline
function tileBytes(dim: i32): usize {
  return (<usize>(dim + 7) & ~7) << 2;
}

/** sums[i … i+3][j … j+7] += Σ_r row_r[i …] row_r[j …]; addresses of the first row's parts and of the sums. */
function addTile(rowI: usize, rowJ: usize, sums: usize, rows: i32, stride: usize): void {
  let a0 = v128.load(sums);
  let b0 = v128.load(sums, 16);
  let a1 = v128.load(sums + stride);
  let b1 = v128.load(sums + stride, 16);
  let a2 = v128.load(sums + 2 * stride);
  let b2 = v128.load(sums + 2 * stride, 16);
  let a3 = v128.load(sums + 3 * stride);
  let b3 = v128.load(sums + 3 * stride, 16);
  for (let r = 0; r < rows; r++) {
    const ya = v128.load(rowJ);
    const yb = v128.load(rowJ, 16);
    const x0 = v128.load_splat<f32>(rowI);
    a0 = f32x4.add(a0, f32x4.mul(x0, ya));
    b0 = f32x4.add(b0, f32x4.mul(x0, yb));
    const x1 = v128.load_splat<f32>(rowI, 4);
    a1 = f32x4.add(a1, f32x4.mul(x1, ya));
    b1 = f32x4.add(b1, f32x4.mul(x1, yb));
    const x2 = v128.load_splat<f32>(rowI, 8);
    a2 = f32x4.add(a2, f32x4.mul(x2, ya));
    b2 = f32x4.add(b2, f32x4.mul(x2, yb));
    const x3 = v128.load_splat<f32>(rowI, 12);
    a3 = f32x4.add(a3, f32x4.mul(x3, ya));
    b3 = f32x4.add(b3, f32x4.mul(x3, yb));
    rowI += stride;
    rowJ += stride;
  }
  v128.store(sums, a0);
  v128.store(sums, b0, 16);
  v128.store(sums + stride, a1);
  v128.store(sums + stride, b1, 16);
  v128.store(sums + 2 * stride, a2);
  v128.store(sums + 2 * stride, b2, 16);
  v128.store(sums + 3 * stride, a3);
  v128.store(sums + 3 * stride, b3, 16);
}

function sumSegment(job: GramianJob, segment: i32, scratch: usize): void {
  const dim = job.dim;
  const stride = tileBytes(dim);
  const mask = tailMask(dim);
  const sums = job.partials + <usize>segment * stride * (stride >> 2);
  memory.fill(sums, 0, stride * (stride >> 2));
  memory.fill(scratch, 0, <usize>BLOCK_ROWS * stride);
  const end = min(job.rowCount, (segment + 1) * job.segmentRows);
  for (let row = segment * job.segmentRows; row < end; row += BLOCK_ROWS) {
    const rows = min(BLOCK_ROWS, end - row);
    for (let r = 0; r < rows; r++) {
      loadRow(job.rows + ((<usize>(row + r) * <usize>dim) << 2), scratch + <usize>r * stride, dim, mask);
    }
    for (let i: usize = 0; i < stride; i += 16) {
      for (let j = i & ~31; j < stride; j += 32) {
        addTile(scratch + i, scratch + j, sums + (i >> 2) * stride + j, rows, stride);
      }
    }
  }
}

/** Segments [begin, end). Scratch: `SCRATCH_BYTES` of `wasm-job.ts`. */
export function gramian(job: usize, begin: i32, end: i32, scratch: usize): void {
  for (let segment = begin; segment < end; segment++) sumSegment(changetype<GramianJob>(job), segment, scratch);
}

/** Adds the partials in order and writes both triangles. */
export function gramianFinish(pointer: usize): void {
  const job = changetype<GramianJob>(pointer);
  const dim = <usize>job.dim;
  const stride = tileBytes(job.dim);
  const partialBytes = stride * (stride >> 2);
  const sums = job.partials;
  for (let segment = 1; segment < job.segments; segment++) {
    const partial = sums + <usize>segment * partialBytes;
    for (let at: usize = 0; at < partialBytes; at += 16) {
      v128.store(sums + at, f32x4.add(v128.load(sums + at), v128.load(partial + at)));
    }
  }
  for (let i: usize = 0; i < dim; i++) {
    for (let j = i; j < dim; j++) {
      const sum = load<f32>(sums + i * stride + (j << 2));
      store<f32>(job.out + ((i * dim + j) << 2), sum);
      store<f32>(job.out + ((j * dim + i) << 2), sum);
    }
  }
}
