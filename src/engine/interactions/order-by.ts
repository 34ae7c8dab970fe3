import type { Steps } from '../training/steps.ts';
import { EVERY } from '../training/steps.ts';

/**
 * Stable counting sort of positions so that `key[position]` ascends. `positions`: those to sort, in the order
 * that equal keys keep; left out, all of them. `key`: each in [0, keyCount). O(positions + keyCount).
 */
export function* orderSteps(
  key: Int32Array<ArrayBuffer>,
  keyCount: number,
  positions: Int32Array<ArrayBuffer> = firstIntegers(key.length),
): Steps<Int32Array<ArrayBuffer>> {
  const next = new Int32Array(keyCount + 1);
  for (let i = 0; i < positions.length; i++) {
    next[key[positions[i]!]! + 1]! += 1;
    if ((i & EVERY) === EVERY) yield;
  }
  for (let k = 0; k < keyCount; k++) next[k + 1]! += next[k]!;
  const sorted = new Int32Array(positions.length);
  for (let i = 0; i < positions.length; i++) {
    sorted[next[key[positions[i]!]!]!++] = positions[i]!;
    if ((i & EVERY) === EVERY) yield;
  }
  return sorted;
}

/** 0 … length − 1. */
function firstIntegers(length: number): Int32Array<ArrayBuffer> {
  const integers = new Int32Array(length);
  for (let i = 0; i < length; i++) integers[i] = i;
  return integers;
}
