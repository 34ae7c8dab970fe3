import type { Vocabulary } from './drawing.ts';
import { GARDEN_THINGS } from './garden-things.ts';
import { GARDEN_TOOLS } from './garden-tools.ts';
import { GARDEN_WILD } from './garden-wild.ts';

export const GARDEN: Vocabulary = { ...GARDEN_TOOLS, ...GARDEN_THINGS, ...GARDEN_WILD };
