import type { Sequences } from '../interactions/sequences.ts';
import { foldSquare, transposeSquare } from '../linear/square.ts';
import type { Steps } from '../training/steps.ts';
import { EVERY_ROWS } from '../training/steps.ts';
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
 * rows: what a pair of positions adds depends only on their distance and on how many cuts follow the later one. All
 * positions of an item are visited together, with sums in f64 that the cache holds. A seam per item.
 */
export function* slistSums(sequences: Sequences, config: SlistConfig): Steps<SlistSums> {
  const { itemCount } = sequences;
  const places = yield* placesByItem(sequences);
  const pairs = sourcePairWeights(config);
  const moves = transitionWeights(config);
  const sources = new Float32Array(itemCount * itemCount);
  const transitions = new Float32Array(itemCount * itemCount);
  const row = new Float64Array(itemCount);
  for (let item = 0; item < itemCount; item++) {
    addSources(row.fill(0), item, sequences.items, places, pairs, config.window);
    sources.set(row, item * itemCount);
    addTransitions(row.fill(0), item, sequences.items, places, moves);
    transitions.set(row, item * itemCount);
    yield;
  }
  // Each pair of positions was entered one way round, in the row of the later item.
  yield* foldSquare(sources, itemCount);
  yield* transposeSquare(transitions, itemCount);
  return { sources, transitions };
}

/** All positions, item by item: those of item i are at offsets[i] … offsets[i + 1]. */
interface Places {
  readonly offsets: Int32Array;
  /** Place among all items. */
  readonly at: Int32Array;
  /** Positions before it, and after it, in its sequence. */
  readonly before: Int32Array;
  readonly after: Int32Array;
}

function* placesByItem({ itemCount, offsets, items }: Sequences): Steps<Places> {
  const ends = new Int32Array(itemCount + 1);
  for (const item of items) ends[item + 1]! += 1;
  for (let item = 0; item < itemCount; item++) ends[item + 1]! += ends[item]!;
  yield;
  const next = ends.slice();
  const [at, before, after] = [items, items, items].map(({ length }) => new Int32Array(length)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  for (let user = 0; user + 1 < offsets.length; user++) {
    for (let e = offsets[user]!; e < offsets[user + 1]!; e++) {
      const place = next[items[e]!]!++;
      at[place] = e;
      before[place] = e - offsets[user]!;
      after[place] = offsets[user + 1]! - 1 - e;
    }
    if ((user & EVERY_ROWS) === EVERY_ROWS) yield;
  }
  return { offsets: ends, at, before, after };
}

/** What an item's positions and those before them in their pasts add to SᵀS. */
function addSources(
  row: Float64Array,
  item: number,
  items: Int32Array,
  { offsets, at, before, after }: Places,
  pairs: Float64Array,
  window: number,
): void {
  for (let place = offsets[item]!; place < offsets[item + 1]!; place++) {
    // The last cut leaves one item to come, so that the last position is never part of a past.
    const weights = Math.min(after[place]!, window) * window;
    row[item]! += pairs[weights]!;
    const gaps = Math.min(window - 1, before[place]!);
    const later = at[place]!;
    for (let gap = 1; gap <= gaps; gap++) {
      const earlier = items[later - gap]!;
      const weight = pairs[weights + gap]!;
      row[earlier]! += earlier === item ? 2 * weight : weight;
    }
  }
}

/** What the positions before an item's own add to SᵀT by it. */
function addTransitions(
  row: Float64Array,
  item: number,
  items: Int32Array,
  { offsets, at, before }: Places,
  moves: Float64Array,
): void {
  for (let place = offsets[item]!; place < offsets[item + 1]!; place++) {
    const gaps = Math.min(moves.length - 1, before[place]!);
    const later = at[place]!;
    for (let gap = 1; gap <= gaps; gap++) row[items[later - gap]!]! += moves[gap]!;
  }
}

/**
 * Σ of w(m) w(m + gap) over m = 0 … cuts − 1, at [cuts · window + gap]: what two positions of one past, `gap` apart, add
 * over the cuts that follow the later one and have both in their window. Float64[(window + 1) · window].
 */
function sourcePairWeights({ sourceDecay, window }: SlistConfig): Float64Array<ArrayBuffer> {
  const weights = gapWeights(sourceDecay, window);
  const sums = new Float64Array((window + 1) * window);
  for (let cuts = 1; cuts <= window; cuts++) {
    for (let gap = 0; gap < window; gap++) {
      const one = cuts - 1 + gap < window ? weights[cuts - 1]! * weights[cuts - 1 + gap]! : 0;
      sums[cuts * window + gap] = sums[(cuts - 1) * window + gap]! + one;
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
