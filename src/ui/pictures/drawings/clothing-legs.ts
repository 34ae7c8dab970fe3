import { at, e, placed, r, times } from '../kit/path.ts';
import type { Layers } from '../kit/path.ts';
import type { Vocabulary } from './drawing.ts';

const RAIL: Layers = ['6w M44 36H156', '4W M100 36q-2-20 8-20t6 10'];
const TROUSERS = 'B M64 38H136L148 176q-19 4-38 0L100 88 90 176q-19 4-38 0z';
/** A sock that hangs by its cuff, the toe to the right. */
const sock = (cuff: number): Layers => [
  'B M40 34h44v78q0 8 8 14l22 16q10 10 2 20t-22 6l-42-18q-12-6-12-20z',
  `d M40 34h44v${cuff}H40z`,
  'd M84 150q14-16 34-8 8 12-4 22-12 6-30-14z',
  'd M52 130q-2 14 8 20l-8-2q-10-4-12-14z',
  `1.500D${times(6, (i) => `M${44 + i * 7.4} 36v${cuff - 4}`)}`,
];
const line: Layers = ['2k M0 32Q100 44 200 32'];
const clip = (x: number, y: number): string => `w M${x - 3} ${y}h6v20h-6z`;
/** Both socks of a pair under one peg at `x`, the one behind in the shade. */
const pair = (x: number, paint: string): Layers => {
  const one = sock(20).map((layer) =>
    paint === 'q' && typeof layer === 'string'
      ? layer.replace(/^B/, 'q').replace(/^d/, 'A').replace('D', 'a')
      : typeof layer === 'string'
        ? layer.replace(/^B/, paint)
        : layer,
  );
  return [
    ...at(
      x - 18,
      13,
      [0.5, 0.76],
      ...one,
      's M40 34h44v78q0 8 8 14l22 16q10 10 2 20t-22 6l-42-18q-12-6-12-20z',
    ),
    ...at(x - 34, 18, [0.5, 0.76], ...one),
    clip(x, 32),
  ];
};
const pegged = (cuff: number): Layers => [
  ...line,
  ...at(-18, 12, 0.92, ...sock(cuff)),
  ...at(70, 14, 0.92, ...sock(cuff)),
  clip(40, 32),
  clip(128, 34),
];
const welly = (top: number, dx: number, trim: Layers): Layers => [
  `B M${34 + dx} ${top}h40v${124 - top}q0 8 10 10 28 4 28 24v10H${34 + dx}z`,
  `D M${32 + dx} 156h82v12H${32 + dx}z`,
  `d M${34 + dx} ${top}h40v10H${34 + dx}z`,
  `h M${42 + dx} ${top + 14}v${128 - top}h5v${top - 128}z`,
  ...trim,
];

