import { memo, useRef } from 'react';
import type { MemoExoticComponent, ReactNode } from 'react';
import type { FeedCard as Card } from '../../client/state.ts';
import type { ItemIndex } from '../../domain/ids.ts';
import css from './card-grid.module.css';
import { FeedCard } from './feed-card.tsx';
import { useGlide } from './use-glide.ts';
import { useGrowing } from './use-growing.ts';
import { useInTime } from './use-in-time.ts';
import { useNear } from './use-near.ts';

/** Cards drawn at a time, once the list has come near the screen. */
const STEP = 12;

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
  const cards = useInTime(latest, near);
  const room = useGrowing(seen ? cards.length : 0, STEP);
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
        {cards.slice(room).map((card) => (
          // A place without its thing: it keeps the page as long as it will be.
          <li key={`place ${card.index}`} className={css['place']} aria-hidden />
        ))}
      </ul>
    </div>
  );
});
