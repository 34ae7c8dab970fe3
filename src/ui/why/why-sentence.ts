import type { ExplainedItem, HistoryEntry } from '../../client/state.ts';
import type { EventKind } from '../../domain/events.ts';
import type { ItemIndex } from '../../domain/ids.ts';
import type { Words } from '../words/en.ts';

/** Kinds from the strongest sign of liking to the weakest; a sentence names the strongest. */
const STRENGTH: readonly EventKind[] = ['purchase', 'cart', 'like', 'rating', 'wish', 'dismiss', 'view'];
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

/**
 * "Because you liked “Walking boots” and bought “Rain jacket”." `shelved`: it stands among what is popular, where nothing
 * else need speak for it.
 */
export function whySentence(
  explained: ExplainedItem,
  history: readonly HistoryEntry[],
  words: Pick<Words, 'why' | 'item' | 'departmentName'>,
  shelved = false,
): string {
  const { causes, explanation, nearest } = explained;
  const titleOf = (cause: ExplainedItem['causes'][number]): string => words.item(cause.item).title;
  const inMood = explanation.departmentShare > 0;
  const { whole, byPopularity } = explanation;

  const past = (some: ExplainedItem['causes']): { kind: EventKind; title: string }[] =>
    some.flatMap((cause) => {
      const entry = cause.mood ? undefined : strongestEvent(history, cause.index);
      return entry ? [{ kind: entry.event.kind, title: titleOf(cause) }] : [];
    });
  const named = causes.filter((cause) => cause.share > 0).slice(0, NAMED);
  const pulls = past(named);
  const wanted = named.filter((cause) => cause.mood).map(titleOf);
  const parts = [
    ...(inMood ? [words.why.inMood(words.departmentName(explained.item.department))] : []),
    ...(wanted.length > 0 ? [words.why.moreLike(wanted)] : []),
    ...(pulls.length > 0 ? [words.why.because(pulls)] : []),
    ...(whole ? [words.why.whole(whole.inOrder, nearest ? words.item(nearest.item).title : null)] : []),
    ...(byPopularity ? [words.why.popular] : []),
  ];
  if (parts.length === 0) {
    parts.push(...(shelved ? [words.why.popular] : [words.why.nothing, words.why.variety]));
  }

  const [strongest] = causes;
  // What speaks against is worth a sentence only when it weighs most of all.
  if (strongest && strongest.share < 0) {
    const [push] = past([strongest]);
    if (strongest.mood) parts.push(words.why.lessLike(titleOf(strongest)));
    else if (push) parts.push(words.why.despite(push.kind, push.title));
  }
  return words.why.sentences(parts);
}
