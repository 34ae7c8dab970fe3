import { at, e, placed, r, times, turn } from '../kit/path.ts';
import type { Layers } from '../kit/path.ts';
import type { Still, Vocabulary } from './drawing.ts';

const fork = (tines: number, paint = 'b'): Layers => [
  `${paint} M96 92Q82 84 82 60V26h5v34h4V26h${tines > 3 ? 4 : 6}v34h4V26h${tines > 3 ? 4 : 6}v34h3V26h5v34q0 24-14 32v72q-5 6-10 0z`,
];
const tableKnife: Layers = ['b M94 26q18 10 16 66l-4 6v66q-5 6-11 0z'];
const tableSpoon: Layers = [`b${e(100, 52, 15, 25)}`, 'b M96 76h8l2 88q-6 6-12 0z', `s${e(101, 52, 9, 18)}`];
const steakKnife: Layers = [
  'b M95 20q16 12 14 70l-14 2z',
  `w${r(93, 90, 15, 74, 6)}`,
  `n${e(100, 104, 2)}`,
  `n${e(100, 146, 2)}`,
];
const cakeFork: Layers = [
  'b M97 92Q86 86 86 68V42h6v24h5V42h6v24h5V42h6v26q0 18-11 24v72q-3 6-6 0z',
  's M108 42h6v26q0 8-4 14-3-6-2-14z',
];
const cheeseKnife: Layers = [
  'b M92 24q24-4 26 20l-6 48H92z',
  `s${e(102, 50, 4)}`,
  `s${e(102, 66, 4)}`,
  `w${r(92, 90, 16, 74, 6)}`,
];

/** Pieces side by side on the wall of a drawer, a little turned. */
const row = (...pieces: readonly Layers[]): Still => {
  const step = 132 / pieces.length;
  const wide = Math.min(0.84, step / 34);
  return [
    0,
    `c${r(18, 26, 164, 148, 8)}`,
    `C${r(26, 34, 148, 132, 5)}`,
    ...pieces.flatMap((piece, i) => at(34 + step * (i + 0.5) - 100 * wide, 21, [wide, 0.84], ...piece)),
  ];
};

const pile = (count: number): Layers =>
  Array.from({ length: count }, (_, i) => `${i % 2 ? 'l' : 'd'}${r(38, 156 - i * 11, 124, 12, 5)}`);

const napkins = (count: number) => (): Still => [
  64,
  ...pile(count - 1),
  ...at(
    0,
    67 - count * 11,
    1,
    'B M38 104L60 78H176L158 104z',
    'd M38 104h120v7H38z',
    'D M158 104l18-26v7l-18 26z',
  ),
];

const board = (top: string, front: string, end: string): Layers => [`B${top}`, `d${front}`, `D${end}`];

