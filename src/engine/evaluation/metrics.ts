/**
 * Metrics of one ranked list against the items that were held out. `ranked`: best first; −1 is an empty place.
 * All are NaN, not 0, for a user with nothing held out: such a user must not count.
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

/** Distinct items in the first k of all lists, over the catalogue. NaN for an empty catalogue. */
export function coverageAt(k: number, lists: Iterable<Ranked>, itemCount: number): number {
  const seen = new Set<number>();
  for (const ranked of lists) {
    for (let i = 0; i < Math.min(k, ranked.length); i++) if (ranked[i]! >= 0) seen.add(ranked[i]!);
  }
  return itemCount > 0 ? seen.size / itemCount : Number.NaN;
}

function hitsAt(k: number, ranked: Ranked, heldOut: ReadonlySet<number>): number {
  let hits = 0;
  for (let i = 0; i < Math.min(k, ranked.length); i++) if (heldOut.has(ranked[i]!)) hits += 1;
  return hits;
}
