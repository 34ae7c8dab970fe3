import { e, r, times } from '../kit/path.ts';
import type { Layers } from '../kit/path.ts';
import type { Vocabulary } from './drawing.ts';

const peg = '4W M100 12v12';
const straps = 'd M44 98q-14 34 0 62h14V98zM156 98q14 34 0 62h-14V98z';
/** A boot seen from its outer side, toe to the right; `top`: height of its collar. */
const boot = (top: number, sole: string, front: boolean): Layers => {
  const dx = front ? -4 : 44;
  const dy = front ? 0 : -6;
  const x = (value: number): number => value + dx;
  const y = (value: number): number => value + dy;
  return [
    `${front ? 'b' : 'd'} M${x(32)} ${y(top)}h46l8 ${110 - top}q42 8 50 26 4 10 2 20H${x(30)}q-6-52 2-${156 - top}z`,
    `${sole} M${x(26)} ${y(154)}H${x(142)}q2 14-8 14H${x(30)}q-6-6-4-14z`,
  ];
};
const laces = (from: number): string =>
  `4a${times(4, (i) => `M${74 + i * 6} ${from + i * 13}l14-4`)}M104 124l10-8`;

export const outdoorsWear = (): Vocabulary => ({
  rucksack: {
    rucksack: [
      54,
      '7d M80 42q0-26 20-26t20 26',
      straps,
      'B M56 66q0-32 44-32t44 32v88q0 14-14 14H70q-14 0-14-14z',
      'b M50 58q0-26 50-26t50 26v22q-50 16-100 0z',
      `b${r(68, 108, 64, 50, 10)}`,
      'd M68 116h64v8H68z',
      'a M78 70h8v36h-8zM114 70h8v36h-8z',
      `n${r(75, 92, 14, 10, 2)}${r(111, 92, 14, 10, 2)}`,
    ],
    'day pack': [
      50,
      '7d M82 40q0-24 18-24t18 24',
      straps,
      'B M54 92q0-58 46-58t46 58v62q0 14-14 14H68q-14 0-14-14z',
      `b${r(66, 104, 68, 52, 16)}`,
      '3a M60 84q40-26 80 0M72 112h56',
      'n M126 108h8v12h-8z',
    ],
    'roll-top rucksack': [
      52,
      straps,
      'B M54 60H146V154q0 14-14 14H68q-14 0-14-14z',
      'b M48 38q52-12 104 0v24q-52 10-104 0z',
      '3d M50 48q50-10 100 0',
      'a M94 30h12v66H94z',
      `n${r(91, 76, 18, 12, 2)}`,
      `b${r(66, 108, 68, 48, 6)}`,
      '-2a M70 114h60',
    ],
    'climbing pack': [
      46,
      '6q M150 60q20 20 6 50t4 50',
      straps,
      'B M60 56q0-26 40-26t40 26l4 98q0 14-14 14H70q-14 0-14-14z',
      'b M56 50q0-22 44-22t44 22v16q-44 14-88 0z',
      '5a M60 60q-18 20 6 32 60-2 76-16',
      '3M M132 96v50M68 96v50',
      `3m${e(140, 150, 9, 12)}`,
      '2d M78 92h44M78 116h44M78 140h44',
    ],
  },
  'walking-boots': {
    'walking boots': [
      80,
      ...boot(58, 'D', false),
      ...boot(58, 'k', true),
      'd M32 58h46l2 10H31z',
      'l M30 140q14-12 30 0l2 14H29z',
      laces(80),
      '3c M34 144h10',
    ],
    'mountain boots': [
      82,
      ...boot(40, 'x', false),
      ...boot(40, 'k', true),
      'd M31 40h48l2 16H30z',
      'x M28 132q40 8 60 4 30-2 52 8v12H28z',
      laces(66),
      `k${times(7, (i) => `M${30 + i * 16} 166h10v6H${30 + i * 16}z`)}`,
    ],
    'trail shoes': [
      80,
      ...boot(100, 'q', false),
      ...boot(100, 'q', true),
      'l M38 100h38l2 8H36z',
      '4a M84 112l12-6M94 118l12-6M104 124l10-7',
      '3a M34 140q28-30 64-10M52 146l24-26',
      `k${times(9, (i) => `M${30 + i * 12} 166h7v5H${30 + i * 12}z`)}`,
    ],
    'approach shoes': [
      80,
      ...boot(94, 'k', false),
      ...boot(94, 'k', true),
      'x M108 130q22 4 32 14v12h-40q-2-16 8-26z',
      '4a M82 106l12-4M88 114l14-5M96 122l14-6M106 128l10-6',
      '-2a M36 104q6 30 60 44',
      'd M32 94h46l2 10H32z',
    ],
    'winter boots': [
      82,
      ...boot(46, 'D', false),
      `C${r(70, 32, 58, 20, 9)}`,
      ...boot(46, 'k', true),
      `c${r(26, 40, 58, 22, 10)}`,
      'C M30 56q26 8 52 0v4q-26 8-52 0z',
      laces(80),
      'd M28 136q50 12 110 8v10H28z',
    ],
  },
  'rain-jacket': {
    'rain jacket': [
      0,
      peg,
      'D M76 50q2-30 24-30t24 30l-24 16z',
      'B M72 46q28 24 56 0l30 18 26 74-22 8-20-44v66q-42 8-84 0v-66l-20 44-22-8 26-74z',
      'd M72 46l-6 4q8 28 34 34 26-6 34-34l-6-4q-28 24-56 0z',
      '3a M100 84v86',
      `d${r(64, 126, 26, 7, 2)}${r(110, 126, 26, 7, 2)}`,
      'a M14 132l24 10-2 6-24-9zM186 132l-24 10 2 6 24-9z',
    ],
    smock: [
      0,
      peg,
      'D M76 50q2-30 24-30t24 30l-24 16z',
      'B M70 48q30 22 60 0l32 18 22 76-22 8-20-46v66q-42 8-84 0v-66l-20 46-22-8 22-76z',
      'd M70 48l-4 4q10 26 34 32 24-6 34-32l-4-4q-30 22-60 0z',
      '4a M100 82v38',
      `b${r(66, 112, 68, 40, 5)}`,
      'd M66 112h68l-34 14z',
      `n${e(100, 120, 3)}`,
    ],
    'wind shirt': [
      0,
      peg,
      'B M72 44q28 12 56 0l32 20 22 76-18 6-24-50v72q-40 6-80 0V96l-24 50-18-6 22-76z',
      'd M76 42q24 12 48 0v12q-24 12-48 0z',
      '3a M100 52v44',
      'q M60 84h80v7H60z',
      '2d M60 160q40 8 80 0',
      's M74 104l4 56-10 0z',
    ],
    'storm parka': [
      0,
      peg,
      'c M68 56q0-42 32-42t32 42l-32 20z',
      'D M76 54q2-32 24-32t24 32l-24 16z',
      'B M70 50q30 26 60 0l34 18 18 84-22 6-18-52v78q-42 8-84 0v-78l-18 52-22-6 18-84z',
      'd M94 76h12v108H94z',
      `a${e(100, 92, 3.4)}${e(100, 114, 3.4)}${e(100, 136, 3.4)}${e(100, 158, 3.4)}`,
      `b${r(62, 130, 28, 30, 4)}${r(110, 130, 28, 30, 4)}`,
      'd M62 130h28v9H62zM110 130h28v9h-28z',
      '2D M62 116q38 8 76 0',
    ],
    'rain poncho': [
      0,
      peg,
      'D M78 50q2-28 22-28t22 28l-22 14z',
      'B M76 48q24 18 48 0 40 20 62 104-40 24-86 24t-86-24q22-84 62-104z',
      'd M76 48l-6 4q8 24 30 28 22-4 30-28l-6-4q-24 18-48 0z',
      '3a M22 146q36 20 78 20t78-20',
      's M70 70q-14 50-16 98h-10q4-60 26-98zM130 70q14 50 16 98h10q-4-60-26-98z',
      `n${e(100, 94, 3)}${e(100, 110, 3)}`,
    ],
  },
});
