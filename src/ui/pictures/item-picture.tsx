import { memo, use } from 'react';
import type { MemoExoticComponent, ReactNode } from 'react';
import type { Item } from '../../domain/item.ts';
import { DrawingContext } from './drawing-context.tsx';
import css from './item-picture.module.css';
import type { PictureView } from './picture-views.ts';

export interface ItemPictureProps {
  readonly item: Item;
  /** At the size of a stamp: without what would only be noise there. */
  readonly small?: boolean;
  /** One of `picturesOf(item)`. */
  readonly view?: PictureView;
}

/**
 * A drawn still life of a product, or a cover for what has no picture; a bare wall until the shapes are there.
 * Decoration: the title is beside it. The wall is the page's, so that a change of theme draws nothing anew.
 */
export const ItemPicture: MemoExoticComponent<(props: ItemPictureProps) => ReactNode> = memo(
  function ItemPicture({ item, small = false, view = 'front' }: ItemPictureProps): ReactNode {
    const drawing = use(DrawingContext);
    const { picture } = item;
    if (!picture) {
      return (
        <div className={css['scene']} aria-hidden>
          {drawing && <drawing.Cover item={item} small={small} view={view} />}
        </div>
      );
    }
    const drawn = drawing?.draw(item, picture, view, small);
    return drawn ? (
      <div
        className={[css['scene'], css[`wall${drawn.wall}`]].join(' ')}
        aria-hidden
        dangerouslySetInnerHTML={drawn.markup}
      />
    ) : (
      <div className={css['scene']} aria-hidden />
    );
  },
);
