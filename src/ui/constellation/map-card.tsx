import { useEffect, useState } from 'react';
import type { ReactNode, Ref } from 'react';
import X from 'lucide-react/icons/x';
import { Link } from 'wouter';
import type { ShownItem } from '../../client/state.ts';
import { itemIndex } from '../../domain/ids.ts';
import { Price } from '../feed/price.tsx';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { IconButton } from '../parts/button.tsx';
import { ItemPicture } from '../pictures/item-picture.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './map-card.module.css';

export interface MapCardProps {
  readonly row: number;
  /** By keys: it is read out. */
  readonly spoken: boolean;
  /** It stays until it is put away. */
  readonly pinned: boolean;
  readonly onAway: () => void;
  /** It is drawn, as large as it will be. */
  readonly onShown: () => void;
  readonly ref: Ref<HTMLDivElement>;
}

/** What a point is: picture, title, price, and the way to it. */
export function MapCard({ row, spoken, pinned, onAway, onShown, ref }: MapCardProps): ReactNode {
  const words = useWords();
  const actions = useActions();
  const currency = useHomebody((state) => state.catalogue?.currency ?? null);
  const kind = useHomebody(
    (state) => state.history.find(({ index, event }) => index === row && event.kind !== 'view')?.event.kind,
  );
  const [shown, setShown] = useState<ShownItem | null>(null);

  useEffect(() => {
    let wanted = true;
    actions.itemsAt([itemIndex(row)]).then(
      ([item]) => {
        if (wanted) setShown(item ?? null);
      },
      // The map goes on without its card; the workers' failure is told by the page.
      () => {
        if (wanted) setShown(null);
      },
    );
    return () => {
      wanted = false;
    };
  }, [actions, row]);
  useEffect(onShown, [onShown, shown]);

  const here = shown?.index === row ? shown : null;
  const title = here ? words.item(here.item).title : '';
  return (
    <>
      {here && (
        <div ref={ref} className={css['card']}>
          <div className={css['picture']}>
            <ItemPicture item={here.item} small />
          </div>
          <div className={css['text']}>
            <p className={css['title']}>{title}</p>
            <Price item={here.item} currency={currency} />
            {kind && <p className={css['done']}>{words.product.done(kind)}</p>}
            <Link
              href={`/product/${here.index}`}
              className={css['open']}
              aria-label={words.constellation.openOf(title)}
            >
              {words.constellation.open}
            </Link>
          </div>
          {pinned && (
            <IconButton
              className={css['away']}
              label={words.constellation.away}
              icon={<X size={18} aria-hidden />}
              onClick={onAway}
            />
          )}
        </div>
      )}
      <p className="aside-voice" role="status">
        {spoken && here ? title : ''}
      </p>
    </>
  );
}
