import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { CartLine, FeedCard } from '../../client/state.ts';
import { useActions, useHandle, useHomebody } from '../homebody-context.tsx';
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
import type { PlacedOrder } from './order-thanks.tsx';
import { useCart } from './use-cart.ts';

type Step = 'cart' | 'review' | 'placing' | 'failed' | 'thanks';

/** What is in the cart, and the pretend checkout: review, order, thanks. */
export function CartView(): ReactNode {
  const words = useWords().cart;
  const ready = useHomebody((state) => state.phase === 'ready');
  const failed = useHomebody((state) => state.phase === 'failed');
  const priced = useHomebody((state) => state.catalogue === null || state.catalogue.currency !== null);
  const lines = useCart();
  const { step, ordered, order, review, change, place } = useCheckout(lines);

  if (!priced) return <MissingView title={words.unpricedShop} hint={words.unpricedShopHint} />;
  // What went wrong at the start stands above, for the whole house.
  if (failed) return <h1 tabIndex={-1}>{words.title}</h1>;
  if (!ready) return <CartSkeleton />;
  if (step === 'thanks' && order) return <OrderThanks order={order} />;
  if (lines.length === 0 && step !== 'placing') return <CartEmpty />;
  if (step !== 'cart') {
    return (
      <OrderReview
        lines={step === 'placing' ? ordered : lines}
        placing={step === 'placing'}
        failed={step === 'failed'}
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

interface Checkout {
  readonly step: Step;
  /** The lines that are being ordered: the cart is empty before the answer is here. */
  readonly ordered: readonly CartLine[];
  readonly order: PlacedOrder | null;
  readonly review: () => void;
  readonly change: () => void;
  readonly place: () => void;
}

/** The steps of the checkout. An order that is undone leads back to the cart. */
function useCheckout(lines: readonly CartLine[]): Checkout {
  const actions = useActions();
  const { store } = useHandle();
  const history = useHomebody((state) => state.history);
  const [step, setStep] = useState<Step>('cart');
  const [ordered, setOrdered] = useState(lines);
  const [order, setOrder] = useState<PlacedOrder | null>(null);
  const undone = order !== null && !history.some(({ event }) => order.events.has(event.id));
  const shown = step === 'thanks' && undone ? 'cart' : step;

  const place = async (): Promise<void> => {
    setOrdered(lines);
    setStep('placing');
    const before: readonly FeedCard[] = store.getState().cards ?? [];
    await actions.order();
    const act = store.getState().undoable?.act;
    if (act?.kind !== 'order') {
      setStep('failed');
      return;
    }
    setOrder({ lines, before, events: new Set(act.events.map((event) => event.id)) });
    setStep('thanks');
  };

  const view = shown === 'cart' && lines.length === 0 ? 'empty' : shown;
  const last = useRef(view);
  // A step is a view of its own: it begins at its top, at its heading.
  useEffect(() => {
    if (last.current === view) return;
    last.current = view;
    if (view === 'placing' || view === 'failed') return;
    const heading = document.querySelector<HTMLElement>('main h1');
    if (document.activeElement === document.body) heading?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [view]);

  return {
    step: shown,
    ordered,
    order,
    review: () => setStep('review'),
    change: () => setStep('cart'),
    place: () => void place(),
  };
}
