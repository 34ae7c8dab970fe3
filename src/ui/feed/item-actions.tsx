import { memo } from 'react';
import type { MemoExoticComponent, ReactNode } from 'react';
import Heart from 'lucide-react/icons/heart';
import ShoppingBag from 'lucide-react/icons/shopping-bag';
import X from 'lucide-react/icons/x';
import type { ItemIndex } from '../../domain/ids.ts';
import { useActions } from '../homebody-context.tsx';
import { Button, IconButton } from '../parts/button.tsx';
import { useRoom } from '../room-context.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './item-actions.module.css';

export interface ItemActionsProps {
  readonly index: ItemIndex;
  readonly soldOut: boolean;
}

/** The four things to do with an item on the shelf. */
export const ItemActions: MemoExoticComponent<(props: ItemActionsProps) => ReactNode> = memo(
  function ItemActions({ index, soldOut }: ItemActionsProps): ReactNode {
    const words = useWords().feed;
    const actions = useActions();
    const room = useRoom();
    const like = (): void => void actions.record('like', index);
    const dismiss = (): void => void actions.record('dismiss', index);
    const cart = (): void => void actions.record('cart', index);
    const why = (): void => room.openWhy(index);
    const icons = {
      like: <Heart aria-hidden />,
      dismiss: <X aria-hidden />,
      cart: <ShoppingBag aria-hidden />,
    };

    return (
      <div className={css['row']}>
        <IconButton label={words.like} icon={icons.like} onClick={like} />
        <IconButton label={words.dismiss} icon={icons.dismiss} onClick={dismiss} />
        <IconButton label={words.cart} icon={icons.cart} onClick={cart} disabled={soldOut} />
        <Button look="plain" className={css['why']} onClick={why}>
          {words.why}
        </Button>
      </div>
    );
  },
);
