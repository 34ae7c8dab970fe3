import type { ReactNode } from 'react';
import type { ShownItem } from '../../client/state.ts';
import { Price } from '../feed/price.tsx';
import { ITEM_ATTRIBUTE } from '../feed/item-attribute.ts';
import { useHomebody } from '../homebody-context.tsx';
import { ItemPicture } from '../pictures/item-picture.tsx';
import { strongestEvent } from '../why/why-sentence.ts';
import { useWords } from '../words/words-context.tsx';
import { ProductActions } from './product-actions.tsx';
import css from './product-details.module.css';

export function ProductDetails({ shown }: { readonly shown: ShownItem }): ReactNode {
  const words = useWords();
  const { item, index } = shown;
  const currency = useHomebody((state) => state.catalogue?.currency ?? null);
  const simulated = useHomebody((state) => state.catalogue?.simulated ?? false);
  const done = useHomebody((state) => strongestEvent(state.history, index)?.event.kind);
  const facts: readonly (readonly [string, string])[] = [
    ...(item.department === '' ? [] : [[words.product.department, item.department] as const]),
    ...(item.brand === undefined ? [] : [[words.product.brand, item.brand] as const]),
    ...(item.year === undefined ? [] : [[words.product.year, String(item.year)] as const]),
    ...Object.entries(item.attributes ?? {}),
  ];

  return (
    <article className={css['details']} aria-labelledby="product" {...{ [ITEM_ATTRIBUTE]: index }}>
      <div className={css['picture']}>
        <ItemPicture item={item} />
      </div>
      <div className={css['text']}>
        <h1 id="product" tabIndex={-1}>
          {item.title}
        </h1>
        <div className={css['price']}>
          <Price item={item} currency={currency} />
        </div>
        {item.description !== undefined && <p className={css['description']}>{item.description}</p>}
        <ProductActions index={index} soldOut={item.stock === 0} />
        {done && <p className={css['done']}>{words.product.done(done)}</p>}
        <dl className={css['facts']}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {item.tags && item.tags.length > 1 && <p className={css['soft']}>{words.formats.list(item.tags)}</p>}
        {simulated && <p className={css['soft']}>{words.shell.simulated}</p>}
      </div>
    </article>
  );
}
