import { motif } from '../kit/motifs/index.ts';
import { at, e, placed, r, times, turn } from '../kit/path.ts';
import type { Layers } from '../kit/path.ts';
import { motifOf } from './packages.ts';
import type { Contents } from './packages.ts';
import type { Sitter, Vocabulary } from './drawing.ts';

const CARDS: Contents = [
  ['hedgehog', 'hedgehog'],
  ['poppy', 'poppy'],
  ['fern', 'fern'],
  ['thank', 'heart'],
  ['winter bird', 'wildbird'],
  ['home', 'house'],
  ['baby', 'baby'],
  ['boat', 'boat'],
  ['bee', 'bee'],
  ['sympathy', 'sprig'],
  ['kettle', 'kettle'],
  ['moon', 'moon'],
];

const envelope = (x: number, y: number, paint: string): Layers => [
  `${paint}${r(x, y, 84, 54, 3)}`,
  `s M${x} ${y}l42 30 42-30v5l-42 30-42-30z`,
  `h M${x + 2} ${y + 1}h80l-40 28z`,
];
const sheet = (x: number, y: number, w: number, h: number): Layers => [
  `i${r(x, y, w, h, 1)}`,
  `2C M${x + 10} ${y + 16}h${w - 20}M${x + 10} ${y + 28}h${w - 20}M${x + 10} ${y + 40}h${w - 34}`,
];
const stamp = (x: number, y: number, name: string): Layers => [
  `i${r(x, y, 22, 26, 1)}`,
  ...motif(name, x + 11, y + 13, 0.5),
];

const openCard = (name: string): Layers => [
  'C M112 66l44 10v92h-44z',
  `i M44 60l68 6v102H44z`,
  `p M50 67l56 5v90H50z`,
  `c${e(78, 116, 26, 32)}`,
  ...motif(name, 78, 116, 1.05),
];
const roll = (x: number, y: number, h: number, paint: string, turned: number): Layers =>
  turn(
    turned,
    x,
    y + h / 2,
    `${paint}${r(x - 15, y, 30, h, 2)}`,
    `l${e(x, y, 15, 6)}`,
    `D${e(x, y, 7, 3)}`,
    `s M${x + 6} ${y}h9v${h}h-9z`,
  );
const bow = (x: number, y: number): Layers => [
  `q M${x} ${y}q-20-18-24-4t24 4q20-18 24-4t-24 4z`,
  `A${e(x, y, 4)}`,
];

