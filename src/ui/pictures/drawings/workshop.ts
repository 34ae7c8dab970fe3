import type { Vocabulary } from './drawing.ts';
import { WORKSHOP_BENCH } from './workshop-bench.ts';
import { WORKSHOP_KNIVES } from './workshop-knives.ts';
import { WORKSHOP_TOOLS } from './workshop-tools.ts';

export const WORKSHOP: Vocabulary = { ...WORKSHOP_TOOLS, ...WORKSHOP_BENCH, ...WORKSHOP_KNIVES };
