import type { Rng } from '../../domain/rng.ts';

/*
 * Chance without transcendental functions. `Math.exp`, `log` and `cos` may differ in the last bit between
 * JavaScript engines; + − × ÷ and √ may not. The demo shop uses only these, so that one seed gives the same
 * bytes in every browser: an item id that was liked in one names the same product in another.
 */

/** Nearly standard normal: the sum of three uniforms, centred and scaled to deviation 1. In [−3, 3]. */
export function nearNormal(rng: Rng): number {
  return 2 * (rng.next() + rng.next() + rng.next() - 1.5);
}

/** (1 + x/1024)^1024: e^x within x²/2048 of its value, 0 below −1024. */
export function softExp(x: number): number {
  if (x <= -1024) return 0;
  let y = 1 + x / 1024;
  for (let squaring = 0; squaring < 10; squaring++) y *= y;
  return y;
}

/** One of the choices, each as likely as the others. */
export function pick<T>(rng: Rng, choices: readonly T[]): T {
  return choices[rng.int(choices.length)]!;
}

/** Fisher–Yates, in place. */
export function shuffle<T>(rng: Rng, list: T[]): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = rng.int(i + 1);
    const held = list[i]!;
    list[i] = list[j]!;
    list[j] = held;
  }
  return list;
}

/** The first index in [begin, end) whose running sum is above the target, else end − 1. Binary search. */
export function firstAbove(cumulative: Float64Array, target: number, begin: number, end: number): number {
  let low = begin;
  let high = end - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cumulative[middle]! > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Draws an index in [begin, end) from weights whose running sums, from 0 at `begin`, are in `cumulative`. */
export function drawCumulative(rng: Rng, cumulative: Float64Array, begin: number, end: number): number {
  return firstAbove(cumulative, rng.next() * cumulative[end - 1]!, begin, end);
}
