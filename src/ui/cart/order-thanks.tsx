import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { CartLine, FeedCard } from '../../client/state.ts';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { changesBetween } from '../moved/changes.ts';
import { Button } from '../parts/button.tsx';
import { ItemPicture } from '../pictures/item-picture.tsx';
import { useWords } from '../words/words-context.tsx';
import { CartSum } from './cart-sum.tsx';
import css from './order-thanks.module.css';

export interface PlacedOrder {
  readonly lines: readonly CartLine[];
  /** The shelves as they were before; null when that is not known any more. */
  readonly before: readonly FeedCard[] | null;
}

/** Things that a sentence can name. */
const NAMED = 3;

/** What was bought, what it moved, and the way back while it is offered. */
export function OrderThanks({ order }: { readonly order: PlacedOrder }): ReactNode {
  const words = useWords();
  const actions = useActions();
  const cards = useHomebody((state) => state.cards);
  const pending = useHomebody((state) => state.feedPending);
  const undoable = useHomebody((state) => state.undoable?.act.kind === 'order');
  const { lines, before } = order;
  const bought = lines.map(({ item, events }) => ({ title: words.item(item).title, count: events.length }));
  const still = pending || cards === null;

  return (
    <div className={css['view']}>
      <div className={css['pictures']} aria-hidden>
        {lines.slice(0, NAMED + 2).map(({ index, item }) => (
          <div key={index} className={css['picture']}>
            <ItemPicture item={item} />
          </div>
        ))}
      </div>
      <header className={css['head']}>
        <h1 tabIndex={-1}>{words.cart.thanksTitle}</h1>
        <p className={css['bought']}>
          {words.cart.thanks(bought.slice(0, NAMED), Math.max(0, bought.length - NAMED))}
        </p>
      </header>
      <CartSum lines={lines} />
      {before && (
        <p role="status" className={css['moved']}>
          {still ? words.cart.moving : words.cart.moved(changesBetween(before, cards).places)}
        </p>
      )}
      <div className={css['acts']}>
        <Link href="/" className={css['shelves']}>
          {words.cart.toShelves}
        </Link>
        {undoable && <Button onClick={() => void actions.undo()}>{words.undo.undo}</Button>}
      </div>
    </div>
  );
}
