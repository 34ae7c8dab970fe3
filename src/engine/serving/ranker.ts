import { itemIndex } from '../../domain/ids.ts';
import type {
  Explanation,
  Feed,
  FeedRequest,
  Reason,
  Recommendation,
  Scored,
} from '../../domain/recommendation.ts';
import { MAX_TOP_K } from '../../kernels/home.ts';
import type { FoldedIn, Recommender } from '../models/recommender.ts';
import { diversify } from '../scoring/diversify.ts';
import { intraListDiversity } from '../scoring/diversity.ts';
import type { ServingModel } from './serving-model.ts';
import type { Visitor } from './visitor.ts';

/** Candidates per place of the list, so that diversity has something to choose from. */
const CANDIDATES_PER_PLACE = 5;
const MAX_CAUSES = 3;

/**
 * Ranks the catalogue for one visitor. Two ways to be relevant:
 * - something in the history attracts: the model's score of the folded-in history, candidates by the home's
 *   kernel in f32, their scores anew on the host in f64, so that they are what the explanation adds up to;
 * - nothing does (no model, no history, or only dismissals): popularity, log-scaled to 0 … 1, plus the
 *   model's score, which is below 0 for what resembles a dismissed item.
 */
export class Ranker {
  readonly #serving: ServingModel;
  readonly #visitor: Visitor;
  readonly #model: Recommender | null;
  readonly #foldedIn: FoldedIn | null;
  readonly #logMostPopular: number;

  constructor(serving: ServingModel, visitor: Visitor) {
    this.#serving = serving;
    this.#visitor = visitor;
    this.#model = serving.trained?.model ?? null;
    this.#foldedIn =
      visitor.history.items.length > 0 ? (this.#model?.foldIn?.(visitor.history) ?? null) : null;
    this.#logMostPopular = Math.log1p(serving.popularity.counts.reduce((a, b) => Math.max(a, b), 1));
  }

  async feed({ catalogue, k, adventurousness }: FeedRequest): Promise<Feed> {
    const candidates = await this.#candidates(Math.min(MAX_TOP_K, k * CANDIDATES_PER_PLACE));
    const model = this.#model;
    const similarity = (a: number, b: number): number => model?.similarity(a, b) ?? 0;
    const familiar = candidates.slice(0, k);
    const chosen = model
      ? diversify({ candidates, k, adventurousness, similarity, novelty: (item) => this.#novelty(item) })
      : familiar;
    const diversityOf = (list: readonly Scored[]): number =>
      model
        ? intraListDiversity(
            list.map(({ item }) => item),
            similarity,
          )
        : Number.NaN;
    return {
      catalogue,
      historyVersion: this.#visitor.version,
      adventurousness,
      model: this.#attracted ? (this.#serving.trained?.facts.id ?? null) : null,
      items: chosen.map((scored): Recommendation => ({ ...scored, reason: this.#reason(scored.item) })),
      intraListDiversity: diversityOf(chosen),
      familiarDiversity: diversityOf(familiar),
    };
  }

  explain(item: number): Explanation {
    const causes = this.#foldedIn?.causes(item) ?? [];
    return {
      item: itemIndex(item),
      score: this.#foldedIn?.score(item) ?? 0,
      rank: this.#rank(item),
      causes: causes.sort((a, b) => Math.abs(b.share) - Math.abs(a.share) || a.item - b.item),
    };
  }

  get #attracted(): boolean {
    return this.#foldedIn?.attracted ?? false;
  }

  #relevance(item: number): number {
    const score = this.#foldedIn?.score(item) ?? 0;
    return this.#attracted ? score : score + this.#popularity(item);
  }

  async #candidates(count: number): Promise<Scored[]> {
    const { hidden } = this.#visitor;
    const items =
      this.#foldedIn && this.#attracted
        ? await this.#foldedIn.candidates(count, hidden)
        : this.#serving.popularity.walk(count, new Set(hidden));
    return Array.from(items, (item) => ({ item: itemIndex(item), score: this.#relevance(item) })).sort(
      (a, b) => b.score - a.score || a.item - b.item,
    );
  }

  /** Place among what is not hidden, from 1; null for a hidden item. */
  #rank(item: number): number | null {
    const hidden = new Set(this.#visitor.hidden);
    if (hidden.has(item)) return null;
    const own = this.#relevance(item);
    let rank = 1;
    for (let other = 0; other < this.#serving.popularity.itemCount; other++) {
      if (hidden.has(other)) continue;
      const score = this.#relevance(other);
      if (score > own || (score === own && other < item)) rank += 1;
    }
    return rank;
  }

  /** The strongest items of the history that attracted the visitor and speak for this item. */
  #reason(item: number): Reason {
    if (!this.#foldedIn || !this.#attracted) return { kind: 'popular' };
    const { weights } = this.#visitor.history;
    const causes = this.#foldedIn
      .causes(item)
      .filter(({ share }, j) => share > 0 && weights[j]! > 0)
      .sort((a, b) => b.share - a.share || a.item - b.item)
      .slice(0, MAX_CAUSES);
    return causes.length > 0 ? { kind: 'because', causes } : { kind: 'popular' };
  }

  #popularity(item: number): number {
    return Math.log1p(this.#serving.popularity.counts[item]!) / this.#logMostPopular;
  }

  /** 0 … 1: half for being little known to all, half for being unlike what the visitor liked. */
  #novelty(item: number): number {
    const { items, weights } = this.#visitor.history;
    let familiar = 0;
    for (let j = 0; j < items.length; j++) {
      if (weights[j]! > 0) familiar = Math.max(familiar, this.#model?.similarity(item, items[j]!) ?? 0);
    }
    return (1 - this.#popularity(item) + (1 - familiar)) / 2;
  }
}
