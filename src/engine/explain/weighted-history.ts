import { PairWeight } from '../../domain/pair-weight.ts';

/** A person's history as a model takes it: one signed weight per item. */
export interface WeightedHistory {
  /** Ascending, distinct. Int32[n]. */
  readonly items: Int32Array<ArrayBuffer>;
  /** Not 0. Float64[n]. */
  readonly weights: Float64Array<ArrayBuffer>;
}

/**
 * Combines events into one weight per item, as the training log was (`PairWeight`). Ascending by item, so that
 * the result depends only on which events there are: taking one back leads to the very same bits as if it had
 * never been. Events on items outside the catalogue do not count.
 */
export function weightHistory(
  history: { readonly item: Int32Array; readonly kind: Uint8Array },
  itemCount: number,
): WeightedHistory {
  const pairs = new Map<number, PairWeight>();
  for (let i = 0; i < history.item.length; i++) {
    const item = history.item[i]!;
    if (item < 0 || item >= itemCount) continue;
    let pair = pairs.get(item);
    if (!pair) pairs.set(item, (pair = new PairWeight()));
    pair.add(history.kind[i]!);
  }
  const entries = [...pairs]
    .map(([item, pair]) => [item, pair.take()] as const)
    .filter(([, weight]) => weight !== 0)
    .sort(([a], [b]) => a - b);
  return {
    items: Int32Array.from(entries, ([item]) => item),
    weights: Float64Array.from(entries, ([, weight]) => weight),
  };
}
