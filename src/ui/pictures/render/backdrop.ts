/**
 * Where a still life stands: translucent, so that the wall behind it is the page's and may change with the theme.
 */

const TABLE = 'rgb(70 44 22 / 0.17)';
const EDGE = 'rgb(255 248 232 / 0.22)';
const LIT = 'rgb(255 246 222 / 0.2)';
const UNLIT = 'rgb(60 38 20 / 0.07)';

/** Light and shape on the wall, at most one of them, and never behind a small picture. */
const WALLS: readonly string[] = [
  '',
  // Light of a window that falls in from the left.
  `<path d="M26-10L76-10 132 150H82zM84-10H134L190 150H140z" fill="${LIT}"/>`,
  // The light of a lamp.
  `<circle cx="64" cy="62" r="86" fill="${LIT}"/>`,
  // A wall painted to half its height.
  `<path d="M0 104H200V152H0z" fill="${UNLIT}"/>`,
  // A niche.
  `<path d="M34 152V92a66 66 0 0 1 132 0v60z" fill="${UNLIT}"/>`,
  '',
];

/** A table whose far edge is at `edge`, before one of the walls. */
export function tableBackdrop(way: number, edge: number): string {
  return `${WALLS[way % WALLS.length]}<path d="M0 ${edge}h200v${200 - edge}H0z" fill="${TABLE}"/><path d="M0 ${edge}h200v1H0z" fill="${EDGE}"/>`;
}

export const BACKDROPS: number = WALLS.length;

/** A wall with nothing before it: something hangs here. */
export const wallBackdrop = (way: number): string => WALLS[way % 3] ?? '';

/** A floor, seen from a little above. */
export function floorBackdrop(): string {
  return `<path d="M0 84h200v116H0z" fill="${TABLE}"/><path d="M0 78h200v6H0z" fill="${EDGE}"/>`;
}
