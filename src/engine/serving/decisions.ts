import type { EventKind } from '../../domain/events.ts';
import { KIND_CODE } from '../../domain/events.ts';
import type { Taste } from './mood.ts';
import type { Visitor } from './visitor.ts';

/** A thing that the visitor decided for. */
export interface Decision {
  readonly item: number;
  /** Place in the taste. */
  readonly position: number;
  /** Above 0, of all that the visitor did with it; what the mood says of it is not in it. */
  readonly weight: number;
  /** Things decided for since. */
  readonly age: number;
  /** In the cart or bought. */
  readonly had: boolean;
}

const code = (kinds: readonly EventKind[]): ReadonlySet<number> =>
  new Set(kinds.map((kind) => KIND_CODE[kind]));
/** A rating decides as well, but need not be a good one. */
const DECIDES_FOR = code(['like', 'cart', 'purchase', 'wish']);
const HAS = code(['cart', 'purchase']);

/** Things decided for that attract on balance, in history as with the mood, the last one first. */
export function decisionsOf(
  { events, history }: Pick<Visitor, 'events' | 'history'>,
  taste: Taste,
): Decision[] {
  const weights = new Map(Array.from(history.items, (item, j) => [item as number, history.weights[j]!]));
  const positions = new Map(Array.from(taste.items, (item, j) => [item as number, j]));
  const had = new Set(events.item.filter((_, i) => HAS.has(events.kind[i]!)));
  const decisions = new Map<number, Decision>();
  for (let i = events.item.length - 1; i >= 0; i--) {
    const item = events.item[i]!;
    const position = positions.get(item);
    if (position === undefined || decisions.has(item) || !DECIDES_FOR.has(events.kind[i]!)) continue;
    const weight = weights.get(item) ?? 0;
    if (weight <= 0 || taste.weights[position]! <= 0) continue;
    decisions.set(item, { item, position, weight, age: decisions.size, had: had.has(item) });
  }
  return [...decisions.values()];
}
