import { BED_AND_BATH_CLOTHS } from './bed-and-bath-cloths.ts';
import { BED_AND_BATH_THINGS } from './bed-and-bath-things.ts';
import { BED_AND_BATH_TOWELS } from './bed-and-bath-towels.ts';
import type { Vocabulary } from './drawing.ts';

export const BED_AND_BATH: Vocabulary = {
  ...BED_AND_BATH_CLOTHS,
  ...BED_AND_BATH_TOWELS,
  ...BED_AND_BATH_THINGS,
};
