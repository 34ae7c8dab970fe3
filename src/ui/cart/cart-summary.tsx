import type { ReactNode } from 'react';
import type { CartLine } from '../../client/state.ts';
import { useHomebody } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './cart-summary.module.css';
import { CartSum } from './cart-sum.tsx';

/** What it comes to, what kind of shop this is, and the way on. */
export function CartSummary({
  lines,
  onReview,
}: {
  readonly lines: readonly CartLine[];
  readonly onReview: () => void;
}): ReactNode {
  const words = useWords();
  const simulated = useHomebody((state) => state.catalogue?.simulated ?? false);
  return (
    <section aria-label={words.cart.sum} className={css['summary']}>
      <CartSum lines={lines} />
      <Button look="main" className={css['on']} onClick={onReview}>
        {words.cart.review}
      </Button>
      <p className={css['soft']}>{words.cart.pretend}</p>
      {simulated && <p className={css['soft']}>{words.shell.simulated}</p>}
    </section>
  );
}
