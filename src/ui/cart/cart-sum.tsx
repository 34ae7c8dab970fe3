import type { ReactNode } from 'react';
import type { CartLine } from '../../client/state.ts';
import { useHomebody } from '../homebody-context.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './cart-sum.module.css';
import { sumOf } from './sum-of.ts';

export function CartSum({ lines }: { readonly lines: readonly CartLine[] }): ReactNode {
  const words = useWords().cart;
  const currency = useHomebody((state) => state.catalogue?.currency ?? null);
  const { price, unpriced } = sumOf(lines);
  if (currency === null) return null;
  return (
    <div>
      <p className={css['sum']}>
        <span>{words.sum}</span>
        <span className={css['amount']}>{words.money(price, currency)}</span>
      </p>
      {unpriced > 0 && <p className={css['soft']}>{words.unpriced(unpriced)}</p>}
    </div>
  );
}
