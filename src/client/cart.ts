import type { EventKind } from '../domain/events.ts';
import type { ItemIndex } from '../domain/ids.ts';
import type { CartLine, HistoryEntry } from './state.ts';

/**
 * What is in the cart: for each thing its cart events since it was last bought, as many pieces as events. The
 * thing that came in last is first; another piece of a thing does not move its line.
 *
 * @param history newest first
 */
export function cartOf(history: readonly HistoryEntry[]): readonly CartLine[] {
  const lines = new Map<ItemIndex, HistoryEntry[]>();
  for (const entry of sinceBought(history, 'cart')) {
    const line = lines.get(entry.index);
    if (line) line.push(entry);
    else lines.set(entry.index, [entry]);
  }
  return [...lines.values()]
    .toSorted((a, b) => cameIn(b) - cameIn(a))
    .map((entries) => {
      const { index, item } = entries[0]!;
      return { index, item, events: entries.map((entry) => entry.event) };
    });
}

/**
 * What is wished for: the wishes since the thing was last bought, newest first, each thing once.
 *
 * @param history newest first
 */
export function wishesOf(history: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const seen = new Set<ItemIndex>();
  return sinceBought(history, 'wish').filter(({ index }) => {
    const first = !seen.has(index);
    seen.add(index);
    return first;
  });
}

/** Entries of a kind that are newer than the last purchase of their thing, newest first. */
function sinceBought(history: readonly HistoryEntry[], kind: EventKind): readonly HistoryEntry[] {
  const bought = new Set<ItemIndex>();
  return history.filter(({ index, event }) => {
    if (event.kind === 'purchase') bought.add(index);
    return event.kind === kind && !bought.has(index);
  });
}

/** When a line's first piece was put in, as the id of its event: ids grow with time. */
const cameIn = (entries: readonly HistoryEntry[]): number => entries.at(-1)!.event.id;
