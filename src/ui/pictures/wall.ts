import { distance, oklabOf } from './colour.ts';
import type { Oklab } from './colour.ts';
import { hashOf } from './hash.ts';

/**
 * Walls by day, as in still-life.module.css, which also says what they are at night. A thing stands before one that it
 * is seen against.
 */
export const WALLS: readonly Oklab[] = [
  wall(0.9, 0.032, 82),
  wall(0.885, 0.03, 45),
  wall(0.885, 0.028, 135),
  wall(0.88, 0.026, 230),
  wall(0.77, 0.05, 62),
  wall(0.74, 0.038, 150),
  wall(0.72, 0.035, 245),
];

/** Less than this between a thing and its wall, and the thing melts into it. */
const CLEAR = 0.14;

function wall(l: number, chroma: number, hue: number): Oklab {
  const angle = (hue * Math.PI) / 180;
  return { l, a: chroma * Math.cos(angle), b: chroma * Math.sin(angle) };
}

/** Number of the wall for a thing of a colour, from 0; the same for the same thing. */
export function wallOf(colour: string, id: string): number {
  const thing = oklabOf(colour);
  const walls = WALLS.map((one, number) => ({ number, far: distance(one, thing) }));
  walls.sort((a, b) => b.far - a.far);
  const clear = walls.filter(({ far }) => far >= CLEAR);
  const choice = clear.length > 0 ? clear : walls.slice(0, 1);
  return choice[hashOf(id) % choice.length]?.number ?? 0;
}
