import type { ItemPicture } from '../../domain/item.ts';
import { shade } from './colour.ts';
import { BEAM_ID } from './render/light.ts';

/** Colours of the paints that drawings name; see kit/path.ts. */
export type Paints = Readonly<Record<string, string>>;

/** What is not of the thing's own colours. */
const OWN_COLOURS: Paints = {
  m: '#b3b7ba',
  M: '#7d8388',
  n: '#c8a557',
  N: '#957434',
  w: '#bd9263',
  W: '#8f6a43',
  x: '#4a4642',
  X: '#2f2c2a',
  k: '#322d2a',
  c: '#f1e8d6',
  C: '#dccfb4',
  i: '#faf7f0',
  g: '#ffdb8c',
  e: `url(#${BEAM_ID})`,
  f: '#7f9c62',
  F: '#557045',
  v: '#b8463a',
  o: '#d1813f',
  y: '#e2b450',
  u: '#86a9c4',
  j: '#744a66',
  t: '#b9704c',
  T: '#5f4534',
  G: 'rgb(236 246 242 / 0.34)',
  s: 'rgb(20 12 4 / 0.16)',
  h: 'rgb(255 250 240 / 0.36)',
};

/** Enamel is dipped twice, and its rim is left in the dark first coat. */
const ENAMEL_RIM = '#2a2c36';

/** What is behind shows through, in shade and in light alike. */
const CLEAR: Paints = {
  d: 'rgb(38 72 70 / 0.22)',
  D: 'rgb(38 72 70 / 0.16)',
  l: 'rgb(255 255 250 / 0.4)',
  L: 'rgb(255 255 250 / 0.6)',
  z: 'rgb(255 255 250 / 0.55)',
};

/** An imported picture's colour goes into markup: nothing but a colour may. */
const hexIn = (text: string): string => (/^#[0-9a-f]{6}$/i.test(text) ? text : '#b9b4aa');

export function paintsOf(picture: ItemPicture): Paints {
  const { material } = picture;
  const colour = hexIn(picture.colour);
  const accent = hexIn(picture.accent);
  const own = { ...OWN_COLOURS, B: colour, O: colour, b: colour, p: colour, a: accent, q: accent };
  if (material === 'glass') return { ...own, ...CLEAR, A: shade(accent, -0.1) };
  return {
    ...own,
    d: shade(colour, -0.085),
    D: shade(colour, -0.16),
    l: shade(colour, 0.07),
    L: shade(colour, 0.13),
    z: material === 'enamel' ? ENAMEL_RIM : shade(colour, 0.06),
    A: shade(accent, -0.1),
  };
}
