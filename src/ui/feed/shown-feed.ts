import type { FeedCard, ShownShelf } from '../../client/state.ts';
import type { Feed } from '../../domain/recommendation.ts';
import type { ItemIndex } from '../../domain/ids.ts';

/** Places of the shop window: one large, two beside it. */
export const WINDOW = 3;

/** The shelves of one moment. All of it changes as one. */
export interface ShownFeed {
  readonly cards: readonly FeedCard[];
  readonly shelves: readonly ShownShelf[];
  readonly feed: Feed | null;
  /** The first minute stands where the shop window will be. */
  readonly first: boolean;
}

/** Rows in the order of the page: the window, the shelves, the list. */
export function pageOrder({ cards, shelves, first }: Omit<ShownFeed, 'feed'>): readonly ItemIndex[] {
  const window = first ? 0 : WINDOW;
  return [...cards.slice(0, window), ...shelves.flatMap((shelf) => shelf.cards), ...cards.slice(window)].map(
    (card) => card.index,
  );
}
