import { DESK_LETTERS } from './desk-letters.ts';
import { DESK_PAPER } from './desk-paper.ts';
import { DESK_THINGS } from './desk-things.ts';
import { DESK_TOOLS } from './desk-tools.ts';
import type { Vocabulary } from './drawing.ts';

export const DESK: Vocabulary = { ...DESK_PAPER, ...DESK_LETTERS, ...DESK_TOOLS, ...DESK_THINGS };
