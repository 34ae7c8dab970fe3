import { BED_AND_BATH } from './bed-and-bath.ts';
import { BOOKS } from './books.ts';
import { CLOTHING } from './clothing.ts';
import { DESK } from './desk.ts';
import type { Drawing } from './drawing.ts';
import { r } from './drawing.ts';
import { GARDEN } from './garden.ts';
import { KITCHEN } from './kitchen.ts';
import { LIVING_ROOM } from './living-room.ts';
import { OUTDOORS } from './outdoors.ts';
import { PANTRY } from './pantry.ts';
import { PLAY } from './play.ts';
import { TABLE } from './table.ts';
import { WORKSHOP } from './workshop.ts';

/** By the key of `ItemPicture.type`. */
export const DRAWINGS: Readonly<Record<string, Drawing>> = {
  ...BED_AND_BATH,
  ...BOOKS,
  ...CLOTHING,
  ...DESK,
  ...GARDEN,
  ...KITCHEN,
  ...LIVING_ROOM,
  ...OUTDOORS,
  ...PANTRY,
  ...PLAY,
  ...TABLE,
  ...WORKSHOP,
};

/** A parcel in the thing's own colours, for a type that has no drawing yet. */
export const PARCEL: Drawing = [
  58,
  `B ${r(42, 70, 116, 98, 4)}`,
  'a M92 70h14v98H92zM42 110h116v12H42z',
  'A M99 70Q70 66 66 50t22-4 11 24zM99 70q29-4 33-20t-22-4-11 24z',
];
