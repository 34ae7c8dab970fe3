import type { ItemPicture } from '../../domain/item.ts';
import { shade } from './colour.ts';

/** Colours of the paints that drawings name; see drawings/drawing.ts. */
export type Paints = Readonly<Record<string, string>>;

/** What is not of the thing's own colours: metal, brass, wood, ink, paper, lamplight, leaves. */
const OWN_COLOURS: Paints = {
  m: '#b3b7ba',
  M: '#83898d',
  n: '#c8a557',
  N: '#9c7c38',
  w: '#bd9263',
  W: '#8f6a43',
  k: '#322d2a',
  c: '#f1e8d6',
  C: '#dccfb4',
  g: '#ffdb8c',
  f: '#74915a',
  F: '#4f6b3f',
  s: 'rgb(20 12 4 / 0.16)',
  h: 'rgb(255 250 240 / 0.34)',
};

export function paintsOf({ colour, accent }: ItemPicture): Paints {
  return {
    ...OWN_COLOURS,
    b: colour,
    p: colour,
    d: shade(colour, -0.085),
    D: shade(colour, -0.16),
    l: shade(colour, 0.07),
    a: accent,
    A: shade(accent, -0.1),
  };
}
