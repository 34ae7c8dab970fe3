import type { Vocabulary } from './drawing.ts';
import { gardenThings } from './garden-things.ts';
import { gardenTools } from './garden-tools.ts';
import { gardenWild } from './garden-wild.ts';

export const garden = (): Vocabulary => ({ ...gardenTools(), ...gardenThings(), ...gardenWild() });
