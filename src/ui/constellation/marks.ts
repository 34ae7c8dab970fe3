import type { HistoryEntry, ShownItem } from '../../client/state.ts';

/** What a point is to the visitor, in the order of drawing. */
export const MARK = { plain: 0, shelf: 1, declined: 2, own: 3 } as const;
export type Mark = (typeof MARK)[keyof typeof MARK];

/**
 * The mark of each point. Uint8[n]. Of several acts the newest counts; a look alone leaves no mark.
 * @param items rows of the points. Int32[n]. @param history newest first. @param shelf what is on show first.
 */
export function marksOf(
  items: Int32Array,
  history: readonly HistoryEntry[],
  shelf: readonly ShownItem[],
): Uint8Array<ArrayBuffer> {
  const byRow = new Map<number, Mark>();
  for (const { index, event } of history) {
    if (event.kind === 'view' || byRow.has(index)) continue;
    byRow.set(index, event.kind === 'dismiss' ? MARK.declined : MARK.own);
  }
  for (const { index } of shelf) if (!byRow.has(index)) byRow.set(index, MARK.shelf);
  return Uint8Array.from(items, (row) => byRow.get(row) ?? MARK.plain);
}
