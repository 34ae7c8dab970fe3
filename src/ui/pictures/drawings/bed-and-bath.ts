import { bedAndBathCloths } from './bed-and-bath-cloths.ts';
import { bedAndBathThings } from './bed-and-bath-things.ts';
import { bedAndBathTowels } from './bed-and-bath-towels.ts';
import type { Vocabulary } from './drawing.ts';

export const bedAndBath = (): Vocabulary => ({
  ...bedAndBathCloths(),
  ...bedAndBathTowels(),
  ...bedAndBathThings(),
});
