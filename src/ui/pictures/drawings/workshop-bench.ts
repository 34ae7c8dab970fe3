import { e, placed, r, times, turn } from '../kit/path.ts';
import type { Layers } from '../kit/path.ts';
import { carton, label, tin } from './packages.ts';
import type { Contents } from './packages.ts';
import type { Sitter, Vocabulary } from './drawing.ts';

const OILS: Contents = [
  ['linseed', 'rapeseed'],
  ['beeswax', 'bee'],
  ['board', 'spoonMotif'],
  ['teak|hard wax', 'nut'],
  ['leather', 'goat'],
  ['soap', 'drop'],
  ['blackening', 'charcoal'],
  ['tung', 'seed'],
];
const ABRASIVES: Contents = [
  ['sponge', 'sponge'],
  ['cloth', 'cloth'],
  ['steel', 'steel'],
  ['paper', 'grit'],
];
const tinOf = { table: OILS, fallback: 'drop2' };
const canTin = tin(tinOf, 'can');
const flatTin = tin(tinOf, 'flat');

/** Sheets of sandpaper that come out of their packet. */
const sheets: Layers = [
  'o M128 150l50-8 6 22-50 6z',
  'W M132 144l48-8 6 20-50 8z',
  `T${times(8, (i) => e(142 + (i % 4) * 11, 146 + Math.floor(i / 4) * 8 - (i % 4) * 1.5, 1))}`,
];
const abrasives = carton({ table: ABRASIVES, fallback: 'grit' }, sheets);

const knifeHandle = (path: string): Layers => [`w${path}`];
const shavings: Layers = [
  '3y M30 160q-10-10 0-14t8 6-8 4M168 164q12-6 6-14t-10 2 6 6',
  'y M52 164l10-4 4 4z',
];
const open = (left: Layers, right: Layers, joint = 96): Layers => [
  ...left,
  ...right,
  `n${e(100, joint, 8)}`,
  `N${e(100, joint, 3)}`,
];

