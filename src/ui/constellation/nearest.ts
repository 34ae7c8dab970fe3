/**
 * Which point is meant. Every point is looked at: 4,000 take 10 µs, less than a grid of moving points would take
 * to build.
 */

/** Index of the point that is nearest to a pixel, −1 when none is within `radius` px. `pixels` Float32[n, 2]. */
export function nearest(pixels: Float32Array, x: number, y: number, radius: number): number {
  let best = -1;
  let least = radius * radius;
  for (let i = 0; i + 1 < pixels.length; i += 2) {
    const dx = pixels[i]! - x;
    const dy = pixels[i + 1]! - y;
    const squared = dx * dx + dy * dy;
    if (squared <= least) {
      least = squared;
      best = i / 2;
    }
  }
  return best;
}

/** Sideways distance counts so much more than the distance ahead. */
const SIDEWAYS = 2;

/**
 * The next point from point `from` in a direction (one of dx, dy is ±1, the other 0; dy downwards): the nearest
 * of those that lie more ahead than aside. −1 when there is none.
 */
export function nearestTowards(pixels: Float32Array, from: number, dx: number, dy: number): number {
  const x = pixels[from * 2]!;
  const y = pixels[from * 2 + 1]!;
  let best = -1;
  let least = Infinity;
  for (let i = 0; i + 1 < pixels.length; i += 2) {
    const awayX = pixels[i]! - x;
    const awayY = pixels[i + 1]! - y;
    const ahead = awayX * dx + awayY * dy;
    const aside = Math.abs(awayX * dy) + Math.abs(awayY * dx);
    if (ahead <= 0 || aside > ahead) continue;
    const cost = ahead + SIDEWAYS * aside;
    if (cost < least) {
      least = cost;
      best = i / 2;
    }
  }
  return best;
}
