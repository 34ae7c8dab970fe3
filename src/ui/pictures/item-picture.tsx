import { memo, startTransition, useEffect, useId, useState } from 'react';
import type { MemoExoticComponent, ReactNode } from 'react';
import type { Item } from '../../domain/item.ts';
import type { drawPicture } from './draw-picture.tsx';
import css from './item-picture.module.css';

export interface ItemPictureProps {
  readonly item: Item;
  /** At the size of a stamp: without what would only be noise there. */
  readonly small?: boolean;
}

/**
 * A drawn still life of a product, or a cloth-bound cover for what has no picture. Decoration: the title is
 * beside it.
 */
export const ItemPicture: MemoExoticComponent<(props: ItemPictureProps) => ReactNode> = memo(
  function ItemPicture({ item, small = false }: ItemPictureProps): ReactNode {
    const id = useId();
    const draw = useDrawing();
    return (
      <div className={css['scene']} aria-hidden>
        {draw?.(item, small, id)}
      </div>
    );
  },
);

// The vocabulary of shapes is large and comes after the shell; until then there is the wall.
let drawing: typeof drawPicture | null = null;
const waiting = new Set<() => void>();
void import('./draw-picture.tsx').then(({ drawPicture }) => {
  drawing = drawPicture;
  // All pictures at once, but in slices that leave the page free.
  startTransition(() => {
    for (const draw of waiting) draw();
  });
});

function useDrawing(): typeof drawPicture | null {
  const [draw, setDraw] = useState(() => drawing);
  useEffect(() => {
    if (draw) return undefined;
    const take = (): void => setDraw(() => drawing);
    if (drawing) take();
    waiting.add(take);
    return () => void waiting.delete(take);
  }, [draw]);
  return draw;
}
