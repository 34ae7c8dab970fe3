import { itemIndex } from '../../domain/ids.ts';
import type { Cause, Mood } from '../../domain/recommendation.ts';
import type { WeightedHistory } from '../explain/weighted-history.ts';
import { recencyOf } from '../explain/weighted-history.ts';
import { MAX_PAIR_WEIGHT } from '../../domain/pair-weight.ts';

export const NO_MOOD: Mood = { items: [], departments: [] };

/** What is folded in: the history, and the mood's wishes as if they were one more event each. */
export interface Taste extends WeightedHistory {
  /**
   * Which part of each weight is the mood's: 0 where the history speaks alone, 1 where the mood does. Outside
   * 0 … 1 where the two disagree: of 1.5 − 1 the mood's part is −2 and the history's 3. Float64[n].
   */
  readonly moodPart: Float64Array<ArrayBuffer>;
}

/**
 * An item that history and mood cancel out on (a like, and "less like this") does not count. The mood is of now: what
 * it is about is later than all else.
 */
export function tasteOf(history: WeightedHistory, mood: Mood): Taste {
  const wishes = new Map<number, number>();
  for (const { item, direction } of mood.items) wishes.set(item, (wishes.get(item) ?? 0) + direction);
  const decided = new Map(Array.from(history.items, (item, j) => [item as number, history.weights[j]!]));
  const { recency } = history;
  const placeOf = new Map(Array.from(history.items, (item, j) => [item as number, recency?.[j] ?? 0]));
  const entries = [...new Set([...decided.keys(), ...wishes.keys()])]
    .map((item) => {
      const wish = wishes.get(item) ?? 0;
      const sum = (decided.get(item) ?? 0) + wish;
      const weight = Math.max(-MAX_PAIR_WEIGHT, Math.min(MAX_PAIR_WEIGHT, sum));
      return { item, weight, moodPart: wish / sum };
    })
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => a.item - b.item);
  return {
    items: Int32Array.from(entries, ({ item }) => item),
    weights: Float64Array.from(entries, ({ weight }) => weight),
    moodPart: Float64Array.from(entries, ({ moodPart }) => moodPart),
    ...(recency && {
      recency: recencyOf(entries.map(({ item }) => (wishes.has(item) ? Infinity : -placeOf.get(item)!))),
    }),
  };
}

/** The taste's j-th share as one cause, or two where both history and mood have a part in it: they sum to it. */
export function causesOf(taste: Taste, j: number, share: number): Cause[] {
  const item = itemIndex(taste.items[j]!);
  const part = taste.moodPart[j]!;
  if (part === 0) return [{ item, share }];
  if (part === 1) return [{ item, share, mood: true }];
  const ofMood = part * share;
  return [
    { item, share: share - ofMood },
    { item, share: ofMood, mood: true },
  ];
}
