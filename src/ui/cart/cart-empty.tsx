import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useHomebody } from '../homebody-context.tsx';
import { Empty } from '../parts/empty.tsx';
import { ProductShelf } from '../product/product-shelf.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './cart-empty.module.css';
import { useOpenWishes } from './use-cart.ts';

/** Things that an empty cart offers. */
const OFFERED = 8;

/** Nothing is in the cart: what could be, and where it is. */
export function CartEmpty(): ReactNode {
  const words = useWords().cart;
  const wishes = useOpenWishes().length;
  const cards = useHomebody((state) => state.cards);
  return (
    <div className={css['view']}>
      <h1 tabIndex={-1}>{words.title}</h1>
      <Empty title={words.empty} hint={words.emptyHint}>
        <p className={css['ways']}>
          <Link href="/" className={css['way']}>
            {words.toShelves}
          </Link>
          {wishes > 0 && (
            <Link href="/wishes" className={css['way']}>
              {words.toWishes(wishes)}
            </Link>
          )}
        </p>
      </Empty>
      {cards && cards.length > 0 && (
        <ProductShelf
          title={words.perhaps}
          reason={words.perhapsHint}
          items={cards.slice(0, OFFERED)}
          none={words.perhapsHint}
        />
      )}
    </div>
  );
}
