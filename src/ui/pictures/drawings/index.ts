import { bedAndBath } from './bed-and-bath.ts';
import { books } from './books.ts';
import { clothing } from './clothing.ts';
import { desk } from './desk.ts';
import type { Drawing, Forms, Sitter, Still, Vocabulary } from './drawing.ts';
import { garden } from './garden.ts';
import { kitchen } from './kitchen.ts';
import { livingRoom } from './living-room.ts';
import { outdoors } from './outdoors.ts';
import { pantry } from './pantry.ts';
import { play } from './play.ts';
import { table } from './table.ts';
import { workshop } from './workshop.ts';
import { e, r } from '../kit/path.ts';

/** What can be drawn, by product type, for each department of the demo shop. */
export const DRAWINGS: Readonly<Record<string, () => Vocabulary>> = {
  Kitchen: kitchen,
  Table: table,
  Pantry: pantry,
  Garden: garden,
  Outdoors: outdoors,
  Books: books,
  'Bed & Bath': bedAndBath,
  'Living Room': livingRoom,
  Clothing: clothing,
  Workshop: workshop,
  Play: play,
  Desk: desk,
};

/** Made when its first thing is drawn: all at once, they would be felt. */
const made = new Map<string, Vocabulary>();
function vocabularyOf(department: string): Vocabulary {
  const known = made.get(department);
  if (known) return known;
  const vocabulary = DRAWINGS[department]?.() ?? {};
  made.set(department, vocabulary);
  return vocabulary;
}

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
function drawingOf(department: string, type: string, form: string): Drawing {
  const known = vocabularyOf(department)[type];
  if (known === undefined) return PARCEL;
  if (isDrawing(known)) return known;
  return known[form] ?? Object.values(known)[0] ?? PARCEL;
}

/** A type has one drawing, or one for each of its forms. */
export const isDrawing = (known: Drawing | Forms): known is Drawing =>
  Array.isArray(known) || typeof known === 'function';

/** The still life of a type as this piece sits for it. */
export function stillOf(department: string, type: string, sitter: Sitter): Still {
  const drawing = drawingOf(department, type, sitter.form);
  return typeof drawing === 'function' ? drawing(sitter) : drawing;
}
