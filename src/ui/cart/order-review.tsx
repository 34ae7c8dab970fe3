import type { ReactNode } from 'react';
import Check from 'lucide-react/icons/check';
import type { CartLine } from '../../client/state.ts';
import { useHomebody } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { ItemPicture } from '../pictures/item-picture.tsx';
import { useWords } from '../words/words-context.tsx';
import { CartSum } from './cart-sum.tsx';
import css from './order-review.module.css';

export interface OrderReviewProps {
  readonly lines: readonly CartLine[];
  readonly placing: boolean;
  /** The last try wrote nothing. */
  readonly failed: boolean;
  readonly onPlace: () => void;
  readonly onChange: () => void;
}

/** What would be ordered, and what would come of it. */
export function OrderReview({ lines, placing, failed, onPlace, onChange }: OrderReviewProps): ReactNode {
  const words = useWords();
  const currency = useHomebody((state) => state.catalogue?.currency ?? null);
  return (
    <div className={css['view']}>
      <header>
        <h1 tabIndex={-1}>{words.cart.reviewTitle}</h1>
        <p className={css['soft']}>{words.cart.reviewLead}</p>
      </header>
      <div className={css['columns']}>
        <div className={css['slip']}>
          <ul className={css['lines']} aria-label={words.cart.lines}>
            {lines.map(({ index, item, events }) => (
              <li key={index} className={css['line']}>
                <div className={css['picture']}>
                  <ItemPicture item={item} small />
                </div>
                <span className={css['title']}>
                  {words.cart.times(events.length, words.item(item).title)}
                </span>
                {item.price !== undefined && currency !== null && (
                  <span className={css['amount']}>
                    {words.formats.money(item.price * events.length, currency)}
                  </span>
                )}
              </li>
            ))}
          </ul>
          <CartSum lines={lines} />
        </div>
        <div className={css['on']}>
          <ul className={css['will']}>
            {words.cart.will.map((one) => (
              <li key={one}>
                <Check size={20} aria-hidden />
                {one}
              </li>
            ))}
          </ul>
          {failed && (
            <Notice tone="brick">
              <p>{words.cart.failed}</p>
            </Notice>
          )}
          <div className={css['acts']}>
            {/* Not `disabled` while it is placed: the focus would be lost. */}
            <Button
              look="main"
              className={css['place']}
              aria-disabled={placing}
              onClick={() => {
                if (!placing) onPlace();
              }}
            >
              {placing ? words.cart.placing : words.cart.place}
            </Button>
            <Button onClick={onChange}>{words.cart.change}</Button>
          </div>
        </div>
      </div>
    </div>
  );
}
