import type { ItemLists } from '../interactions/item-lists.ts';
import type { RankedLists } from '../models/recommender.ts';
import { topK } from './top-k.ts';

/**
 * The k best items of each query without those in `excluded`, for a model that scores all items of a query at once.
 *
 * @param scoresOf scores of all items for query q, Float64[itemCount]; the array is written to
 */
export function rankScores(
  queryCount: number,
  k: number,
  excluded: ItemLists,
  scoresOf: (q: number) => Float64Array,
): RankedLists {
  const items = new Int32Array(queryCount * k).fill(-1);
  const scores = new Float32Array(queryCount * k).fill(-Infinity);
  for (let q = 0; q < queryCount; q++) {
    const all = scoresOf(q);
    for (let e = excluded.offsets[q]!; e < excluded.offsets[q + 1]!; e++) all[excluded.items[e]!] = -Infinity;
    topK(all.length, k, (item) => all[item]!).forEach(({ item, score }, place) => {
      items[q * k + place] = item;
      scores[q * k + place] = score;
    });
  }
  return { k, items, scores };
}
