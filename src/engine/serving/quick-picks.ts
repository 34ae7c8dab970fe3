import { itemIndex } from '../../domain/ids.ts';
import type { Scored } from '../../domain/recommendation.ts';
import type { Similarity } from '../scoring/diversify.ts';

/** Items that are known to many: this part of the catalogue, the most popular ones, … */
const KNOWN_PART = 0.05;
/** … but so many for each place, that there is something to choose from. */
const KNOWN_PER_PLACE = 16;
/** Of the known, the part that is nearest to a visitor's taste. */
const NEAR_PART = 1 / 5;

export interface QuickPickArgs {
  readonly k: number;
  /** Items that may be shown, the most popular first. */
  readonly popular: Iterable<number>;
  readonly itemCount: number;
  readonly passed: readonly number[];
  /** 0 … 1, how well known an item is; what the answer is scored with. */
  readonly fame: ArrayLike<number>;
  /** −1: unknown. */
  readonly department: ArrayLike<number>;
  /** Null without a model. */
  readonly similarity: Similarity | null;
  /** How near an item is to the visitor's taste; null while that is not known. */
  readonly taste: ((item: number) => number) | null;
}

/**
 * Things to choose one from, so that the choice tells much: each known to many, all unlike one another and
 * unlike what was passed over. Places are filled one by one, farthest first (Gonzalez 1985): with the item whose
 * largest cosine to those before it is smallest, the better known where that is the same.
 * - While the taste is not known, departments that had fewest places so far come first: the choice is a wide
 *   one. Without a model that is all there is: the most popular of different departments.
 * - Once it is known, only those nearest to it compete, and the nearest one comes first: what is still open is
 *   which of the things around the taste it is.
 * The same question has the same answer.
 */
export function quickPicks(args: QuickPickArgs): Scored[] {
  const { k, passed, fame, department, similarity, taste } = args;
  let left = knownOf(args);
  if (taste) {
    const scores = new Map(left.map((item) => [item, taste(item)]));
    left = left
      .toSorted((a, b) => scores.get(b)! - scores.get(a)!)
      .slice(0, Math.max(k, Math.ceil(left.length * NEAR_PART)));
  }
  const places = new Map<number, number>();
  const count = (item: number): void => {
    const own = department[item]!;
    places.set(own, (places.get(own) ?? 0) + 1);
  };
  passed.forEach(count);
  const crowd = (item: number): number => (taste ? 0 : (places.get(department[item]!) ?? 0));
  const likeness = new Map(
    left.map((item) => [
      item,
      similarity ? passed.reduce((most, other) => Math.max(most, similarity(item, other)), -1) : -1,
    ]),
  );
  const picks: number[] = [];
  while (picks.length < k && left.length > 0) {
    const pick = left.reduce((best, item) =>
      crowd(item) < crowd(best) || (crowd(item) === crowd(best) && likeness.get(item)! < likeness.get(best)!)
        ? item
        : best,
    );
    picks.push(pick);
    count(pick);
    left = left.filter((item) => item !== pick);
    if (!similarity) continue;
    for (const item of left) likeness.set(item, Math.max(likeness.get(item)!, similarity(item, pick)));
  }
  return picks.map((item) => ({ item: itemIndex(item), score: fame[item]! }));
}

/** Without a model the most popular of each department have to be among them: all may compete. */
function knownOf({ k, popular, itemCount, passed, similarity }: QuickPickArgs): number[] {
  const most = similarity ? Math.max(k * KNOWN_PER_PLACE, Math.ceil(itemCount * KNOWN_PART)) : Infinity;
  const gone = new Set(passed);
  const known: number[] = [];
  for (const item of popular) {
    if (known.length >= most) break;
    if (!gone.has(item)) known.push(item);
  }
  return known;
}
