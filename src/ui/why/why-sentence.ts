import type { ExplainedItem, HistoryEntry } from '../../client/state.ts';
import type { EventKind } from '../../domain/events.ts';
import type { ItemIndex } from '../../domain/ids.ts';
import type { Words } from '../words/en.ts';

/** Kinds from the strongest sign of liking to the weakest; a sentence names the strongest. */
const STRENGTH: readonly EventKind[] = ['purchase', 'cart', 'like', 'rating', 'dismiss', 'view'];
/** Causes that a sentence can carry. */
const NAMED = 2;

/** The event of an item that says most, the newest of its kind; undefined when there is none. */
export function strongestEvent(history: readonly HistoryEntry[], index: ItemIndex): HistoryEntry | undefined {
  const own = history.filter((entry) => entry.index === index);
  for (const kind of STRENGTH) {
    const found = own.find((entry) => entry.event.kind === kind);
    if (found) return found;
  }
  return undefined;
}

/** "Because you liked “Walking boots” and bought “Rain jacket”." */
export function whySentence(
  explained: ExplainedItem,
  history: readonly HistoryEntry[],
  words: Words['why'],
): string {
  if (explained.causes.length === 0) return words.popular;
  const named = (causes: ExplainedItem['causes']): { kind: EventKind; title: string }[] =>
    causes.slice(0, NAMED).flatMap((cause) => {
      const entry = strongestEvent(history, cause.index);
      return entry ? [{ kind: entry.event.kind, title: cause.item.title }] : [];
    });
  const pulls = named(explained.causes.filter((cause) => cause.share > 0));
  const [push] = named(explained.causes.filter((cause) => cause.share < 0));
  const parts = [pulls.length === 0 ? words.nothing : words.because(pulls)];
  const [strongest] = explained.causes;
  // What speaks against is worth a sentence only when it weighs most of all.
  if (push && strongest && strongest.share < 0) parts.push(words.despite(push.kind, push.title));
  return parts.join(' ');
}
