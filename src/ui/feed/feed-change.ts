import type { ItemIndex } from '../../domain/ids.ts';
import { FRONT_PLACES } from '../../domain/recommendation.ts';

export interface FeedChange {
  /** Rows that rose the most, at most `MARKED`, in the order of the new feed. */
  readonly risen: readonly ItemIndex[];
  readonly same: boolean;
}

/** A smaller rise is only the gap that a removed card left. */
const RISE = 4;
const MARKED = 6;

/** What a new feed changed, for a person who looks at its first places. */
export function changeOf(before: readonly ItemIndex[], after: readonly ItemIndex[]): FeedChange {
  const placeBefore = new Map(before.map((index, place) => [index, place]));
  const rises = after.slice(0, FRONT_PLACES).map((index, place) => ({
    index,
    rise: (placeBefore.get(index) ?? before.length + FRONT_PLACES) - place,
  }));
  const marked = new Set(
    rises
      .filter(({ rise }) => rise >= RISE)
      .sort((a, b) => b.rise - a.rise)
      .slice(0, MARKED)
      .map(({ index }) => index),
  );
  return {
    risen: after.filter((index) => marked.has(index)),
    same: before.length === after.length && before.every((index, place) => after[place] === index),
  };
}
