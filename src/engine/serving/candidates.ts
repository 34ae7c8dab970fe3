import { itemIndex } from '../../domain/ids.ts';
import type { Scored } from '../../domain/recommendation.ts';
import { MAX_TOP_K } from '../../kernels/home.ts';
import { topK } from '../scoring/top-k.ts';
import { flagged } from './hidden.ts';
import type { Relevance } from './relevance.ts';

export interface CandidatesQuery {
  /** The whole relevance, or what the taste's j-th item says for an item (`Relevance.pullOf`). */
  readonly by: 'relevance' | number;
  /** 1 for what must not be among them. */
  readonly hidden: Uint8Array<ArrayBuffer>;
}

/**
 * The `size` best items of each query, best first, scored in f64. Where the model alone ranks, the home's kernel
 * chooses them in f32 (all queries in one call); where popularity or a mood has a say, or more are asked for than the kernel
 * lists, all items are scored here.
 */
export async function candidatesOf(
  relevance: Relevance,
  size: number,
  queries: readonly CandidatesQuery[],
): Promise<readonly (readonly Scored[])[]> {
  if (queries.length === 0) return [];
  const { foldedIn } = relevance;
  const scoreBy = queries.map(({ by }) =>
    by === 'relevance' ? (item: number) => relevance.of(item) : relevance.pullOf(by),
  );
  const onHost = ({ hidden }: CandidatesQuery, q: number): readonly Scored[] =>
    topK(hidden.length, size, (item) => (hidden[item] === 1 ? -Infinity : scoreBy[q]!(item)));
  if (!foldedIn || !relevance.attracted || relevance.tilted || size > MAX_TOP_K) return queries.map(onHost);

  const lists = new Map<Uint8Array, Int32Array<ArrayBuffer>>();
  const listOf = (hidden: Uint8Array): Int32Array => {
    let list = lists.get(hidden);
    if (!list) lists.set(hidden, (list = flagged(hidden)));
    return list;
  };
  // Where there are no shares the home has nothing to rank by them.
  const onHome = queries.map(({ by }) => by === 'relevance' || foldedIn.shareOf !== undefined);
  const asked = queries.filter((_, q) => onHome[q]);
  const found = await foldedIn.candidates(
    size,
    asked.map(({ by, hidden }) => ({ by: by === 'relevance' ? 'score' : by, excluded: listOf(hidden) })),
  );
  return queries.map((query, q) =>
    onHome[q]
      ? Array.from(found[asked.indexOf(query)]!, (item) => ({
          item: itemIndex(item),
          score: scoreBy[q]!(item),
        })).sort((a, b) => b.score - a.score || a.item - b.item)
      : onHost(query, q),
  );
}
