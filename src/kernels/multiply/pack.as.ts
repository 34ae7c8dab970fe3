/**
 * Lays a block out for the inner loop of `multiply`: lanes (rows of the left matrix, columns of the right one) in
 * groups of four or eight, a group's lanes side by side, one depth after the other. Lane l at depth k goes to
 * (⌊l / group⌋ · depth + k) · group + l mod group. Lanes that only fill a group repeat earlier ones.
 */

// @ts-ignore: decorator
@inline
function padded(lanes: i32, group: i32): i32 {
  return (lanes + group - 1) & ~(group - 1);
}

/** Where the quad of lanes that begins with `lane` goes. Bytes. */
// @ts-ignore: decorator
@inline
function placeOf(lane: i32, depth: i32, group: i32): usize {
  const within = lane & (group - 1);
  return <usize>((lane - within) * depth + within) << 2;
}

/** Lanes are `stride` bytes apart, the depths of a lane side by side: turned over four by four. */
export function packAlongDepth(from: usize, stride: usize, lanes: i32, depth: i32, group: i32, to: usize): void {
  const step = <usize>group << 2;
  const last = lanes - 1;
  for (let lane = 0; lane < padded(lanes, group); lane += 4) {
    let p0 = from + <usize>min(lane, last) * stride;
    let p1 = from + <usize>min(lane + 1, last) * stride;
    let p2 = from + <usize>min(lane + 2, last) * stride;
    let p3 = from + <usize>min(lane + 3, last) * stride;
    let at = to + placeOf(lane, depth, group);
    let k = 0;
    for (; k + 4 <= depth; k += 4) {
      const a = v128.load(p0);
      const b = v128.load(p1);
      const c = v128.load(p2);
      const d = v128.load(p3);
      const ab0 = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
      const ab1 = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
      const cd0 = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
      const cd1 = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
      v128.store(at, v128.shuffle<f32>(ab0, cd0, 0, 1, 4, 5));
      v128.store(at + step, v128.shuffle<f32>(ab0, cd0, 2, 3, 6, 7));
      v128.store(at + 2 * step, v128.shuffle<f32>(ab1, cd1, 0, 1, 4, 5));
      v128.store(at + 3 * step, v128.shuffle<f32>(ab1, cd1, 2, 3, 6, 7));
      p0 += 16;
      p1 += 16;
      p2 += 16;
      p3 += 16;
      at += 4 * step;
    }
    for (; k < depth; k++) {
      store<f32>(at, load<f32>(p0));
      store<f32>(at, load<f32>(p1), 4);
      store<f32>(at, load<f32>(p2), 8);
      store<f32>(at, load<f32>(p3), 12);
      p0 += 4;
      p1 += 4;
      p2 += 4;
      p3 += 4;
      at += step;
    }
  }
}

/** Lanes lie side by side, depths `stride` bytes apart: copied. Reads up to 12 bytes past the last lane. */
export function packAlongLanes(from: usize, stride: usize, lanes: i32, depth: i32, group: i32, to: usize): void {
  const step = <usize>group << 2;
  const lastQuad = (lanes - 1) & ~3;
  for (let lane = 0; lane < padded(lanes, group); lane += 4) {
    let p = from + (<usize>min(lane, lastQuad) << 2);
    let at = to + placeOf(lane, depth, group);
    for (let k = 0; k < depth; k++) {
      v128.store(at, v128.load(p));
      p += stride;
      at += step;
    }
  }
}
