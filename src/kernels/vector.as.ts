/**
 * Small vector loops of the WASM kernels. A scratch vector is padded with zeros to whole 16-byte chunks; a row
 * of a buffer is not, so its last chunk is read through `tailMask`. Reading up to 12 bytes past a row is safe:
 * the allocator leaves room behind each buffer. Nothing here is static data: several instances share a memory.
 */

/** Bytes of a padded vector. */
// @ts-ignore: decorator
@inline
export function paddedBytes(dim: i32): usize {
  return (<usize>(dim + 3) & ~3) << 2;
}

/** All ones in the lanes of the last chunk that belong to the row. */
export function tailMask(dim: i32): v128 {
  const lanes = dim & 3;
  const counts = i32x4(0, 1, 2, 3);
  return i32x4.lt_s(counts, i32x4.splat(lanes == 0 ? 4 : lanes));
}

/** Copies a row into a padded vector. */
export function loadRow(row: usize, vector: usize, dim: i32, mask: v128): void {
  const last = paddedBytes(dim) - 16;
  for (let i: usize = 0; i < last; i += 16) v128.store(vector + i, v128.load(row + i));
  v128.store(vector + last, v128.and(v128.load(row + last), mask));
}

/** Copies a padded vector into a row, and not a byte more. */
export function storeRow(vector: usize, row: usize, dim: i32): void {
  memory.copy(row, vector, <usize>dim << 2);
}

// @ts-ignore: decorator
@inline
export function sumLanes(v: v128): f32 {
  const pairs = f32x4.add(v, v128.shuffle<f32>(v, v, 2, 3, 0, 1));
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}

/** The four sums of four vectors' lanes, as one vector. */
// @ts-ignore: decorator
@inline
export function sumLanes4(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
}

/** One chunk of a row: whole, or with the lanes behind the row's end set to zero. */
// @ts-ignore: decorator
@inline
export function chunk(row: usize, whole: boolean, mask: v128): v128 {
  return whole ? v128.load(row) : v128.and(v128.load(row), mask);
}

/**
 * The dot products of the padded vector v with four rows: each chunk of v is loaded once for four rows.
 * `whole`: bytes of the rows' chunks that need no mask.
 */
// @ts-ignore: decorator
@inline
export function dot4(v: usize, y0: usize, y1: usize, y2: usize, y3: usize, whole: usize, bytes: usize, mask: v128): v128 {
  let a0 = f32x4.splat(0);
  let a1 = f32x4.splat(0);
  let a2 = f32x4.splat(0);
  let a3 = f32x4.splat(0);
  let i: usize = 0;
  for (; i + 64 <= whole; i += 64) {
    const p0 = v128.load(v + i, 0);
    a0 = f32x4.add(a0, f32x4.mul(p0, v128.load(y0 + i, 0)));
    a1 = f32x4.add(a1, f32x4.mul(p0, v128.load(y1 + i, 0)));
    a2 = f32x4.add(a2, f32x4.mul(p0, v128.load(y2 + i, 0)));
    a3 = f32x4.add(a3, f32x4.mul(p0, v128.load(y3 + i, 0)));
    const p16 = v128.load(v + i, 16);
    a0 = f32x4.add(a0, f32x4.mul(p16, v128.load(y0 + i, 16)));
    a1 = f32x4.add(a1, f32x4.mul(p16, v128.load(y1 + i, 16)));
    a2 = f32x4.add(a2, f32x4.mul(p16, v128.load(y2 + i, 16)));
    a3 = f32x4.add(a3, f32x4.mul(p16, v128.load(y3 + i, 16)));
    const p32 = v128.load(v + i, 32);
    a0 = f32x4.add(a0, f32x4.mul(p32, v128.load(y0 + i, 32)));
    a1 = f32x4.add(a1, f32x4.mul(p32, v128.load(y1 + i, 32)));
    a2 = f32x4.add(a2, f32x4.mul(p32, v128.load(y2 + i, 32)));
    a3 = f32x4.add(a3, f32x4.mul(p32, v128.load(y3 + i, 32)));
    const p48 = v128.load(v + i, 48);
    a0 = f32x4.add(a0, f32x4.mul(p48, v128.load(y0 + i, 48)));
    a1 = f32x4.add(a1, f32x4.mul(p48, v128.load(y1 + i, 48)));
    a2 = f32x4.add(a2, f32x4.mul(p48, v128.load(y2 + i, 48)));
    a3 = f32x4.add(a3, f32x4.mul(p48, v128.load(y3 + i, 48)));
  }
  for (; i < bytes; i += 16) {
    const full = i < whole;
    const p = v128.load(v + i);
    a0 = f32x4.add(a0, f32x4.mul(p, chunk(y0 + i, full, mask)));
    a1 = f32x4.add(a1, f32x4.mul(p, chunk(y1 + i, full, mask)));
    a2 = f32x4.add(a2, f32x4.mul(p, chunk(y2 + i, full, mask)));
    a3 = f32x4.add(a3, f32x4.mul(p, chunk(y3 + i, full, mask)));
  }
  return sumLanes4(a0, a1, a2, a3);
}

