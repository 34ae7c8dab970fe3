import { e, r, times } from '../kit/path.ts';
import type { Layers } from '../kit/path.ts';
import type { Vocabulary } from './drawing.ts';

const HANGER: Layers = ['4W M100 26q-2-14 8-14t6 10l-14 10', '6w M52 56L100 32l48 24'];
/** A knitted body with sleeves. */
const KNIT = 'B M70 46q30 14 60 0l30 18 28 78-20 8-28-52v68q-40 8-80 0V98l-28 52-20-8 28-78z';
const HEM = 'd M60 154q40 8 80 0v12q-40 8-80 0zM12 140l22 9-4 9-22-9zM188 140l-22 9 4 9 22-9z';
const HEM_RIBS = `1.500D${times(11, (i) => `M${63 + i * 7.4} 157v9`)}`;
const LEFT = 'B M74 44L98 92v74q-20 4-40 0V98l-28 52-20-8 30-76z';
const RIGHT = 'B M126 44L102 92v74q20 4 40 0V98l28 52 20-8-30-76z';
const SHIRT = 'B M70 46q30 14 60 0l30 14 24 70-22 10-24-40v70q-38 8-76 0v-70l-24 40-22-10 24-70z';
const COLLAR = 'd M72 42l28 16-14 16-22-24zM128 42l-28 16 14 16 22-24z';
const buttons = (x: number, from: number, count: number, step: number, paint = 'c'): string =>
  `${paint}${times(count, (i) => e(x, from + i * step, 3))}`;
const COAT = 'B M70 44q30 14 60 0l32 18 18 86-22 6-18-52v78q-40 6-80 0v-78l-18 52-22-6 18-86z';

