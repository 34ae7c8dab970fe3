import { memo, useId, useMemo, useRef, useState } from 'react';
import type { MemoExoticComponent, ReactNode } from 'react';
import type { ShownShelf } from '../../client/state.ts';
import type { ItemIndex } from '../../domain/ids.ts';
import { useHandle } from '../homebody-context.tsx';
import { useWords } from '../words/words-context.tsx';
import { FeedCard } from './feed-card.tsx';
import { ShelfHead } from './shelf-head.tsx';
import { shelfKey, shelfName } from './shelf-name.ts';
import css from './shelf-row.module.css';
import { useGlide } from './use-glide.ts';
import { useInTime } from './use-in-time.ts';
import { useNear } from './use-near.ts';
import { useRowScroll } from './use-row-scroll.ts';

/** Cards of a shelf that are drawn before anybody reaches for the rest. */
const FIRST = 6;

export interface ShelfRowProps {
  readonly shelf: ShownShelf;
  readonly currency: string | null;
  readonly risen: ReadonlySet<ItemIndex>;
  /** Tab enters the cards of the page here. */
  readonly entry: boolean;
  /** It is drawn from its first moment, wherever it is. */
  readonly drawn: boolean;
}

/** A row of things with one reason. It scrolls sideways, by hand, by its two buttons and with the focus. */
export const ShelfRow: MemoExoticComponent<(props: ShelfRowProps) => ReactNode> = memo(function ShelfRow({
  shelf,
  currency,
  risen: newlyRisen,
  entry,
  drawn,
}: ShelfRowProps): ReactNode {
  const words = useWords();
  const { store } = useHandle();
  const heading = useId();
  const list = useRef<HTMLUListElement>(null);
  const { ref, near, seen } = useNear(drawn);
  const [reached, setReached] = useState(false);
  const latest = useMemo(
    () => ({
      cards: shelf.cards,
      risen: newlyRisen,
      room: reached ? shelf.cards.length : seen ? FIRST : 0,
    }),
    [shelf, newlyRisen, reached, seen],
  );
  // At first no more than places, wherever it is.
  const [bare] = useState(() => ({ ...latest, room: 0 }));
  const { cards, risen, room } = useInTime(latest, near, bare);
  const shown = cards.slice(0, room);
  const { atStart, atEnd, step } = useRowScroll(list);
  const name = shelfName(shelf, store.getState().history, words);
  const reach = (): void => setReached(true);
  useGlide(list, shown.map((card) => card.index).join(' '), near);

  return (
    <div ref={ref} className={css['shelf']} data-shelf={shelf.kind} data-row={shelfKey(shelf)}>
      <ShelfHead
        id={heading}
        name={name}
        of={shelf.of}
        atStart={atStart}
        atEnd={atEnd}
        onStep={(direction) => {
          reach();
          step(direction);
        }}
      />
      <div className={css['frame']} data-start={atStart || undefined} data-end={atEnd || undefined}>
        {/* It only hears of a hand that reaches for the rest of it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <ul
          ref={list}
          className={css['row']}
          aria-labelledby={heading}
          onScroll={reach}
          onFocus={reach}
          onPointerEnter={reach}
        >
          {shown.map((card, place) => (
            <li key={card.index} className={css['place']}>
              <FeedCard
                card={card}
                currency={currency}
                risen={risen.has(card.index)}
                entry={entry && place === 0}
                kind="row"
                reasons={false}
                level={3}
              />
            </li>
          ))}
          {cards.slice(room).map((card) => (
            // A place without its thing: it keeps the row as long as it will be.
            <li key={`place ${card.index}`} className={css['place']} aria-hidden />
          ))}
        </ul>
      </div>
    </div>
  );
});
