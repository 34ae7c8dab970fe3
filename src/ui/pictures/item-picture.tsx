import { memo, use, useId } from 'react';
import type { MemoExoticComponent, ReactNode } from 'react';
import type { Item } from '../../domain/item.ts';
import { DrawingContext } from './drawing-context.tsx';
import css from './item-picture.module.css';

export interface ItemPictureProps {
  readonly item: Item;
  /** At the size of a stamp: without what would only be noise there. */
  readonly small?: boolean;
}

/**
 * A drawn still life of a product, or a cloth-bound cover for what has no picture; a bare wall until the shapes
 * are there. Decoration: the title is beside it.
 */
export const ItemPicture: MemoExoticComponent<(props: ItemPictureProps) => ReactNode> = memo(
  function ItemPicture({ item, small = false }: ItemPictureProps): ReactNode {
    const id = useId();
    const draw = use(DrawingContext);
    return (
      <div className={css['scene']} aria-hidden>
        {draw?.(item, small, id)}
      </div>
    );
  },
);
