import type { HistoryEntry, HomebodyState } from '../../client/state.ts';
import type { StoredEvent } from '../../domain/events.ts';
import type { Item } from '../../domain/item.ts';
import type { Words } from '../words/en.ts';

/** What moved the shelves. */
export type MovedCause =
  | { readonly kind: 'event'; readonly event: StoredEvent; readonly item: Item }
  | { readonly kind: 'order'; readonly count: number }
  | { readonly kind: 'persona'; readonly persona: string }
  | { readonly kind: 'taken-back'; readonly items: readonly Item[] }
  | { readonly kind: 'muted' | 'unmuted'; readonly name: string }
  | { readonly kind: 'mood' | 'adventure' | 'trained' };

/** The part of the state that shelves follow. */
export type Moment = Pick<HomebodyState, 'history' | 'mood' | 'muted' | 'undoable' | 'feed'>;

/** What the visitor (or a training) did between two moments; null when nothing that moves shelves. */
export function movedCause(before: Moment, now: Moment): MovedCause | null {
  const added = without(now.history, before.history);
  const [newest] = added;
  if (newest) {
    const act = now.undoable?.act;
    if (added.length > 1 && act?.kind === 'persona' && act.persona !== undefined)
      return { kind: 'persona', persona: act.persona };
    if (added.length > 1 && added.every((entry) => entry.event.kind === 'purchase'))
      return { kind: 'order', count: added.length };
    return { kind: 'event', event: newest.event, item: newest.item };
  }
  const gone = without(before.history, now.history);
  if (gone.length > 0) return { kind: 'taken-back', items: gone.map((entry) => entry.item) };
  if (before.mood !== now.mood) return { kind: 'mood' };
  if (before.muted !== now.muted) {
    const [was, is] = [names(before.muted), names(now.muted)];
    const muted = is.find((name) => !was.includes(name));
    if (muted !== undefined) return { kind: 'muted', name: muted };
    const unmuted = was.find((name) => !is.includes(name));
    if (unmuted !== undefined) return { kind: 'unmuted', name: unmuted };
  }
  if (before.feed?.adventurousness !== now.feed?.adventurousness) return { kind: 'adventure' };
  if (before.feed?.model !== now.feed?.model) return { kind: 'trained' };
  return null;
}

/** "Because you liked “Walking boots”", without what it led to. */
export function causeSentence(cause: MovedCause, words: Words): string {
  const said = words.shelf.cause;
  if (cause.kind === 'event') return said.event(cause.event.kind, words.item(cause.item).title);
  if (cause.kind === 'order') return said.order(cause.count);
  if (cause.kind === 'persona')
    return said.persona(words.firstMinute.personas[cause.persona]?.name ?? cause.persona);
  if (cause.kind === 'muted' || cause.kind === 'unmuted')
    return said[cause.kind](words.departmentName(cause.name));
  if (cause.kind !== 'taken-back') return said[cause.kind];
  const [only] = cause.items;
  return only && cause.items.length === 1
    ? said.takenBack(words.item(only).title)
    : said.takenBackMany(cause.items.length);
}

function without(history: readonly HistoryEntry[], other: readonly HistoryEntry[]): readonly HistoryEntry[] {
  if (history === other) return [];
  const known = new Set(other.map((entry) => entry.event.id));
  return history.filter((entry) => !known.has(entry.event.id));
}

const names = (muted: HomebodyState['muted']): readonly string[] => [...muted.departments, ...muted.brands];
