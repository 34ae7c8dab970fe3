import { e, r } from '../kit/path.ts';
import type { Vocabulary } from './drawing.ts';

export const BOOKS: Vocabulary = {
  book: [
    48,
    'c M62 40h84q4 0 4 4v120q0 4-4 4H62z',
    'C M142 44h8v120q0 4-4 4h-4z',
    `B ${r(50, 36, 92, 132, 4)}`,
    'd M50 40q0-4 4-4h10v132H54q-4 0-4-4z',
    `p ${r(74, 48, 58, 108, 2)}`,
    `3a ${r(74, 48, 58, 108, 2)}`,
    `a ${r(84, 62, 38, 6, 2)}`,
    `a ${r(90, 74, 26, 4, 2)}`,
    `3a ${e(103, 114, 16)}`,
    'a M103 100q12 12 0 28-12-16 0-28z',
  ],
};
