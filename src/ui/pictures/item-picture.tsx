import { memo, startTransition, useEffect, useId, useState } from 'react';
import type { MemoExoticComponent, ReactNode } from 'react';
import type { Item } from '../../domain/item.ts';
import { Cover } from './cover.tsx';
import css from './item-picture.module.css';
import type { drawStillLife } from './still-life.tsx';

export interface ItemPictureProps {
  readonly item: Item;
  /** At the size of a stamp: without what would only be noise there. */
  readonly small?: boolean;
}

/** A drawn still life of a product, or a cloth-bound cover for what has no picture. Decoration: the title is beside it. */
export const ItemPicture: MemoExoticComponent<(props: ItemPictureProps) => ReactNode> = memo(
  function ItemPicture({ item, small = false }: ItemPictureProps): ReactNode {
    const id = useId();
    const draw = useDrawable();
    const { picture } = item;
    if (!picture) return <Cover item={item} small={small} />;
    return (
      <div className={css['scene']} aria-hidden>
        {draw?.(picture, item.id, id)}
      </div>
    );
  },
);

// The vocabulary of shapes is large and comes after the shell; until then there is the wall.
let drawable: typeof drawStillLife | null = null;
const waiting = new Set<() => void>();
void import('./still-life.tsx').then(({ drawStillLife }) => {
  drawable = drawStillLife;
  // All pictures at once, but in slices that leave the page free.
  startTransition(() => {
    for (const draw of waiting) draw();
  });
});

function useDrawable(): typeof drawStillLife | null {
  const [draw, setDraw] = useState(() => drawable);
  useEffect(() => {
    const take = (): void => setDraw(() => drawable);
    if (draw) return undefined;
    if (drawable) take();
    waiting.add(take);
    return () => void waiting.delete(take);
  }, [draw]);
  return draw;
}
