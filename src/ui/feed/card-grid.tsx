import { memo, useEffect, useMemo, useRef } from 'react';
import type { MemoExoticComponent, ReactNode } from 'react';
import type { FeedCard as Card } from '../../client/state.ts';
import type { ItemIndex } from '../../domain/ids.ts';
import css from './card-grid.module.css';
import { FeedCard } from './feed-card.tsx';
import { useColumns, wholeRows } from './use-columns.ts';
import { useGlide } from './use-glide.ts';
import { useGrowing } from './use-growing.ts';
import { useInTime } from './use-in-time.ts';
import { useNear } from './use-near.ts';

/** Cards drawn at a time, once the list has come near the screen. */
const STEP = 6;

export interface CardGridProps {
  readonly cards: readonly Card[];
  readonly currency: string | null;
  readonly risen: ReadonlySet<ItemIndex>;
  /** Id of the heading that names the list. */
  readonly labelledBy: string;
  /** Level of its cards' headings. */
  readonly level: 2 | 3;
  /** Tab enters the cards of the page here. */
  readonly entry: boolean;
  /** More can follow: it ends with a whole row. */
  readonly whole: boolean;
  /** Place of the card that gets the focus as soon as it is there. */
  readonly goTo: number | null;
}

/** Cards in as many columns as there is room for. */
export const CardGrid: MemoExoticComponent<(props: CardGridProps) => ReactNode> = memo(function CardGrid({
  cards: newest,
  currency,
  risen: newlyRisen,
  labelledBy,
  level,
  entry,
  whole,
  goTo,
}: CardGridProps): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const { ref, near, seen } = useNear();
  const columns = useColumns(list);
  const latest = useMemo(() => ({ known: newest, risen: newlyRisen }), [newest, newlyRisen]);
  const { known, risen } = useInTime(latest, near);
  const cards = whole ? known.slice(0, wholeRows(known.length, columns)) : known;
  // Said once, above the list, where it is the same for all.
  const reasons = known.some((card) => card.because.length > 0);
  const room = useGrowing(seen ? cards.length : 0, STEP);
  const shown = cards.slice(0, room);
  useGlide(list, shown.map((card) => card.index).join(' '), near);

  const wanted = goTo !== null && goTo < shown.length ? goTo : null;
  useEffect(() => {
    if (wanted === null) return;
    // Somebody who has gone on is not called back.
    const { activeElement } = document;
    if (activeElement !== document.body && !activeElement?.matches('button')) return;
    list.current?.querySelectorAll('article')[wanted]?.focus({ preventScroll: true });
  }, [wanted]);

  return (
    <div ref={ref}>
      <ul ref={list} className={css['list']} aria-labelledby={labelledBy}>
        {shown.map((card, place) => (
          <li key={card.index} className={css['place']}>
            <FeedCard
              card={card}
              currency={currency}
              risen={risen.has(card.index)}
              entry={entry && place === 0}
              kind="list"
              reasons={reasons}
              level={level}
            />
          </li>
        ))}
        {cards.slice(room).map((card) => (
          // A place without its thing: it keeps the page as long as it will be.
          <li key={`place ${card.index}`} className={css['place']} aria-hidden />
        ))}
      </ul>
    </div>
  );
});
