import { at } from '../path.ts';
import type { Layers } from '../path.ts';
import { CREATURES } from './creatures.ts';
import { FLOWERS_AND_FRUIT } from './flowers-and-fruit.ts';
import { HARVEST } from './harvest.ts';
import { THINGS } from './things.ts';

/** Small signs for labels, boxes and cards, about (0, 0) and no larger than 20 to each side. */
export const MOTIFS: Readonly<Record<string, Layers>> = {
  ...FLOWERS_AND_FRUIT,
  ...HARVEST,
  ...CREATURES,
  ...THINGS,
};

/** A motif at a place; `scale` 1 is about 36 across. A name that is none is a mistake of the drawing, and throws. */
export const motif = (name: string, x: number, y: number, scale = 1): Layers =>
  at(x, y, scale, ...MOTIFS[name]!);
