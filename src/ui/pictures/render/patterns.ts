/**
 * What is woven into or printed on a thing, as masks: white where the second colour is. One mask serves every
 * colour, so that all pictures of a page share them.
 */
type Printed = 'stripes' | 'dots' | 'checks' | 'leaf';

/** Where the dots of a round thing stand: closer towards its edges, as they are seen. */
const ROUND_DOTS = [-80, -54, -27, 0, 27, 54, 80].map((degrees) => {
  const angle = (degrees * Math.PI) / 180;
  return {
    x: 100 + 52 * Math.sin(angle),
    w: 3.2 * Math.max(0.35, Math.cos(angle)),
    drop: 4 * Math.cos(angle),
  };
});

const f = (value: number): string => String(Math.round(value * 10) / 10);
const dot = (x: number, y: number, w: number, h: number): string =>
  `M${f(x - w)} ${f(y)}a${f(w)} ${f(h)} 0 1 0 ${f(2 * w)} 0a${f(w)} ${f(h)} 0 1 0 ${f(-2 * w)} 0z`;
const leaf = (x: number, y: number, turned: number): string =>
  `<g transform="translate(${x} ${y}) rotate(${turned})"><path d="M0 7Q-6 0 0-9Q6 0 0 7z"/><path d="M0 10V-4M0 3l-5-3M0 3l5-3" fill="none" stroke="#fff" stroke-width=".9"/></g>`;
const roundDots = ROUND_DOTS.map(({ x, w, drop }, i) => dot(x, (i % 2) * 11 + 5 + drop, w, 3.2)).join('');

const FLAT: Readonly<Record<Printed, readonly [width: number, height: number, inside: string]>> = {
  stripes: [18, 18, '<path d="M0 3h18v5H0zM0 11h18v1.500H0z" opacity=".9"/>'],
  dots: [20, 20, `<path d="${dot(5, 5, 2.8, 2.8)}${dot(15, 15, 2.8, 2.8)}"/>`],
  checks: [
    24,
    24,
    '<path d="M0 3h24v8H0zM3 0h8v24H3z" opacity=".38"/><path d="M0 18h24v1.500H0zM18 0h1.500v24H18z" opacity=".7"/>',
  ],
  leaf: [32, 36, leaf(10, 12, -30) + leaf(26, 30, 35)],
};

/** The same on something turned: stripes bend around it, dots narrow towards its edges. */
const ROUND: typeof FLAT = {
  ...FLAT,
  stripes: [
    200,
    22,
    '<path d="M0-17Q100 13 200-17M0 5Q100 35 200 5" fill="none" stroke="#fff" stroke-width="6"/><path d="M0-8Q100 22 200-8M0 14Q100 44 200 14" fill="none" stroke="#fff" stroke-width="1.500"/>',
  ],
  dots: [200, 22, `<path d="${roundDots}"/>`],
};

const PRINTED: readonly Printed[] = ['stripes', 'dots', 'checks', 'leaf'];
const isPrinted = (pattern: string): pattern is Printed => PRINTED.includes(pattern as Printed);

/** Ids of the masks of a pattern on flat and on round things; null for what is plain, and for grain. */
export function patternIds(pattern: string): { readonly flat: string; readonly round: string } | null {
  if (!isPrinted(pattern)) return null;
  return { flat: `hb-${pattern}`, round: `hb-round-${pattern}` };
}

/** All masks. */
export const patternDefs = (): string =>
  PRINTED.map((kind) => mask(`hb-${kind}`, FLAT[kind]) + mask(`hb-round-${kind}`, ROUND[kind])).join('');

function mask(id: string, [width, height, inside]: readonly [number, number, string]): string {
  return (
    `<pattern id="${id}-tile" width="${width}" height="${height}" patternUnits="userSpaceOnUse"><g fill="#fff">${inside}</g></pattern>` +
    `<mask id="${id}" maskUnits="userSpaceOnUse" x="-100" y="-100" width="400" height="400"><path d="M-100-100h400v400h-400z" fill="url(#${id}-tile)"/></mask>`
  );
}
