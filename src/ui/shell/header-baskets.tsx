import { useMemo } from 'react';
import type { ReactNode } from 'react';
import Bookmark from 'lucide-react/icons/bookmark';
import ShoppingBag from 'lucide-react/icons/shopping-bag';
import { Link, useLocation } from 'wouter';
import { cartOf } from '../../client/cart.ts';
import { openWishesOf } from '../cart/use-cart.ts';
import { useHomebody } from '../homebody-context.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './header-baskets.module.css';

/** The wish list and, where things have a price, the cart, with how much is in them. */
export function HeaderBaskets(): ReactNode {
  const words = useWords().shell;
  const history = useHomebody((state) => state.history);
  const sells = useHomebody((state) => state.catalogue?.currency != null);
  const { wishes, pieces } = useMemo(
    () => ({
      wishes: openWishesOf(history).length,
      pieces: cartOf(history).reduce((sum, line) => sum + line.events.length, 0),
    }),
    [history],
  );
  return (
    <>
      <Basket href="/wishes" label={words.wishes(wishes)} count={wishes} icon={<Bookmark aria-hidden />} />
      {sells && (
        <Basket href="/cart" label={words.cart(pieces)} count={pieces} icon={<ShoppingBag aria-hidden />} />
      )}
    </>
  );
}

interface BasketProps {
  readonly href: string;
  readonly label: string;
  readonly count: number;
  readonly icon: ReactNode;
}

function Basket({ href, label, count, icon }: BasketProps): ReactNode {
  const [location] = useLocation();
  return (
    <Link
      href={href}
      aria-label={label}
      title={label}
      className={css['basket']}
      aria-current={location === href || location.startsWith(`${href}/`) ? 'page' : undefined}
    >
      {icon}
      {count > 0 && (
        <span className={css['count']} aria-hidden>
          {count}
        </span>
      )}
    </Link>
  );
}
