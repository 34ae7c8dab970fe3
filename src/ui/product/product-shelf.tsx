import { useId } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ShownItem } from '../../client/state.ts';
import { Price } from '../feed/price.tsx';
import { useHomebody } from '../homebody-context.tsx';
import { ItemPicture } from '../pictures/item-picture.tsx';
import css from './product-shelf.module.css';

export interface ProductShelfProps {
  readonly title: string;
  readonly items: readonly ShownItem[];
  /** Said when there is nothing to put on it. */
  readonly none: string;
}

/** A row of things that belong to the one on the page. */
export function ProductShelf({ title, items, none }: ProductShelfProps): ReactNode {
  const heading = useId();
  const currency = useHomebody((state) => state.catalogue?.currency ?? null);
  return (
    <section aria-labelledby={heading} className={css['shelf']}>
      <h2 id={heading}>{title}</h2>
      {items.length === 0 ? (
        <p className={css['none']}>{none}</p>
      ) : (
        <ul className={css['row']}>
          {items.map(({ index, item }) => (
            <li key={index}>
              <Link href={`/product/${index}`} className={css['thing']}>
                <div className={css['picture']}>
                  <ItemPicture item={item} />
                </div>
                <span className={css['title']}>{item.title}</span>
              </Link>
              <Price item={item} currency={currency} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
