import type { Sequences } from '../interactions/sequences.ts';
import type { Steps } from '../training/steps.ts';
import type { SlistConfig } from './slist-config.ts';

/** What the closed form needs of all sequences. Row-major, Float32[itemCount · itemCount] each. */
export interface SlistSums {
  /** SᵀS, both triangles. */
  readonly sources: Float32Array<ArrayBuffer>;
  /** SᵀT: by row the item of the past, by column the item to come. */
  readonly transitions: Float32Array<ArrayBuffer>;
}

/** (gap + 1)^−decay for gaps 0 … length − 1. Float64[length]. */
export function gapWeights(decay: number, length: number): Float64Array<ArrayBuffer> {
  return Float64Array.from({ length }, (_, gap) => (gap + 1) ** -decay);
}

/**
 * SᵀS and SᵀT over all cuts of all sequences into a past (a row of S) and a future (a row of T), without making the
 * rows: what a pair of positions adds depends only on their distance and on how many cuts follow the later one.
 * One seam per user.
 */
export function* slistSums(sequences: Sequences, config: SlistConfig): Steps<SlistSums> {
  const { itemCount, offsets, items } = sequences;
  const { window, horizon } = config;
  const pairs = sourcePairWeights(config);
  const moves = transitionWeights(config);
  const sources = new Float32Array(itemCount * itemCount);
  const transitions = new Float32Array(itemCount * itemCount);
  for (let user = 0; user + 1 < offsets.length; user++) {
    const begin = offsets[user]!;
    const end = offsets[user + 1]!;
    for (let later = begin; later < end; later++) {
      const item = items[later]!;
      // The last cut leaves one item to come, so that the last position is never part of a past.
      const cuts = end - 1 - later;
      const reach = cuts > 0 ? Math.min(window, later - begin + 1) : 0;
      for (let gap = 0; gap < reach; gap++) {
        const cut = Math.min(cuts, window - gap) - 1;
        const earlier = items[later - gap]!;
        const times = gap > 0 && earlier === item ? 2 : 1;
        sources[earlier * itemCount + item]! += times * pairs[gap * window + cut]!;
      }
      for (let gap = 1; gap < window + horizon && later - gap >= begin; gap++) {
        transitions[items[later - gap]! * itemCount + item]! += moves[gap]!;
      }
    }
    yield;
  }
  yield* fold(sources, itemCount);
  return { sources, transitions };
}

/**
 * Σ of w(m) w(m + gap) over m = 0 … cut, at [gap · window + cut]: what two positions of one past, `gap` apart, add over
 * the cut + 1 cuts that follow the later one. Float64[window²].
 */
function sourcePairWeights({ sourceDecay, window }: SlistConfig): Float64Array<ArrayBuffer> {
  const weights = gapWeights(sourceDecay, window);
  const sums = new Float64Array(window * window);
  for (let gap = 0; gap < window; gap++) {
    let sum = 0;
    for (let m = 0; m + gap < window; m++) {
      sum += weights[m]! * weights[m + gap]!;
      sums[gap * window + m] = sum;
    }
  }
  return sums;
}

/** Σ over the cuts between two positions `gap` apart of past weight · future weight, at [gap]. Float64. */
function transitionWeights(config: SlistConfig): Float64Array<ArrayBuffer> {
  const { sourceDecay, targetDecay, window, horizon } = config;
  const past = gapWeights(sourceDecay, window);
  const future = gapWeights(targetDecay, horizon);
  const sums = new Float64Array(window + horizon);
  past.forEach((p, i) => future.forEach((f, j) => (sums[i + j + 1]! += p * f)));
  return sums;
}

/** Each pair of positions was entered one way round; the matrix is symmetric. */
function* fold(sources: Float32Array<ArrayBuffer>, itemCount: number): Steps<void> {
  for (let a = 0; a < itemCount; a++) {
    for (let b = 0; b < a; b++) {
      const both = sources[a * itemCount + b]! + sources[b * itemCount + a]!;
      sources[a * itemCount + b] = both;
      sources[b * itemCount + a] = both;
    }
    yield;
  }
}
