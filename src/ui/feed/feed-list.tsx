import { useDeferredValue, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { FeedCard as Card } from '../../client/state.ts';
import type { ItemIndex } from '../../domain/ids.ts';
import { FeedCard } from './feed-card.tsx';
import { changeOf } from './feed-change.ts';
import css from './feed-list.module.css';
import { useCardFocus } from './use-card-focus.ts';
import { useGlide } from './use-glide.ts';
import { useHeld } from './use-held.ts';

/** Cards drawn in the first frame; the rest follows in slices that leave the page free. */
const FIRST = 12;
const MARK_MS = 4_000;
const NOTHING: readonly ItemIndex[] = [];

export interface FeedListProps {
  readonly cards: readonly Card[];
  readonly currency: string | null;
}

/** The shelves. */
export function FeedList({ cards, currency }: FeedListProps): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const held = useHeld(cards);
  const room = useDeferredValue(held.value.length, FIRST);
  const shown = held.value.slice(0, Math.max(room, FIRST));
  const order = shown.map((card) => card.index).join(' ');
  const risen = useRisen(held.value);
  const focus = useCardFocus(list, order);
  useGlide(list, order);

  return (
    // The list only hears of what its cards are for: keys that move between them, fingers that rest on them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul
      ref={list}
      className={css['list']}
      onPointerDown={held.onPointerDown}
      onPointerUp={held.onPointerEnd}
      onPointerCancel={held.onPointerEnd}
      onPointerLeave={held.onPointerEnd}
      onFocus={focus.onFocus}
      onBlur={focus.onBlur}
      onKeyDown={focus.onKeyDown}
    >
      {shown.map((card, place) => (
        <li key={card.index} className={css['place']}>
          <FeedCard card={card} currency={currency} risen={risen.includes(card.index)} entry={place === 0} />
        </li>
      ))}
    </ul>
  );
}

/** The rows that the latest change brought up, for a moment. */
function useRisen(cards: readonly Card[]): readonly ItemIndex[] {
  const before = useRef<readonly ItemIndex[] | null>(null);
  const [risen, setRisen] = useState(NOTHING);

  useEffect(() => {
    const after = cards.map((card) => card.index);
    const change = before.current && changeOf(before.current, after);
    before.current = after;
    if (!change || change.same) return undefined;
    setRisen(change.risen);
    const timer = setTimeout(() => setRisen(NOTHING), MARK_MS);
    return () => clearTimeout(timer);
  }, [cards]);

  return risen;
}
