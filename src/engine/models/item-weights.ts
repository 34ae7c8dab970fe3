import type { WeightedHistory } from '../explain/weighted-history.ts';
import type { Csr } from '../interactions/csr.ts';
import type { ItemLists } from '../interactions/item-lists.ts';
import { rankScores } from '../scoring/rank-scores.ts';
import { topK } from '../scoring/top-k.ts';
import type { FoldedIn, RankedLists } from './recommender.ts';

/**
 * What a linear item-based model has learnt: B of score(i) = Σ_j w_j B_ji, over the items j of a history with
 * their weights w_j. So w_j B_ji is the exact share of j in the score of i, and a person who was not in the
 * log is scored like one who was.
 */
export interface ItemWeights {
  readonly itemCount: number;
  /** B_ji, j = `from`, i = `to`. */
  weight(from: number, to: number): number;
  /** Scores of all items: Σ_j w_j B_ji. Float64[itemCount]. */
  scores(history: WeightedHistory): Float64Array<ArrayBuffer>;
}

/** All of B, row-major by `from`. Float32[itemCount · itemCount]. */
export function denseWeights(values: Float32Array<ArrayBuffer>, itemCount: number): ItemWeights {
  return {
    itemCount,
    weight: (from, to) => values[from * itemCount + to]!,
    scores: ({ items, weights }) => {
      const scores = new Float64Array(itemCount);
      let j = 0;
      // Four rows at a time: the scores are loaded and stored once for four.
      for (; j + 4 <= items.length; j += 4) {
        const [w0, w1, w2, w3] = [weights[j]!, weights[j + 1]!, weights[j + 2]!, weights[j + 3]!];
        const row0 = items[j]! * itemCount;
        const row1 = items[j + 1]! * itemCount;
        const row2 = items[j + 2]! * itemCount;
        const row3 = items[j + 3]! * itemCount;
        for (let i = 0; i < itemCount; i++) {
          scores[i]! +=
            w0 * values[row0 + i]! + w1 * values[row1 + i]! + w2 * values[row2 + i]! + w3 * values[row3 + i]!;
        }
      }
      for (; j < items.length; j++) {
        const [weight, row] = [weights[j]!, items[j]! * itemCount];
        for (let i = 0; i < itemCount; i++) scores[i]! += weight * values[row + i]!;
      }
      return scores;
    },
  };
}

/** B with most of its values 0: row j holds the items that j speaks for. */
export function sparseWeights(byFrom: Csr): ItemWeights {
  const { offsets, columns, weights } = byFrom;
  return {
    itemCount: byFrom.columnCount,
    weight: (from, to) => {
      let low = offsets[from]!;
      let high = offsets[from + 1]!;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (columns[middle]! < to) low = middle + 1;
        else high = middle;
      }
      return low < offsets[from + 1]! && columns[low] === to ? weights[low]! : 0;
    },
    scores: (history) => {
      const scores = new Float64Array(byFrom.columnCount);
      history.items.forEach((from, j) => {
        const weight = history.weights[j]!;
        for (let e = offsets[from]!; e < offsets[from + 1]!; e++)
          scores[columns[e]!]! += weight * weights[e]!;
      });
      return scores;
    },
  };
}

/** A row of the training log as a history. */
function historyOf(byUser: Csr, user: number): WeightedHistory {
  const [begin, end] = [byUser.offsets[user]!, byUser.offsets[user + 1]!];
  return {
    items: byUser.columns.subarray(begin, end),
    weights: Float64Array.from(byUser.weights.subarray(begin, end)),
  };
}

/** `Recommender.recommend` by the users' rows. */
export function recommendByItems(
  weights: ItemWeights,
  byUser: Csr,
  users: Int32Array,
  k: number,
  excluded: ItemLists,
): RankedLists {
  return rankScores(users.length, k, excluded, (q) => weights.scores(historyOf(byUser, users[q]!)));
}

/** `Recommender.scoreItems` by the user's row. Float64[items.length]. */
export function scoreByItems(
  weights: ItemWeights,
  byUser: Csr,
  user: number,
  items: Int32Array,
): Float64Array<ArrayBuffer> {
  const history = historyOf(byUser, user);
  // All of them by rows of B, which lie side by side; a few one by one.
  if (items.length > weights.itemCount / 8) return picked(weights.scores(history), items);
  return Float64Array.from(items, (item) => scoreOf(weights, history, item));
}

/** The values of some items. */
export function picked(all: Float64Array, items: Int32Array): Float64Array<ArrayBuffer> {
  const values = new Float64Array(items.length);
  for (let i = 0; i < items.length; i++) values[i] = all[items[i]!]!;
  return values;
}

function scoreOf(weights: ItemWeights, { items, weights: signed }: WeightedHistory, item: number): number {
  let sum = 0;
  for (let j = 0; j < items.length; j++) sum += signed[j]! * weights.weight(items[j]!, item);
  return sum;
}

/** `Recommender.foldIn`. Everything on the host: the candidates are ranked by the scores themselves. */
export function foldInByItems(weights: ItemWeights, history: WeightedHistory): FoldedIn {
  const share = (j: number, item: number): number =>
    history.weights[j]! * weights.weight(history.items[j]!, item);
  const alone = (j: number): WeightedHistory => ({
    items: history.items.subarray(j, j + 1),
    weights: history.weights.subarray(j, j + 1),
  });
  return {
    attracted: history.weights.some((weight) => weight > 0),
    score: (item) => scoreOf(weights, history, item),
    shares: (item) => history.weights.map((_, j) => share(j, item)),
    shareOf: (j) => (item) => share(j, item),
    candidates: async (k, queries) =>
      queries.map(({ by, excluded }) => {
        const scores = weights.scores(by === 'score' ? history : alone(by));
        for (const item of excluded) scores[item] = -Infinity;
        return Int32Array.from(
          topK(weights.itemCount, k, (item) => scores[item]!),
          ({ item }) => item,
        );
      }),
  };
}
