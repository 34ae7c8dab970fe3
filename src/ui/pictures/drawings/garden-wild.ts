import { lathe } from '../kit/lathe.ts';
import { motif } from '../kit/motifs/index.ts';
import { at, e, r, times } from '../kit/path.ts';
import type { Layers } from '../kit/path.ts';
import { bag, motifOf } from './packages.ts';
import type { Contents } from './packages.ts';
import type { Vocabulary } from './drawing.ts';

const bird = (x: number, y: number, scale: number): Layers => motif('wildbird', x, y, scale);

const SEEDS: Contents = [
  ['sweet pea|foxglove', 'hyacinth'],
  ['runner bean', 'pod'],
  ['tomato', 'tomato'],
  ['chard|kale|lettuce', 'lettuce'],
  ['carrot', 'carrot'],
  ['meadow|cosmos', 'cosmos'],
  ['sunflower', 'sunflower'],
  ['nasturtium', 'poppy'],
  ['courgette', 'cucumber'],
  ['beetroot', 'beet'],
  ['basil', 'mint'],
  ['radish', 'radish'],
  ['pumpkin', 'pumpkin'],
];
const BULBS: Contents = [
  ['snowdrop|snowflake', 'bell'],
  ['daffodil|aconite', 'daffodil'],
  ['tulip', 'tulip'],
  ['crocus', 'crocus'],
  ['hyacinth', 'hyacinth'],
  ['allium', 'allium'],
];
const FEED: Contents = [
  ['sunflower', 'sunflower'],
  ['peanut', 'peanut'],
  ['nyjer', 'seed'],
  ['worm', 'worm'],
  ['fat', 'fatball'],
  ['apple', 'apple'],
  ['mix', 'wildbird'],
];

const glove = (cuff: Layers, long: boolean): Layers => [
  'B M96 150l-6-52 8-62q6-6 10 2l2 46 6-58q6-6 12 2v58l8-50q8-4 10 4l-4 56 12-24q10-2 8 8l-18 54v16z',
  'B M50 160l-20-56-2-54q6-6 10 2l8 40-4-58q6-6 12 0l8 56 2-52q8-4 10 4l2 52 8-16q10-4 10 6l-10 46-4 30z',
  's M96 96q22 10 46 0l-4 36q-20 6-38 0zM40 100q18 10 42 0l-2 40q-18 4-32 2z',
  ...(long ? [] : ['-2a M96 130q20 6 44-2M50 148q16 2 30-4']),
  ...cuff,
];

