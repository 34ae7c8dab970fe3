/** A department as far as its points lie together. */
export interface Neighbourhood {
  readonly department: number;
  /** Points of the department on the map. */
  readonly count: number;
  /** Its densest spot, in map coordinates. */
  readonly x: number;
  readonly y: number;
  /** Its points lie together, and more so than any points do. */
  readonly coherent: boolean;
}

/** Map units within which points are neighbours. */
const NEAR = 0.16;
/** Map units around the densest spot that are looked at to tell a neighbourhood. */
const AROUND = 0.34;
/** A neighbourhood has this share of its department around its densest spot, … */
const MIN_SHARE = 0.36;
/** … and so many times the share of all points that lie there. By chance both shares are alike. */
const MIN_LIFT = 1.9;
/** Points that are tried as the densest spot; more only cost time. */
const TRIES = 48;
/** Fewer points are no neighbourhood. */
const MIN_COUNT = 4;
/** The earlier spot is kept while it is nearly as dense, so that names do not hop between two clusters. */
const LOYALTY = 0.85;

/**
 * The densest spot of each department: of the points tried, the one with most of its own around it, moved to
 * their middle. The mode and not the mean, which between two clusters would name empty ground.
 * @param department Int32[n], −1 unknown; @param positions Float32[n, 2].
 * @param before the neighbourhoods of the frame before.
 * @returns by falling count.
 */
export function neighbourhoodsOf(
  department: Int32Array,
  positions: Float32Array,
  before: readonly Neighbourhood[] = [],
): readonly Neighbourhood[] {
  const members = new Map<number, number[]>();
  for (const [i, one] of department.entries()) {
    if (one < 0) continue;
    const list = members.get(one);
    if (list) list.push(i);
    else members.set(one, [i]);
  }
  const everyone = Array.from(department, (_, i) => i);
  return [...members]
    .map(([one, own]): Neighbourhood => {
      const earlier = before.find((other) => other.department === one);
      const [x, y] = densestSpot(own, positions, earlier);
      const share = within(own, positions, x, y, AROUND) / own.length;
      const usual = within(everyone, positions, x, y, AROUND) / everyone.length;
      const coherent = own.length >= MIN_COUNT && share >= MIN_SHARE && share >= MIN_LIFT * usual;
      return { department: one, count: own.length, x, y, coherent };
    })
    .sort((a, b) => b.count - a.count || a.department - b.department);
}

function densestSpot(
  own: readonly number[],
  positions: Float32Array,
  earlier: Neighbourhood | undefined,
): readonly [x: number, y: number] {
  let x = 0;
  let y = 0;
  let most = -1;
  for (let turn = 0; turn < Math.min(TRIES, own.length); turn++) {
    const i = own[Math.floor((turn * own.length) / Math.min(TRIES, own.length))]!;
    const neighbours = within(own, positions, positions[i * 2]!, positions[i * 2 + 1]!, NEAR);
    if (neighbours > most) {
      most = neighbours;
      x = positions[i * 2]!;
      y = positions[i * 2 + 1]!;
    }
  }
  if (earlier && within(own, positions, earlier.x, earlier.y, NEAR) >= LOYALTY * most) {
    [x, y] = [earlier.x, earlier.y];
  }
  return middleAround(own, positions, x, y);
}

function within(list: readonly number[], positions: Float32Array, x: number, y: number, r: number): number {
  let count = 0;
  for (const i of list) {
    const dx = positions[i * 2]! - x;
    const dy = positions[i * 2 + 1]! - y;
    if (dx * dx + dy * dy <= r * r) count++;
  }
  return count;
}

/** Mean of the points near a spot; the spot itself when none are. */
function middleAround(
  own: readonly number[],
  positions: Float32Array,
  x: number,
  y: number,
): readonly [number, number] {
  let [count, sumX, sumY] = [0, 0, 0];
  for (const i of own) {
    const dx = positions[i * 2]! - x;
    const dy = positions[i * 2 + 1]! - y;
    if (dx * dx + dy * dy > NEAR * NEAR) continue;
    count++;
    sumX += dx;
    sumY += dy;
  }
  return count === 0 ? [x, y] : [x + sumX / count, y + sumY / count];
}
