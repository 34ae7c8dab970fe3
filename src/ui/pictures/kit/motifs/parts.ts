import { e, turn } from '../path.ts';
import type { Layers } from '../path.ts';

/** Two leaves at the foot of a stalk. */
export const leafPair = (y: number): string => `F M0 ${y}q-9-2-10-11 9 1 10 11zM0 ${y}q9-2 10-11-9 1-10 11z`;
/** Petals about (0, 0). */
export const petals = (count: number, long: number, wide: number, paint: string): Layers =>
  Array.from({ length: count }, (_, i) =>
    turn((360 / count) * i, 0, 0, `${paint}${e(0, -long * 0.6, wide, long * 0.6)}`),
  ).flat();
export const stalk: string = '2F M0 18V-2';
/** A round fruit. */
export const round = (paint: string, shine = true): Layers => [
  `${paint}${e(0, 2, 14)}`,
  ...(shine ? [`h${e(-5, -3, 4, 5)}`] : []),
];
