import { lathe } from '../kit/lathe.ts';
import { motif } from '../kit/motifs/index.ts';
import { at, e, placed, r } from '../kit/path.ts';
import type { Layers } from '../kit/path.ts';
import type { Sitter, Vocabulary } from './drawing.ts';

const HOURS = Array.from({ length: 12 }, (_, i) => (i * Math.PI) / 6);
const n = (value: number): string => value.toFixed(1);
/** A dial with its hours and hands; every clock tells its own time. */
function dial(sitter: Sitter, x: number, y: number, radius: number, bold = false): Layers {
  const hour = (sitter.way('hour', 12) * Math.PI) / 6;
  const minute = (sitter.way('minute', 12) * Math.PI) / 6;
  const marks = HOURS.map((angle, i) => {
    const inner = radius * (i % 3 === 0 ? 0.76 : 0.84);
    return `M${n(x + inner * Math.sin(angle))} ${n(y - inner * Math.cos(angle))}L${n(x + radius * 0.92 * Math.sin(angle))} ${n(y - radius * 0.92 * Math.cos(angle))}`;
  }).join('');
  const hand = (angle: number, long: number): string =>
    `M${x} ${y}L${n(x + radius * long * Math.sin(angle))} ${n(y - radius * long * Math.cos(angle))}`;
  return [
    `c${e(x, y, radius)}`,
    `${bold ? 4 : 2.5}k${marks}`,
    `${bold ? 6 : 4}k${hand(hour + minute / 12, 0.48)}`,
    `3a${hand(minute, 0.74)}`,
    `k${e(x, y, radius * 0.08)}`,
  ];
}

const glass = (path: string): Layers => [`u${path}`, `h${path}`];
/** What is in a frame: one of four quiet pictures within a box. */
function picture(sitter: Sitter, what: string, x: number, y: number, w: number, h: number): Layers {
  const pictures: readonly Layers[] = [
    [
      `u M${x} ${y}h${w}v${h}h${-w}z`,
      `f M${x} ${y + h * 0.7}q${w / 4} ${-h * 0.3} ${w / 2} ${-h * 0.1}t${w / 2} ${-h * 0.1}v${h * 0.5}h${-w}z`,
      `y${e(x + w * 0.72, y + h * 0.26, w * 0.1)}`,
    ],
    [`c M${x} ${y}h${w}v${h}h${-w}z`, ...motif('fern', x + w / 2, y + h / 2, w / 44)],
    [
      `y M${x} ${y}h${w}v${h}h${-w}z`,
      ...motif('boat', x + w / 2, y + h * 0.52, w / 52),
      `u M${x} ${y + h * 0.74}h${w}v${h * 0.26}h${-w}z`,
    ],
    [`q M${x} ${y}h${w}v${h}h${-w}z`, ...motif('pear', x + w / 2, y + h / 2, w / 46)],
  ];
  return pictures[sitter.way(what, pictures.length)] ?? [];
}

const legs = (spread: number, top: number): string =>
  `9b M72 ${top}L${100 - spread} 168M128 ${top}L${100 + spread} 168`;

