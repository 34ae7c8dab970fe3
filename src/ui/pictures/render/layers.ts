import type { Layers } from '../kit/path.ts';
import type { Paints } from '../paints.ts';
import { textureId } from './textures.ts';

/** What the bodies of one picture are painted with: colours, and ids of what `pictureDefs` defines. */
export interface Brush {
  readonly paints: Paints;
  readonly light: string;
  /** Light on metal, whatever the thing itself is made of. */
  readonly metal: string;
  /** Light on wood, cloth and paper that are not the thing's own. */
  readonly plain: string;
  readonly texture: string | null;
  /** Masks of the pattern. */
  readonly pattern: { readonly flat: string; readonly round: string } | null;
  readonly clear: boolean;
}

/** Wood that is not the thing's own material. */
const WOOD = textureId('grain', false);

/** A dash and the width of a stroke, the paint, the path. */
const LAYER = /^(-?)([\d.]*)([A-Za-z]) ?(M.*)$/;

/** SVG of the layers, from back to front. A layer that is none of these is left out. */
export function paintLayers(layers: Layers, brush: Brush): string {
  let svg = '';
  for (const layer of layers) {
    if (typeof layer !== 'string') svg += paintLayers(layer, brush);
    else if (layer.startsWith('<')) svg += layer;
    else svg += paintLayer(layer, brush);
  }
  return svg;
}

function paintLayer(layer: string, brush: Brush): string {
  const [, dash = '', width = '', paint = '', path = ''] = LAYER.exec(layer) ?? [];
  const colour = brush.paints[paint];
  if (colour === undefined) return '';
  if (width !== '') {
    const seam = dash === '' ? '' : ' stroke-dasharray="4 4"';
    return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}"${seam}/>`;
  }
  const fill = (paintOf: string): string => `<path d="${path}" fill="${paintOf}"/>`;
  const over = (id: string | null): string => (id === null ? '' : fill(`url(#${id})`));
  switch (paint) {
    case 'B':
    case 'O':
    case 'b': {
      const mask = paint === 'b' ? undefined : brush.pattern?.[paint === 'B' ? 'flat' : 'round'];
      const printed =
        mask === undefined ? '' : `<path d="${path}" fill="${brush.paints['a']}" mask="url(#${mask})"/>`;
      const base = brush.clear
        ? `<path d="${path}" fill="${colour}" fill-opacity=".42" stroke="#fffef6" stroke-opacity=".55" stroke-width="1.500"/>`
        : fill(colour);
      return base + printed + over(brush.texture) + over(brush.light);
    }
    case 'm':
    case 'n':
      return fill(colour) + over(brush.metal);
    case 'w':
      return fill(colour) + over(WOOD) + over(brush.plain);
    case 'q':
    case 'x':
    case 'c':
    case 't':
      return fill(colour) + over(brush.plain);
    default:
      return fill(colour);
  }
}

/** The bodies as markup without colours, for the shadow of what hangs before a wall. */
export function outlineOf(layers: Layers): string {
  let svg = '';
  for (const layer of layers) {
    if (typeof layer !== 'string') svg += outlineOf(layer);
    else if (layer.startsWith('<')) svg += layer;
    else {
      const path = /^[BObwmnqxct] ?(M.*)$/.exec(layer)?.[1];
      if (path !== undefined) svg += `<path d="${path}"/>`;
    }
  }
  return svg;
}
