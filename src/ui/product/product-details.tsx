import type { ReactNode } from 'react';
import type { ShownItem } from '../../client/state.ts';
import { ITEM_ATTRIBUTE } from '../feed/item-attribute.ts';
import { useHomebody } from '../homebody-context.tsx';
import { strongestEvent } from '../why/why-sentence.ts';
import type { Words } from '../words/en.ts';
import { useWords } from '../words/words-context.tsx';
import { CartControl } from './cart-control.tsx';
import { DepartmentLink, Facts } from './facts.tsx';
import { Gallery } from './gallery.tsx';
import { ProductActions } from './product-actions.tsx';
import css from './product-details.module.css';
import { WhyInline } from './why-inline.tsx';

/** Below this many pieces the number is worth saying. */
const FEW = 5;

/** The thing of the page: its pictures, what it costs, what can be done with it, and what is known of it. */
export function ProductDetails({ shown }: { readonly shown: ShownItem }): ReactNode {
  const words = useWords();
  const { item, index } = shown;
  const currency = useHomebody((state) => state.catalogue?.currency ?? null);
  const simulated = useHomebody((state) => state.catalogue?.simulated ?? false);
  const bought = useHomebody((state) => strongestEvent(state.history, index)?.event.kind === 'purchase');
  const text = words.item(item);
  const maker = text.brand ?? (item.year === undefined ? '' : String(item.year));

  return (
    <article className={css['details']} aria-labelledby="product" {...{ [ITEM_ATTRIBUTE]: index }}>
      <div className={css['pictures']}>
        <Gallery key={index} item={item} />
      </div>
      <div className={css['text']}>
        <header>
          {item.department !== '' && (
            <p className={css['department']}>
              <DepartmentLink name={item.department} />
            </p>
          )}
          <h1 id="product" tabIndex={-1}>
            {text.title}
          </h1>
          {maker !== '' && <p className={css['soft']}>{maker}</p>}
        </header>
        {currency !== null && (
          <p className={css['price']}>
            {item.price !== undefined && (
              <span className={css['amount']}>{words.formats.money(item.price, currency)}</span>
            )}
            <span className={stockIsShort(item.stock) ? css['short'] : css['stock']}>
              {stockInWords(item.stock, words)}
            </span>
          </p>
        )}
        {currency !== null && <CartControl shown={shown} />}
        <ProductActions shown={shown} />
        {bought && <p className={css['done']}>{words.product.done('purchase')}</p>}
        <WhyInline shown={shown} />
        {text.description !== undefined && <p className={css['description']}>{text.description}</p>}
        <Facts item={item} />
        {simulated && <p className={css['soft']}>{words.shell.simulated}</p>}
      </div>
    </article>
  );
}

const stockIsShort = (stock: number | undefined): boolean => stock !== undefined && stock < FEW;

function stockInWords(stock: number | undefined, words: Words): string {
  if (stock === 0) return words.product.soldOut;
  return stock !== undefined && stock < FEW ? words.product.left(stock) : words.product.inStock;
}
