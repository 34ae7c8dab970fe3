import type { Item, ItemPicture } from '../../../domain/item.ts';
import { e, r, times } from '../kit/path.ts';
import type { Layers } from '../kit/path.ts';
import { finishOf } from '../render/finish.ts';
import type { Texture } from '../render/finish.ts';
import { paintLayers } from '../render/layers.ts';
import { brushFor, svgOf } from '../still-life.ts';

const CLOTH: ReadonlySet<Texture | null> = new Set<Texture>([
  'knit',
  'weave',
  'ribs',
  'nap',
  'curls',
  'ripstop',
  'creases',
]);
/** Texture and pattern are seen from nearer than on the thing. */
const NEAR = 1.5;

/** A square cut with pinking shears. */
const TEETH = 13;
const pinked = (x: number, y: number, size: number): string => {
  const step = size / TEETH;
  const half = step / 2;
  return `M${x} ${y}${times(TEETH, () => `l${half} -3l${half} 3`)}${times(TEETH, () => `l3 ${half}l-3 ${half}`)}${times(TEETH, () => `l${-half} 3l${-half} -3`)}${times(TEETH, () => `l-3 ${-half}l3 ${-half}`)}z`;
};

/** What a thing is made of: a piece of its cloth, or a tile of its material, and the colours that are on it. */
export function drawSwatch(_item: Item, picture: ItemPicture): string {
  const { texture } = finishOf(picture.material);
  const cloth = CLOTH.has(texture);
  const large: Layers = cloth
    ? [`B${pinked(22, 22, 86)}`, 's M108 64v44H64q30-8 44-44z', 'l M108 108L84 108q20-4 24-24z']
    : [`d${r(21, 24, 90, 90, 5)}`, `B${r(21, 21, 90, 90, 5)}`, `h${r(21, 21, 90, 2, 1)}`];
  const dots: Layers = ['p', 'a', 'd', 'L'].map((paint, i) => `${paint}${e(48 + i * 36, 176, 12)}`);
  const ring = `2h${[0, 1, 2, 3].map((i) => e(48 + i * 36, 176, 12)).join('')}`;
  const brush = brushFor(picture, false);
  const shadow = '<path d="M34 40H178V176H40z" fill="#1c1006" opacity=".13"/>';
  return svgOf(
    `<g transform="translate(0 -12)">${shadow}<g stroke-linecap="round" stroke-linejoin="round" transform="scale(${NEAR})">${paintLayers(large, brush)}</g></g>${paintLayers([...dots, ring], brush)}`,
  );
}
