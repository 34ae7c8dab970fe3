import { motif } from '../kit/motifs/index.ts';
import { at, e, placed, r, times, turn } from '../kit/path.ts';
import type { Layers } from '../kit/path.ts';
import { bottle } from './packages.ts';
import type { Vocabulary } from './drawing.ts';

/** A bound book for writing; what is on it tells one kind from the other. */
const bound = (...onCover: Layers): Layers => [
  `c${r(58, 42, 90, 124, 4)}`,
  '1C M146 48v112M144 46v116',
  `B${r(50, 36, 92, 132, 6)}`,
  'd M50 42q0-6 6-6h8v132h-8q-6 0-6-6z',
  ...onCover,
];
const elastic = 'q M124 36h8v132h-8z';
const plate: Layers = [`c${r(74, 58, 42, 24, 2)}`, '2k M80 66h30M80 73h20'];

export const deskPaper = (): Vocabulary => ({
  notebook: {
    'lined notebook': [52, ...bound(elastic, ...plate, 'A M92 168h7v14l-3.500-4-3.500 4z')],
    'plain notebook': [52, ...bound(`3a${r(76, 54, 54, 96, 3)}`, 'A M112 168h7v14l-3.500-4-3.500 4z')],
    'dotted notebook': [
      52,
      ...bound(
        elastic,
        `c${e(94, 96, 26)}`,
        `k${times(9, (i) => e(82 + (i % 3) * 12, 84 + Math.floor(i / 3) * 12, 2))}`,
      ),
    ],
    sketchbook: [
      60,
      ...turn(
        5,
        100,
        168,
        ...at(
          0,
          0,
          1,
          `c${r(44, 46, 112, 118, 2)}`,
          `B${r(40, 42, 112, 124, 4)}`,
          `4m${times(10, (i) => `M${48 + i * 11} 36v14`)}`,
          `k${times(10, (i) => e(48 + i * 11, 50, 2))}`,
          ...motif('pear', 96, 108, 1.5),
        ),
      ),
      '6y M150 168L172 96',
      'w M169 97l7 2 2-14z',
    ],
    'recipe notebook': [
      52,
      ...bound(
        ...plate,
        ...motif('pot', 98, 122, 1.3),
        'q M142 60h12v14h-12zM142 82h12v14h-12zM142 104h12v14h-12z',
        's M142 60h4v14h-4zM142 82h4v14h-4zM142 104h4v14h-4z',
      ),
    ],
  },
  planner: {
    diary: [
      52,
      ...bound(
        ...plate,
        `c${r(76, 100, 46, 44, 3)}`,
        'v M76 100h46v12H76z',
        `k${times(9, (i) => e(86 + (i % 3) * 13, 120 + Math.floor(i / 3) * 8, 2))}`,
        'A M100 168h7v14l-3.500-4-3.500 4z',
      ),
    ],
    'undated planner': [
      74,
      ...placed(
        100,
        160,
        1,
        160,
        'B M8 150L28 92h72v62zM192 150l-20-58h-72v62z',
        'i M14 146L32 94q40-8 68 2v54q-40-10-86-4z',
        'c M186 146L168 94q-40-8-68 2v54q40-10 86-4z',
        `1.500u${times(5, (i) => `M${34 - i * 3} ${104 + i * 9}q30-5 58 0M108 ${104 + i * 9}q30-5 ${58 + i * 2} 0`)}`,
        '2C M100 96v54',
        'q M140 92h8l3 62-6-5-6 5z',
      ),
    ],
    'five-year diary': [
      56,
      ...[0, 1, 2, 3].flatMap((i) => [`c${r(58, 150 - i * 6, 88, 6, 1)}`]),
      ...bound(
        '3a M74 56h48M74 64h48',
        `q${times(5, (i) => e(98 + 26 * Math.sin((i * 2 * Math.PI) / 5), 112 - 26 * Math.cos((i * 2 * Math.PI) / 5), 7))}`,
        `n${r(136, 90, 14, 22, 3)}`,
        `N${e(143, 99, 2.4)}`,
        'N M142 99h2v7h-2z',
      ),
    ],
    'garden diary': [
      52,
      ...bound(`c${e(98, 96, 34, 42)}`, ...motif('tulip', 98, 98, 1.5), 'q M118 168h7v14l-3.500-4-3.500 4z'),
      ...turn(18, 160, 150, '5w M160 168V120', 'f M160 122q-10-8-4-18 8 6 4 18z'),
    ],
    'address book': [
      52,
      ...bound(
        ...plate,
        `c${e(98, 116, 24)}`,
        ...motif('house', 98, 117, 0.95),
        ...['v', 'y', 'f', 'u', 'o'].map(
          (paint, i) => `${paint} M142 ${48 + i * 22}h11q3 0 3 4v10q0 4-3 4h-11z`,
        ),
      ),
    ],
  },
  ink: bottle({ table: [], fallback: 'feather' }, 'ink'),
});
