/**
 * multiply by SIMD. A unit is one tile of the result. For each chunk of its depth both sides are packed into
 * scratch; then 4 × 8 sums at a time stay in registers over the whole chunk (Goto, van de Geijn, "Anatomy of
 * high-performance matrix multiplication", 2008). A tile's sums depend on nothing but its place, so the bits are the
 * same for any number of threads.
 */
import { packAlongDepth, packAlongLanes } from './pack.as';

/** Written by the host; order and types as in `multiply/wasm-job.ts`. Strides in elements. */
@unmanaged
class MultiplyJob {
  left: usize;
  right: usize;
  out: usize;
  leftStride: i32;
  rightStride: i32;
  outStride: i32;
  rows: i32;
  depth: i32;
  columns: i32;
  firstTile: i32;
  tilesAcross: i32;
  flags: i32;
  effect: i32;
}

// @ts-ignore: decorator
@inline
const LEFT_TRANSPOSED: i32 = 1;
// @ts-ignore: decorator
@inline
const RIGHT_TRANSPOSED: i32 = 2;
// @ts-ignore: decorator
@inline
const LOWER: i32 = 4;

// @ts-ignore: decorator
@inline
const SET: i32 = 0;
// @ts-ignore: decorator
@inline
const ADD: i32 = 1;
// @ts-ignore: decorator
@inline
const SUBTRACT: i32 = 2;

/** `MULTIPLY_TILE`. */
// @ts-ignore: decorator
@inline
const TILE: i32 = 128;
/** Depth of a packed chunk: both sides of a tile take 64 KiB each, which the second cache holds. */
// @ts-ignore: decorator
@inline
const CHUNK: i32 = 128;
// @ts-ignore: decorator
@inline
const PACKED_BYTES: usize = 65536;

/** A chunk of sums in the place of, or on top of, what is there. */
// @ts-ignore: decorator
@inline
function put(at: usize, sums: v128, effect: i32): void {
  if (effect == SET) v128.store(at, sums);
  else if (effect == ADD) v128.store(at, f32x4.add(v128.load(at), sums));
  else v128.store(at, f32x4.sub(v128.load(at), sums));
}

/** 4 × 8 sums over `depth` of packed groups, to rows of `stride` bytes at `out`. */
function multiplyGroups(left: usize, right: usize, depth: i32, out: usize, stride: usize, effect: i32): void {
  let a0 = f32x4.splat(0);
  let b0 = f32x4.splat(0);
  let a1 = f32x4.splat(0);
  let b1 = f32x4.splat(0);
  let a2 = f32x4.splat(0);
  let b2 = f32x4.splat(0);
  let a3 = f32x4.splat(0);
  let b3 = f32x4.splat(0);
  for (let k = 0; k < depth; k++) {
    const ya = v128.load(right);
    const yb = v128.load(right, 16);
    const x0 = v128.load_splat<f32>(left);
    a0 = f32x4.add(a0, f32x4.mul(x0, ya));
    b0 = f32x4.add(b0, f32x4.mul(x0, yb));
    const x1 = v128.load_splat<f32>(left, 4);
    a1 = f32x4.add(a1, f32x4.mul(x1, ya));
    b1 = f32x4.add(b1, f32x4.mul(x1, yb));
    const x2 = v128.load_splat<f32>(left, 8);
    a2 = f32x4.add(a2, f32x4.mul(x2, ya));
    b2 = f32x4.add(b2, f32x4.mul(x2, yb));
    const x3 = v128.load_splat<f32>(left, 12);
    a3 = f32x4.add(a3, f32x4.mul(x3, ya));
    b3 = f32x4.add(b3, f32x4.mul(x3, yb));
    left += 16;
    right += 32;
  }
  put(out, a0, effect);
  put(out + 16, b0, effect);
  put(out + stride, a1, effect);
  put(out + stride + 16, b1, effect);
  put(out + 2 * stride, a2, effect);
  put(out + 2 * stride + 16, b2, effect);
  put(out + 3 * stride, a3, effect);
  put(out + 3 * stride + 16, b3, effect);
}

/** The same where the result has fewer than 4 × 8 values here: by way of `spare`, 128 bytes. */
function multiplyEdge(
  left: usize, right: usize, depth: i32, out: usize, stride: usize, effect: i32, rows: i32, columns: i32, spare: usize,
): void {
  multiplyGroups(left, right, depth, spare, 32, SET);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const at = out + <usize>r * stride + (<usize>c << 2);
      const sum = load<f32>(spare + (<usize>(r * 8 + c) << 2));
      if (effect == SET) store<f32>(at, sum);
      else if (effect == ADD) store<f32>(at, load<f32>(at) + sum);
      else store<f32>(at, load<f32>(at) - sum);
    }
  }
}

function multiplyTile(job: MultiplyJob, row: i32, column: i32, scratch: usize): void {
  const rows = min(TILE, job.rows - row);
  const columns = min(TILE, job.columns - column);
  const leftStride = <usize>job.leftStride << 2;
  const rightStride = <usize>job.rightStride << 2;
  const stride = <usize>job.outStride << 2;
  const out = job.out + <usize>row * stride + (<usize>column << 2);
  const packedLeft = scratch;
  const packedRight = scratch + PACKED_BYTES;
  const spare = packedRight + PACKED_BYTES;
  if (job.depth == 0 && job.effect == SET) {
    for (let r = 0; r < rows; r++) memory.fill(out + <usize>r * stride, 0, <usize>columns << 2);
  }
  for (let begin = 0; begin < job.depth; begin += CHUNK) {
    const depth = min(CHUNK, job.depth - begin);
    if (job.flags & LEFT_TRANSPOSED) {
      const from = job.left + <usize>begin * leftStride + (<usize>row << 2);
      packAlongLanes(from, leftStride, rows, depth, 4, packedLeft);
    } else {
      const from = job.left + <usize>row * leftStride + (<usize>begin << 2);
      packAlongDepth(from, leftStride, rows, depth, 4, packedLeft);
    }
    if (job.flags & RIGHT_TRANSPOSED) {
      const from = job.right + <usize>column * rightStride + (<usize>begin << 2);
      packAlongDepth(from, rightStride, columns, depth, 8, packedRight);
    } else {
      const from = job.right + <usize>begin * rightStride + (<usize>column << 2);
      packAlongLanes(from, rightStride, columns, depth, 8, packedRight);
    }
    const effect = begin > 0 && job.effect == SET ? ADD : job.effect;
    for (let c = 0; c < columns; c += 8) {
      const right = packedRight + (<usize>(c * depth) << 2);
      for (let r = 0; r < rows; r += 4) {
        const left = packedLeft + (<usize>(r * depth) << 2);
        const to = out + <usize>r * stride + (<usize>c << 2);
        if (r + 4 <= rows && c + 8 <= columns) multiplyGroups(left, right, depth, to, stride, effect);
        else multiplyEdge(left, right, depth, to, stride, effect, min(4, rows - r), min(8, columns - c), spare);
      }
    }
  }
}

/** Tiles [begin, end), counted from the job's first. Scratch: `SCRATCH_BYTES` of `wasm-job.ts`. */
export function multiply(pointer: usize, begin: i32, end: i32, scratch: usize): void {
  const job = changetype<MultiplyJob>(pointer);
  for (let unit = begin; unit < end; unit++) {
    const tile = job.firstTile + unit;
    const down = tile / job.tilesAcross;
    const across = tile % job.tilesAcross;
    if (job.flags & LOWER && across > down) continue;
    multiplyTile(job, down * TILE, across * TILE, scratch);
  }
}
