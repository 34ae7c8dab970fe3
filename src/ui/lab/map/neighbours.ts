/**
 * The points nearest to a point on the plane, nearest first, itself left out; ties by smaller index.
 * @param positions Float32[n, 2]
 */
export function neighboursOf(positions: Float32Array, point: number, count: number): readonly number[] {
  const [x, y] = [positions[point * 2]!, positions[point * 2 + 1]!];
  const distances: (readonly [point: number, squared: number])[] = [];
  for (let i = 0; i * 2 + 1 < positions.length; i++) {
    if (i === point) continue;
    distances.push([i, (positions[i * 2]! - x) ** 2 + (positions[i * 2 + 1]! - y) ** 2]);
  }
  return distances
    .toSorted(([one, a], [other, b]) => a - b || one - other)
    .slice(0, count)
    .map(([i]) => i);
}
