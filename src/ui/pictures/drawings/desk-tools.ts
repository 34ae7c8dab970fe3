import { lathe, mouth } from '../kit/lathe.ts';
import { e, r, times, turn } from '../kit/path.ts';
import type { Layers } from '../kit/path.ts';
import type { Vocabulary } from './drawing.ts';

/** What a pen lies on: a sheet with a line just written. */
const note: Layers = ['c M16 150L40 128H186L166 168H16z', '2M M48 140h70M44 148h50'];
/** A pen that lies, its point to the lower left. */
const penOf = (barrel: Layers): Layers => [...note, ...turn(-32, 100, 120, ...barrel)];
const nib = 'n M34 120l22-8v16z';
/** Pencils of wood, their points upwards. */
const pencil = (x: number, top: number, foot: number, paint: string): Layers => [
  `${paint} M${x - 7} ${foot}V${top + 20}h14v${foot - top - 20}z`,
  `s M${x + 2} ${top + 20}h5v${foot - top - 20}h-5z`,
  `c M${x - 7} ${top + 20}L${x} ${top}l7 20z`,
  `k M${x - 2.5} ${top + 8}L${x} ${top}l2.500 8z`,
];
const PENCILS = ['b', 'a', 'l', 'A', 'd', 'b'] as const;
const lampBase: Layers = [`b${r(58, 158, 84, 10, 5)}`];
/** Light that falls from a shade and fades towards the table. */
const light = (path: string): string => `e${path}`;

export const deskTools = (): Vocabulary => ({
  'fountain-pen': {
    'fountain pen': [
      76,
      ...penOf([
        nib,
        '1.500k M36 120h14',
        'k M54 111h16v18H54z',
        `b${r(68, 108, 118, 24, 10)}`,
        'n M104 107h6v26h-6z',
        '4n M112 112h50',
      ]),
    ],
    'pocket pen': [
      66,
      ...penOf([
        nib,
        'k M54 111h14v18H54z',
        `b${r(66, 106, 78, 28, 13)}`,
        'n M92 105h8v30h-8z',
        `n${e(138, 120, 4)}`,
      ]),
    ],
    'rollerball pen': [
      76,
      ...penOf([
        'm M36 118l20-6v16l-20-6z',
        `b${r(54, 110, 128, 20, 8)}`,
        'n M54 110h8v20h-8zM110 109h5v22h-5z',
        '4m M128 112h46',
      ]),
    ],
    'dip pen': [
      80,
      ...penOf([
        'm M28 120l34-9v18z',
        '1.500k M30 120h20',
        'n M58 111h16v18H58z',
        'b M72 112q30 2 60 6l66 2-66 2q-30 4-60 6z',
      ]),
      `x${r(146, 112, 34, 12, 3)}`,
      `G${r(142, 122, 42, 42, 8)}`,
      `j${r(146, 138, 34, 22, 5)}`,
    ],
    'ballpoint pen': [
      76,
      ...penOf([
        'm M38 119l18-5v12l-18-5z',
        'q M54 112h14v16H54z',
        `b${r(66, 111, 108, 18, 7)}`,
        'm M112 110h6v20h-6zM172 115h12v10h-12z',
        '4m M130 112h40',
      ]),
    ],
  },
  pencils: {
    'set of six pencils': [
      58,
      ...PENCILS.flatMap((paint, i) => pencil(58 + i * 17, 36 + (i % 2) * 5, 168, paint)),
      'q M48 108h104v18H48z',
      's M48 122h104v4H48z',
      'A M94 104h14v26H94z',
    ],
    'box of twelve pencils': [
      74,
      ...Array.from({ length: 12 }, (_, i) =>
        pencil(38 + i * 11.3, 62 + (i % 2) * 4, 130, PENCILS[i % 6] ?? 'b'),
      ).flat(),
      'w M26 112h148v56H26z',
      's M26 160h148v8H26z',
      'q M62 126h76v26H62z',
      '2p M74 135h52M82 144h36',
    ],
    "carpenter's pencil": [
      76,
      ...note,
      ...turn(
        -28,
        100,
        130,
        'b M60 114h126v24H60z',
        'h M60 116h126v5H60z',
        'd M60 131h126v7H60z',
        'c M60 114L24 124v4l36 10z',
        'k M36 120l-14 4v4l14 4z',
        'q M160 114h14v24h-14z',
      ),
      'y M24 164q-8-10 4-12t6 8',
    ],
    'clutch pencil': [
      76,
      ...penOf([
        'k M26 120l10-2v4z',
        'm M34 117l24-6v18l-24-6z',
        `b${r(56, 109, 116, 22, 6)}`,
        `2d${times(6, (i) => `M${62 + i * 5} 110v20`)}`,
        'n M150 108h6v24h-6z',
        'm M170 113h14v14h-14z',
        '4n M120 111h28',
      ]),
    ],
    'drawing pencils': [
      60,
      ...turn(-12, 90, 168, ...pencil(70, 40, 160, 'b')),
      ...turn(-3, 96, 168, ...pencil(90, 28, 160, 'k')),
      ...turn(6, 104, 168, ...pencil(110, 34, 160, 'b')),
      ...turn(14, 110, 168, ...pencil(128, 44, 160, 'a')),
      `O${lathe(100, '112:38 168:34')}`,
      ...mouth(100, 112, 38, 4).slice(0, 1),
      'q M63 132q37 12 74 0l-1 10q-36 12-72 0z',
    ],
    'pencil and rubber set': [
      68,
      ...pencil(64, 34, 168, 'b'),
      ...pencil(84, 28, 168, 'a'),
      ...pencil(104, 36, 168, 'l'),
      'q M54 120h60v14H54z',
      `i${r(124, 138, 52, 30, 5)}`,
      'v M124 138h24v30h-19q-5 0-5-5z',
      's M124 160h52v3q0 5-5 5h-42q-5 0-5-5z',
    ],
  },
  'desk-lamp': {
    'desk lamp': [
      48,
      ...lampBase,
      '6d M100 160L66 100 108 52',
      `n${e(66, 100, 6)}`,
      light(' M92 78L160 92 156 150q-36 8-76-4z'),
      'B M98 42q22-14 46 8 14 14 20 46L88 76q-2-24 10-34z',
      `l${e(126, 87, 39, 8)}`,
      `n${e(108, 48, 5)}`,
    ],
    "banker's lamp": [
      50,
      `n${r(60, 158, 80, 10, 5)}`,
      'n M95 84h10v76H95z',
      light(' M38 84H162L176 150H24z'),
      'B M36 84q0-40 24-40h80q24 0 24 40z',
      'h M46 78q2-26 16-28h20v5q-22 0-26 24z',
      `n${e(100, 42, 7)}`,
      '2n M132 84v22',
      `n${e(132, 110, 3)}`,
    ],
    'clamp lamp': [
      60,
      'w M8 150h184v18H8z',
      'x M44 132h30v14H44zM48 146h8v30h-8z',
      '6d M60 132L52 84 112 54',
      `n${e(52, 84, 6)}`,
      light(' M96 78L166 84 160 150H84z'),
      'B M104 44q22-12 44 8 14 14 20 34L94 76q-2-22 10-32z',
      `n${e(112, 50, 5)}`,
    ],
    'study lamp': [
      48,
      ...lampBase,
      '7b M100 160V70q0-34 30-34',
      light(' M108 70H176L190 150H94z'),
      'B M104 72Q106 34 140 32q34 4 38 40z',
      'd M104 70h74v7h-74z',
      `n${e(100, 150, 5)}`,
    ],
  },
});
