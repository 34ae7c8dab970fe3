import type { ItemFacts } from '../../domain/interactions.ts';
import type { Mood, Muted } from '../../domain/recommendation.ts';
import type { Visitor } from './visitor.ts';

export interface Wanted {
  readonly muted?: Muted;
  readonly mood?: Mood;
  /** Only items of this department. */
  readonly department?: number;
}

/**
 * 1 for what must not be shown: what the visitor has hidden (see `Visitor.hidden`), muted or wants less like of at the
 * moment, and what is outside the department that was asked for. Uint8[itemCount], not to be written to.
 */
export function hiddenFrom(
  { hidden }: Pick<Visitor, 'hidden'>,
  facts: ItemFacts,
  { muted, mood, department }: Wanted,
): Uint8Array<ArrayBuffer> {
  const unwanted = mood?.items.filter(({ direction }) => direction < 0) ?? [];
  const departments = new Set(muted?.departments);
  const brands = new Set(muted?.brands);
  const filters = departments.size + brands.size > 0 || department !== undefined;
  if (!filters && unwanted.length === 0) return hidden;
  const flags = hidden.slice();
  for (const { item } of unwanted) flags[item] = 1;
  if (!filters) return flags;
  for (let item = 0; item < facts.itemCount; item++) {
    const own = facts.department[item]!;
    const elsewhere = department !== undefined && own !== department;
    // −1, unknown, is nobody's to mute.
    if (elsewhere || departments.has(own) || brands.has(facts.brand[item]!)) flags[item] = 1;
  }
  return flags;
}

/** The flagged items, ascending, as kernels take them. */
export function flagged(flags: Uint8Array): Int32Array<ArrayBuffer> {
  const items = new Int32Array(flags.length);
  let count = 0;
  for (let item = 0; item < flags.length; item++) if (flags[item] === 1) items[count++] = item;
  return items.slice(0, count);
}