export const WORKSHOP_BENCH: Vocabulary = {
  'tape-measure': {
    'tape measure': [
      66,
      'y M128 152H192v10h-64z',
      '2k M140 152v6M150 152v4M160 152v6M170 152v4M180 152v6',
      'm M190 150h5v18h-5z',
      'B M40 74q0-24 24-24h48q38 0 38 40v68q0 10-10 10H50q-10 0-10-10z',
      `d${e(92, 110, 38)}`,
      `q${e(92, 110, 29)}`,
      `n${e(92, 110, 7)}`,
      '-1.500c M48 158h94',
    ],
    'folding rule': [
      0,
      'b M24 150L60 34l16 6-36 116zM60 40l12-10 64 104-14 8zM118 136L150 30l16 4-32 108z',
      `2k${times(8, (i) => `M${34 + i * 4.5} ${136 - i * 14}l7 2`)}${times(7, (i) => `M${74 + i * 7.5} ${46 + i * 12}l7-4`)}${times(7, (i) => `M${128 + i * 4} ${124 - i * 13}l7 2`)}`,
      `n${e(68, 38, 7)}${e(127, 136, 7)}`,
    ],
    'try square': [
      0,
      'b M66 30h108v22H66z',
      `2k${times(12, (i) => `M${84 + i * 7} 52v-${i % 2 ? 5 : 9}`)}`,
      'w M40 22h32v148H40z',
      's M60 22h12v148H60z',
      `n${e(56, 38, 4)}${e(56, 60, 4)}${e(56, 150, 4)}`,
    ],
    'marking gauge': [
      80,
      'w M6 122H194v16H6z',
      's M6 132h188v6H6z',
      `b${r(78, 92, 50, 76, 14)}`,
      'd M112 92h4q12 0 12 14v48q0 14-12 14h-4z',
      `n${r(96, 80, 14, 14, 3)}`,
      'm M20 138h3v16l-1.500 5-1.500-5z',
      '2T M40 122v6M52 122v6M64 122v6',
    ],
    'spirit level': [
      88,
      `b${r(6, 128, 188, 40, 4)}`,
      'n M6 128h10v40H6zM184 128h10v40h-10z',
      `f${r(76, 136, 48, 18, 8)}`,
      `i${r(92, 138, 16, 14, 7)}`,
      '2k M88 136v18M112 136v18',
      `f${e(38, 148, 11)}${e(162, 148, 11)}`,
      'h M80 138h40v4H80z',
      `i${e(38, 145, 5)}${e(162, 145, 5)}`,
    ],
  },
  toolbox: {
    toolbox: [
      76,
      '8d M62 76V52q0-8 8-8h60q8 0 8 8v24',
      'd M26 92q0-12 12-12h124q12 0 12 12v20H26z',
      `B${r(24, 108, 152, 60, 6)}`,
      'l M24 104h152v9H24z',
      `n${r(54, 98, 16, 24, 3)}${r(130, 98, 16, 24, 3)}`,
      `c${r(84, 130, 32, 18, 2)}`,
    ],
    'tool roll': [
      0,
      'b M14 46H186V156H14z',
      'd M14 98H186v58H14z',
      ...[36, 66, 96, 126, 156].flatMap((x, i) => [
        i % 2 ? `w${r(x - 6, 62, 12, 40, 4)}` : `q${r(x - 7, 58, 14, 44, 5)}`,
        i % 2 ? `m M${x - 4} 34h8v30h-8z` : `m M${x - 2} 40h4v22h-4z`,
      ]),
      'B M14 98H186v52H14z',
      `-1.500a${times(5, (i) => `M${22 + i * 33} 100v48`)}M14 104h172`,
      '5a M186 100q14 10 6 30',
    ],
    'tool tote': [
      78,
      '10w M40 76H160',
      'w M30 62l16 2-6 60H24zM170 62l-16 2 6 60h16z',
      'm M62 112V84h6v28z',
      `q${r(56, 58, 18, 30, 6)}`,
      'w M96 112V66h8v46z',
      'm M84 52h34v16H84z',
      'b M126 112l8-54 8 2-6 52z',
      'B M14 110H186L178 168H22z',
      'd M14 110H186l-1 9H15z',
      `D${r(76, 132, 48, 10, 5)}`,
    ],
    'parts chest': [
      66,
      `B${r(36, 40, 128, 128, 5)}`,
      ...[0, 1, 2, 3].flatMap((row) =>
        [0, 1, 2].flatMap((column) => [
          `l${r(44 + column * 39, 48 + row * 29, 34, 24, 2)}`,
          `n${e(61 + column * 39, 62 + row * 29, 3)}`,
          `c${r(54 + column * 39, 51 + row * 29, 14, 6, 1)}`,
        ]),
      ),
      's M36 162h128v6H36z',
    ],
  },
  'wood-oil': (s: Sitter) => {
    const isFlat = /polish|wax|balm|board/u.test(s.form);
    const drawing = isFlat ? flatTin : canTin;
    return typeof drawing === 'function' ? drawing(s) : drawing;
  },
  sandpaper: abrasives,
  'whittling-knife': {
    'whittling knife': [
      62,
      ...shavings,
      ...turn(
        -18,
        100,
        130,
        'b M22 132q24-14 62-14v20q-40 8-62-6z',
        'h M22 132q24-8 62-8v6q-40 0-62 2z',
        ...knifeHandle('M82 114q30-8 60 0 30-4 36 10 2 18-18 20-30-4-50 2-20 4-28-6z'),
        `n${e(104, 128, 3)}`,
      ),
    ],
    'hook knife': [
      62,
      ...shavings,
      ...turn(
        -14,
        100,
        130,
        '9b M86 126Q40 122 34 96q2-22 26-18',
        '3h M84 124Q44 120 38 96',
        ...knifeHandle('M82 114q30-8 60 0 30-4 36 10 2 18-18 20-30-4-50 2-20 4-28-6z'),
      ),
    ],
    'folding knife': [
      62,
      ...turn(
        -12,
        100,
        130,
        'b M20 112q30-22 76-10v18q-44 4-76-8z',
        'h M20 112q34-12 76-4v6q-40 2-76-2z',
        'w M92 112h82q14 4 14 16t-14 14q-50 8-82-4-10-14 0-26z',
        `n${e(102, 120, 5)}${e(168, 128, 3)}`,
        'm M178 124q14 0 14 6t-14 6z',
      ),
      ...shavings,
    ],
    'carving axe': [
      0,
      ...turn(
        18,
        100,
        100,
        'w M92 20h18q4 80 8 150-16 14-26 2 2-80 0-152z',
        's M104 20h6q4 80 8 150-6 6-12 8 4-80-2-158z',
        'b M118 30v40Q84 72 56 96 34 66 50 30q34 8 68 0z',
        'h M50 30q-16 36 6 66l5-4Q44 62 56 32z',
      ),
    ],
    'bush knife': [
      72,
      ...turn(
        -10,
        100,
        130,
        'b M6 122q30-26 104-24v26q-70 10-104-2z',
        'h M6 122q40-10 104-8v8q-70 8-104 0z',
        'n M106 94h10v36h-10z',
        ...knifeHandle('M114 98h56q14 6 14 16t-14 12q-30 2-56 0z'),
        `n${e(132, 111, 3)}${e(156, 111, 3)}`,
      ),
      `t${r(60, 150, 100, 18, 8)}`,
      '-1.500c M66 158h88',
    ],
    'grafting knife': [
      60,
      ...turn(
        -16,
        100,
        130,
        'b M26 118h70v16q-30 6-58 0z',
        'h M26 118h70v5H30z',
        'w M94 110q40-8 78 4 14 10 4 20-40 8-82 0z',
        'n M94 110h10v24H94z',
      ),
      '4F M136 166Q150 130 148 110',
      'f M148 128q16-6 20 6-12 8-20-6zM146 142q-16-4-16 8 12 4 16-8z',
    ],
  },
  paint: (s: Sitter) => [
    50,
    ...placed(
      100,
      168,
      /2\.5/u.test(s.size) ? 1.05 : 0.86,
      168,
      '3M M50 84Q100-6 150 84',
      `m${r(48, 78, 104, 90, 5)}`,
      `b${r(48, 94, 104, 62, 2)}`,
      ...label(s, 'house', 98, 58, 54),
      `m${e(100, 78, 52, 12)}`,
      `M${e(100, 78, 45, 9)}`,
      `p${e(100, 79, 40, 7)}`,
      'p M58 84q5-4 11 0v26q-5 6-11 0zM74 86h9v12q-4 5-9 0zM132 84q4-3 9 0v16q-4 5-9 0z',
    ),
    ...(s.way('brush', 2) === 0
      ? turn(64, 160, 160, 'w M156 112h8v34h-8z', 'm M152 144h16v10h-16z', 'p M152 154h16l-2 18q-6 4-12 0z')
      : []),
  ],
  pliers: {
    pliers: [
      0,
      ...open(
        ['b M96 88q-22-26-14-66 18 6 20 62z', 'q M90 88q-28 36-34 84 8 12 20 4 6-38 34-68z'],
        ['d M104 88q22-26 14-66-18 6-20 62z', 'q M110 88q28 36 34 84-8 12-20 4-6-38-34-68z'],
      ),
      '2s M90 40h20M90 48h20M89 56h22',
    ],
    'long-nose pliers': [
      0,
      ...open(
        ['b M94 92Q82 70 94 10l6 2v80z', 'q M90 92q-26 34-32 80 8 12 20 4 6-38 32-64z'],
        ['d M106 92q12-22 0-82l-6 2v80z', 'q M110 92q26 34 32 80-8 12-20 4-6-38-32-64z'],
      ),
      '1.500s M96 30h8M96 38h8M95 46h10',
    ],
    pincers: [
      0,
      ...open(
        ['b M96 84Q46 74 58 32q6-14 38-18v12q-18 4-18 20 0 16 26 26z', '11b M96 84Q70 130 68 174'],
        ['d M104 84q50-10 38-52-6-14-38-18v12q18 4 18 20 0 16-26 26z', '11d M104 84q26 46 28 90'],
      ),
      `q${r(61, 128, 14, 48, 6)}${r(125, 128, 14, 48, 6)}`,
    ],
    'adjustable spanner': [
      0,
      ...turn(
        24,
        100,
        100,
        'b M92 74h20l6 96q-2 12-16 12t-16-12z',
        'd M98 92h8l2 70h-12z',
        'b M70 22q6-14 18-14v34h22V18q26 4 26 32 0 24-24 30H90Q66 72 66 46z',
        'm M84 42h28v12H84z',
        `n${e(96, 64, 8, 6)}`,
        '1.500N M92 60v8M96 60v8M100 60v8',
        `s${e(102, 172, 5)}`,
      ),
    ],
    'tin snips': [
      0,
      ...open(
        ['b M92 84Q62 60 74 8q22 16 28 72z', '10q M92 90Q58 120 66 172'],
        ['d M108 84q30-24 18-76-22 16-28 72z', '10q M108 90q34 30 26 82'],
      ),
      '3M M82 118q18 10 36 0',
    ],
  },
};
