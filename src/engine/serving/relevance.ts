import type { ItemFacts } from '../../domain/interactions.ts';
import { itemIndex } from '../../domain/ids.ts';
import type { Cause, Explanation, Mood, Reason, Scored, WholeReason } from '../../domain/recommendation.ts';
import { MAX_TOP_K } from '../../kernels/home.ts';
import type { FoldedIn } from '../models/recommender.ts';
import { topK } from '../scoring/top-k.ts';
import { causesOf, tasteOf } from './mood.ts';
import type { Taste } from './mood.ts';
import type { ServingModel } from './serving-model.ts';
import type { Visitor } from './visitor.ts';

const MAX_CAUSES = 3;

/**
 * Standard deviations of the best candidates' scores that a department of the mood lifts its items by. On the demo
 * shop, of the first 24 then 19 (median) are of a department that had some among them before, and 9 of one that
 * had none: felt at once, and still nobody else's list. Two would bring 15 and 2, four 22 and 17.
 */
const DEPARTMENT_DEVIATIONS = 3;

/** Liked items that an item's familiarity is measured by: the strongest, where there are more. */
const MAX_FAMILIAR = 50;

/**
 * What speaks for an item, for one visitor in one mood. Two ways to be relevant:
 * - something in history or mood attracts: the model's score of what is folded in, in f64 on the host, so that
 *   it is what the explanation adds up to, where the model knows shares;
 * - nothing does (no model, nothing to fold in, or only refusals): popularity, log-scaled to 0 … 1, plus the
 *   model's score where it is a sum of shares, which is below 0 for what resembles a refused item.
 * In a mood for departments their items have a constant on top, the same for all of them.
 */
export class Relevance {
  readonly serving: ServingModel;
  readonly taste: Taste;
  readonly foldedIn: FoldedIn | null;
  readonly #facts: ItemFacts;
  readonly #visitor: Visitor;
  readonly #departments: ReadonlySet<number>;
  #bonus: number | null = null;
  #familiar: readonly number[] | null = null;
  #ground: number | null = null;

  constructor(serving: ServingModel, facts: ItemFacts, visitor: Visitor, mood: Mood) {
    this.serving = serving;
    this.#facts = facts;
    this.#visitor = visitor;
    this.#departments = new Set(mood.departments);
    this.taste = tasteOf(visitor.history, mood);
    const model = serving.trained?.model;
    this.foldedIn = this.taste.items.length > 0 ? (model?.foldIn?.(this.taste) ?? null) : null;
  }

  /** True when the model ranks. */
  get attracted(): boolean {
    return this.foldedIn?.attracted ?? false;
  }

  /** True when scores are not those of the model alone, by whose kernel candidates could be found. */
  get tilted(): boolean {
    return this.#departments.size > 0;
  }

  /** What the list is ordered by. */
  of(item: number): number {
    return this.beforeMood(item) + this.departmentShare(item);
  }

  /** Part of it that can be explained: all but popularity. */
  explained(item: number): number {
    return (this.foldedIn?.score(item) ?? 0) + this.departmentShare(item);
  }

  departmentShare(item: number): number {
    return this.#departments.has(this.#facts.department[item]!) ? (this.#bonus ??= this.#measureBonus()) : 0;
  }

  /** Everything that was folded in, in the order of the items; none where the model knows no shares. */
  causes(item: number): Cause[] {
    const shares = this.foldedIn?.shares?.(item) ?? [];
    return Array.from(shares, (share, j) => causesOf(this.taste, j, share)).flat();
  }

  /** The strongest of what attracted the visitor and speaks for this item. */
  reason(item: number): Reason {
    if (!this.foldedIn || !this.attracted) return { kind: 'popular' };
    const shares = this.foldedIn.shares?.(item);
    if (!shares) return { kind: 'whole', ...this.whole(item)! };
    const best = topK(shares.length, MAX_CAUSES, (j) =>
      shares[j]! > 0 && this.taste.weights[j]! > 0 ? shares[j]! : -Infinity,
    );
    const causes = best
      .flatMap(({ item: j, score }) => causesOf(this.taste, j, score))
      .filter(({ share }) => share > 0)
      .sort((a, b) => b.share - a.share || a.item - b.item)
      .slice(0, MAX_CAUSES);
    return { kind: 'because', causes };
  }

