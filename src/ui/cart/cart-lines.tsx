import { useRef } from 'react';
import type { ReactNode } from 'react';
import Trash2 from 'lucide-react/icons/trash-2';
import { Link } from 'wouter';
import type { CartLine } from '../../client/state.ts';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { IconButton } from '../parts/button.tsx';
import { ItemPicture } from '../pictures/item-picture.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './cart-lines.module.css';
import { Quantity } from './quantity.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

/** What is in the cart, each with how many of it. */
export function CartLines({ lines }: { readonly lines: readonly CartLine[] }): ReactNode {
  const words = useWords();
  const list = useRef<HTMLUListElement>(null);
  const keepFocus = useKeptFocus(lines.map((line) => line.index).join(' '), (place) => {
    const rows = list.current?.children ?? [];
    return rows[Math.min(place, rows.length - 1)]?.querySelector<HTMLElement>('a:not([aria-hidden])');
  });
  return (
    <ul ref={list} className={css['lines']} aria-label={words.cart.lines}>
      {lines.map((line, place) => (
        <Line key={line.index} line={line} onLeave={() => keepFocus(place)} />
      ))}
    </ul>
  );
}

function Line({ line, onLeave }: { readonly line: CartLine; readonly onLeave: () => void }): ReactNode {
  const words = useWords();
  const actions = useActions();
  const currency = useHomebody((state) => state.catalogue?.currency ?? null);
  const { item, index, events } = line;
  const { title, brand } = words.item(item);
  const count = events.length;
  const full = item.stock !== undefined && count >= item.stock;
  const takeOut = (some: CartLine['events']): void => {
    if (some.length === count) onLeave();
    void actions.takeBack(some);
  };

  return (
    <li className={css['line']}>
      <Link href={`/product/${index}`} className={css['picture']} tabIndex={-1} aria-hidden>
        <ItemPicture item={item} />
      </Link>
      <div className={css['text']}>
        <Link href={`/product/${index}`} className={css['title']}>
          {title}
        </Link>
        {brand !== undefined && <p className={css['soft']}>{brand}</p>}
        {full && <p className={css['soft']}>{words.cart.allThereIs}</p>}
      </div>
      <div className={css['count']}>
        <Quantity
          label={words.cart.quantityOf(title)}
          less={words.cart.oneLessOf(title)}
          more={words.cart.oneMoreOf(title)}
          text={words.formats.number(count)}
          onLess={() => takeOut(events.slice(0, 1))}
          onMore={full ? null : () => void actions.record('cart', index, true)}
        />
        <IconButton
          label={words.cart.removeOf(title)}
          icon={<Trash2 size={20} aria-hidden />}
          onClick={() => takeOut(events)}
        />
      </div>
      {item.price !== undefined && currency !== null && (
        <div className={css['price']}>
          <p className={css['amount']}>{words.formats.money(item.price * count, currency)}</p>
          {count > 1 && (
            <p className={css['soft']}>{words.cart.each(words.formats.money(item.price, currency))}</p>
          )}
        </div>
      )}
    </li>
  );
}
