import type { WeightedHistory } from '../explain/weighted-history.ts';
import type { Sequences } from '../interactions/sequences.ts';
import { gapWeights } from './slist-sums.ts';

/** What is taken again at once (looked at, put into the cart, bought) is one position, not several. */
export function withoutRepeats({ itemCount, offsets, items }: Sequences): Sequences {
  const kept = new Int32Array(items.length);
  const ends = new Int32Array(offsets.length);
  let count = 0;
  for (let user = 0; user + 1 < offsets.length; user++) {
    for (let e = offsets[user]!; e < offsets[user + 1]!; e++) {
      if (e > offsets[user]! && items[e] === items[e - 1]) continue;
      kept[count++] = items[e]!;
    }
    ends[user + 1] = count;
  }
  return { itemCount, offsets: ends, items: kept.slice(0, count) };
}

/** The last `length` positions of each user. */
export function lastOf({ itemCount, offsets, items }: Sequences, length: number): Sequences {
  const ends = new Int32Array(offsets.length);
  for (let user = 0; user + 1 < offsets.length; user++) {
    ends[user + 1] = ends[user]! + Math.min(length, offsets[user + 1]! - offsets[user]!);
  }
  const kept = new Int32Array(ends.at(-1) ?? 0);
  for (let user = 0; user + 1 < offsets.length; user++) {
    const end = offsets[user + 1]!;
    kept.set(items.subarray(end - (ends[user + 1]! - ends[user]!), end), ends[user]);
  }
  return { itemCount, offsets: ends, items: kept };
}

/** A user's positions with decayed weights, the latest at gap 0: a row of S. */
export function pastOfUser({ offsets, items }: Sequences, user: number, decay: number): WeightedHistory {
  const own = items.slice(offsets[user], offsets[user + 1]);
  return { items: own, weights: gapWeights(decay, own.length).reverse() };
}

/**
 * A history by its recency: each item's signed weight, decayed by the number of attracting items that are later than
 * it. So a refusal ages nothing. What lies back `window` of them or more weighs 0. All are as recent where the order is
 * not known.
 */
export function pastOfHistory(history: WeightedHistory, decay: number, window: number): WeightedHistory {
  const { items, weights, recency } = history;
  const latestFirst = [...items.keys()].sort((a, b) => (recency?.[a] ?? 0) - (recency?.[b] ?? 0));
  const decayed = new Float64Array(items.length);
  let later = 0;
  for (const j of latestFirst) {
    decayed[j] = later < window ? weights[j]! * (later + 1) ** -decay : 0;
    if (recency && weights[j]! > 0) later += 1;
  }
  return { items, weights: decayed };
}
