import { CLOTHING_LEGS } from './clothing-legs.ts';
import { CLOTHING_SMALL } from './clothing-small.ts';
import { CLOTHING_TOPS } from './clothing-tops.ts';
import type { Vocabulary } from './drawing.ts';

export const CLOTHING: Vocabulary = { ...CLOTHING_TOPS, ...CLOTHING_LEGS, ...CLOTHING_SMALL };
