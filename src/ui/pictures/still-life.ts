import type { Item, ItemPicture } from '../../domain/item.ts';
import { oklabOf } from './colour.ts';
import type { Sitter, Still } from './drawings/drawing.ts';
import { stillOf } from './drawings/index.ts';
import type { Layers } from './kit/path.ts';
import { paintsOf } from './paints.ts';
import { BACKDROPS, floorBackdrop, tableBackdrop, wallBackdrop } from './render/backdrop.ts';
import { finishOf } from './render/finish.ts';
import { outlineOf, paintLayers } from './render/layers.ts';
import type { Brush } from './render/layers.ts';
import { lightId, SHADOW_ID } from './render/light.ts';
import { patternIds } from './render/patterns.ts';
import { propFor } from './render/props.ts';
import { sitterOf } from './render/sitter.ts';
import { textureId } from './render/textures.ts';

const FOOT = 168;
const MIDDLE = 100;
/** Half the width of what is usually low. */
const LOW = 66;
/** Darker than this, and shade is not seen on it. */
const DARK = 0.42;

export function brushFor(picture: ItemPicture, mirrored: boolean): Brush {
  const { shine, texture } = finishOf(picture.material);
  const dark = oklabOf(picture.colour).l < DARK;
  return {
    paints: paintsOf(picture),
    light: lightId(shine, mirrored),
    metal: lightId('metal', mirrored),
    plain: lightId('matt', mirrored),
    texture: texture === null ? null : textureId(texture, dark),
    pattern: patternIds(picture.pattern),
    clear: picture.material === 'glass',
  };
}

/** One piece is a little wider, the next a little taller; the foot stays where it is. */
function stance(sitter: Sitter, mirrored: boolean): string {
  const wide = (0.97 + 0.06 * sitter.variation) * (mirrored ? -1 : 1);
  const tall = 1.03 - 0.06 * sitter.variation;
  return `translate(${MIDDLE} ${FOOT}) scale(${wide.toFixed(4)} ${tall.toFixed(4)}) translate(${-MIDDLE} ${-FOOT})`;
}

/** The thing in its own proportions, without what is around it; its foot at (100, 168). */
export function drawThing([, ...layers]: Still, sitter: Sitter, brush: Brush, mirrored: boolean): string {
  return `<g stroke-linecap="round" stroke-linejoin="round" transform="${stance(sitter, mirrored)}">${paintLayers(layers, brush)}</g>`;
}

/** The soft shadow on the table; or, of what hangs or lies, its own outline on what is behind it. */
function shadowOf([cast, ...layers]: Still, sitter: Sitter, mirrored: boolean): string {
  if (cast > 0) {
    return `<ellipse cx="${MIDDLE + 7}" cy="${FOOT - 1}" rx="${cast + 17}" ry="11" fill="url(#${SHADOW_ID})"/>`;
  }
  const away = cast < 0 ? '3 4' : '6 6';
  return `<g transform="translate(${away}) ${stance(sitter, mirrored)}" fill="#1c1006" opacity=".14">${outlineOf(layers)}</g>`;
}

/**
 * Every second thing looks the other way. But what opens or is read from one side stays so; and light that is
 * drawn, not laid on, comes from the left.
 */
export function isMirrored(department: string, [, ...layers]: Still, sitter: Sitter): boolean {
  return sitter.way('side', 2) === 1 && !ONE_SIDED.has(department) && !isLit(layers);
}

const ONE_SIDED: ReadonlySet<string> = new Set(['Books', 'Desk']);

const isLit = (layers: Layers): boolean =>
  layers.some((layer) => (typeof layer === 'string' ? /^[she] ?M/.test(layer) : isLit(layer)));

/**
 * The thing itself in its own colours, material, pattern and proportions, as an SVG of 200 × 200 with a clear wall.
 * `small`: without texture and without company, which would only be noise. `view`: the part that is seen,
 * "x y width height".
 */
export function drawStillLife(
  item: Item,
  picture: ItemPicture,
  small: boolean,
  view = '0 0 200 200',
): string {
  const sitter = sitterOf(item, picture);
  const still = stillOf(item.department, picture.type, sitter);
  const [cast] = still;
  const mirrored = isMirrored(item.department, still, sitter);
  const brush = brushFor(picture, mirrored);
  // What is low and wide stands nearer to the middle of the picture.
  const lift = cast >= LOW ? 14 : cast >= LOW - 10 ? 7 : 0;
  const backdrop =
    cast > 0
      ? tableBackdrop(small ? 0 : sitter.way('wall', BACKDROPS), 146 - lift + sitter.way('table', 3) * 3)
      : cast === 0
        ? wallBackdrop(small ? 0 : sitter.way('wall', 3))
        : floorBackdrop();
  const company = small || cast <= 0 ? '' : propFor(item.department, cast, sitter);
  const thing = drawThing(still, sitter, small ? { ...brush, texture: null } : brush, mirrored);
  const standing = `${company}${shadowOf(still, sitter, mirrored)}${thing}`;
  const raised = lift === 0 ? standing : `<g transform="translate(0 ${-lift})">${standing}</g>`;
  return svgOf(backdrop + raised, view);
}

export const svgOf = (inside: string, view = '0 0 200 200'): string =>
  `<svg viewBox="${view}">${inside}</svg>`;
