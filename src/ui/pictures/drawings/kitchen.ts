import type { Vocabulary } from './drawing.ts';
import { KITCHEN_CLOTHS } from './kitchen-cloths.ts';
import { KITCHEN_POTS } from './kitchen-pots.ts';
import { KITCHEN_TOOLS } from './kitchen-tools.ts';

export const KITCHEN: Vocabulary = { ...KITCHEN_POTS, ...KITCHEN_TOOLS, ...KITCHEN_CLOTHS };
