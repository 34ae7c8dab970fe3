import type { Item, ItemPicture } from '../../../domain/item.ts';
import { drawStillLife } from '../still-life.ts';

/** Parts of a still life that show how a thing is made. */
const DETAILS = ['44 50 88 88', '66 56 88 88', '52 84 88 88'] as const;

/** The thing from near: its rim and edge, its weave or glaze. */
export function drawCloseUp(item: Item, picture: ItemPicture): string {
  return drawStillLife(item, picture, false, DETAILS[Math.floor(picture.variation * DETAILS.length)]);
}
