import { deskLetters } from './desk-letters.ts';
import { deskPaper } from './desk-paper.ts';
import { deskThings } from './desk-things.ts';
import { deskTools } from './desk-tools.ts';
import type { Vocabulary } from './drawing.ts';

export const desk = (): Vocabulary => ({ ...deskPaper(), ...deskLetters(), ...deskTools(), ...deskThings() });
