import type { FeedCard, HomebodyState, ShownItem, ShownShelf } from '../../client/state.ts';
import { FEED } from './fake-states.ts';

type Lists = Pick<HomebodyState, 'cards' | 'feed' | 'shelves'>;

/**
 * The shelves of a moment: what a state began with, after what was done since. Whatever shares the department
 * of a new act or of the mood comes up; what was refused or muted is gone.
 *
 * @param began the state as it began; its cards are the longest list
 * @param size number of cards
 */
export function listsOf(began: HomebodyState, now: HomebodyState, size: number): Lists {
  if (!began.cards) return { cards: null, feed: null, shelves: [] };
  const known = new Set(began.history.map((entry) => entry.event.id));
  const acts = now.history.filter((entry) => !known.has(entry.event.id)).toReversed();
  const kept = new Set(now.history.map((entry) => entry.event.id));
  const takenBack = began.history.filter((entry) => !kept.has(entry.event.id));
  const refused = new Set(acts.filter(({ event }) => event.kind === 'dismiss').map((entry) => entry.index));
  const isShown = ({ item, index }: ShownItem): boolean =>
    !refused.has(index) &&
    !now.muted.departments.includes(item.department) &&
    !now.muted.brands.includes(item.brand ?? '');

  let cards: readonly FeedCard[] = began.cards.filter(isShown);
  for (const { item, event } of acts)
    cards = byDepartment(cards, [item.department], event.kind !== 'dismiss');
  for (const { item } of takenBack) cards = byDepartment(cards, [item.department], false);
  cards = byDepartment(cards, departmentsOf(now.mood.less), false);
  cards = byDepartment(cards, departmentsOf(now.mood.more), true);
  cards = byDepartment(cards, now.mood.departments, true);
  const shelves: readonly ShownShelf[] = began.shelves
    .map((shelf) => ({ ...shelf, cards: shelf.cards.filter(isShown) }))
    .filter((shelf) => shelf.cards.length > 0);
  const last = now.history[0]?.event.id ?? 0;
  const shown = cards.slice(0, size);
  return {
    cards: shown,
    shelves,
    feed: {
      ...(began.feed ?? FEED),
      model: now.model?.id ?? null,
      historyVersion: last,
      items: shown.map((card) => card.recommendation),
      available: began.feed?.available ?? cards.length,
    },
  };
}

function byDepartment(
  cards: readonly FeedCard[],
  departments: readonly string[],
  first: boolean,
): readonly FeedCard[] {
  const isNear = (card: FeedCard): boolean => departments.includes(card.item.department);
  const near = cards.filter(isNear);
  const rest = cards.filter((card) => !isNear(card));
  return first ? [...near, ...rest] : [...rest, ...near];
}

const departmentsOf = (items: readonly ShownItem[]): readonly string[] =>
  items.map((one) => one.item.department);
