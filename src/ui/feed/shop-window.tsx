import { memo, useRef } from 'react';
import type { MemoExoticComponent, ReactNode } from 'react';
import type { FeedCard as Card } from '../../client/state.ts';
import type { ItemIndex } from '../../domain/ids.ts';
import { FeedCard } from './feed-card.tsx';
import css from './shop-window.module.css';
import { useGlide } from './use-glide.ts';
import { useNear } from './use-near.ts';
import { WindowCard } from './window-card.tsx';

export interface ShopWindowProps {
  /** The large one first. */
  readonly cards: readonly Card[];
  readonly currency: string | null;
  readonly risen: ReadonlySet<ItemIndex>;
  /** It has just taken the place of something that was pressed. */
  readonly arriving: boolean;
}

/** The shop window: what fits best, large, and two of other kinds beside it. It changes with the visitor's taste. */
export const ShopWindow: MemoExoticComponent<(props: ShopWindowProps) => ReactNode> = memo(
  function ShopWindow({ cards, currency, risen, arriving }: ShopWindowProps): ReactNode {
    const list = useRef<HTMLUListElement>(null);
    const { ref, near } = useNear();
    const reasons = cards.some((card) => card.because.length > 0);
    useGlide(list, cards.map((card) => card.index).join(' '), near);
    return (
      <ul
        ref={(element) => {
          list.current = element;
          return ref(element);
        }}
        className={arriving ? `${css['window']} ${css['arriving']}` : css['window']}
        aria-labelledby="for-you"
        data-row="window"
      >
        {cards.map((card, place) => (
          <li key={card.index} className={place === 0 ? css['large'] : css['side']}>
            {place === 0 ? (
              <WindowCard card={card} currency={currency} />
            ) : (
              <FeedCard
                card={card}
                currency={currency}
                risen={risen.has(card.index)}
                entry={false}
                kind="side"
                reasons={reasons}
                level={2}
              />
            )}
          </li>
        ))}
      </ul>
    );
  },
);
