import { useId } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ShownItem } from '../../client/state.ts';
import { Price } from '../feed/price.tsx';
import { useHomebody } from '../homebody-context.tsx';
import { ItemPicture } from '../pictures/item-picture.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './product-shelf.module.css';

export interface ProductShelfProps {
  readonly title: string;
  /** Why these. */
  readonly reason: string;
  readonly items: readonly ShownItem[];
  /** Said when there is nothing to put on it. */
  readonly none: string;
}

/** A row of things that belong to the one on the page. */
export function ProductShelf({ title, reason, items, none }: ProductShelfProps): ReactNode {
  const heading = useId();
  const words = useWords();
  const currency = useHomebody((state) => state.catalogue?.currency ?? null);
  return (
    <section aria-labelledby={heading} className={css['shelf']}>
      <h2 id={heading}>{title}</h2>
      <p className={css['reason']}>{items.length === 0 ? none : reason}</p>
      {items.length > 0 && (
        <ul className={css['row']}>
          {items.map(({ index, item }) => (
            <li key={index}>
              <Link href={`/product/${index}`} className={css['thing']}>
                <div className={css['picture']}>
                  <ItemPicture item={item} />
                </div>
                <span className={css['title']}>{words.item(item).title}</span>
              </Link>
              <Price item={item} currency={currency} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
