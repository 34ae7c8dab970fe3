import { BED_AND_BATH } from './bed-and-bath.ts';
import { BOOKS } from './books.ts';
import { CLOTHING } from './clothing.ts';
import { DESK } from './desk.ts';
import type { Drawing, Forms, Sitter, Still, Vocabulary } from './drawing.ts';
import { GARDEN } from './garden.ts';
import { KITCHEN } from './kitchen.ts';
import { LIVING_ROOM } from './living-room.ts';
import { OUTDOORS } from './outdoors.ts';
import { PANTRY } from './pantry.ts';
import { PLAY } from './play.ts';
import { TABLE } from './table.ts';
import { WORKSHOP } from './workshop.ts';
import { e, r } from '../kit/path.ts';

/** What can be drawn, by product type. */
export const DRAWINGS: Vocabulary = {
  ...KITCHEN,
  ...TABLE,
  ...PANTRY,
  ...GARDEN,
  ...OUTDOORS,
  ...BOOKS,
  ...BED_AND_BATH,
  ...LIVING_ROOM,
  ...CLOTHING,
  ...WORKSHOP,
  ...PLAY,
  ...DESK,
};

/** What nobody has drawn yet arrives in a parcel. */
export const PARCEL: Drawing = [
  58,
  `B${r(42, 78, 116, 90, 3)}`,
  'd M42 78L56 60h100l2 18z',
  `a${r(92, 78, 16, 90, 1)}`,
  `A${r(94, 60, 14, 18, 1)}`,
  `a${e(88, 54, 12, 8)}`,
  `a${e(112, 54, 12, 8)}`,
  `A${e(100, 57, 5)}`,
];

/** The drawing of a form; of the type's first where the form is not known. */
function drawingOf(type: string, form: string): Drawing {
  const known = DRAWINGS[type];
  if (known === undefined) return PARCEL;
  if (isDrawing(known)) return known;
  return known[form] ?? Object.values(known)[0] ?? PARCEL;
}

/** A type has one drawing, or one for each of its forms. */
export const isDrawing = (known: Drawing | Forms): known is Drawing =>
  Array.isArray(known) || typeof known === 'function';

/** The still life of a type as this piece sits for it. */
export function stillOf(type: string, sitter: Sitter): Still {
  const drawing = drawingOf(type, sitter.form);
  return typeof drawing === 'function' ? drawing(sitter) : drawing;
}