/** out += Σ scale[lane] · y_lane for four rows: each chunk of out is loaded and stored once for four rows. */
// @ts-ignore: decorator
@inline
export function add4(
  out: usize, scale: v128, y0: usize, y1: usize, y2: usize, y3: usize, whole: usize, bytes: usize, mask: v128,
): void {
  const s0 = v128.shuffle<f32>(scale, scale, 0, 0, 0, 0);
  const s1 = v128.shuffle<f32>(scale, scale, 1, 1, 1, 1);
  const s2 = v128.shuffle<f32>(scale, scale, 2, 2, 2, 2);
  const s3 = v128.shuffle<f32>(scale, scale, 3, 3, 3, 3);
  let i: usize = 0;
  for (; i + 64 <= whole; i += 64) {
    const a0 = f32x4.add(f32x4.mul(s0, v128.load(y0 + i, 0)), f32x4.mul(s1, v128.load(y1 + i, 0)));
    const b0 = f32x4.add(f32x4.mul(s2, v128.load(y2 + i, 0)), f32x4.mul(s3, v128.load(y3 + i, 0)));
    v128.store(out + i, f32x4.add(v128.load(out + i, 0), f32x4.add(a0, b0)), 0);
    const a16 = f32x4.add(f32x4.mul(s0, v128.load(y0 + i, 16)), f32x4.mul(s1, v128.load(y1 + i, 16)));
    const b16 = f32x4.add(f32x4.mul(s2, v128.load(y2 + i, 16)), f32x4.mul(s3, v128.load(y3 + i, 16)));
    v128.store(out + i, f32x4.add(v128.load(out + i, 16), f32x4.add(a16, b16)), 16);
    const a32 = f32x4.add(f32x4.mul(s0, v128.load(y0 + i, 32)), f32x4.mul(s1, v128.load(y1 + i, 32)));
    const b32 = f32x4.add(f32x4.mul(s2, v128.load(y2 + i, 32)), f32x4.mul(s3, v128.load(y3 + i, 32)));
    v128.store(out + i, f32x4.add(v128.load(out + i, 32), f32x4.add(a32, b32)), 32);
    const a48 = f32x4.add(f32x4.mul(s0, v128.load(y0 + i, 48)), f32x4.mul(s1, v128.load(y1 + i, 48)));
    const b48 = f32x4.add(f32x4.mul(s2, v128.load(y2 + i, 48)), f32x4.mul(s3, v128.load(y3 + i, 48)));
    v128.store(out + i, f32x4.add(v128.load(out + i, 48), f32x4.add(a48, b48)), 48);
  }
  for (; i < bytes; i += 16) {
    const full = i < whole;
    const a = f32x4.add(f32x4.mul(s0, chunk(y0 + i, full, mask)), f32x4.mul(s1, chunk(y1 + i, full, mask)));
    const b = f32x4.add(f32x4.mul(s2, chunk(y2 + i, full, mask)), f32x4.mul(s3, chunk(y3 + i, full, mask)));
    v128.store(out + i, f32x4.add(v128.load(out + i), f32x4.add(a, b)));
  }
}

/** a · b of padded vectors. */
export function dot(a: usize, b: usize, bytes: usize): f32 {
  let sum0 = f32x4.splat(0);
  let sum1 = f32x4.splat(0);
  let i: usize = 0;
  for (; i + 32 <= bytes; i += 32) {
    sum0 = f32x4.add(sum0, f32x4.mul(v128.load(a + i), v128.load(b + i)));
    sum1 = f32x4.add(sum1, f32x4.mul(v128.load(a + i, 16), v128.load(b + i, 16)));
  }
  if (i < bytes) sum0 = f32x4.add(sum0, f32x4.mul(v128.load(a + i), v128.load(b + i)));
  return sumLanes(f32x4.add(sum0, sum1));
}