export const gardenWild = (): Vocabulary => ({
  seeds: (sitter) => {
    const name = motifOf({ table: SEEDS, fallback: 'leaf' }, sitter.form);
    const packet: Layers = [
      `B${r(54, 46, 92, 122, 4)}`,
      'd M54 58h92v6H54z',
      's M132 46h10q4 0 4 4v114q0 4-4 4h-10z',
      `c${r(62, 72, 70, 66, 4)}`,
      ...motif(name, 97, 104, 1.55),
      'i M62 144h70v16H62z',
      '2p M72 152h48',
    ];
    if (sitter.pieces < 5)
      return [52, ...packet, `T${times(4, (i) => e(24 + i * 7, 164 - (i % 2) * 3, 2.6, 2))}`];
    return [
      70,
      ...[0, 1, 2, 3].flatMap((i) =>
        at(
          28 + i * 13,
          10 - (i % 2) * 6,
          0.76,
          ...(i % 2 ? ['q M54 46h92v100H54z'] : [`B${r(54, 46, 92, 100, 3)}`]),
        ),
      ),
      ...at(70, 2, 0.76, ...packet),
      'w M36 116h132v52H36z',
      'W M168 116l14-8v52l-14 8z',
      ...motif(name, 102, 142, 0.9),
    ];
  },
  bulbs: bag({ table: BULBS, fallback: 'tulip' }, 'net'),
  'bird-food': bag({ table: FEED, fallback: 'bird' }, 'feed'),
  'gardening-gloves': {
    'gardening gloves': [
      62,
      ...glove(['a M94 146h52v22H94z', 'd M48 146l40-6 4 24-40 6z', '3a M52 152l36-5'], false),
    ],
    'thorn gauntlets': [
      64,
      ...at(
        14,
        0,
        0.86,
        ...glove(
          [
            'b M88 146h62l10 46H84z',
            'b M44 146l48-6 6 46-62 6z',
            '-2a M88 176h68M40 178l56-4',
            'd M88 146h62v8H88zM44 146l48-6 1 8-48 6z',
          ],
          true,
        ),
      ),
    ],
    'weeding gloves': [
      62,
      ...glove(
        [
          'd M94 146h52v22H94z',
          'd M48 146l40-6 4 24-40 6z',
          `a${times(5, (i) => e(104 + i * 8, 110 + (i % 2) * 8, 2.6))}`,
          `a${times(4, (i) => e(50 + i * 8, 118 + (i % 2) * 8, 2.6))}`,
        ],
        false,
      ),
    ],
    'winter gardening gloves': [
      62,
      ...glove(
        [
          `c${r(90, 142, 60, 28, 12)}`,
          'c M44 146q24-14 48-4 8 14 0 26-24 8-46 4-10-12-2-26z',
          'C M96 160q24 8 48 0v6q-24 6-48 0zM50 164q20 4 38-2v6q-20 4-38 2z',
        ],
        true,
      ),
    ],
  },
  'bird-feeder': {
    'bird feeder': [
      0,
      '3k M100 0V34',
      'b M100 26L156 66H44z',
      'l M40 62h120v9H40z',
      `G${r(62, 71, 76, 62, 2)}`,
      'y M66 96h68v37H66z',
      `T${times(7, (i) => e(74 + i * 9, 104 + (i % 3) * 9, 2.6))}`,
      `B${r(44, 131, 112, 14, 3)}`,
      ...bird(154, 116, 1.1),
    ],
    'window feeder': [
      0,
      'G M10 10H190V190H10z',
      '7c M8 8H192V192H8zM100 8V192',
      'b M40 70L100 44 160 70v10H40z',
      `G${r(48, 80, 104, 52, 2)}`,
      'y M52 108q24-14 48-6t48 0v28H52z',
      'b M42 130H158v14H42z',
      `m${e(62, 62, 7)}${e(138, 62, 7)}`,
      ...bird(84, 112, 1.2),
    ],
    'nest box': [
      0,
      'd M40 62L100 26l64 36-8 10-56-32-52 32z',
      'B M52 62L100 36l48 26v98H52z',
      `k${e(100, 90, 15)}`,
      `3d${e(100, 90, 17)}`,
      '6w M100 122v8',
      'd M52 152h96v8H52z',
      ...bird(152, 118, 1),
    ],
    'bird bath': [
      42,
      `O${lathe(100, '104:9 ~166:36')}`,
      `O${lathe(100, '92:74 )116:16')}`,
      `z${e(100, 92, 74, 13)}`,
      `u${e(100, 93, 64, 9)}`,
      '2h M66 92q12-5 24 0M104 96q14-4 26 0',
      ...bird(124, 74, 1.3),
    ],
    'fat-ball holder': [
      0,
      '3k M100 0V26',
      'b M72 26h56l8 14H64z',
      ...[62, 98, 134].flatMap((y) => [
        `C${e(100, y, 23)}`,
        `W${times(5, (i) => e(86 + i * 7, y - 8 + ((i * 7) % 17), 1.8))}`,
        `s M108 ${y - 20}a23 23 0 0 1 0 40q8-20 0-40z`,
      ]),
      `2d${times(5, (i) => `M${72 + i * 14} 40V164`)}`,
      '2d M72 80h56M72 116h56',
      'b M66 158h68v10H66z',
      ...bird(150, 132, 1),
    ],
    'insect hotel': [
      56,
      'd M36 76L100 30l64 46-6 9H42z',
      'B M46 78L100 40l54 38v90H46z',
      'k M56 88h40v34H56zM104 88h40v34h-40zM56 130h88v32H56z',
      `w${times(8, (i) => e(62 + (i % 4) * 9, 97 + Math.floor(i / 4) * 14, 4.4))}`,
      `y${times(10, (i) => e(109 + (i % 5) * 8, 96 + Math.floor(i / 5) * 12, 3.6))}`,
      `o${times(5, (i) => r(60 + i * 17, 134, 13, 24, 2))}`,
      `k${times(5, (i) => e(66.5 + i * 17, 140, 2.4))}${times(5, (i) => e(66.5 + i * 17, 150, 2.4))}`,
      ...motif('bee', 162, 60, 0.6),
    ],
  },
});
