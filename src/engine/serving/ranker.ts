import type { ItemFacts } from '../../domain/interactions.ts';
import { itemIndex } from '../../domain/ids.ts';
import type {
  ExplainRequest,
  Explanation,
  Feed,
  FeedRequest,
  Mood,
  QuickPickRequest,
  Recommendation,
  Scored,
} from '../../domain/recommendation.ts';
import { MAX_TOP_K } from '../../kernels/home.ts';
import { diversify } from '../scoring/diversify.ts';
import { take } from '../scoring/take.ts';
import { candidatesOf } from './candidates.ts';
import { MAX_K } from './check-request.ts';
import { hiddenFrom } from './hidden.ts';
import { NO_MOOD } from './mood.ts';
import { quickPicks } from './quick-picks.ts';
import { Relevance } from './relevance.ts';
import type { ServingModel } from './serving-model.ts';
import { Shelves } from './shelves.ts';
import type { Visitor } from './visitor.ts';

/** Ranks the catalogue for one visitor in one mood: what is relevant says `Relevance`. */
export class Ranker {
  readonly #serving: ServingModel;
  readonly #facts: ItemFacts;
  readonly #visitor: Visitor;
  readonly #relevance: Relevance;

  constructor(serving: ServingModel, facts: ItemFacts, visitor: Visitor, mood: Mood = NO_MOOD) {
    this.#serving = serving;
    this.#facts = facts;
    this.#visitor = visitor;
    this.#relevance = new Relevance(serving, facts, visitor, mood);
  }

  /**
   * The head of the list, then the shelves from what is left, then the rest of the list from what is left of
   * that. A request for more is answered by the same head and shelves and a longer rest: the candidates, as
   * many as the kernel lists, are the same for each k up to that.
   */
  async feed(request: FeedRequest): Promise<Feed> {
    const { catalogue, k, adventurousness } = request;
    const hidden = hiddenFrom(this.#visitor, this.#facts, request);
    const shelves = new Shelves({
      relevance: this.#relevance,
      visitor: this.#visitor,
      facts: this.#facts,
      hidden,
      request,
    });
    const [[candidates], forShelves] = await Promise.all([
      candidatesOf(this.#relevance, Math.max(MAX_TOP_K, k + shelves.places), [{ by: 'relevance', hidden }]),
      candidatesOf(this.#relevance, shelves.depth, shelves.queries),
    ]);
    const { attracted, similarity, novelty } = this.#relevance;
    const taken = new Set<number>();
    const places = diversify({
      candidates: candidates!,
      adventurousness: this.#serving.trained ? adventurousness : 0,
      similarity,
      novelty,
      taken,
    });
    const chosen = take(places, Math.min(k, request.shelves?.head ?? 0));
    for (const { item } of chosen) taken.add(item);
    const filled = shelves.fill(forShelves, candidates![0], taken);
    chosen.push(...take(places, k - chosen.length));
    const onShelves = new Set(filled.flatMap(({ items }) => items.map(({ item }) => item)));
    const familiar = candidates!.filter(({ item }) => !onShelves.has(item)).slice(0, k);
    return {
      catalogue,
      historyVersion: this.#visitor.version,
      adventurousness,
      model: attracted ? (this.#serving.trained?.facts.id ?? null) : null,
      items: chosen.map((scored) => this.#recommended(scored)),
      shelves: filled,
      available: Math.min(MAX_K, countOf(hidden, 0) - onShelves.size),
      intraListDiversity: this.#diversityOf(chosen),
      familiarDiversity: this.#diversityOf(familiar),
    };
  }

  explain({ item, muted, mood }: Pick<ExplainRequest, 'item' | 'muted' | 'mood'>): Explanation {
    const hidden = hiddenFrom(this.#visitor, this.#facts, {
      ...(muted && { muted }),
      ...(mood && { mood }),
    });
    const whole = this.#relevance.whole(item);
    const { byPopularity } = this.#relevance;
    return {
      item: itemIndex(item),
      score: this.#relevance.explained(item),
      rank: this.#rank(item, hidden),
      causes: this.#relevance
        .causes(item)
        .sort((a, b) => Math.abs(b.share) - Math.abs(a.share) || a.item - b.item),
      ...(whole && { whole }),
      ...(byPopularity && { byPopularity }),
      departmentShare: this.#relevance.departmentShare(item),
    };
  }

  quickPicks({ k, passed }: Pick<QuickPickRequest, 'k' | 'passed'>): Scored[] {
    const { popularity, fame, trained } = this.#serving;
    const { attracted, similarity } = this.#relevance;
    const { hidden } = this.#visitor;
    return quickPicks({
      k,
      popular: popularity.walk(popularity.itemCount, { has: (item) => hidden[item] === 1 }),
      itemCount: popularity.itemCount,
      passed,
      fame,
      department: this.#facts.department,
      similarity: trained ? similarity : null,
      taste: attracted ? (item) => this.#relevance.of(item) : null,
    });
  }

  #recommended(scored: Scored): Recommendation {
    return { ...scored, reason: this.#relevance.reason(scored.item) };
  }

  #diversityOf(list: readonly Scored[]): number {
    const model = this.#serving.trained?.model;
    return model ? 1 - model.meanSimilarity(list.map(({ item }) => item)) : Number.NaN;
  }

  /** Place among what is not hidden, from 1; null for a hidden item. */
  #rank(item: number, hidden: Uint8Array): number | null {
    if (hidden[item] === 1) return null;
    const own = this.#relevance.of(item);
    let rank = 1;
    for (let other = 0; other < hidden.length; other++) {
      if (hidden[other] === 1) continue;
      const score = this.#relevance.of(other);
      if (score > own || (score === own && other < item)) rank += 1;
    }
    return rank;
  }
}

function countOf(flags: Uint8Array, wanted: number): number {
  return flags.reduce((sum, flag) => sum + (flag === wanted ? 1 : 0), 0);
}
