import type { ShownItem } from '../../client/state.ts';
import { FRONT_PLACES } from '../../domain/recommendation.ts';

export interface MovedItem extends ShownItem {
  /** Place from 1 before and after; null where it is not in the list at all. */
  readonly from: number | null;
  readonly to: number | null;
}

/** How the first `FRONT_PLACES` of a list became those of another. */
export interface Changes {
  /** In the order of their new places. */
  readonly came: readonly MovedItem[];
  /** In the order of their old places. */
  readonly left: readonly MovedItem[];
  /** Largest rise first. */
  readonly rose: readonly MovedItem[];
  /** Largest fall first. */
  readonly fell: readonly MovedItem[];
  readonly stayed: readonly MovedItem[];
  /** How many of the first places hold another thing than before. */
  readonly places: number;
}

/** How many of the first places hold something new or something that was further down. */
export function movedUp(before: readonly ShownItem[], after: readonly ShownItem[]): number {
  const { came, rose } = changesBetween(before, after);
  return came.length + rose.length;
}

export function changesBetween(before: readonly ShownItem[], after: readonly ShownItem[]): Changes {
  const placeIn = (list: readonly ShownItem[]): ReadonlyMap<number, number> =>
    new Map(list.map((one, place) => [one.index, place + 1]));
  const [old, now] = [placeIn(before), placeIn(after)];
  const moved = (one: ShownItem): MovedItem => ({
    index: one.index,
    item: one.item,
    from: old.get(one.index) ?? null,
    to: now.get(one.index) ?? null,
  });
  const front = after.slice(0, FRONT_PLACES).map(moved);
  const wasInFront = (one: MovedItem): boolean => one.from !== null && one.from <= FRONT_PLACES;
  const step = (one: MovedItem): number => (one.from ?? 0) - (one.to ?? 0);
  const both = front.filter(wasInFront);
  return {
    came: front.filter((one) => !wasInFront(one)),
    left: before
      .slice(0, FRONT_PLACES)
      .map(moved)
      .filter((one) => one.to === null || one.to > FRONT_PLACES),
    rose: both.filter((one) => step(one) > 0).toSorted((a, b) => step(b) - step(a)),
    fell: both.filter((one) => step(one) < 0).toSorted((a, b) => step(a) - step(b)),
    stayed: both.filter((one) => step(one) === 0),
    places: front.filter((one) => one.from !== one.to).length,
  };
}
