import type { Vocabulary } from './drawing.ts';
import { outdoorsCamp } from './outdoors-camp.ts';
import { outdoorsGear } from './outdoors-gear.ts';
import { outdoorsStoves } from './outdoors-stoves.ts';
import { outdoorsWear } from './outdoors-wear.ts';

export const outdoors = (): Vocabulary => ({
  ...outdoorsCamp(),
  ...outdoorsStoves(),
  ...outdoorsWear(),
  ...outdoorsGear(),
});
