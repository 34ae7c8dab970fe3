import type { Item, ItemPicture } from '../../domain/item.ts';
import { trustedDrawing } from '../../gate/trusted.ts';
import { PictureCache } from './picture-cache.ts';
import type { PictureView } from './picture-views.ts';
import { drawStillLife } from './still-life.ts';
import { drawCloseUp } from './views/close-up.ts';
import { drawRoom } from './views/room.ts';
import { drawSwatch } from './views/swatch.ts';
import { wallOf } from './wall.ts';

export interface DrawnPicture {
  /** An SVG whose walls are clear, and which refers to `pictureDefs`. */
  readonly markup: { readonly __html: string };
  /** Number of the wall behind it. */
  readonly wall: number;
}

/** Pictures kept, about 4 kB each: several screens of shelves in both sizes. */
const KEPT = 600;
const cache = new PictureCache<DrawnPicture>(KEPT);

/** All that a picture is drawn from. */
function keyOf(item: Item, picture: ItemPicture, view: PictureView, small: boolean): string {
  const { type, form, material, colour, accent, pattern, variation } = picture;
  return `${item.id}|${view}|${small}|${type}|${form}|${material}|${colour}|${accent}|${pattern}|${variation}|${item.department}|${item.title}|${item.attributes?.['size']}`;
}

/** Whether it is drawn already. */
export function isDrawn(item: Item, picture: ItemPicture, view: PictureView, small: boolean): boolean {
  return cache.has(keyOf(item, picture, view, small));
}

/** An item's picture, drawn once. */
export function drawPicture(
  item: Item,
  picture: ItemPicture,
  view: PictureView,
  small: boolean,
): DrawnPicture {
  return cache.get(keyOf(item, picture, view, small), () => ({
    markup: { __html: trustedDrawing(DRAW[view](item, picture, small)) },
    wall: wallOf(picture.colour, item.id),
  }));
}

const DRAW: Readonly<Record<PictureView, (item: Item, picture: ItemPicture, small: boolean) => string>> = {
  front: drawStillLife,
  close: drawCloseUp,
  room: drawRoom,
  material: drawSwatch,
};
