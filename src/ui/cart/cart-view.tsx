import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Redirect } from 'wouter';
import { useHomebody } from '../homebody-context.tsx';
import { MissingView } from '../shell/missing-view.tsx';
import { useWords } from '../words/words-context.tsx';
import { CartComplements } from './cart-complements.tsx';
import { CartEmpty } from './cart-empty.tsx';
import { CartLines } from './cart-lines.tsx';
import { CartSkeleton } from './cart-skeleton.tsx';
import { CartSummary } from './cart-summary.tsx';
import css from './cart-view.module.css';
import { OrderReview } from './order-review.tsx';
import { OrderThanks } from './order-thanks.tsx';
import { useCart } from './use-cart.ts';
import { useCheckout } from './use-checkout.ts';

export interface CartViewProps {
  /** Of the address: `order`, `thanks`; undefined: the cart itself. */
  readonly step: string | undefined;
}

/** What is in the cart, and the pretend checkout: review, order, thanks. */
export function CartView({ step }: CartViewProps): ReactNode {
  const words = useWords().cart;
  const ready = useHomebody((state) => state.phase === 'ready');
  const failed = useHomebody((state) => state.phase === 'failed');
  const priced = useHomebody((state) => state.catalogue === null || state.catalogue.currency !== null);
  const lines = useCart();
  const { state, ordered, order, review, change, place } = useCheckout(step, lines);
  const placing = state === 'placing';
  useHeading(lines.length === 0 && !placing && order === null);

  if (!priced) return <MissingView title={words.unpricedShop} hint={words.unpricedShopHint} />;
  // What went wrong at the start stands above, for the whole house.
  if (failed) return <h1 tabIndex={-1}>{words.title}</h1>;
  if (!ready) return <CartSkeleton />;
  if (step === 'thanks' && order) return <OrderThanks order={order} />;
  // An order that was undone, or that nobody remembers: what was in it is in the cart again.
  if (step !== undefined && step !== 'order') return <Redirect to="/cart" replace />;
  if (lines.length === 0 && !placing) return <CartEmpty />;
  if (step === 'order') {
    return (
      <OrderReview
        lines={placing ? ordered : lines}
        placing={placing}
        failed={state === 'failed'}
        onPlace={place}
        onChange={change}
      />
    );
  }
  return (
    <div className={css['view']}>
      <header className={css['head']}>
        <h1 tabIndex={-1}>{words.title}</h1>
        <p className={css['soft']}>
          {words.pieces(lines.reduce((sum, line) => sum + line.events.length, 0))}
        </p>
      </header>
      <div className={css['columns']}>
        <CartLines lines={lines} />
        <CartSummary lines={lines} onReview={review} />
      </div>
      <CartComplements lines={lines} />
    </div>
  );
}

/** The cart that becomes empty is another view: it begins at its top and keeps the focus. */
function useHeading(empty: boolean): void {
  const last = useRef(empty);
  useEffect(() => {
    if (last.current === empty) return;
    last.current = empty;
    const heading = document.querySelector<HTMLElement>('main h1');
    if (document.activeElement === document.body) heading?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [empty]);
}