export const livingRoomWall = (): Vocabulary => ({
  'wall-clock': {
    'wall clock': (s) => [0, `B${e(100, 96, 70)}`, `s${e(102, 98, 58)}`, ...dial(s, 100, 96, 56)],
    'mantel clock': (s) => [
      70,
      `b${r(22, 156, 156, 12, 4)}`,
      'B M32 156Q36 92 60 76 78 52 100 52t40 24q24 16 28 80z',
      `d${e(100, 108, 44)}`,
      ...dial(s, 100, 108, 39),
      `n${e(48, 140, 4)}${e(152, 140, 4)}`,
    ],
    'station clock': (s) => [
      0,
      'x M92 0h16v34H92zM60 26h80v10H60z',
      `b${e(100, 106, 72)}`,
      `k${e(100, 106, 64)}`,
      ...dial(s, 100, 106, 60, true),
    ],
    'alarm clock': (s) => [
      48,
      '8b M70 146L58 166M130 146l12 20',
      'b M48 60q6-28 32-26l4 8-28 24zM152 60q-6-28-32-26l-4 8 28 24z',
      '5M M84 34q16-18 32 0',
      'M M96 34h8v18h-8z',
      `B${e(100, 104, 56)}`,
      ...dial(s, 100, 104, 45),
      `n${e(100, 32, 6)}`,
    ],
  },
  'picture-frame': {
    'picture frame': (s) => [
      0,
      '2k M100 14L70 34M100 14l30 20',
      `k${e(100, 14, 3)}`,
      `B${r(38, 34, 124, 142, 3)}`,
      '2s M38 34l16 16M162 34l-16 16M38 176l16-16M162 176l-16-16',
      `i${r(54, 50, 92, 110, 1)}`,
      ...picture(s, 'picture', 68, 66, 64, 78),
      'h M54 50h40L60 160h-6z',
    ],
    'deep frame': (s) => [
      52,
      ...at(
        0,
        0,
        1,
        'd M152 40l14-8v128l-14 8z',
        'l M44 40l14-8h108l-14 8z',
        `B${r(44, 40, 108, 128, 2)}`,
        `i${r(58, 54, 80, 100, 1)}`,
        's M58 54h80v6H64v94h-6z',
      ),
      ...(s.way('inside', 2) === 0 ? motif('butterfly', 98, 104, 1.3) : motif('shell', 98, 104, 1.3)),
    ],
    'double frame': (s) => [
      76,
      'd M98 60l8-4v112l-8 0z',
      `B${r(16, 56, 82, 112, 2)}${r(106, 56, 82, 112, 2)}`,
      `i${r(26, 66, 62, 92, 1)}${r(116, 66, 62, 92, 1)}`,
      ...picture(s, 'left', 36, 80, 42, 62),
      ...picture(s, 'right', 126, 80, 42, 62),
      `n${r(96, 84, 12, 8, 2)}${r(96, 132, 12, 8, 2)}`,
    ],
  },
  mirror: {
    'round mirror': [
      0,
      '5a M100 6L56 52M100 6l44 46',
      `k${e(100, 8, 5)}`,
      `B${e(100, 104, 70)}`,
      ...glass(e(100, 104, 59)),
      'h M62 76q14-26 38-28l8 4q-28 14-36 48zM82 148q22-48 56-70l8 14q-26 22-48 66z',
    ],
    'arched mirror': [
      0,
      'B M44 178V88q0-66 56-66t56 66v90z',
      ...glass('M54 168V90q0-56 46-56t46 56v78z'),
      'h M62 110q4-44 26-62l12 0q-30 30-34 88zM84 160q20-64 54-96l6 18q-28 30-46 78z',
    ],
    'oval mirror': [
      0,
      '3k M100 4v14',
      'n M92 8h16v18H92z',
      `B${e(100, 102, 58, 76)}`,
      ...glass(e(100, 102, 47, 65)),
      'h M68 72q10-26 32-30l10 4q-26 16-34 54zM84 146q18-48 50-72l6 16q-22 22-40 62z',
    ],
    'shelf mirror': [
      0,
      `B${r(34, 16, 132, 150, 6)}`,
      ...glass(r(46, 28, 108, 116, 2)),
      'h M54 110L112 30h20L60 130zM92 140l54-76v26l-36 50z',
      'b M22 156h156v12H22z',
      'd M22 168h156v5H22z',
      ...placed(64, 156, 0.26, 168, `q${lathe(100, '74:44 168:38')}`),
      ...motif('sprig', 136, 138, 0.9),
    ],
  },
  stool: {
    stool: ({ size }) => {
      const top = size === 'tall' ? 56 : 92;
      return [
        54,
        `7d M84 ${top}L74 164M116 ${top}L126 164`,
        legs(48, top),
        `6d M60 ${(top + 190) / 2}h80`,
        `B M44 ${top - 12}q56-12 112 0 5 12-2 14-54 10-108 0-7-2-2-14z`,
        `l M46 ${top - 12}q54-12 108 0-54 12-108 0z`,
      ];
    },
    'milking stool': [
      50,
      '10b M72 122L52 168M128 122l20 46',
      '10d M100 124V162',
      `d${e(100, 118, 60, 14)}`,
      `B${e(100, 112, 60, 15)}`,
      `s${e(100, 112, 10, 4)}`,
    ],
    'side table': [
      50,
      '7b M60 82L50 168M140 82l10 86',
      '6d M82 86l-2 74M118 86l2 74',
      'b M54 132h92v8H54z',
      `d${e(100, 80, 66, 13)}`,
      `B${e(100, 74, 66, 14)}`,
      'v M80 66h42v6H80z',
      'c M84 58h34v8H84z',
      'u M78 50h42v8H78z',
      'y M60 132h40v-6H60z',
    ],
    footstool: [
      68,
      '9b M50 138L42 168M150 138l8 30',
      '8d M80 140v22M120 140v22',
      'b M32 128h136v12H32z',
      'q M30 130q-6-34 14-36 56-10 112 0 20 2 14 36z',
      '2A M68 92q-4 18 0 38M132 92q4 18 0 38',
      `A${e(100, 106, 4, 3)}`,
    ],
  },
});
