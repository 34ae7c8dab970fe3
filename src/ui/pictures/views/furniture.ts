import { motif } from '../kit/motifs/index.ts';
import { e, r } from '../kit/path.ts';
import type { Layers } from '../kit/path.ts';

const NIGHT = '<path fill="#26324c" d="';
/** A window on the night, 2 × 2 panes; the lamp is mirrored in none of them. */
export const windowAtNight = (x: number, y: number, w: number, h: number): Layers => [
  `${NIGHT}M${x} ${y}h${w}v${h}h${-w}z"/>`,
  `i${e(x + w * 0.72, y + h * 0.24, 5)}`,
  `<path fill="#3d4c68" d="M${x} ${y + h * 0.78}q${w * 0.3} ${-h * 0.2} ${w * 0.55} ${-h * 0.04}t${w * 0.45} ${-h * 0.06}v${h * 0.32}h${-w}z"/>`,
  `y M${x + w * 0.2} ${y + h * 0.78}h3v4h-3zM${x + w * 0.3} ${y + h * 0.76}h3v4h-3z`,
  `4c${r(x, y, w, h, 1)}`,
  `3c M${x + w / 2} ${y}v${h}M${x} ${y + h / 2}h${w}`,
  `c M${x - 4} ${y + h}h${w + 8}v5h${-w - 8}z`,
];
export const glow = (x: number, y: number, size: number): Layers => [
  `<circle cx="${x}" cy="${y}" r="${size}" fill="#ffe2a4" opacity=".2"/>`,
  `<circle cx="${x}" cy="${y}" r="${size * 0.6}" fill="#ffe2a4" opacity=".24"/>`,
];
export const pendant = (x: number, y: number, paint: string): Layers => [
  `1.500k M${x} 0V${y}`,
  ...glow(x, y + 16, 44),
  `${paint} M${x - 18} ${y + 14}q2-16 18-16t18 16z`,
  `g${e(x, y + 14, 15, 4)}`,
];
export const lamp = (x: number, foot: number): Layers => [
  ...glow(x, foot - 34, 34),
  `n M${x - 1.5} ${foot - 26}h3v24h-3z`,
  `n${e(x, foot - 2, 9, 2.5)}`,
  `g M${x - 8} ${foot - 44}h16l6 20h-28z`,
];
export const books = (x: number, foot: number, count: number): Layers =>
  Array.from(
    { length: count },
    (_, i) =>
      `${['v', 'u', 'c', 'f', 'y', 'j', 'o'][(i * 3 + count) % 7]} M${x + i * 6} ${foot}v${-16 - ((i * 7) % 8)}h5v${16 + ((i * 7) % 8)}z`,
  );
export const jars = (x: number, foot: number, count: number): Layers =>
  Array.from({ length: count }, (_, i) => [
    `G${r(x + i * 17, foot - 18, 13, 18, 3)}`,
    `${['v', 'y', 'o', 'f', 'j'][(i + count) % 5]}${r(x + 1.5 + i * 17, foot - 12, 10, 11, 2)}`,
    `w${r(x + 1 + i * 17, foot - 22, 11, 5, 1)}`,
  ]).flat();
export const plant = (x: number, foot: number): Layers => [
  ...motif('sprig', x, foot - 26, 0.9),
  `t M${x - 9} ${foot - 12}h18l-3 12h-12z`,
];
export const board = (x: number, y: number, w: number): Layers => [
  `w M${x} ${y}h${w}v5h${-w}z`,
  `s M${x} ${y + 5}h${w}v3h${-w}z`,
];
const floor = (y: number): string => `<path d="M0 ${y}h200v${200 - y}H0z" fill="#6a4526" opacity=".34"/>`;
const skirting = (y: number): string => `<path d="M0 ${y - 7}h200v7H0z" fill="#fff8e8" opacity=".3"/>`;
export const room = (y: number): Layers => [floor(y), skirting(y)];
export const desk = (y: number): Layers => [
  'W M22 150h7v50h-7zM171 150h7v50h-7z',
  `w M8 ${y}h184v9H8z`,
  `s M8 ${y + 9}h184v4H8z`,
];
