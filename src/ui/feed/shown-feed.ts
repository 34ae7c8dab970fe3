import type { FeedCard, ShownShelf } from '../../client/state.ts';
import type { Feed } from '../../domain/recommendation.ts';
import type { ItemIndex } from '../../domain/ids.ts';

/** Places of the shop window: one large, two beside it. */
const WINDOW = 3;

/** The shelves of one moment. All of it changes as one. */
export interface ShownFeed {
  readonly cards: readonly FeedCard[];
  readonly shelves: readonly ShownShelf[];
  readonly feed: Feed | null;
  /** The first minute stands where the shop window will be. */
  readonly first: boolean;
}

/** The window is chosen among so many of the first. */
const CHOICE = 12;

/**
 * Which cards stand in the shop window: the first, and the next two that are of another kind than it and than one
 * another, where there are such among the first dozen. The rest keeps its order; nothing is lost or twice.
 */
export function windowOf(cards: readonly FeedCard[]): {
  readonly window: readonly FeedCard[];
  readonly rest: readonly FeedCard[];
} {
  const window = cards.slice(0, 1);
  const choice = cards.slice(1, CHOICE);
  while (window.length < Math.min(WINDOW, cards.length)) {
    const left = choice.filter((card) => !window.includes(card));
    const next =
      left.find((card) => window.every((other) => !isOfType(card, other) && !isOfDepartment(card, other))) ??
      left.find((card) => window.every((other) => !isOfType(card, other))) ??
      left[0];
    if (!next) break;
    window.push(next);
  }
  return { window, rest: cards.filter((card) => !window.includes(card)) };
}

const isOfDepartment = (a: FeedCard, b: FeedCard): boolean => a.item.department === b.item.department;
/** Things without a picture have no type but their department. */
const isOfType = (a: FeedCard, b: FeedCard): boolean =>
  a.item.picture?.type === b.item.picture?.type && (a.item.picture !== undefined || isOfDepartment(a, b));

/** Rows in the order of the page: the window, the shelves, the list. */
export function pageOrder({ cards, shelves, first }: Omit<ShownFeed, 'feed'>): readonly ItemIndex[] {
  const { window, rest } = first ? { window: [], rest: cards } : windowOf(cards);
  return [...window, ...shelves.flatMap((shelf) => shelf.cards), ...rest].map((card) => card.index);
}
