import type { FeedCard, HistoryEntry } from '../../client/state.ts';
import type { Words } from '../words/en.ts';
import { strongestEvent } from '../why/why-sentence.ts';

/** Why a card is here, in one sentence: "Because you liked “Walking boots” and bought “Rain jacket”." */
export function cardWhy(card: FeedCard, history: readonly HistoryEntry[], words: Words): string {
  const { because, recommendation } = card;
  const { reason } = recommendation;
  if (reason.kind === 'popular') return words.why.popular;
  if (reason.kind === 'whole') {
    return words.why.whole(reason.inOrder, because[0] ? words.item(because[0].item).title : null);
  }
  if (because.length === 0) return words.why.nothing;
  const done = because.flatMap((cause) => {
    const entry = strongestEvent(history, cause.index);
    return entry ? [{ kind: entry.event.kind, title: words.item(cause.item).title }] : [];
  });
  // What is in no history is of this visit's mood.
  return done.length > 0
    ? words.why.because(done)
    : words.why.moreLike(because.map((cause) => words.item(cause.item).title));
}
