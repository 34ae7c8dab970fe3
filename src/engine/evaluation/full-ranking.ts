import { HomebodyError } from '../../domain/errors.ts';
import type { Csr } from '../interactions/csr.ts';
import { itemListsOf } from '../interactions/item-lists.ts';
import type { Recommender } from '../models/recommender.ts';
import type { Pacer } from '../training/pacer.ts';
import { coverageAt, hitRateAt, ndcgAt, recallAt } from './metrics.ts';

export interface FullRankingMetrics {
  readonly hitRateAt10: number;
  readonly ndcgAt10: number;
  readonly recallAt20: number;
  readonly ndcgAt100: number;
  readonly coverageAt10: number;
}

/** One held-out item per user. */
export interface HeldOut {
  readonly users: Int32Array<ArrayBuffer>;
  /** The item of users[i]. */
  readonly heldOut: Int32Array<ArrayBuffer>;
}

/** Length of the lists that are asked for. */
export const LIST: number = 100;

/**
 * Protocol `leave-one-out`: for each user all items compete but those of the user's training history, and
 * the held-out one must come early. Means over the users. Cut into slices by the pacer.
 * @throws 'training/no-data' without users.
 */
export async function evaluateFullRanking(
  model: Recommender,
  train: Csr,
  { users, heldOut }: HeldOut,
  pacer: Pacer,
): Promise<FullRankingMetrics> {
  const sums = { hitRateAt10: 0, ndcgAt10: 0, recallAt20: 0, ndcgAt100: 0 };
  const tops: Int32Array[] = [];
  await eachRecommended(model, train, users, pacer, (list, i) => {
    const wanted = new Set([heldOut[i]!]);
    sums.hitRateAt10 += hitRateAt(10, list, wanted);
    sums.ndcgAt10 += ndcgAt(10, list, wanted);
    sums.recallAt20 += recallAt(20, list, wanted);
    sums.ndcgAt100 += ndcgAt(100, list, wanted);
    tops.push(list.slice(0, 10));
  });
  return {
    hitRateAt10: sums.hitRateAt10 / users.length,
    ndcgAt10: sums.ndcgAt10 / users.length,
    recallAt20: sums.recallAt20 / users.length,
    ndcgAt100: sums.ndcgAt100 / users.length,
    coverageAt10: coverageAt(10, tops, train.columnCount),
  };
}

/**
 * Shows `visit` the list of users[i], LIST places, −1 where there is no further item; items of the user's row of
 * `known` are not in it. The list is a view into a batch. @throws 'training/no-data' without users.
 */
export async function eachRecommended(
  model: Recommender,
  known: Csr,
  users: Int32Array<ArrayBuffer>,
  pacer: Pacer,
  visit: (list: Int32Array, i: number) => void,
): Promise<void> {
  if (users.length === 0) throw nothingHeldOut();
  const costPerUser = known.columnCount;
  await pacer.slices(
    users.length,
    (user) => user * costPerUser,
    async (begin, end) => {
      const some = users.subarray(begin, end);
      const { items } = await model.recommend(some, LIST, itemListsOf(known, some));
      for (let q = 0; q < some.length; q++) visit(items.subarray(q * LIST, (q + 1) * LIST), begin + q);
    },
  );
}

export function nothingHeldOut(): HomebodyError {
  return new HomebodyError('training/no-data', 'No user has an item to hold out.', {
    remedy: 'Evaluate on a log in which users have at least two items.',
  });
}
