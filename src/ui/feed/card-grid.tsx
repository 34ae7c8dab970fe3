import { memo, useDeferredValue, useRef } from 'react';
import type { MemoExoticComponent, ReactNode } from 'react';
import type { FeedCard as Card } from '../../client/state.ts';
import type { ItemIndex } from '../../domain/ids.ts';
import css from './card-grid.module.css';
import { FeedCard } from './feed-card.tsx';
import { useGlide } from './use-glide.ts';
import { useInTime } from './use-in-time.ts';
import { useNear } from './use-near.ts';

/** Cards drawn as the list comes near the screen. The rest comes when it does, in slices that leave the page free. */
const FIRST = 12;

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
}

/** Cards in as many columns as there is room for. */
export const CardGrid: MemoExoticComponent<(props: CardGridProps) => ReactNode> = memo(function CardGrid({
  cards: latest,
  currency,
  risen,
  labelledBy,
  level,
  entry,
}: CardGridProps): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const { ref, near, seen } = useNear();
  const rest = useNear();
  const cards = useInTime(latest, near);
  const room = useDeferredValue(rest.seen ? cards.length : seen ? FIRST : 0);
  const shown = cards.slice(0, room);
  useGlide(list, shown.map((card) => card.index).join(' '), near);

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
              level={level}
            />
          </li>
        ))}
        {cards.slice(room).map((card, place) => (
          // A place without its thing: it keeps the page as long as it will be.
          <li
            key={`place ${card.index}`}
            className={css['place']}
            ref={place === 0 && seen ? rest.ref : undefined}
            aria-hidden
          />
        ))}
      </ul>
    </div>
  );
});
