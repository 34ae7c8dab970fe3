/**
 * Metrics of one ranked list against the items that were held out, then of what lists are like and of many
 * lists together; definitions as in RecBole unless said otherwise. `ranked`: best first; −1 is an empty place.
 * What is measured against held-out items is NaN, not 0, for a user with nothing held out, and what is a mean
 * over a list is NaN for a list with nothing in it: such a user must not count.
 */
export type Ranked = ArrayLike<number>;

/** 1 when at least one held-out item is among the first k, else 0. */
export function hitRateAt(k: number, ranked: Ranked, heldOut: ReadonlySet<number>): number {
  if (heldOut.size === 0) return Number.NaN;
  return hitsAt(k, ranked, heldOut) > 0 ? 1 : 0;
}

/** Held-out items among the first k, over as many as could be there: min(k, |heldOut|). */
export function recallAt(k: number, ranked: Ranked, heldOut: ReadonlySet<number>): number {
  if (heldOut.size === 0) return Number.NaN;
  return hitsAt(k, ranked, heldOut) / Math.min(k, heldOut.size);
}

/** Discounted gain Σ 1/log₂(place + 1), place from 1, over that of the best possible list. */
export function ndcgAt(k: number, ranked: Ranked, heldOut: ReadonlySet<number>): number {
  if (heldOut.size === 0) return Number.NaN;
  let gain = 0;
  for (let i = 0; i < Math.min(k, ranked.length); i++) {
    if (heldOut.has(ranked[i]!)) gain += 1 / Math.log2(i + 2);
  }
  let best = 0;
  for (let i = 0; i < Math.min(k, heldOut.size); i++) best += 1 / Math.log2(i + 2);
  return gain / best;
}

/** Held-out items among the first k, over k: a list that is not full is worse for it. */
export function precisionAt(k: number, ranked: Ranked, heldOut: ReadonlySet<number>): number {
  if (heldOut.size === 0) return Number.NaN;
  return hitsAt(k, ranked, heldOut) / k;
}

/** 1 over the place of the first held-out item, place from 1; 0 when none is among the first k. Its mean is MRR. */
export function reciprocalRankAt(k: number, ranked: Ranked, heldOut: ReadonlySet<number>): number {
  if (heldOut.size === 0) return Number.NaN;
  for (let i = 0; i < Math.min(k, ranked.length); i++) if (heldOut.has(ranked[i]!)) return 1 / (i + 1);
  return 0;
}

/**
 * Precision at the place of each held-out item among the first k, summed, over as many as could be there:
 * min(k, |heldOut|). Its mean is MAP.
 */
export function averagePrecisionAt(k: number, ranked: Ranked, heldOut: ReadonlySet<number>): number {
  if (heldOut.size === 0) return Number.NaN;
  let [hits, sum] = [0, 0];
  for (let i = 0; i < Math.min(k, ranked.length); i++) {
    if (!heldOut.has(ranked[i]!)) continue;
    hits += 1;
    sum += hits / (i + 1);
  }
  return sum / Math.min(k, heldOut.size);
}

/**
 * Area under the ROC curve of one user: the share of pairs of a held-out and another candidate of which the
 * held-out one scores higher; a tie is half a pair, a score that is no number (NaN) on either side none. Over all
 * candidates, not over the first k. NaN without a pair. O((n + h) log h) for h held-out items.
 */
export function areaUnderCurve(heldOutScores: Float64Array, otherScores: Float64Array): number {
  const pairs = heldOutScores.length * otherScores.length;
  const sorted = heldOutScores.filter((score) => !Number.isNaN(score)).sort();
  let right = 0;
  for (const other of otherScores) {
    if (Number.isNaN(other)) continue;
    const [below, upTo] = [firstFrom(sorted, other), firstAbove(sorted, other)];
    right += sorted.length - upTo + (upTo - below) / 2;
  }
  return pairs > 0 ? right / pairs : Number.NaN;
}

/** Mean self-information −log₂ p(i) of the first k, in bits (Vargas & Castells, RecSys 2011). `information`: `selfInformation`. */
export const noveltyAt = (k: number, ranked: Ranked, information: Float64Array): number =>
  meanAt(k, ranked, information);

/**
 * −log₂ of the part of the users who like an item, by item. An item that nobody likes counts as if one did, so
 * that it is the most surprising one and yet no infinity. Float64[itemCount].
 */
export const selfInformation = (likers: Float64Array, userCount: number): Float64Array =>
  likers.map((count) => -Math.log2(Math.max(1, count) / userCount));

/** Mean number of users who like the items among the first k. */
export const popularityAt = (k: number, ranked: Ranked, likers: Float64Array): number =>
  meanAt(k, ranked, likers);

/**
 * Intra-list diversity: 1 − the mean similarity of all pairs among the first k. NaN below two items.
 * `meanSimilarity`: of all pairs of some items, by a model or by facts, NaN where it knows none.
 */
export function diversityAt(
  k: number,
  ranked: Ranked,
  meanSimilarity: (items: readonly number[]) => number,
): number {
  const items = filled(k, ranked);
  return items.length < 2 ? Number.NaN : 1 - meanSimilarity(items);
}

/** Distinct items in the first k of all lists, over the catalogue. NaN for an empty catalogue. */
export function coverageAt(k: number, lists: Iterable<Ranked>, itemCount: number): number {
  const seen = new Set<number>();
  for (const ranked of lists) {
    for (let i = 0; i < Math.min(k, ranked.length); i++) if (ranked[i]! >= 0) seen.add(ranked[i]!);
  }
  return itemCount > 0 ? seen.size / itemCount : Number.NaN;
}

/**
 * Gini coefficient of how often each item of the catalogue is in the first k of all lists: 0 when all are
 * shown alike, (n − 1)/n when one of n has every place. Σ (2r − n − 1) x_r / (n Σ x), x ascending, r from 1. NaN
 * when nothing is shown.
 */
export function giniAt(k: number, lists: Iterable<Ranked>, itemCount: number): number {
  const shown = new Float64Array(itemCount);
  for (const ranked of lists) for (const item of filled(k, ranked)) shown[item]! += 1;
  shown.sort();
  let [total, weighted] = [0, 0];
  shown.forEach((times, i) => {
    total += times;
    weighted += (2 * (i + 1) - itemCount - 1) * times;
  });
  return total > 0 ? weighted / (itemCount * total) : Number.NaN;
}

/** The items in the first k places that are filled. */
function filled(k: number, ranked: Ranked): number[] {
  const items: number[] = [];
  for (let i = 0; i < Math.min(k, ranked.length); i++) if (ranked[i]! >= 0) items.push(ranked[i]!);
  return items;
}

function meanAt(k: number, ranked: Ranked, valueOf: Float64Array): number {
  const items = filled(k, ranked);
  return items.reduce((sum, item) => sum + valueOf[item]!, 0) / items.length;
}

/** How many of an ascending array are below `value`. */
function firstFrom(ascending: Float64Array, value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of an ascending array are at most `value`. */
function firstAbove(ascending: Float64Array, value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function hitsAt(k: number, ranked: Ranked, heldOut: ReadonlySet<number>): number {
  let hits = 0;
  for (let i = 0; i < Math.min(k, ranked.length); i++) if (heldOut.has(ranked[i]!)) hits += 1;
  return hits;
}
