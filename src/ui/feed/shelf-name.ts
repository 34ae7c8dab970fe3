import type { HistoryEntry, ShownShelf } from '../../client/state.ts';
import { strongestEvent } from '../why/why-sentence.ts';
import type { Words } from '../words/en.ts';

/** Tells a shelf from the others of its moment, and is the same for the same shelf of the next. */
export function shelfKey({ kind, of }: Pick<ShownShelf, 'kind' | 'of'>): string {
  return `${kind} ${of?.index ?? ''}`;
}

/** What is written on a shelf: its reason. */
export function shelfName(
  { kind, of }: Pick<ShownShelf, 'kind' | 'of'>,
  history: readonly HistoryEntry[],
  words: Words,
): string {
  if (kind === 'popular' || !of) return kind === 'new' ? words.shelf.fresh : words.shelf.popular;
  const { title } = words.item(of.item);
  if (kind === 'complements') return words.shelf.complements(title);
  const event = strongestEvent(history, of.index);
  return words.shelf.because(event?.event.kind ?? 'like', title);
}
