import { topK } from '../scoring/top-k.ts';
import { mixed, scaleOf } from './blend-weight.ts';
import type { FoldedIn } from './recommender.ts';

/** One person folded in by two models of the same items: scores and shares are mixed alike, so that they still sum. */
export function foldInBoth(itemCount: number, weight: number, first: FoldedIn, second: FoldedIn): FoldedIn {
  const allOf = (person: FoldedIn): Float64Array<ArrayBuffer> =>
    Float64Array.from({ length: itemCount }, (_, item) => person.score(item));
  const [ofFirst, ofSecond] = [allOf(first), allOf(second)];
  const [scaleFirst, scaleSecond] = [scaleOf(ofFirst), scaleOf(ofSecond)];
  const scores = mixed(
    weight,
    ofFirst.map((score) => score * scaleFirst),
    ofSecond.map((score) => score * scaleSecond),
  );
  const parts = sharesOfBoth([weight * scaleFirst, (1 - weight) * scaleSecond], first, second);
  return {
    attracted: first.attracted || second.attracted,
    score: (item) => scores[item]!,
    ...parts,
    candidates: async (k, queries) =>
      queries.map(({ by, excluded }) => {
        const hidden = new Set(excluded);
        const scoreOf = by === 'score' ? (item: number): number => scores[item]! : parts.shareOf!(by);
        const best = topK(itemCount, k, (item) => (hidden.has(item) ? -Infinity : scoreOf(item)));
        return Int32Array.from(best, ({ item }) => item);
      }),
  };
}

/** Nothing where one of the two knows no shares. */
function sharesOfBoth(
  [ofFirst, ofSecond]: readonly [number, number],
  first: FoldedIn,
  second: FoldedIn,
): Pick<FoldedIn, 'shares' | 'shareOf'> {
  if (!first.shares || !first.shareOf || !second.shares || !second.shareOf) return {};
  return {
    shares: (item) => {
      const others = second.shares!(item);
      return first.shares!(item).map((share, j) => ofFirst * share + ofSecond * others[j]!);
    },
    shareOf: (j) => {
      const [one, other] = [first.shareOf!(j), second.shareOf!(j)];
      return (item) => ofFirst * one(item) + ofSecond * other(item);
    },
  };
}