export const clothingTops = (): Vocabulary => ({
  jumper: {
    'crew-neck jumper': [0, ...HANGER, KNIT, HEM, HEM_RIBS, 'd M70 45q30 22 60 0l4 8q-34 24-68 0z'],
    "fisherman's jumper": [
      0,
      ...HANGER,
      KNIT,
      HEM,
      HEM_RIBS,
      `2s${times(4, (i) => `M62 ${104 + i * 13}h76`)}`,
      `2d${times(6, (i) => `M${64 + i * 13} 60l6 8 6-8M${64 + i * 13} 74l6 8 6-8`)}`,
      'd M76 42q24 10 48 0v12q-24 12-48 0z',
      '3a M62 94h76',
    ],
    'roll-neck jumper': [
      0,
      ...HANGER,
      KNIT,
      HEM,
      HEM_RIBS,
      'b M76 26q24-8 48 0v24q-24 12-48 0z',
      'd M76 36q24 10 48 0v6q-24 10-48 0z',
      `1.500D${times(7, (i) => `M${80 + i * 6.6} 28v12`)}`,
    ],
    'cable-knit jumper': [
      0,
      ...HANGER,
      KNIT,
      HEM,
      HEM_RIBS,
      'd M70 45q30 20 60 0l3 9q-33 22-66 0z',
      ...[80, 100, 120].map(
        (x) =>
          `3d M${x - 4} 66q8 8 8 16t-8 16 8 16-8 16 8 16-8 10M${x + 4} 66q-8 8-8 16t8 16-8 16 8 16-8 16 8 10`,
      ),
      '2s M68 66v86M90 70v84M110 70v84M132 66v86',
    ],
    'yoked jumper': [
      0,
      ...HANGER,
      KNIT,
      'q M66 48q34 26 68 0l24 14q-58 58-116 0z',
      `c${times(9, (i) => `M${58 + i * 10.5} ${66 + Math.round(10 * Math.sin(((i + 0.5) * Math.PI) / 9))}l4 5-4 5-4-5z`)}`,
      '3c M48 62q52 52 104 0M62 52q38 34 76 0',
      HEM,
      HEM_RIBS,
      'd M72 45q28 18 56 0l3 7q-31 20-62 0z',
    ],
  },
  cardigan: {
    cardigan: [
      0,
      ...HANGER,
      'D M76 46L100 96l24-50-24 8z',
      LEFT,
      RIGHT,
      'd M74 44L98 92v76h-7V94L66 48zM126 44L102 92v76h7V94l25-46z',
      buttons(95, 106, 4, 17, 'a'),
      'd M58 156q20 4 33 2v10q-18 2-33-2zM142 156q-20 4-33 2v10q18 2 33-2z',
    ],
    'long cardigan': [
      0,
      ...HANGER,
      'D M76 46L100 96l24-50-24 8z',
      'B M74 44L98 90v94q-22 4-42 0l2-86-28 52-20-8 30-76z',
      'B M126 44L102 90v94q22 4 42 0l-2-86 28 52 20-8-30-76z',
      'd M74 44L98 90v94h-8V94L66 48zM126 44L102 90v94h8V94l24-46z',
      `b${r(60, 132, 26, 30, 4)}${r(114, 132, 26, 30, 4)}`,
      'd M60 132h26v7H60zM114 132h26v7h-26z',
    ],
    'shawl-collar cardigan': [
      0,
      ...HANGER,
      'D M76 46L100 100l24-54-24 8z',
      LEFT,
      RIGHT,
      'd M68 40q-8 24 28 74v54h6v-60l0-8-24-62zM132 40q8 24-28 74v54h-2v-68l20-62z',
      '1.500D M70 46q4 22 24 56M76 44q4 20 20 50M130 46q-4 22-24 56M124 44q-4 20-20 50',
      buttons(96, 122, 3, 16, 'a'),
    ],
    waistcoat: [
      0,
      ...HANGER,
      'D M78 46L100 98l22-52-22 8z',
      'B M74 42L98 98v76l-14-10H56l2-62q-12-14-2-50z',
      'B M126 42L102 98v76l14-10h28l-2-62q12-14 2-50z',
      'd M74 42L98 98v10L62 50zM126 42L102 98v10l36-58z',
      buttons(95, 116, 4, 13, 'a'),
      'd M64 128h22v5H64zM114 128h22v5h-22z',
    ],
  },
  shirt: {
    shirt: [
      0,
      ...HANGER,
      SHIRT,
      COLLAR,
      '2d M100 58v114M95 62v110',
      buttons(98, 82, 5, 18),
      `b${r(110, 84, 22, 24, 3)}`,
      '2d M110 89h22',
    ],
    'work shirt': [
      0,
      ...HANGER,
      SHIRT,
      COLLAR,
      '2d M100 58v114M95 62v110',
      buttons(98, 82, 5, 18, 'n'),
      ...[66, 110].flatMap((x) => [
        `b${r(x, 82, 24, 28, 3)}`,
        `d M${x} 82h24v6l-12 8-12-8z`,
        `n${e(x + 12, 92, 2)}`,
      ]),
      '-1.500a M62 76h76M62 150h76',
    ],
    'grandfather shirt': [
      0,
      ...HANGER,
      SHIRT,
      'l M74 40q26 16 52 0l2 8q-28 18-56 0z',
      'd M94 54h12v56H94z',
      buttons(100, 68, 3, 16),
      '-1.500d M70 112h60',
    ],
    overshirt: [
      0,
      ...HANGER,
      'c M80 44l20 14 20-14-8 26H88z',
      'B M70 44L97 70v102q-22 4-38 0v-72l-24 42-22-10 24-70z',
      'B M130 44L103 70v102q22 4 38 0v-72l24 42 22-10-24-70z',
      'd M70 42l27 28-10 16-24-32zM130 42l-27 28 10 16 24-32z',
      `b${r(64, 124, 28, 30, 3)}${r(108, 124, 28, 30, 3)}${r(110, 86, 22, 24, 3)}`,
      'd M64 124h28v7H64zM108 124h28v7h-28zM110 86h22v6h-22z',
      buttons(107, 98, 4, 20, 'k'),
    ],
    'smock top': [
      0,
      ...HANGER,
      'B M72 46q28 12 56 0l28 16 22 60-22 12-24-34 14 72q-46 12-92 0l14-72-24 34-22-12 22-60z',
      'd M72 44q28 18 56 0l2 8q-30 20-60 0z',
      `1.500a${times(6, (i) => `M${70 + i * 11} 70l5 6-5 6 5 6-5 6`)}`,
      '2d M64 98h72',
      `1.500s${times(8, (i) => `M${70 + i * 8.6} 100l${-8 + i * 2} 70`)}`,
    ],
  },
  coat: {
    'duffle coat': [
      0,
      ...HANGER,
      'D M66 46q0-30 34-30t34 30l-34 20z',
      COAT,
      'd M96 62h9v120h-9z',
      ...[84, 108, 132].flatMap((y) => [
        `3T M86 ${y}h28`,
        `w${r(84, y - 3, 8, 7, 3)}${r(108, y - 3, 8, 7, 3)}`,
      ]),
      `b${r(64, 140, 26, 28, 3)}${r(112, 140, 26, 28, 3)}`,
      'd M64 140h26v8H64zM112 140h26v8h-26z',
    ],
    'chore coat': [
      0,
      ...HANGER,
      'B M70 44q30 14 60 0l32 18 18 82-22 6-18-48v64q-40 6-80 0v-64l-18 48-22-6 18-82z',
      COLLAR,
      '2d M100 60v108',
      buttons(105, 78, 4, 24, 'n'),
      `b${r(64, 82, 26, 26, 3)}${r(64, 124, 30, 34, 3)}${r(106, 124, 30, 34, 3)}`,
      '-1.500a M66 87h22M66 129h26M108 129h26',
    ],
    'pea coat': [
      0,
      ...HANGER,
      'B M70 44q30 14 60 0l32 18 18 82-22 6-18-48v66q-40 6-80 0v-66l-18 48-22-6 18-82z',
      'd M68 40l28 40-14 14-30-38zM132 40l-28 40 14 14 30-38z',
      '2D M110 86v82',
      `n${times(3, (i) => `${e(82, 102 + i * 20, 4)}${e(122, 102 + i * 20, 4)}`)}`,
      'd M62 128l4 22 5-2-4-22zM138 128l-4 22-5-2 4-22z',
    ],
    gilet: [
      0,
      ...HANGER,
      'd M80 30q20-8 40 0v18q-20 12-40 0z',
      'B M72 44q28 14 56 0l16 10q-8 30 2 46v66q-46 8-92 0v-66q10-16 2-46z',
      '2d M54 92q46 10 92 0M54 114q46 10 92 0M54 136q46 10 92 0M58 70q42 10 84 0',
      '4a M100 50v122',
      `n${r(97, 60, 6, 10, 2)}`,
    ],
    'long coat': [
      0,
      ...HANGER,
      'B M72 42q28 14 56 0l28 16 20 92-20 6-18-58 8 84q-46 8-92 0l8-84-18 58-20-6 20-92z',
      'd M70 40l28 44-12 12-28-40zM130 40l-28 44 12 12 28-40z',
      '2D M102 86v98',
      buttons(108, 102, 3, 22, 'k'),
      'q M60 118h80v9H60z',
      `n${r(96, 116, 13, 13, 3)}`,
    ],
  },
});
