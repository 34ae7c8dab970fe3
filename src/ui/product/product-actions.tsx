import type { ReactNode } from 'react';
import Heart from 'lucide-react/icons/heart';
import Package from 'lucide-react/icons/package';
import ShoppingBag from 'lucide-react/icons/shopping-bag';
import X from 'lucide-react/icons/x';
import type { EventKind } from '../../domain/events.ts';
import type { ItemIndex } from '../../domain/ids.ts';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { useRoom } from '../room-context.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './product-actions.module.css';

export interface ProductActionsProps {
  readonly index: ItemIndex;
  readonly soldOut: boolean;
}

/** What can be done with the item of the page. What was done already is pressed, and a second press takes it back. */
export function ProductActions({ index, soldOut }: ProductActionsProps): ReactNode {
  const words = useWords().feed;
  const actions = useActions();
  const room = useRoom();
  const history = useHomebody((state) => state.history);
  const own = history.filter((entry) => entry.index === index);

  const toggle = (kind: EventKind): { 'aria-pressed': boolean; onClick: () => void } => {
    const done = own.find((entry) => entry.event.kind === kind);
    return {
      'aria-pressed': done !== undefined,
      onClick: () => void (done ? actions.takeBack([done.event]) : actions.record(kind, index)),
    };
  };
  return (
    <div className={css['actions']}>
      <Button look="main" icon={<ShoppingBag aria-hidden />} disabled={soldOut} {...toggle('cart')}>
        {words.cart}
      </Button>
      <Button
        icon={<Package aria-hidden />}
        disabled={soldOut}
        onClick={() => void actions.record('purchase', index)}
      >
        {words.buy}
      </Button>
      <Button icon={<Heart aria-hidden />} {...toggle('like')}>
        {words.like}
      </Button>
      <Button icon={<X aria-hidden />} {...toggle('dismiss')}>
        {words.dismiss}
      </Button>
      <Button look="plain" onClick={() => room.openWhy(index)}>
        {words.why}
      </Button>
    </div>
  );
}
