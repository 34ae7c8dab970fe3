import type { ItemFacts } from '../../domain/interactions.ts';
import { itemIndex } from '../../domain/ids.ts';
import type { FeedRequest, Reason, Recommendation, Scored, Shelf } from '../../domain/recommendation.ts';
import { MAX_TOP_K } from '../../kernels/home.ts';
import { ALIKE } from './alike.ts';
import type { CandidatesQuery } from './candidates.ts';
import type { Decision } from './decisions.ts';
import { decisionsOf } from './decisions.ts';
import { goesWell } from './goes-well.ts';
import { causesOf } from './mood.ts';
import type { Relevance } from './relevance.ts';
import type { Visitor } from './visitor.ts';

/** A shelf with fewer things is not worth a row. */
export const SHORTEST_SHELF = 4;
/** Causes that "because" shelves are tried for, of which two are shown. */
const CAUSES_TRIED = 3;
/** Decisions after which a thing counts half as much: the last like shows, a purchase outlives some likes. */
const HALF_LIFE = 4;
/** Part of the best score from which an item is good enough for a row of its own reason. */
const WORTH = 0.25;
/** Two causes above this cosine would make the same shelf twice. */
const SAME_TASTE = 0.5;

export interface ShelfArgs {
  readonly relevance: Relevance;
  readonly visitor: Visitor;
  readonly facts: ItemFacts;
  readonly hidden: Uint8Array<ArrayBuffer>;
  readonly request: Pick<FeedRequest, 'shelves' | 'department'>;
}

/** The shelves of one answer. First say what candidates are needed, then, when the head of the list is known, fill. */
export class Shelves {
  readonly #args: ShelfArgs;
  readonly #count: number;
  readonly #perShelf: number;
  readonly #decisions: readonly Decision[];
  readonly #causes: readonly Decision[];
  /** Flags what is not new to the visitor; null where the question makes no sense. */
  readonly #notNew: Uint8Array<ArrayBuffer> | null;

  constructor(args: ShelfArgs) {
    const { relevance, visitor, request } = args;
    this.#args = args;
    this.#count = request.shelves?.count ?? 0;
    this.#perShelf = request.shelves?.perShelf ?? 0;
    const personal = this.#count > 0 && relevance.attracted;
    this.#decisions = personal ? decisionsOf(visitor, relevance.taste) : [];
    this.#causes = strongest(this.#decisions).slice(0, CAUSES_TRIED);
    this.#notNew = personal && request.department === undefined ? touchedOrHidden(args) : null;
  }

  /** Items on them at most. */
  get places(): number {
    return this.#count * this.#perShelf;
  }

  /** Candidates that each query needs: for its own shelf even when all others and the head come first. */
  get depth(): number {
    const head = this.#args.request.shelves?.head ?? 0;
    return Math.min(MAX_TOP_K, head + this.places + this.#perShelf);
  }

  /** One for each cause, then one for what is new. */
  get queries(): readonly CandidatesQuery[] {
    const { hidden } = this.#args;
    return [
      ...this.#causes.map(({ position }): CandidatesQuery => ({ by: position, hidden })),
      ...(this.#notNew ? [{ by: 'relevance', hidden: this.#notNew } as const] : []),
    ];
  }

  /**
   * In the order of a shop. `candidates`: the answers to `queries`; `best`: of the whole list. `taken` holds the
   * head, and grows.
   */
  fill(
    candidates: readonly (readonly Scored[])[],
    best: Scored | undefined,
    taken: Set<number>,
  ): readonly Shelf[] {
    const { relevance } = this.#args;
    const { ground } = relevance;
    const floor = ground + WORTH * (best ? Math.max(0, relevance.beforeMood(best.item) - ground) : 0);
    const shelves: Shelf[] = [];
    const because = (): Shelf | null => this.#because(candidates, floor, taken, shelves);
    const makers: readonly (() => Shelf | null)[] = [
      because,
      () => this.#complements(taken, shelves),
      because,
      () => this.#new(candidates.at(-1) ?? [], floor, taken),
      () => this.#popular(taken),
    ];
    for (const make of makers) {
      if (shelves.length >= this.#count) break;
      const shelf = make();
      if (!shelf || shelf.items.length < SHORTEST_SHELF) continue;
      shelves.push(shelf);
      for (const { item } of shelf.items) taken.add(item);
    }
    return shelves;
  }

  /** Of what a cause has the largest share in: of the strongest cause that fills a shelf and has none yet. */
  #because(
    candidates: readonly (readonly Scored[])[],
    floor: number,
    taken: ReadonlySet<number>,
    shelves: readonly Shelf[],
  ): Shelf | null {
    const { relevance } = this.#args;
    const told = shelves.filter(({ kind }) => kind === 'because').map(({ of }) => of!);
    const causes = this.#causes.filter(({ item }) =>
      told.every((other) => other !== item && relevance.similarity(other, item) < SAME_TASTE),
    );
    for (const { item: of, position } of untoldFirst(causes, shelves)) {
      const items = this.#pick(
        candidates[this.#causes.findIndex(({ item }) => item === of)]!,
        ({ item, score }) =>
          score > 0 &&
          !taken.has(item) &&
          relevance.beforeMood(item) > floor &&
          relevance.similarity(item, of) >= ALIKE,
        ({ item, score }) => this.#reasonBy(item, position, score),
      );
      if (items.length >= SHORTEST_SHELF) return { kind: 'because', of: itemIndex(of), items };
    }
    return null;
  }

  /** By one thing of the history: its share, or, where the model knows none, that this is what the item is like. */
  #reasonBy(item: number, position: number, score: number): Reason {
    const { relevance } = this.#args;
    const whole = relevance.whole(item);
    if (whole) return { kind: 'whole', ...whole, nearest: itemIndex(relevance.taste.items[position]!) };
    const causes = causesOf(relevance.taste, position, score);
    return { kind: 'because', causes: causes.filter(({ mood, share }) => !mood && share > 0) };
  }

