import type { Item, ItemPicture } from '../../../domain/item.ts';
import { stillOf } from '../drawings/index.ts';
import { paintLayers } from '../render/layers.ts';
import { SHADOW_ID } from '../render/light.ts';
import { sitterOf } from '../render/sitter.ts';
import { brushFor, drawThing, isMirrored, svgOf } from '../still-life.ts';
import type { Scene } from './scene.ts';
import { SCENES } from './scenes.ts';
import { centimetresOf } from './sizes.ts';

/** A thing is never so small that it cannot be seen, nor larger than its room. */
const SMALLEST = 0.25;
const LARGEST = 0.86;
/** What hangs leaves its wall to be seen. */
const LARGEST_ON_WALL = 0.58;
/** Wider than this, in cm, and a thing stands on the floor. */
const FOR_THE_FLOOR = 64;
const FOOT = 168;
/** The middle of what hangs. */
const MIDDLE = 100;

/** The thing where it would be at home: in a quiet room of its department, in the evening, in its own size. */
export function drawRoom(item: Item, picture: ItemPicture): string {
  const scene: Scene = SCENES[item.department] ?? SCENES['Living Room']!;
  const sitter = sitterOf(item, picture);
  const still = stillOf(item.department, picture.type, sitter);
  const [cast] = still;
  const wide = centimetresOf(picture.type);
  const size = Math.min(
    cast === 0 ? LARGEST_ON_WALL : LARGEST,
    Math.max(SMALLEST, (wide * scene.scale) / 200),
  );
  const [x, y] = cast === 0 ? scene.wall : cast < 0 || wide > FOR_THE_FLOOR ? scene.floor : scene.table;
  // What would stick out below or beside the picture is moved back into it.
  const half = 92 * size;
  const stands = Math.min(196, Math.max(cast === 0 ? 100 * size : FOOT * size, y));
  const middle = Math.min(200 - half, Math.max(half, x));
  const anchor = cast === 0 ? MIDDLE : FOOT;
  const mirrored = isMirrored(item.department, still, sitter);
  const shadow =
    cast > 0
      ? `<ellipse cx="${(middle + 4 * size).toFixed(1)}" cy="${stands}" rx="${((cast + 16) * size).toFixed(1)}" ry="${(10 * size).toFixed(1)}" fill="url(#${SHADOW_ID})"/>`
      : '';
  return svgOf(
    `<g stroke-linecap="round" stroke-linejoin="round">${paintLayers(scene.layers, brushFor(picture, false))}</g>${shadow}<g transform="translate(${(middle - 100 * size).toFixed(1)} ${(stands - anchor * size).toFixed(1)}) scale(${size.toFixed(3)})">${drawThing(still, sitter, brushFor(picture, mirrored), mirrored)}</g>`,
  );
}
