import { lathe, mouth } from '../kit/lathe.ts';
import { at, e, placed, r, times } from '../kit/path.ts';
import type { Layers } from '../kit/path.ts';
import type { Sitter, Still, Vocabulary } from './drawing.ts';

/** Where the pieces of a set stand, at the far side first: middle, foot, scale. */
const PLACES: Readonly<Record<number, readonly (readonly [number, number, number])[]>> = {
  2: [
    [70, 158, 0.92],
    [132, 168, 1],
  ],
  4: [
    [74, 142, 0.66],
    [138, 142, 0.66],
    [52, 168, 0.76],
    [118, 168, 0.76],
  ],
  6: [
    [52, 138, 0.58],
    [100, 138, 0.58],
    [148, 138, 0.58],
    [52, 168, 0.66],
    [100, 168, 0.66],
    [148, 168, 0.66],
  ],
};

/** As many as are in the set, each with a little shadow of its own. */
const setOf =
  (glass: Layers, cast: number) =>
  ({ pieces }: Sitter): Still => {
    const places = PLACES[pieces];
    if (!places) return [cast, ...glass];
    return [
      pieces === 2 ? 58 : 72,
      ...places.flatMap(([x, y, scale]) => [
        `s${e(x + 6, y, cast * scale, 4)}`,
        ...placed(x, y, scale, 168, ...glass),
      ]),
    ];
  };

const tumbler: Layers = [
  `b${lathe(100, '72:36 168:30')}`,
  `u${lathe(100, '112:33 162:29')}`,
  `h${e(100, 112, 33, 5)}`,
  ...mouth(100, 72, 36, 3),
  'h M76 82l4 74h7l-2-74z',
];
const goblet: Layers = [
  `b${e(100, 164, 30, 6)}`,
  'h M97 116h6l2 46H95z',
  `j${lathe(100, '74:29 )118:3')}`,
  `b${lathe(100, '34:27 ~66:31 )120:4')}`,
  ...mouth(100, 34, 27, 2),
  'h M78 48q-4 26 6 46l5-2q-8-20-4-44z',
];
const highball: Layers = [
  `b${lathe(100, '34:26 168:24')}`,
  `y${lathe(100, '62:24 164:23')}`,
  'h M82 80l16-4 4 15-16 5zM104 98l13-7 6 13-13 7zM84 112l14 3-3 14-14-3z',
  '3w M112 60L126 8',
  'f M86 58q-10-14 2-24 12 8 6 24z',
  ...mouth(100, 34, 26, 2),
  'h M80 44l1 116h6l-1-116z',
];
const coupe: Layers = [
  `b${e(100, 164, 30, 6)}`,
  'h M97 98h6l2 64H95z',
  `y${lathe(100, '70:42 )98:4')}`,
  `b${lathe(100, '58:48 )100:4')}`,
  ...mouth(100, 58, 48, 2),
  'h M60 66q8 18 24 26l3-4q-14-8-20-24z',
];
const ribbed: Layers = [
  `b${lathe(100, '70:35 168:29')}`,
  `2h${times(8, (i) => `M${68 + i * 9} 92l${2 - i * 0.5} 72`)}`,
  `2d${times(8, (i) => `M${71 + i * 9} 92l${2 - i * 0.5} 72`)}`,
  ...mouth(100, 70, 35, 3),
];
const stacked: Layers = [
  `b${lathe(100, '92:36 )108:36 168:28')}`,
  `b${lathe(100, '48:36 )64:36 120:28')}`,
  ...mouth(100, 48, 36, 3),
  'h M76 60l4 50h6l-2-50zM76 116l3 46h6l-2-46z',
];

