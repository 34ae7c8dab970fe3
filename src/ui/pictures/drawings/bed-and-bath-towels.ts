import { e, r, times } from '../kit/path.ts';
import type { Layers } from '../kit/path.ts';
import type { Vocabulary } from './drawing.ts';

/** A folded cloth from its front: a rounded edge with its fold to the left. */
const fold = (y: number, h: number, paint: string, x = 34, w = 132): Layers => [
  `${paint} M${x + h / 2} ${y}h${w - h}q${h / 2} 0 ${h / 2} ${h / 2}t${-h / 2} ${h / 2}H${x + h / 2}q${-h / 2} 0 ${-h / 2} ${-h / 2}t${h / 2} ${-h / 2}z`,
  `s M${x + h / 2} ${y + h - 4}h${w - h}v4h${h - w}z`,
];
const fringe = (y: number, x = 36, count = 16, paint = 'a'): string =>
  `3${paint}${times(count, (i) => `M${x + i * 8.2} ${y}v9`)}`;
const rail: Layers = ['5w M22 36H178', `W${e(22, 36, 7)}${e(178, 36, 7)}`];

export const bedAndBathTowels = (): Vocabulary => ({
  towel: {
    'hand towel': [
      0,
      `4m${e(100, 46, 32)}`,
      `m${e(100, 14, 8)}`,
      'B M62 62q38 16 76 0l6 108q-44 10-88 0z',
      's M80 70q6 50 0 102h-9q6-50 0-102zM120 70q-6 50 0 102h9q-6-50 0-102z',
      'a M57 146q43 9 86 0v7q-43 9-86 0z',
    ],
    'bath towel': [
      0,
      ...rail,
      'B M46 32H154V166q-27 6-54 0t-54 0z',
      'd M46 32h108v8H46z',
      'a M46 140q27 6 54 0t54 0v9q-27 6-54 0t-54 0z',
      's M82 42q5 60 0 124h-9q5-62 0-124z',
    ],
    'bath sheet': [
      0,
      ...rail,
      'd M112 38h56v108h-56z',
      'B M30 32H122V178q-23 6-46 0t-46 0z',
      'a M30 152q23 6 46 0t46 0v8q-23 6-46 0t-46 0zM122 120h46v7h-46z',
      's M60 42q5 60 0 136h-9q5-72 0-136z',
      'd M30 32h138v7H30z',
    ],
    'hammam towel': [
      0,
      `w${e(100, 26, 9)}`,
      'B M74 26Q100 40 126 26l20 132q-46 12-92 0z',
      '4a M58 132q42 12 84 0M56 144q44 12 88 0',
      `2c${times(14, (i) => `M${56 + i * 6.8} 161v13`)}`,
      's M92 36q-6 70-20 126h-9q18-70 24-126zM110 36q4 70 14 126h8q-12-66-16-126z',
    ],
    'set of three towels': [
      68,
      ...fold(136, 32, 'B'),
      ...fold(106, 30, 'l'),
      ...fold(78, 28, 'B'),
      'a M128 78h9v28h-9zM128 136h9v32h-9z',
      `c${r(86, 60, 40, 18, 8)}`,
    ],
  },
  'bath-mat': {
    'bath mat': [
      -1,
      'B M40 112H160L188 176H12z',
      '3d M48 120H152L174 168H26z',
      fringe(176, 16, 21),
      'c M62 120q0-10 14-10t12 10-12 10-14-10zM112 120q0-10 14-10t12 10-12 10-14-10z',
    ],
    'duckboard mat': [
      -1,
      `b${times(6, (i) => `M${38 - i * 5} ${104 + i * 13}h${124 + i * 10}l2 9H${36 - i * 5}z`)}`,
      'd M54 100h8l-16 82H34zM138 100h8l20 82h-12z',
    ],
    'round bath mat': [
      -1,
      `B${e(100, 140, 88, 38)}`,
      `4a${e(100, 140, 76, 31)}`,
      `3d${e(100, 140, 56, 22)}${e(100, 140, 34, 13)}`,
      `q${e(100, 140, 14, 5)}`,
      'c M150 104q2-14 16-12 12 4 8 16z',
    ],
  },
  'dressing-gown': {
    'dressing gown': [
      0,
      '4w M100 12v14',
      'd M80 40L100 92l20-52 6 6-18 60H92L74 46z',
      'B M76 36L98 94v80H54V100l-16 48-20-8Q34 60 76 36z',
      'B M124 36L102 94v80h44V100l16 48 20-8Q166 60 124 36z',
      'q M52 104h96v13H52z',
      '6q M104 116l8 38M98 116l-8 36',
      `b${r(58, 126, 24, 24, 3)}`,
    ],
    'hooded robe': [
      0,
      '4w M100 6v12',
      'd M68 56q-2-42 32-42t32 42l-32 14z',
      'D M78 54q0-26 22-28 22 2 22 28l-22 14z',
      'B M72 46L98 92v82H54V104l-16 46-20-8Q32 68 72 46z',
      'B M128 46L102 92v82h44V104l16 46 20-8Q168 68 128 46z',
      'q M52 110h96v11H52z',
      '5q M104 120l6 32M98 120l-6 30',
    ],
    'short robe': [
      0,
      '4w M100 20v16',
      'D M76 46h48v60H76z',
      'B M76 44Q46 54 20 100l24 16 14-20v64h46V106z',
      'B M124 44Q154 54 180 100l-24 16-14-20v64H96V106z',
      'q M76 42L108 108l-10 8L68 48zM124 42L92 108l10 8L132 48z',
      'q M58 108h84v12H58zM58 153h84v7H58z',
      '5q M96 116l-6 28M100 116l8 30',
      'A M92 106h14v16H92z',
    ],
    'quilted robe': [
      0,
      '4w M100 12v14',
      'B M76 36L98 94v80H54V100l-16 48-20-8Q34 60 76 36z',
      'B M124 36L102 94v80h44V100l16 48 20-8Q166 60 124 36z',
      `1.500d${times(7, (i) => `M${30 + i * 4} ${84 + i * 14}l60 10M${170 - i * 4} ${84 + i * 14}l-60 10`)}`,
      'q M78 34L100 92l22-58 8 6-26 66h-8L70 40z',
      'q M53 106h94v12H53z',
      '5q M104 116l7 36',
    ],
  },
});
