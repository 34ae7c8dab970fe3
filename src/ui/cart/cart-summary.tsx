import type { ReactNode } from 'react';
import type { CartLine } from '../../client/state.ts';
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
  const words = useWords().cart;
  return (
    <section aria-label={words.sum} className={css['summary']}>
      <CartSum lines={lines} />
      <Button look="main" className={css['on']} onClick={onReview}>
        {words.review}
      </Button>
      <p className={css['soft']}>{words.pretend}</p>
    </section>
  );
}