export const tableLinen = (): Vocabulary => ({
  cutlery: {
    'cutlery for four': row(fork(4), tableKnife, tableSpoon, tableSpoon),
    'cutlery for six': row(
      fork(4),
      tableKnife,
      tableSpoon,
      cakeFork,
      cheeseKnife.slice(0, 1).concat(tableKnife),
      tableSpoon,
    ),
    teaspoons: [
      32,
      ...[-22, -8, 8, 22].flatMap((turned) => [
        `<g transform="rotate(${turned} 100 168) translate(0 -6)">`,
        ...tableSpoon,
        '</g>',
      ]),
      'c M72 108h56l-5 54q-1 6-7 6H84q-6 0-7-6z',
      'a M74 126h52l-1 9H75z',
    ],
    'steak knives': row(steakKnife, steakKnife, steakKnife, steakKnife),
    'cheese knives': row(cheeseKnife, steakKnife, cakeFork),
    'cake forks': row(cakeFork, cakeFork, cakeFork, cakeFork),
  },
  tablecloth: {
    tablecloth: [
      0,
      'W M36 120h9v58h-9zM155 120h9v58h-9z',
      'B M16 86L50 66H150L184 86V138q-14 8-28 0t-28 2-28-2-28 2-28-2-28-2z',
      'l M16 86L50 66H150L184 86z',
      's M44 88l-3 48h10l-2-48zM98 88l-3 50h10l-2-50zM150 88l-3 48h10l-2-48z',
      ...at(
        96,
        84,
        0.5,
        'c M-26-60h52l-8 58h-36z',
        'f M-4-60q-26-8-26-34 26 2 28 34zM4-60q4-34 30-34 0 28-28 34z',
        `v${e(0, -86, 14)}`,
      ),
    ],
    'scalloped tablecloth': [
      0,
      'W M94 130h12v48H94z',
      'B M22 88Q100 70 178 88L182 132a13 13 0 0 1-27 4 13 13 0 0 1-28 3 13 13 0 0 1-27 2 13 13 0 0 1-28-2 13 13 0 0 1-27-3 13 13 0 0 1-27-4z',
      `l${e(100, 87, 78, 14)}`,
      '2a M22 124a13 13 0 0 0 24 4 13 13 0 0 0 27 3 13 13 0 0 0 27 2 13 13 0 0 0 27-2 13 13 0 0 0 27-3 13 13 0 0 0 24-4',
      's M70 100l-4 38 8-2-2-36zM128 100l4 36 6-2-6-34z',
      ...at(
        100,
        84,
        0.5,
        `i${e(0, -6, 46, 12)}`,
        'o M-30-8q0-30 30-30t30 30q-30 12-60 0z',
        `v${e(0, -40, 6)}`,
      ),
    ],
    'hemstitched tablecloth': [
      0,
      'B M24 42H176V158H24z',
      '-2a M36 54H164V146H36z',
      '2c M42 60H158V140H42z',
      's M98 42h5v116h-5zM24 98h152v4H24z',
      's M100 102h76v56z',
      'l M176 158l-26 0 26-30z',
    ],
  },
  napkins: {
    'set of four napkins': napkins(4),
    'set of six napkins': napkins(6),
    'cocktail napkins': [
      42,
      'G M74 40H126L120 104q-4 16-20 16t-20-16z',
      'y M78 68H122L119 102q-4 14-19 14t-19-14z',
      `h${e(100, 40, 26, 5)}`,
      'G M97 118h6v24h-6z',
      `G${e(100, 144, 24, 5)}`,
      'd M44 162L72 138H150L156 162z',
      'B M40 166L66 144H148L162 166q-60 6-122 0z',
      'h M82 52l3 46h6l-3-46z',
    ],
    'fringed napkins': ({ pieces }) => [
      0,
      ...Array.from({ length: Math.max(2, pieces) }, (_, i) =>
        turn(
          (i - (Math.max(2, pieces) - 1) / 2) * 14,
          100,
          176,
          `2.500a${times(12, (k) => `M${67 + k * 6} 32v8M${67 + k * 6} 150v9`)}`,
          `${i % 2 === 0 ? 'B' : 'l'} M62 40H138V150H62z`,
          '2d M68 47H132M68 143H132',
          's M136 40h2v110h-2z',
        ),
      ).flat(),
    ],
  },
  'serving-board': {
    'serving board': [
      78,
      ...board(
        'M10 150L34 126H150l14-6h18q8 4 4 10l-14 6-18 14z',
        'M10 150H154v16H10z',
        'M154 150l18-14v14l-18 16z',
      ),
      'c M52 136q-2-28 26-32 28 4 26 30-26 10-52 2z',
      'C M78 104q26 4 26 30-14 6-26 6 10-18 0-36z',
      `j${times(6, (i) => e(118 + (i % 3) * 9, 132 - Math.floor(i / 3) * 9, 6))}`,
    ],
    'bread board': [
      70,
      `d${e(100, 152, 78, 16)}`,
      `B${e(100, 146, 78, 18)}`,
      'w M40 138q-4-40 40-42 14-8 34 0 44 0 44 40-58 18-118 2z',
      'W M66 112q8-12 18-4M94 106q10-12 20-2M122 110q10-8 18 4',
      '3c M62 120q10-16 22-14M92 116q10-16 22-12M122 120q8-12 18-10',
    ],
    'cheese board': [
      74,
      ...board('M14 150L42 126H186L164 150z', 'M14 150H164v16H14z', 'M164 150l22-24v16l-22 24z'),
      'y M44 138L92 106l24 14v22H44z',
      'o M44 138L92 106l24 14z',
      `C${e(70, 134, 5, 4)}`,
      `C${e(98, 128, 4)}`,
      'c M124 138q-2-18 20-18t20 14q-18 8-40 4z',
      `j${e(126, 142, 6)}`,
      `j${e(136, 145, 6)}`,
      'm M20 146l30-4 2 4-30 4z',
    ],
    tray: [
      84,
      'd M10 132L36 112H164L190 132V150H10z',
      'B M22 142L42 122H158L178 142z',
      'b M10 136H190V160q0 8-8 8H18q-8 0-8-8z',
      `s${r(76, 142, 48, 12, 6)}`,
      ...placed(
        66,
        140,
        0.46,
        168,
        'c M56 74H140V150q0 18-18 18H74q-18 0-18-18z',
        '12c M140 92q30-2 28 22t-30 24',
        `T${e(98, 76, 36, 6)}`,
      ),
      ...placed(
        130,
        138,
        0.5,
        168,
        `i${e(100, 160, 60, 12)}`,
        'o M64 156q0-40 36-40t36 40q-36 12-72 0z',
        '5y M80 126q-6 18 0 30M100 118v40M120 126q6 18 0 30',
      ),
    ],
  },
});