export const tableGlass = (): Vocabulary => ({
  'drinking-glass': {
    tumbler: setOf(tumbler, 34),
    'wine goblet': setOf(goblet, 32),
    highball: setOf(highball, 28),
    'stacking tumbler': setOf(stacked, 34),
    'ribbed tumbler': setOf(ribbed, 34),
    coupe: setOf(coupe, 40),
  },
  carafe: {
    carafe: [
      44,
      `u${lathe(100, '118:45 )166:40')}`,
      `O${lathe(100, '36:18 ~72:16 (126:48 )168:40')}`,
      ...mouth(100, 36, 19, 3, 0.24),
      `h M62 120q2-22 22-34l3 5q-16 10-17 30z`,
    ],
    'bedside carafe': [
      40,
      `u${lathe(100, '120:40 )166:36')}`,
      `O${lathe(100, '64:18 ~90:16 (124:42 )168:38')}`,
      `G${lathe(100, '30:22 66:20')}`,
      `h${e(100, 30, 22, 4)}`,
      'h M84 36h5v26h-5zM66 120q2-14 12-20l3 4q-8 6-8 16z',
    ],
    decanter: [
      58,
      `v${lathe(100, '140:62 )166:48')}`,
      `O${lathe(100, '34:15 ~90:13 (146:64 )168:48')}`,
      ...mouth(100, 34, 20, 3, 0.24),
      'h M48 140q8-22 36-40l3 5q-24 14-32 36z',
    ],
    'oil carafe': [
      38,
      '5m M112 40q20-6 24-20',
      `w${r(90, 34, 20, 20, 4)}`,
      `y${lathe(100, '96:34 )166:38')}`,
      `O${lathe(100, '52:11 ~78:12 (112:40 ~168:38')}`,
      'F M74 152q-4-30 10-48 6 26-2 48z',
      'h M66 112q2-16 16-24l3 5q-10 6-12 20z',
    ],
  },
  'cake-stand': {
    'cake stand': [
      40,
      `O${lathe(100, '122:12 ~166:38')}`,
      'c M50 112V78q50-16 100 0v34z',
      'v M50 92q50 10 100 0v7q-50 10-100 0z',
      'j M50 78q50-16 100 0v7q-8 12-18 0-10 14-20 0-10 14-22 0-10 12-20 0-10 10-20-1z',
      ...[70, 100, 130].map((x) => `v${e(x, 70, 6)}`),
      `B${e(100, 116, 76, 11)}`,
      'd M24 116q6 12 76 12t76-12q0 14-76 15-76-1-76-15z',
    ],
    'footed fruit stand': [
      42,
      `o${e(76, 84, 20)}`,
      `v${e(122, 84, 20)}`,
      `y${e(100, 74, 20)}`,
      'f M104 56q8-12 20-8-4 12-20 8z',
      `O${lathe(100, '94:72 )132:14 ~166:40')}`,
      'z M28 94q72 16 144 0v4q-72 18-144 0z',
    ],
    'domed cake stand': [
      40,
      `O${lathe(100, '130:12 ~166:38')}`,
      'o M58 120V92q42-12 84 0v28z',
      'c M58 92q42-12 84 0v6q-10 10-22 0-12 10-22 0-10 10-20 0-10 8-20 0z',
      `B${e(100, 124, 74, 10)}`,
      'd M26 124q6 10 74 11t74-11q0 13-74 14-74-1-74-14z',
      'G M42 122V84q0-46 58-46t58 46v38q-58 10-116 0z',
      'h M54 112V84q2-26 26-36l3 6q-19 8-20 32v26z',
      `b${e(100, 32, 7, 8)}`,
    ],
    'two-tier stand': [
      46,
      `b${r(96, 34, 8, 128, 3)}`,
      `5n M100 34a9 9 0 1 1 .100 0`,
      `O${lathe(100, '150:14 ~166:42')}`,
      `B${e(100, 144, 78, 11)}`,
      'd M22 144q6 12 78 12t78-12q0 14-78 15-78-1-78-15z',
      ...[54, 84, 120, 148].map((x, i) => `${i % 2 ? 'v' : 'y'}M${x - 14} 140q0-18 14-18t14 18q-14 6-28 0z`),
      `B${e(100, 88, 50, 8)}`,
      'd M50 88q4 8 50 9t50-9q0 11-50 11t-50-11z',
      ...[72, 126].map((x, i) => `${i % 2 ? 'c' : 'o'}M${x - 14} 86q0-20 14-20t14 20q-14 5-28 0z`),
      ...at(0, 0, 1, `v${e(72, 64, 4)}`, `v${e(126, 64, 4)}`),
    ],
  },
});
