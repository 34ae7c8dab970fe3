import { useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ShownItem } from '../../client/state.ts';
import { Price } from '../feed/price.tsx';
import { ShelfHead } from '../feed/shelf-head.tsx';
import { useRowScroll } from '../feed/use-row-scroll.ts';
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

/** A row of things that belong to the one on the page. It scrolls sideways, by hand and by its two buttons. */
export function ProductShelf({ none, ...shelf }: ProductShelfProps): ReactNode {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={css['shelf']}>
      {shelf.items.length === 0 ? (
        <>
          <h2 id={heading}>{shelf.title}</h2>
          <p className={css['reason']}>{none}</p>
        </>
      ) : (
        <Things heading={heading} {...shelf} />
      )}
    </section>
  );
}

interface ThingsProps extends Omit<ProductShelfProps, 'none'> {
  /** Id of the heading. */
  readonly heading: string;
}

function Things({ heading, title, reason, items }: ThingsProps): ReactNode {
  const words = useWords();
  const currency = useHomebody((state) => state.catalogue?.currency ?? null);
  const list = useRef<HTMLUListElement>(null);
  const { atStart, atEnd, step } = useRowScroll(list);
  return (
    <div data-whole={(atStart && atEnd) || undefined}>
      <ShelfHead id={heading} name={title} of={null} atStart={atStart} atEnd={atEnd} onStep={step} />
      <p className={css['reason']}>{reason}</p>
      <div className={css['frame']} data-start={atStart || undefined} data-end={atEnd || undefined}>
        <ul ref={list} className={css['row']}>
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
      </div>
    </div>
  );
}