export const deskLetters = (): Vocabulary => ({
  'writing-paper': {
    'writing paper': [
      76,
      ...turn(-6, 100, 140, ...sheet(36, 50, 86, 112)),
      ...turn(
        4,
        100,
        140,
        'B M44 56h92v112H44z',
        'c M52 64h76v96H52z',
        '2C M62 80h56M62 92h56M62 104h56M62 116h40',
      ),
      '5k M146 150L182 84',
      'n M146 150l2-12 6 4z',
    ],
    'letter set': [
      76,
      ...turn(-7, 80, 120, ...sheet(30, 36, 80, 110)),
      ...at(0, 8, 1, ...envelope(66, 92, 'B'), `v${e(108, 122, 8)}`),
      ...turn(8, 130, 150, ...envelope(88, 112, 'l')),
    ],
    'set of envelopes': [
      74,
      ...turn(-8, 100, 120, ...envelope(52, 60, 'd')),
      ...turn(4, 100, 120, ...envelope(60, 84, 'l')),
      ...envelope(54, 114, 'B'),
      `q${e(96, 144, 7)}`,
    ],
    'airmail pad': [
      60,
      ...turn(
        4,
        100,
        168,
        `d${r(50, 44, 104, 124, 2)}`,
        `B${r(46, 40, 104, 124, 2)}`,
        'i M56 64h84v92H56z',
        '2C M64 88h66M64 100h66M64 112h66M64 124h44',
        `v${times(7, (i) => `M${48 + i * 15} 42h8l-4 9h-8z`)}`,
        `u${times(7, (i) => `M${56 + i * 15} 42h7l-4 9h-8z`)}`,
        ...stamp(116, 64, 'bird'),
      ),
    ],
    'set of postcards': [
      80,
      ...turn(
        -12,
        100,
        130,
        `c${r(44, 56, 104, 70, 2)}`,
        `u${r(50, 62, 92, 58, 1)}`,
        ...motif('harbour', 96, 94, 1.2),
      ),
      ...turn(
        5,
        100,
        140,
        `i${r(50, 92, 108, 72, 2)}`,
        'p M50 92h108v6H50z',
        '2C M62 116h40M62 128h40M62 140h30',
        '2C M108 104v50',
        ...stamp(128, 104, 'moon'),
        '2k M118 142h30M118 152h22',
      ),
    ],
  },
  'greeting-cards': (s: Sitter) => {
    const name = motifOf({ table: CARDS, fallback: 'heart' }, s.form);
    if (s.pieces < 8) return [66, ...turn(-8, 140, 150, ...envelope(96, 112, 'd')), ...openCard(name)];
    return [
      70,
      ...[0, 1, 2, 3].map((i) => `${i % 2 ? 'c' : 'q'} M${62 + i * 6} ${52 - i * 5}h72v90h-72z`),
      `i M58 64h76v92H58z`,
      ...motif(name, 96, 104, 1.3),
      'B M40 116H160V168H40z',
      'd M160 116l14-10v50l-14 12z',
      `c${r(62, 128, 76, 28, 3)}`,
      ...motif(name, 80, 142, 0.55),
      '2p M94 138h34M94 147h24',
    ];
  },
  'wrapping-paper': {
    'wrapping paper': [
      64,
      ...roll(74, 34, 130, 'B', -8),
      ...roll(112, 44, 124, 'q', 5),
      ...roll(92, 52, 116, 'B', 0),
      '4a M78 118h30',
    ],
    'paper and string set': [
      68,
      ...roll(70, 44, 122, 'B', -6),
      '2.500o M150 160Q176 172 190 158',
      `c${e(128, 138, 30)}`,
      '2.500o M100 132Q124 106 152 122M99 142Q126 112 157 132M102 152Q130 122 158 144M108 160Q134 134 154 154',
      '2C M112 114Q104 140 122 167M122 109Q112 138 134 167M136 109Q122 136 146 162',
    ],
    'tissue paper': [
      78,
      'd M22 150L58 116H184L150 168H22z',
      ...[0, 1, 2, 3].flatMap((i) => [
        `${['d', 'l', 'q', 'B'][i]} M${20 + i} ${156 - i * 9}L${56 + i} ${118 - i * 9}H${182 - i}L${148 - i} ${156 - i * 9}z`,
        `${['D', 'd', 'A', 'd'][i]} M${20 + i} ${156 - i * 9}H${148 - i}v7H${20 + i}z`,
      ]),
      'l M145 129L179 91Q164 82 154 58 134 84 116 98z',
      's M145 129L116 98q16 0 26 4 8 12 3 27z',
      'A M72 129L106 91h14L86 129z',
      'A M72 129H86v38H72z',
      ...bow(92, 108),
    ],
    'gift bags': [
      72,
      ...placed(
        140,
        156,
        0.8,
        168,
        '5d M76 66q4-30 24-30t24 30',
        'q M54 66h92v102H54z',
        's M118 66h28v102h-18z',
        `c${e(96, 116, 18)}`,
      ),
      ...placed(
        78,
        168,
        1,
        168,
        '5a M76 58q4-34 24-34t24 34',
        'B M52 58h96v110H52z',
        's M120 58h28v110h-20z',
        'd M52 58h96v8H52z',
        `c${r(74, 84, 44, 34, 3)}`,
        ...motif('stars', 96, 102, 0.8),
      ),
    ],
    'gift tags': [
      0,
      ...[-22, 0, 22].flatMap((turned, i) =>
        turn(
          turned,
          100,
          20,
          '2c M100 10V52',
          `${['d', 'q', 'B'][i]} M78 74L100 48l22 26v98H78z`,
          `c${e(100, 70, 5)}`,
          `c${r(84, 92, 32, 66, 3)}`,
          ...motif(['leaf', 'heart', 'moon'][i] ?? 'leaf', 100, 124, 0.75),
        ),
      ),
    ],
  },
});
