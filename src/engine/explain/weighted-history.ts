import { PairWeight } from '../../domain/pair-weight.ts';

/** A person's history as a model takes it: one signed weight per item. */
export interface WeightedHistory {
  /** Ascending, distinct. Int32[n]. */
  readonly items: Int32Array<ArrayBuffer>;
  /** Not 0. Float64[n]. */
  readonly weights: Float64Array<ArrayBuffer>;
  /**
   * The order of the items by their last event: 0 for the latest of all, n − 1 for the one that lies back longest.
   * For models of what comes next; absent where the order is not known. Int32[n].
   */
  readonly recency?: Int32Array<ArrayBuffer>;
}

/**
 * Combines events, oldest first, into one weight per item, as the training log was (`PairWeight`). Ascending by
 * item, and recency as a mere order, so that the result depends only on the events that there are: taking one back
 * leads to the very same bits as if it had never been. Events on items outside the catalogue do not count.
 */
export function weightHistory(
  history: { readonly item: Int32Array; readonly kind: Uint8Array },
  itemCount: number,
): WeightedHistory {
  const pairs = new Map<number, PairWeight>();
  const lastAt = new Map<number, number>();
  for (let i = 0; i < history.item.length; i++) {
    const item = history.item[i]!;
    if (item < 0 || item >= itemCount) continue;
    let pair = pairs.get(item);
    if (!pair) pairs.set(item, (pair = new PairWeight()));
    pair.add(history.kind[i]!);
    lastAt.set(item, i);
  }
  const entries = [...pairs]
    .map(([item, pair]) => [item, pair.take()] as const)
    .filter(([, weight]) => weight !== 0)
    .sort(([a], [b]) => a - b);
  return {
    items: Int32Array.from(entries, ([item]) => item),
    weights: Float64Array.from(entries, ([, weight]) => weight),
    recency: recencyOf(entries.map(([item]) => lastAt.get(item)!)),
  };
}

/** Place of each moment when the latest comes first; equal moments in the order given. Int32[moments.length]. */
export function recencyOf(moments: readonly number[]): Int32Array<ArrayBuffer> {
  const latestFirst = [...moments.keys()].sort((a, b) => moments[b]! - moments[a]! || a - b);
  const recency = new Int32Array(moments.length);
  latestFirst.forEach((j, place) => (recency[j] = place));
  return recency;
}
