import { HomebodyError } from '../../domain/errors.ts';
import { KIND_CODE } from '../../domain/events.ts';
import { itemIndex } from '../../domain/ids.ts';
import type { ItemIndex } from '../../domain/ids.ts';
import type { History, InteractionColumns, ItemFacts } from '../../domain/interactions.ts';
import type { Scored } from '../../domain/recommendation.ts';
import { weightHistory } from '../explain/weighted-history.ts';
import { listsOf } from '../interactions/item-lists.ts';
import type { Recommender } from '../models/recommender.ts';
import { topK } from '../scoring/top-k.ts';

/** Somebody's events, oldest first. */
export type Somebody = Pick<History, 'item' | 'kind'>;

/** Items of the past that are told. */
const TOLD = 50;

/** Distinct items, oldest first by their last event; at most the last 50. */
export function pastOf(events: Somebody): readonly ItemIndex[] {
  const last = new Map<number, number>();
  events.item.forEach((item, i) => last.set(item, i));
  const items = [...last].toSorted(([, a], [, b]) => a - b).map(([item]) => itemIndex(item));
  return items.slice(-TOLD);
}

export function likerOf(likes: readonly ItemIndex[], itemCount: number): Somebody {
  if (likes.some((item) => !(item >= 0 && item < itemCount))) throw outOfRange('likes', 'rows of items');
  const kind = new Uint8Array(likes.length).fill(KIND_CODE.like);
  return { item: Int32Array.from(likes), kind };
}

/** The events of one user; those of unknown time stay where they are in the log, before the others. */
export function userOf(log: InteractionColumns, row: number): Somebody {
  if (!(Number.isInteger(row) && row >= 0 && row < log.userCount)) {
    throw outOfRange('row', `an integer from 0 to ${log.userCount - 1}`);
  }
  const own: number[] = [];
  log.user.forEach((user, i) => {
    if (user === row) own.push(i);
  });
  const at = (i: number): number => (Number.isNaN(log.at[i]!) ? -Infinity : log.at[i]!);
  own.sort((a, b) => (at(a) === at(b) ? a - b : at(a) - at(b)));
  const item = Int32Array.from(own, (i) => log.item[i]!);
  return { item, kind: Uint8Array.from(own, (i) => log.kind[i]!) };
}

/**
 * What a model shows somebody: the k best without what they know and what is out of stock. By their history; a model
 * that goes by none (popularity) shows everybody the same. Null where nothing of the history attracts.
 */
export async function listFor(
  model: Recommender,
  { itemCount, available }: ItemFacts,
  events: Somebody,
  k: number,
): Promise<readonly Scored[] | null> {
  const known = new Set(events.item);
  const isHidden = (item: number): boolean => known.has(item) || available[item] === 0;
  if (model.foldIn) {
    const person = model.foldIn(weightHistory(events, itemCount));
    if (!person.attracted) return null;
    return topK(itemCount, k, (item) => (isHidden(item) ? -Infinity : person.score(item)));
  }
  const hidden = Int32Array.from({ length: itemCount }, (_, item) => item).filter(isHidden);
  const { items, scores } = await model.recommend(Int32Array.of(0), k, listsOf([hidden]));
  return Array.from(items, (item, i) => ({ item: itemIndex(item), score: scores[i]! })).filter(
    ({ item }) => item >= 0,
  );
}

function outOfRange(field: string, range: string): HomebodyError {
  return new HomebodyError('argument/range', `${field} must be ${range}.`, { detail: { field, range } });
}
