import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { HomebodyState } from '../../client/state.ts';
import { changeOf } from '../feed/feed-change.ts';
import { movedUp } from '../moved/changes.ts';
import { pageOrder } from '../feed/shown-feed.ts';
import { useHandle } from '../homebody-context.tsx';
import type { Words } from '../words/en.ts';
import { useWords } from '../words/words-context.tsx';
import { undoSentence } from './undo-sentence.ts';

/** Long enough for an act and the shelves that follow it to be told in one breath. */
const BREATH_MS = 600;

/** Tells changes politely, once, in the page's one live region. */
export function Announcer(): ReactNode {
  const words = useWords();
  const { store } = useHandle();
  const [said, setSaid] = useState('');
  const told = useRef<HomebodyState>(store.getState());

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = (): void => {
      const now = store.getState();
      const sentence = changesBetween(told.current, now, words);
      told.current = now;
      // The same once more is another text to a reader, and the same to everyone else.
      if (sentence !== '') setSaid((last) => (last === sentence ? `${sentence}\u00a0` : sentence));
    };
    const stop = store.subscribe((now, before) => {
      if (now.cards === before.cards && now.undoable === before.undoable && now.model === before.model)
        return;
      clearTimeout(timer);
      timer = setTimeout(tell, BREATH_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store, words]);

  return (
    <p role="status" aria-live="polite" className="aside-voice">
      {said}
    </p>
  );
}

/** What a person who cannot see the page is told of the way from one state to another. '' for nothing. */
export function changesBetween(before: HomebodyState, now: HomebodyState, words: Words): string {
  const parts: string[] = [];
  if (now.undoable && now.undoable !== before.undoable) parts.push(undoSentence(now.undoable.act, words));
  if (now.model && now.model !== before.model && before.training) parts.push(words.training.ended);
  const first = now.cards?.[0];
  if (now.cards && first && now.cards !== before.cards) {
    const rows = (state: HomebodyState) => pageOrder({ ...state, cards: state.cards ?? [], first: false });
    const change = changeOf(rows(before), rows(now));
    if (before.cards === null) parts.push(words.feed.filled(now.cards.length));
    else if (!change.same)
      parts.push(words.feed.changed(movedUp(before.cards, now.cards), words.item(first.item).title));
  }
  return parts.join(' ');
}
