import type { IalsItems } from '../explain/ials-fold-in.ts';
import { IalsFoldIn } from '../explain/ials-fold-in.ts';
import type { WeightedHistory } from '../explain/weighted-history.ts';
import type { ItemLists } from '../interactions/item-lists.ts';
import { listsOf } from '../interactions/item-lists.ts';
import type { FoldedIn, RankedLists } from './recommender.ts';

/** The k best items by the product of their embeddings with each query, Float32[queryCount · dim]. */
export type RankByEmbeddings = (
  queries: Float32Array,
  queryCount: number,
  k: number,
  excluded: ItemLists,
) => Promise<RankedLists>;

/** `Recommender.foldIn` by least squares over item embeddings that stay as they are; candidates by a home's kernel. */
export function foldInByEmbeddings(
  items: IalsItems,
  history: WeightedHistory,
  rank: RankByEmbeddings,
): FoldedIn {
  const { dim } = items.config;
  const foldIn = new IalsFoldIn(items, history);
  return {
    attracted: history.weights.some((weight) => weight > 0),
    score: (item) => foldIn.score(item),
    shares: (item) => foldIn.shares(item),
    shareOf: (j) => {
      const pull = foldIn.pullOf(j);
      return (item) => foldIn.shareBy(pull, item);
    },
    candidates: async (k, queries) => {
      const vectors = new Float32Array(queries.length * dim);
      queries.forEach(({ by }, q) =>
        vectors.set(by === 'score' ? foldIn.embedding : foldIn.pullOf(by), q * dim),
      );
      const excluded = listsOf(queries.map((query) => query.excluded));
      const { items: ranked } = await rank(vectors, queries.length, k, excluded);
      return queries.map((_, q) => ranked.subarray(q * k, (q + 1) * k).filter((item) => item >= 0));
    },
  };
}
