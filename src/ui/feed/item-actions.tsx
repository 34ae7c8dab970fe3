import { memo } from 'react';
import type { MemoExoticComponent, MouseEvent, ReactNode } from 'react';
import type { FeedCard as Card } from '../../client/state.ts';
import { useActions } from '../homebody-context.tsx';
import { IconButton } from '../parts/button.tsx';
import { useWords } from '../words/words-context.tsx';
import { CardIcon } from './card-icon.tsx';
import css from './item-actions.module.css';
import { useItemMenu } from './item-menu-context.tsx';
import { sameCard } from './same-card.ts';

export interface ItemActionsProps {
  readonly card: Card;
  /** Things have a price here, so that they can be put into a cart. */
  readonly sells: boolean;
}

const LIKE = <CardIcon name="like" />;
const DISMISS = <CardIcon name="dismiss" />;
const CART = <CardIcon name="cart" />;
const MORE = <CardIcon name="more" />;

/** What is done most with a thing on the shelf, and the way to the rest. */
export const ItemActions: MemoExoticComponent<(props: ItemActionsProps) => ReactNode> = memo(
  function ItemActions({ card, sells }: ItemActionsProps): ReactNode {
    const words = useWords();
    const actions = useActions();
    const openMenu = useItemMenu();
    const { index, item } = card;
    return (
      <div className={css['row']}>
        <IconButton label={words.feed.like} icon={LIKE} onClick={() => void actions.record('like', index)} />
        <IconButton
          label={words.feed.dismiss}
          icon={DISMISS}
          onClick={() => void actions.record('dismiss', index)}
        />
        {sells && (
          <IconButton
            label={words.feed.cart}
            icon={CART}
            disabled={item.stock === 0}
            onClick={() => void actions.record('cart', index)}
          />
        )}
        <IconButton
          label={words.shelf.menu}
          icon={MORE}
          aria-haspopup="menu"
          onClick={(event: MouseEvent<HTMLButtonElement>) => openMenu(card, event.currentTarget)}
        />
      </div>
    );
  },
  (a, b) => a.sells === b.sells && sameCard(a.card, b.card),
);
