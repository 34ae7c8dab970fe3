import type { Item, ItemPicture } from '../../../domain/item.ts';
import { drawStillLife } from '../still-life.ts';

export function drawRoom(item: Item, picture: ItemPicture): string {
  return drawStillLife(item, picture, false);
}
