import type { Vocabulary } from './drawing.ts';
import { OUTDOORS_CAMP } from './outdoors-camp.ts';
import { OUTDOORS_GEAR } from './outdoors-gear.ts';
import { OUTDOORS_STOVES } from './outdoors-stoves.ts';
import { OUTDOORS_WEAR } from './outdoors-wear.ts';

export const OUTDOORS: Vocabulary = {
  ...OUTDOORS_CAMP,
  ...OUTDOORS_STOVES,
  ...OUTDOORS_WEAR,
  ...OUTDOORS_GEAR,
};