  /** For what is in the cart or bought, the last one first; else for what is wished for or liked. */
  #complements(taken: ReadonlySet<number>, shelves: readonly Shelf[]): Shelf | null {
    const { relevance, hidden } = this.#args;
    for (const wantsHad of [true, false]) {
      const decisions = this.#decisions.filter(({ had }) => had === wantsHad);
      for (const { item: of } of untoldFirst(decisions, shelves)) {
        const items = this.#pick(
          goesWell(relevance.serving, of),
          ({ item }) => hidden[item] === 0 && !taken.has(item),
        );
        if (items.length >= SHORTEST_SHELF) return { kind: 'complements', of: itemIndex(of), items };
      }
    }
    return null;
  }

  /** No department fills more than a third of it while there are others. */
  #new(candidates: readonly Scored[], floor: number, taken: ReadonlySet<number>): Shelf | null {
    if (!this.#notNew) return null;
    const { facts, relevance } = this.#args;
    const most = Math.ceil(this.#perShelf / 3);
    const perDepartment = new Map<number, number>();
    const good = candidates.filter(({ item }) => relevance.beforeMood(item) > floor && !taken.has(item));
    const ahead: Scored[] = [];
    const behind: Scored[] = [];
    for (const candidate of good) {
      const department = facts.department[candidate.item]!;
      const count = perDepartment.get(department) ?? 0;
      perDepartment.set(department, count + 1);
      (count < most ? ahead : behind).push(candidate);
    }
    return { kind: 'new', of: null, items: this.#pick([...ahead, ...behind], () => true) };
  }

  #popular(taken: ReadonlySet<number>): Shelf {
    const { relevance, hidden } = this.#args;
    const items = relevance.serving.popularity.walk(this.#perShelf, {
      has: (item) => hidden[item] === 1 || taken.has(item),
    });
    return {
      kind: 'popular',
      of: null,
      items: Array.from(items, (item) => ({
        item: itemIndex(item),
        score: relevance.of(item),
        reason: { kind: 'popular' },
      })),
    };
  }

  /** The first that fit, with their scores for the visitor. */
  #pick(
    list: readonly Scored[],
    fits: (candidate: Scored) => boolean,
    reason = ({ item }: Scored): Reason => this.#args.relevance.reason(item),
  ): Recommendation[] {
    const { relevance } = this.#args;
    const items: Recommendation[] = [];
    for (const candidate of list) {
      if (items.length === this.#perShelf) break;
      if (!fits(candidate)) continue;
      const { item } = candidate;
      items.push({ item, score: relevance.of(item), reason: reason(candidate) });
    }
    return items;
  }
}

/** Two shelves about one thing only where there is no other. */
function untoldFirst(decisions: readonly Decision[], shelves: readonly Shelf[]): readonly Decision[] {
  const told = new Set(shelves.map(({ of }) => of as number | null));
  return [
    ...decisions.filter(({ item }) => !told.has(item)),
    ...decisions.filter(({ item }) => told.has(item)),
  ];
}

/** By weight, halved every `HALF_LIFE` decisions. */
function strongest(decisions: readonly Decision[]): Decision[] {
  const strength = ({ weight, age }: Decision): number => weight * 2 ** (-age / HALF_LIFE);
  return decisions.toSorted((a, b) => strength(b) - strength(a) || a.age - b.age);
}

/** Hidden, of an unknown department, or of one that something in history or mood is of; looking counts. */
function touchedOrHidden({ relevance, visitor, facts, hidden }: ShelfArgs): Uint8Array<ArrayBuffer> {
  const touched = new Set([-1]);
  for (const item of visitor.events.item) touched.add(facts.department[item] ?? -1);
  for (const item of relevance.taste.items) touched.add(facts.department[item]!);
  return hidden.map((flag, item) => (touched.has(facts.department[item]!) ? 1 : flag));
}
