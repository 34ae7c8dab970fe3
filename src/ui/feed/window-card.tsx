import { memo, useId } from 'react';
import type { MemoExoticComponent, MouseEvent, ReactNode } from 'react';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Heart from 'lucide-react/icons/heart';
import ShoppingBag from 'lucide-react/icons/shopping-bag';
import X from 'lucide-react/icons/x';
import type { FeedCard as Card } from '../../client/state.ts';
import { useActions, useHandle } from '../homebody-context.tsx';
import { Button, IconButton } from '../parts/button.tsx';
import { ItemPicture } from '../pictures/item-picture.tsx';
import { useRoom } from '../room-context.tsx';
import { useWords } from '../words/words-context.tsx';
import { cardWhy } from './card-why.ts';
import { ITEM_ATTRIBUTE } from './item-attribute.ts';
import { ItemLink } from './item-link.tsx';
import { useItemMenu } from './item-menu-context.tsx';
import { Price } from './price.tsx';
import { sameCard } from './same-card.ts';
import css from './window-card.module.css';
import { WishButton } from './wish-button.tsx';

export interface WindowCardProps {
  readonly card: Card;
  readonly currency: string | null;
}

/** The thing in the shop window. */
export const WindowCard: MemoExoticComponent<(props: WindowCardProps) => ReactNode> = memo(
  function WindowCard({ card, currency }: WindowCardProps): ReactNode {
    const words = useWords();
    const actions = useActions();
    const room = useRoom();
    const openMenu = useItemMenu();
    const { store } = useHandle();
    const heading = useId();
    const { item, index, because } = card;
    const text = words.item(item);
    const sells = currency !== null;
    const like = (): void => void actions.record('like', index);

    return (
      <article
        className={item.picture ? css['card'] : `${css['card']} ${css['covered']}`}
        aria-labelledby={heading}
        // Articles of a feed take the focus, so that arrow keys can go from one to the next (ARIA feed pattern).
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        {...{ [ITEM_ATTRIBUTE]: index }}
        data-score={card.recommendation.score}
        data-department={item.department}
        data-swipe=""
      >
        <ItemLink index={index} className={css['picture']} beside>
          <ItemPicture item={item} />
        </ItemLink>
        <WishButton index={index} className={css['wish']} />
        <div className={css['text']}>
          <h2 id={heading} className={css['title']}>
            <ItemLink index={index}>{text.title}</ItemLink>
          </h2>
          <Price item={item} currency={currency} />
          {text.description !== undefined && <p className={css['description']}>{text.description}</p>}
          <div className={css['because']}>
            {because[0] && (
              <div className={css['cause']}>
                <ItemPicture item={because[0].item} small />
              </div>
            )}
            <div>
              {/* The answer and the history that it names change together: the card is drawn anew with them. */}
              <p>{cardWhy(card, store.getState().history, words)}</p>
              <Button look="plain" className={css['why']} onClick={() => room.openWhy(index)}>
                {words.feed.why}
              </Button>
            </div>
          </div>
          <div className={css['actions']}>
            {sells && (
              <Button
                look="main"
                icon={<ShoppingBag aria-hidden />}
                disabled={item.stock === 0}
                onClick={() => void actions.record('cart', index)}
              >
                {words.feed.cart}
              </Button>
            )}
            <Button look={sells ? 'calm' : 'main'} icon={<Heart aria-hidden />} onClick={like}>
              {words.feed.like}
            </Button>
            <Button icon={<X aria-hidden />} onClick={() => void actions.record('dismiss', index)}>
              {words.feed.dismiss}
            </Button>
            <IconButton
              label={words.shelf.menu}
              icon={<Ellipsis aria-hidden />}
              aria-haspopup="menu"
              onClick={(event: MouseEvent<HTMLButtonElement>) => openMenu(card, event.currentTarget)}
            />
          </div>
        </div>
      </article>
    );
  },
  (a, b) => a.currency === b.currency && sameCard(a.card, b.card),
);
