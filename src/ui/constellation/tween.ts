/**
 * Exponential approach instead of a tween from frame to frame: frames come when training has time for them, and
 * whichever is newest is simply what the points are on their way to.
 */

/** Share of the way that is gone in `elapsedMs`, 0 … 1; after `timeConstantMs` it is 63 %. */
export function shareOf(elapsedMs: number, timeConstantMs: number): number {
  return timeConstantMs <= 0 ? 1 : 1 - Math.exp(-Math.max(0, elapsedMs) / timeConstantMs);
}

/** Closer than this a value is there. Map units: a tenth of a pixel at 1,000 px. */
const THERE = 2e-4;

/**
 * Moves `current` towards `target` in place. Both of one length.
 * @returns true when all have arrived.
 */
export function approach(current: Float32Array, target: Float32Array, share: number): boolean {
  let arrived = true;
  for (let i = 0; i < current.length; i++) {
    const rest = target[i]! - current[i]!;
    if (share >= 1 || (rest < THERE && rest > -THERE)) {
      current[i] = target[i]!;
    } else {
      current[i] = current[i]! + rest * share;
      arrived = false;
    }
  }
  return arrived;
}
