import type { ReactNode } from 'react';
import type { Item } from '../../domain/item.ts';
import { Cover } from './cover.tsx';
import { drawStillLife } from './still-life.tsx';

/** A still life of what has a picture, a cover for what has none. `id` is unique to the picture on the page. */
export function drawPicture(item: Item, small: boolean, id: string): ReactNode {
  return item.picture ? drawStillLife(item.picture, item.id, id) : <Cover item={item} small={small} />;
}
