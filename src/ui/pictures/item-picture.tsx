import { memo, use } from 'react';
import type { MemoExoticComponent, ReactNode } from 'react';
import type { Item, ItemPicture as Picture } from '../../domain/item.ts';
import { DrawingContext } from './drawing-context.tsx';
import type { Drawing } from './drawing-context.tsx';
import css from './item-picture.module.css';
import type { PictureView } from './picture-views.ts';
import { useTurn } from './use-turn.ts';

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
    return drawing ? (
      <StillLife drawing={drawing} item={item} picture={picture} view={view} small={small} />
    ) : (
      <div className={css['scene']} aria-hidden />
    );
  },
);

interface StillLifeProps extends Required<ItemPictureProps> {
  readonly drawing: Drawing;
  readonly picture: Picture;
}

/** It keeps the page from nothing else: what was never drawn waits for its turn. */
function StillLife({ drawing, item, picture, view, small }: StillLifeProps): ReactNode {
  const turn = useTurn(drawing.isDrawn(item, picture, view, small), () =>
    drawing.draw(item, picture, view, small),
  );
  if (!turn) return <div className={css['scene']} aria-hidden />;
  const { wall, markup } = drawing.draw(item, picture, view, small);
  return (
    <div
      className={[css['scene'], css[`wall${wall}`]].join(' ')}
      aria-hidden
      dangerouslySetInnerHTML={markup}
    />
  );
}
