import { HomebodyError } from '../../domain/errors.ts';
import type { UserMetric } from '../../domain/evaluation.ts';
import { USER_METRICS } from '../../domain/evaluation.ts';
import type { ItemFacts } from '../../domain/interactions.ts';
import { isLiking } from '../../domain/pair-weight.ts';
import type { WeightedHistory } from '../explain/weighted-history.ts';
import { recencyOf } from '../explain/weighted-history.ts';
import type { Csr } from '../interactions/csr.ts';
import { rowColumns } from '../interactions/csr.ts';
import type { Sequences } from '../interactions/sequences.ts';
import { Popularity } from '../models/popularity.ts';
import type { Recommender } from '../models/recommender.ts';
import { topK } from '../scoring/top-k.ts';
import type { Pacer } from '../training/pacer.ts';
import { similarityByFacts } from './fact-similarity.ts';
import { eachRecommended, LIST, nothingHeldOut } from './full-ranking.ts';
import * as metrics from './metrics.ts';
import type { EvaluationPart } from './splits/evaluation-part.ts';

/** What one model did in one part. */
export interface PartFigures {
  /** Who was asked, ascending. Int32[asked]. */
  readonly users: Int32Array<ArrayBuffer>;
  /** values[metric][i] belongs to users[i]; NaN where it does not exist. Float64[asked]. */
  readonly values: Readonly<Record<UserMetric, Float64Array<ArrayBuffer>>>;
  /** Part of the catalogue in at least one list of ten. 0 … 1. */
  readonly coverageAt10: number;
  /** How unevenly the lists of ten show the catalogue. 0 … 1. */
  readonly giniAt10: number;
}

export interface RankOptions {
  /** Also the AUC, for which every item is scored for every user on the host. */
  readonly auc: boolean;
  readonly facts?: ItemFacts;
}

/**
 * Full ranking: for each user of the part all items compete but those that the user is known to have. Novelty and
 * popularity are those of the training side. Cut into slices by the pacer.
 * @throws 'training/no-data' without users; 'model/unsupported' where users are to be folded in and the model
 * cannot, unless it is popularity, which is the same for everybody.
 */
export async function rankPart(
  model: Recommender,
  part: EvaluationPart,
  { auc, facts }: RankOptions,
  pacer: Pacer,
): Promise<PartFigures> {
  const { users, heldOut, known, train } = part;
  const values = Object.fromEntries(
    USER_METRICS.map((name) => [name, new Float64Array(users.length).fill(Number.NaN)]),
  ) as Record<UserMetric, Float64Array<ArrayBuffer>>;
  const { likers, userCount } = likersOf(train);
  const information = metrics.selfInformation(likers, userCount);
  const alikeByFacts = facts && similarityByFacts(facts);
  const tops: Int32Array[] = [];
  const measure = (list: Int32Array, i: number, scores: (items: Int32Array) => Float64Array): void => {
    const items = heldOut.items.subarray(heldOut.offsets[i]!, heldOut.offsets[i + 1]!);
    const wanted = new Set(items);
    values.hitRateAt10[i] = metrics.hitRateAt(10, list, wanted);
    values.ndcgAt10[i] = metrics.ndcgAt(10, list, wanted);
    values.recallAt20[i] = metrics.recallAt(20, list, wanted);
    values.ndcgAt100[i] = metrics.ndcgAt(100, list, wanted);
    values.precisionAt10[i] = metrics.precisionAt(10, list, wanted);
    values.mrrAt10[i] = metrics.reciprocalRankAt(10, list, wanted);
    values.mapAt10[i] = metrics.averagePrecisionAt(10, list, wanted);
    values.noveltyAt10[i] = metrics.noveltyAt(10, list, information);
    values.popularityAt10[i] = metrics.popularityAt(10, list, likers);
    values.diversityAt10[i] = metrics.diversityAt(10, list, (some) => model.meanSimilarity(some));
    if (alikeByFacts) values.factDiversityAt10[i] = metrics.diversityAt(10, list, alikeByFacts);
    if (auc) {
      const taken = new Set(rowColumns(known, users[i]!));
      const others = Int32Array.from({ length: train.columnCount }, (_, item) => item).filter(
        (item) => !taken.has(item) && !wanted.has(item),
      );
      values.auc[i] = metrics.areaUnderCurve(scores(items) as Float64Array, scores(others));
    }
    tops.push(list.slice(0, 10));
  };

  if (known === train || model instanceof Popularity) {
    await eachRecommended(model, known, users, pacer, (list, i) =>
      measure(list, i, (items) => model.scoreItems(users[i]!, items)),
    );
  } else {
    await eachFoldedIn(model, part, pacer, measure);
  }
  return {
    users,
    values,
    coverageAt10: metrics.coverageAt(10, tops, train.columnCount),
    giniAt10: metrics.giniAt(10, tops, train.columnCount),
  };
}

/** Like `eachRecommended`, for users who are in no row of the training; ranked on the host in f64. */
async function eachFoldedIn(
  model: Recommender,
  { known, knownOrder: order, users }: EvaluationPart,
  pacer: Pacer,
  visit: (list: Int32Array, i: number, scores: (items: Int32Array) => Float64Array) => void,
): Promise<void> {
  if (users.length === 0) throw nothingHeldOut();
  const unsupported = (): HomebodyError =>
    new HomebodyError('model/unsupported', `${model.name} cannot fold a history in.`, {
      remedy: 'Evaluate it with a protocol whose users are part of the training.',
    });
  for (let i = 0; i < users.length; i++) {
    const row = users[i]!;
    const person = model.foldIn?.(historyOf(known, row, order));
    if (!person) throw unsupported();
    const taken = new Set(rowColumns(known, row));
    const best = topK(known.columnCount, LIST, (item) => (taken.has(item) ? -Infinity : person.score(item)));
    const list = new Int32Array(LIST).fill(-1);
    best.forEach(({ item }, place) => (list[place] = item));
    visit(list, i, (items) => Float64Array.from(items, (item) => person.score(item)));
    if (pacer.due) await pacer.breathe();
  }
}

/** The row of a user, with the order of its items where they were taken in one. */
function historyOf(known: Csr, row: number, { offsets, items: taken }: Sequences): WeightedHistory {
  const [begin, end] = [known.offsets[row]!, known.offsets[row + 1]!];
  const items = known.columns.slice(begin, end);
  const lastAt = new Map<number, number>();
  for (let e = offsets[row]!; e < offsets[row + 1]!; e++) lastAt.set(taken[e]!, e);
  return {
    items,
    weights: Float64Array.from(known.weights.subarray(begin, end)),
    // What was only ever refused is in no sequence, and lies back longest.
    recency: recencyOf(Array.from(items, (item) => lastAt.get(item) ?? -1)),
  };
}

/** Users who like each item, and users with a row at all. */
function likersOf(train: Csr): { readonly likers: Float64Array; readonly userCount: number } {
  const likers = new Float64Array(train.columnCount);
  train.columns.forEach((item, entry) => {
    if (isLiking(train.weights[entry]!)) likers[item]! += 1;
  });
  let userCount = 0;
  for (let row = 0; row < train.rowCount; row++) {
    if (train.offsets[row + 1]! > train.offsets[row]!) userCount += 1;
  }
  return { likers, userCount };
}
