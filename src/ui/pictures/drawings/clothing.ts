import { clothingLegs } from './clothing-legs.ts';
import { clothingSmall } from './clothing-small.ts';
import { clothingTops } from './clothing-tops.ts';
import type { Vocabulary } from './drawing.ts';

export const clothing = (): Vocabulary => ({ ...clothingTops(), ...clothingLegs(), ...clothingSmall() });