  /** Why popularity ranks; null where the model does. */
  get byPopularity(): Explanation['byPopularity'] | null {
    if (this.attracted) return null;
    const model = this.serving.trained?.model;
    if (!model) return 'untrained';
    return model.foldIn ? 'nothing' : 'same-for-all';
  }

  /** What is to be said of the whole history, where it attracts and the model knows no shares. */
  whole(item: number): WholeReason | null {
    if (!this.attracted || this.foldedIn?.shares) return null;
    const { items, weights } = this.taste;
    const [best] = topK(items.length, 1, (j) =>
      weights[j]! > 0 ? this.similarity(item, items[j]!) : -Infinity,
    );
    const nearest = best && best.score > 0 ? itemIndex(items[best.item]!) : null;
    return { nearest, inOrder: this.serving.trained?.learnsOrder ?? false };
  }

  /**
   * What the taste's j-th item says for an item: its share in the score, and where the model knows none, how alike the
   * two are.
   */
  pullOf(j: number): (item: number) => number {
    const of = this.taste.items[j]!;
    return this.foldedIn?.shareOf?.(j) ?? ((item) => (item === of ? 0 : this.similarity(item, of)));
  }

  /** See `likeness`. */
  readonly similarity = (a: number, b: number): number => this.serving.trained?.likeness(a, b) ?? 0;

  /** 0 … 1: half for being little known to all, half for being unlike what the visitor liked. */
  readonly novelty = (item: number): number => {
    this.#familiar ??= this.#strongest();
    let familiar = 0;
    for (const liked of this.#familiar) familiar = Math.max(familiar, this.similarity(item, liked));
    return (1 - this.serving.fame[item]! + (1 - familiar)) / 2;
  };

  #strongest(): readonly number[] {
    const { items, weights } = this.taste;
    return topK(items.length, MAX_FAMILIAR, (j) => (weights[j]! > 0 ? weights[j]! : -Infinity)).map(
      ({ item: j }) => items[j]!,
    );
  }

  /** Without what the mood's departments add. */
  beforeMood(item: number): number {
    const score = this.foldedIn?.score(item) ?? 0;
    if (this.attracted) return score;
    // The scores of a network are on no scale that popularity could be added to.
    return (this.foldedIn?.shares ? score : 0) + this.serving.fame[item]!;
  }

  /**
   * What the best item stands out by counts from here: 0 for a sum of shares, to which what nothing speaks for comes;
   * the mean of all items where scores know no zero.
   */
  get ground(): number {
    if (!this.foldedIn || this.foldedIn.shares) return 0;
    this.#ground ??= meanOf(this.#facts.itemCount, (item) => this.beforeMood(item));
    return this.#ground;
  }

  /**
   * From the items that would be the visitor's best without the mood; muting, and what part of them was asked
   * for, make no difference, so that an item's score is the same in every answer.
   */
  #measureBonus(): number {
    const { hidden } = this.#visitor;
    const best = topK(this.#facts.itemCount, MAX_TOP_K, (item) =>
      hidden[item] === 1 ? -Infinity : this.beforeMood(item),
    );
    return DEPARTMENT_DEVIATIONS * deviation(best);
  }
}

function meanOf(count: number, value: (index: number) => number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += value(i);
  return sum / count;
}

function deviation(scored: readonly Scored[]): number {
  const mean = scored.reduce((sum, { score }) => sum + score, 0) / scored.length;
  const squares = scored.reduce((sum, { score }) => sum + (score - mean) ** 2, 0);
  return scored.length > 0 ? Math.sqrt(squares / scored.length) : 0;
}
