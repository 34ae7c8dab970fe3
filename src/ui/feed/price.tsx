import type { ReactNode } from 'react';
import type { Item } from '../../domain/item.ts';
import { useWords } from '../words/words-context.tsx';
import css from './price.module.css';

/** Below this many pieces the number is worth saying. */
const FEW = 5;

/** Price and maker, or year and genre; and what is left of it where that matters. */
export function Price({
  item,
  currency,
  short = false,
}: {
  readonly item: Item;
  readonly currency: string | null;
  /** Without the maker. */
  readonly short?: boolean;
}): ReactNode {
  const words = useWords();
  const { price, stock, year } = item;
  const { brand, department } = words.item(item);
  const after = brand ?? [year, words.departmentName(department)].filter(Boolean).join(' · ');
  return (
    <p className={css['line']}>
      {price !== undefined && currency !== null && (
        <span className={css['price']}>{words.formats.money(price, currency)}</span>
      )}
      {after !== '' && !(short && brand !== undefined) && <span className={css['soft']}>{after}</span>}
      {stock === 0 && <span className={css['stock']}>{words.feed.soldOut}</span>}
      {stock !== undefined && stock > 0 && stock < FEW && (
        <span className={css['stock']}>{words.feed.fewLeft(stock)}</span>
      )}
    </p>
  );
}
