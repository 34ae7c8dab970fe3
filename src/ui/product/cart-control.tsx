import { useRef } from 'react';
import type { ReactNode } from 'react';
import ShoppingBag from 'lucide-react/icons/shopping-bag';
import { Link } from 'wouter';
import type { ShownItem } from '../../client/state.ts';
import { Quantity } from '../cart/quantity.tsx';
import { useCart } from '../cart/use-cart.ts';
import { useKeptFocus } from '../cart/use-kept-focus.ts';
import { useActions } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './cart-control.module.css';

/** Into the cart; and once it is there, how many of it. */
export function CartControl({ shown }: { readonly shown: ShownItem }): ReactNode {
  const words = useWords();
  const actions = useActions();
  const box = useRef<HTMLDivElement>(null);
  const line = useCart().find((one) => one.index === shown.index);
  const count = line?.events.length ?? 0;
  const keepFocus = useKeptFocus(count === 0 ? '' : 'there', () =>
    box.current?.querySelector<HTMLElement>('button:last-of-type'),
  );
  const { stock } = shown.item;
  const { title } = words.item(shown.item);
  const newest = line?.events[0];
  const add = (more: boolean): void => {
    keepFocus();
    void actions.record('cart', shown.index, more);
  };

  return (
    <div ref={box} className={css['control']}>
      {newest === undefined ? (
        <Button
          look="main"
          className={css['add']}
          icon={<ShoppingBag aria-hidden />}
          disabled={stock === 0}
          onClick={() => add(false)}
        >
          {words.feed.cart}
        </Button>
      ) : (
        <>
          <Quantity
            label={words.cart.quantityOf(title)}
            less={words.product.oneLess}
            more={words.product.oneMore}
            text={words.product.inCart(count)}
            onLess={() => {
              keepFocus();
              void actions.takeBack([newest]);
            }}
            onMore={stock !== undefined && count >= stock ? null : () => add(true)}
          />
          <Link href="/cart" className={css['cart']}>
            {words.product.toCart}
          </Link>
        </>
      )}
    </div>
  );
}
