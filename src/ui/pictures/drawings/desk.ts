import { DESK_PAPER } from './desk-paper.ts';
import { DESK_TOOLS } from './desk-tools.ts';
import type { Vocabulary } from './drawing.ts';

export const DESK: Vocabulary = { ...DESK_PAPER, ...DESK_TOOLS };