export const clothingLegs = (): Vocabulary => ({
  trousers: {
    'work trousers': [
      0,
      ...RAIL,
      TROUSERS,
      'd M64 38h72l1 11H63z',
      '2d M100 50v38',
      `b M66 54h16v22q-10 4-18-6zM134 54h-16v22q10 4 18-6z`,
      '-1.500a M64 54q2 16 18 22M136 54q-2 16-18 22M56 120h32M112 120h32',
      `b${r(58, 98, 28, 26, 2)}${r(114, 98, 28, 26, 2)}`,
      `n${e(100, 44, 3)}`,
    ],
    dungarees: [
      0,
      '4w M100 6v14',
      '9b M78 22L70 74M122 22l8 52',
      'B M70 64H130V96H70z',
      'B M58 94H142L148 178q-19 4-36 0L100 122 88 178q-17 4-36 0z',
      'd M58 94h84v8H58z',
      `b${r(82, 70, 36, 22, 3)}`,
      '-1.500a M84 74h32',
      `n${r(68, 62, 11, 9, 2)}${r(121, 62, 11, 9, 2)}${e(62, 98, 2.4)}${e(138, 98, 2.4)}`,
    ],
    'drawstring trousers': [
      0,
      ...RAIL,
      TROUSERS,
      'd M64 38h72l1 14H63z',
      `1.500D${times(10, (i) => `M${68 + i * 7} 40v10`)}`,
      '3c M96 46q-6 18-2 34M104 46q8 16 4 36',
      'd M53 166q19 4 37 0v11q-18 3-38 0zM110 166q19 4 37 0l1 11q-20 3-38 0z',
    ],
    'pleated trousers': [
      0,
      ...RAIL,
      'B M64 38H136L156 176q-22 4-42 0L100 88 86 176q-20 4-42 0z',
      'd M64 38h72l1 10H63z',
      '2d M100 48v40M80 50l-8 120M120 50l8 120M88 50l-2 34M112 50l2 34',
      'q M60 38h80v8H60z',
      `n${r(94, 36, 12, 12, 2)}`,
    ],
    culottes: [
      0,
      ...RAIL,
      'B M64 38H136L166 140q-30 8-58 2L100 92l-8 50q-28 6-58-2z',
      'd M64 38h72l1 11H63z',
      '2d M100 50v42M82 50L62 142M118 50l20 92M72 50L46 140M128 50l26 90',
      '3a M34 138q30 6 58-1M166 138q-30 6-58-1',
    ],
  },
  pyjamas: {
    pyjamas: [
      66,
      'd M42 134h116q12 0 12 17t-12 17H42q-12 0-12-17t12-17z',
      'B M46 98h108q14 0 14 18t-14 18H46q-14 0-14-18t14-18z',
      'B M54 60q46-14 92 0 12 12 12 40-58 8-116 0 0-28 12-40z',
      'd M78 56l22 18 22-18 8 4-30 28-30-28z',
      '2a M100 82v18',
      `c${e(100, 90, 3)}`,
      '3a M32 134h136M36 152h128',
    ],
    nightshirt: [
      0,
      '4w M100 18v12',
      'B M72 42q28 14 56 0l30 16 18 62-20 8-22-36 12 80q-46 10-92 0l12-80-22 36-20-8 18-62z',
      'd M72 40l28 18-12 14-22-24zM128 40l-28 18 12 14 22-24z',
      '2d M100 58v44',
      `c${e(100, 74, 3)}${e(100, 92, 3)}`,
      '3a M55 168q45 10 90 0',
    ],
    'pyjama trousers': [
      0,
      ...RAIL,
      TROUSERS,
      'd M64 38h72l1 12H63z',
      `1.500D${times(10, (i) => `M${68 + i * 7} 40v8`)}`,
      '3c M97 44q-10 12-4 26M103 44q10 10 6 28',
      'q M53 166q19 4 37 0v11q-18 3-38 0zM110 166q19 4 37 0l1 11q-20 3-38 0z',
    ],
    'short pyjamas': [
      0,
      '4w M100 8v12',
      'B M72 28q28 14 56 0l28 16 14 34-20 12-14-18v40q-36 6-72 0V72l-14 18-20-12 14-34z',
      'd M72 26l28 18-12 14-22-24zM128 26l-28 18 12 14 22-24z',
      `c${e(100, 62, 3)}${e(100, 80, 3)}${e(100, 98, 3)}`,
      'B M62 124h76l10 48q-22 6-42 0l-6-24-6 24q-20 6-42 0z',
      'd M62 122h76v9H62z',
      '3a M53 170q20 6 40 0M107 170q20 6 40 0',
    ],
  },
  socks: {
    'walking socks': [0, ...pegged(20)],
    'everyday socks': [
      0,
      ...line,
      ...at(-12, 24, 0.84, ...sock(10)),
      ...at(74, 26, 0.84, ...sock(10)),
      clip(42, 34),
      clip(126, 34),
    ],
    'boot socks': [0, ...pegged(34), 'q M20 92h40v7H20zM107 94h40v7h-40z'],
    'bed socks': [
      0,
      ...line,
      ...at(-16, 16, 0.9, ...sock(22), `c${r(36, 30, 52, 16, 8)}`, `q${e(60, 92, 8)}`),
      ...at(70, 18, 0.9, ...sock(22), `c${r(36, 30, 52, 16, 8)}`, `q${e(60, 92, 8)}`),
      clip(40, 30),
      clip(128, 32),
    ],
    'set of three pairs of socks': [
      0,
      ...line,
      ...['B', 'q', 'l'].flatMap((paint, i) => pair(32 + i * 60, paint)),
    ],
  },
  wellies: {
    wellies: [66, ...welly(36, 78, []), ...welly(44, 0, [`3a${r(56, 62, 10, 14, 2)}`])],
    'ankle wellies': [
      70,
      ...[86, 2].flatMap((dx) =>
        at(
          dx,
          13.4,
          0.92,
          'B M24 84Q50 76 70 84l2 36q2 12 22 14 18 4 18 22H24z',
          'd M22 84Q48 74 72 84l1 10Q48 86 22 94z',
          'D M52 94h16l2 24q-12 6-16-4z',
          '6a M48 78q-8-16 4-16t6 14',
          'D M20 154h94v14H66l-2-5H46l-2 5H20z',
          'h M30 98h4v52h-4z',
        ),
      ),
    ],
    'garden clogs': [
      76,
      ...placed(
        128,
        150,
        0.86,
        168,
        'b M20 130q-2 36 12 36h128q18-4 12-24-30-22-66-24-14-14-40-10z',
        'D M26 158h148q2 10-8 10H34z',
      ),
      'B M12 134q-4 34 10 34h128q22-4 14-26-30-22-66-24-14-12-40-8-34 2-46 24z',
      'D M14 158h152q2 10-8 10H24q-8-2-10-10z',
      'D M26 132q14-14 46-14 18 4 24 14-30 10-70 0z',
      `s${times(4, (i) => e(116 + i * 12, 134 + i * 2.5, 3))}`,
    ],
    'lined wellies': [
      66,
      ...welly(50, 78, [`C${r(108, 34, 48, 20, 9)}`]),
      ...welly(56, 0, [`c${r(28, 40, 52, 22, 10)}`, 'C M32 56q22 8 44 0v5q-22 8-44 0z']),
    ],
  },
});
