import { useRef } from 'react';
import type { ReactNode } from 'react';
import type { FeedCard as Card } from '../../client/state.ts';
import type { ItemIndex } from '../../domain/ids.ts';
import { FeedCard } from './feed-card.tsx';
import css from './shop-window.module.css';
import { useGlide } from './use-glide.ts';
import { WindowCard } from './window-card.tsx';

export interface ShopWindowProps {
  /** The large one first. */
  readonly cards: readonly Card[];
  readonly currency: string | null;
  readonly risen: ReadonlySet<ItemIndex>;
}

/** The shop window: what fits best, large, and the next two beside it. It changes with the visitor's taste. */
export function ShopWindow({ cards, currency, risen }: ShopWindowProps): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  useGlide(list, cards.map((card) => card.index).join(' '));
  return (
    <ul ref={list} className={css['window']} aria-labelledby="for-you">
      {cards.map((card, place) => (
        <li key={card.index} className={place === 0 ? css['large'] : css['side']} data-place>
          {place === 0 ? (
            <WindowCard card={card} currency={currency} />
          ) : (
            <FeedCard
              card={card}
              currency={currency}
              risen={risen.has(card.index)}
              entry={false}
              kind="side"
            />
          )}
        </li>
      ))}
    </ul>
  );
}
