/**
 * What is drawn, from back to front, in a square of 200. A layer is a paint and a path; with a number before the
 * paint the path is a stroke of that width, with a minus before the number a dashed one (a seam). What begins
 * with `<` is markup, for groups.
 *
 * Paints: B body, with texture, pattern and light · O the same on something round, where stripes bend · b body
 * without pattern · p body, flat · d D shade and deep shade of the body · l L light of the body · z its rim ·
 * a A accent and its shade · q accent, lit · w W wood · m M metal · n N brass · x X iron · k ink · c C paper ·
 * G clear glass · g lamplight · e a beam that fades downwards · f F leaf · v red · o orange · y yellow · u blue · j plum · i white · t clay ·
 * T earth · s shade and h light on whatever is behind.
 */
export type Layers = readonly (string | Layers)[];

const n = (value: number): string => String(Math.round(value * 10) / 10);

/** Path of an ellipse. */
export const e = (cx: number, cy: number, rx: number, ry: number = rx): string =>
  `M${n(cx - rx)} ${n(cy)}a${n(rx)} ${n(ry)} 0 1 0 ${n(2 * rx)} 0a${n(rx)} ${n(ry)} 0 1 0 ${n(-2 * rx)} 0z`;

/** Path of a rectangle with rounded corners. */
export const r = (x: number, y: number, w: number, h: number, c = 4): string =>
  `M${n(x + c)} ${n(y)}h${n(w - 2 * c)}q${n(c)} 0 ${n(c)} ${n(c)}v${n(h - 2 * c)}q0 ${n(c)} ${n(-c)} ${n(c)}h${n(2 * c - w)}q${n(-c)} 0 ${n(-c)} ${n(-c)}v${n(2 * c - h)}q0 ${n(-c)} ${n(c)} ${n(-c)}z`;

/** Path of something `count` times; `i` from 0. */
export const times = (count: number, path: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => path(i)).join('');

/** Layers moved, sized about the origin, and turned (degrees); `sx` negative mirrors. */
export function at(
  x: number,
  y: number,
  scale: number | readonly [sx: number, sy: number],
  ...layers: Layers
): Layers {
  const [sx, sy] = typeof scale === 'number' ? [scale, scale] : scale;
  return [`<g transform="translate(${n(x)} ${n(y)}) scale(${sx} ${sy})">`, ...layers, '</g>'];
}

/** Layers turned by degrees about a point. */
export const turn = (degrees: number, x: number, y: number, ...layers: Layers): Layers => [
  `<g transform="rotate(${degrees} ${x} ${y})">`,
  ...layers,
  '</g>',
];

/** Layers as one of several, the foot of each at `y`: for sets. */
export const placed = (x: number, y: number, scale: number, foot: number, ...layers: Layers): Layers =>
  at(x - 100 * scale, y - foot * scale, scale, ...layers);
