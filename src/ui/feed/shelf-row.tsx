import { memo, useDeferredValue, useId, useRef, useState } from 'react';
import type { MemoExoticComponent, ReactNode } from 'react';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { Link } from 'wouter';
import type { ShownShelf } from '../../client/state.ts';
import type { ItemIndex } from '../../domain/ids.ts';
import { useHandle } from '../homebody-context.tsx';
import { IconButton } from '../parts/button.tsx';
import { ItemPicture } from '../pictures/item-picture.tsx';
import { useWords } from '../words/words-context.tsx';
import { FeedCard } from './feed-card.tsx';
import { shelfName } from './shelf-name.ts';
import css from './shelf-row.module.css';
import { useGlide } from './use-glide.ts';
import { useRowScroll } from './use-row-scroll.ts';

/** Cards of a shelf that are drawn before anybody reaches for the rest. */
const FIRST = 6;

export interface ShelfRowProps {
  readonly shelf: ShownShelf;
  readonly currency: string | null;
  readonly risen: ReadonlySet<ItemIndex>;
  /** Tab enters the cards of the page here. */
  readonly entry: boolean;
}

/** A row of things with one reason. It scrolls sideways, by hand, by its two buttons and with the focus. */
export const ShelfRow: MemoExoticComponent<(props: ShelfRowProps) => ReactNode> = memo(function ShelfRow({
  shelf,
  currency,
  risen,
  entry,
}: ShelfRowProps): ReactNode {
  const words = useWords();
  const { store } = useHandle();
  const heading = useId();
  const list = useRef<HTMLUListElement>(null);
  const [reached, setReached] = useState(false);
  const room = useDeferredValue(reached ? shelf.cards.length : FIRST);
  const shown = shelf.cards.slice(0, room);
  const { atStart, atEnd, step } = useRowScroll(list);
  const name = shelfName(shelf, store.getState().history, words);
  useGlide(list, shown.map((card) => card.index).join(' '));
  const reach = (): void => setReached(true);

  return (
    <div className={css['shelf']} data-shelf={shelf.kind}>
      <header className={css['head']}>
        {shelf.of && (
          <Link href={`/product/${shelf.of.index}`} className={css['of']} tabIndex={-1} aria-hidden>
            <ItemPicture item={shelf.of.item} small />
          </Link>
        )}
        <h2 id={heading} className={css['name']}>
          {name}
        </h2>
        <div className={css['buttons']}>
          <IconButton
            label={words.shelf.previous(name)}
            icon={<ChevronLeft aria-hidden />}
            aria-disabled={atStart}
            onClick={() => step(-1)}
          />
          <IconButton
            label={words.shelf.next(name)}
            icon={<ChevronRight aria-hidden />}
            aria-disabled={atEnd}
            onClick={() => {
              reach();
              step(1);
            }}
          />
        </div>
      </header>
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
            <li key={card.index} className={css['place']} data-place>
              <FeedCard
                card={card}
                currency={currency}
                risen={risen.has(card.index)}
                entry={entry && place === 0}
                kind="row"
              />
            </li>
          ))}
          {shelf.cards.slice(room).map((card) => (
            // A place without its thing: it keeps the row as long as it will be.
            <li key={`place ${card.index}`} className={css['place']} aria-hidden />
          ))}
        </ul>
      </div>
    </div>
  );
});
