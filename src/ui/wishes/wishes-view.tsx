import { useRef } from 'react';
import type { ReactNode } from 'react';
import Bookmark from 'lucide-react/icons/bookmark';
import ShoppingBag from 'lucide-react/icons/shopping-bag';
import { Link } from 'wouter';
import { wishesOf } from '../../client/cart.ts';
import type { HistoryEntry } from '../../client/state.ts';
import { useOpenWishes } from '../cart/use-cart.ts';
import { useKeptFocus } from '../cart/use-kept-focus.ts';
import { ITEM_ATTRIBUTE } from '../feed/item-attribute.ts';
import { Price } from '../feed/price.tsx';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { Button, IconButton } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { ItemPicture } from '../pictures/item-picture.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './wishes-view.module.css';

const PLACES = [0, 1, 2, 3];

/** What the person is not sure of, kept for later. */
export function WishesView(): ReactNode {
  const words = useWords().wishes;
  const starting = useHomebody((state) => state.phase === 'starting');
  const failed = useHomebody((state) => state.phase === 'failed');
  const all = useHomebody((state) => wishesOf(state.history).length);
  const wishes = useOpenWishes();
  const list = useRef<HTMLUListElement>(null);
  const keepFocus = useKeptFocus(wishes.map((wish) => wish.index).join(' '), (place) => {
    const cards = list.current?.children ?? [];
    return cards[Math.min(place, cards.length - 1)]?.querySelector<HTMLElement>('a:not([aria-hidden])');
  });
  const inCart = all - wishes.length;

  return (
    <div className={css['view']}>
      <header className={css['head']}>
        <h1 tabIndex={-1}>{words.title}</h1>
        {wishes.length > 0 && <p className={css['soft']}>{words.count(wishes.length)}</p>}
      </header>
      {starting && <Skeleton />}
      {!starting && !failed && wishes.length === 0 && (
        <Empty
          title={inCart > 0 ? words.allInCart(inCart) : words.empty}
          hint={inCart > 0 ? words.allInCartHint(inCart) : words.emptyHint}
        >
          <Link href={inCart > 0 ? '/cart' : '/'} className={css['way']}>
            {inCart > 0 ? words.toTheCart : words.toShelves}
          </Link>
        </Empty>
      )}
      {wishes.length > 0 && (
        <ul ref={list} className={css['grid']}>
          {wishes.map((wish, place) => (
            <Wish key={wish.index} wish={wish} onLeave={() => keepFocus(place)} />
          ))}
        </ul>
      )}
      {inCart > 0 && wishes.length > 0 && (
        <p className={css['soft']}>
          {words.inCart(inCart)}{' '}
          <Link href="/cart" className={css['way']}>
            {words.toTheCart}
          </Link>
        </p>
      )}
    </div>
  );
}

function Wish({ wish, onLeave }: { readonly wish: HistoryEntry; readonly onLeave: () => void }): ReactNode {
  const words = useWords();
  const actions = useActions();
  const currency = useHomebody((state) => state.catalogue?.currency ?? null);
  const { index, item, event } = wish;
  const { title } = words.item(item);
  return (
    <li>
      <article className={css['wish']} aria-labelledby={`wish-${index}`} {...{ [ITEM_ATTRIBUTE]: index }}>
        <Link href={`/product/${index}`} className={css['picture']} tabIndex={-1} aria-hidden>
          <ItemPicture item={item} />
        </Link>
        <h2 id={`wish-${index}`} className={css['title']}>
          <Link href={`/product/${index}`}>{title}</Link>
        </h2>
        <Price item={item} currency={currency} />
        <div className={css['acts']}>
          {currency !== null && (
            <Button
              icon={<ShoppingBag size={20} aria-hidden />}
              aria-label={words.wishes.toCartOf(title)}
              disabled={item.stock === 0}
              onClick={() => {
                onLeave();
                void actions.record('cart', index);
              }}
            >
              {words.wishes.toCart}
            </Button>
          )}
          <IconButton
            label={words.wishes.removeOf(title)}
            icon={<Bookmark size={20} aria-hidden className={css['kept']} />}
            onClick={() => {
              onLeave();
              void actions.takeBack([event]);
            }}
          />
        </div>
      </article>
    </li>
  );
}

function Skeleton(): ReactNode {
  const words = useWords().wishes;
  return (
    <div className={css['grid']}>
      <p className="aside-voice" role="status">
        {words.loading}
      </p>
      {PLACES.map((place) => (
        <div key={place}>
          <div className={css['picture']} />
          <div className={css['line']} />
        </div>
      ))}
    </div>
  );
}
