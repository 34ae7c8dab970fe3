import type { Item } from '../../domain/item.ts';

/** How a thing is shown: whole; a detail; in a room where it would be; what it is made of. */
export const PICTURE_VIEWS = ['front', 'close', 'room', 'material'] as const;
export type PictureView = (typeof PICTURE_VIEWS)[number];

/** A cover has a front, its lettering from near, and its cloth; it stands in no room. */
const COVER_VIEWS: readonly PictureView[] = ['front', 'close', 'material'];

/** The pictures that there are of an item, the first of them first. */
export const picturesOf = (item: Item): readonly PictureView[] =>
  item.picture ? PICTURE_VIEWS : COVER_VIEWS;
