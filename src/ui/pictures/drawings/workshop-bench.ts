import { e, r, times } from '../kit/path.ts';
import type { Layers } from '../kit/path.ts';
import { carton, tin } from './packages.ts';
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

export const workshopBench = (): Vocabulary => ({
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
});
