/**
 * A still life: half the width of the shadow under it, then its layers from back to front. A layer is a paint
 * and a path in a square of 200, the table's far edge at 150 and the thing's foot at 168. With a number before
 * the paint the path is a stroke of that width.
 *
 * Paints: B body with pattern and shaded side · b body with shaded side · p body, flat · d D shade and deep
 * shade of the body · l light of the body · a A accent and its shade · m M metal · n N brass · w W wood ·
 * k ink · c C paper · g lamplight · f F leaf · s shade and h light on whatever is behind.
 */
export type Drawing = readonly [cast: number, ...layers: string[]];

/** Path of an ellipse. */
export const e = (cx: number, cy: number, rx: number, ry: number = rx): string =>
  `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`;

/** Path of a rectangle with rounded corners. */
export const r = (x: number, y: number, w: number, h: number, c = 4): string =>
  `M${x + c} ${y}h${w - 2 * c}q${c} 0 ${c} ${c}v${h - 2 * c}q0 ${c} ${-c} ${c}h${2 * c - w}q${-c} 0 ${-c} ${-c}v${2 * c - h}q0 ${-c} ${c} ${-c}z`;
