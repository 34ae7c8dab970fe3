import type { DepartmentInChinese } from '../vocabulary.ts';
import { BED_AND_BATH } from './bed-and-bath.ts';
import { BOOKS } from './books.ts';
import { CLOTHING } from './clothing.ts';
import { DESK } from './desk.ts';
import { GARDEN } from './garden.ts';
import { KITCHEN } from './kitchen.ts';
import { LIVING_ROOM } from './living-room.ts';
import { OUTDOORS } from './outdoors.ts';
import { PANTRY } from './pantry.ts';
import { PLAY } from './play.ts';
import { TABLE } from './table.ts';
import { WORKSHOP } from './workshop.ts';

/** In the order of the English ones. */
export const DEPARTMENTS_IN_CHINESE: readonly DepartmentInChinese[] = [
  KITCHEN,
  TABLE,
  PANTRY,
  GARDEN,
  OUTDOORS,
  BOOKS,
  BED_AND_BATH,
  LIVING_ROOM,
  CLOTHING,
  WORKSHOP,
  PLAY,
  DESK,
];
