import type { ItemPicture } from '../../../domain/item.ts';

/** A named colour: its sRGB, and where it lies on three axes of taste, each −1 … 1. */
export interface Colour {
  readonly hex: string;
  readonly warmth: number;
  readonly lightness: number;
  readonly vividness: number;
}

const c = (hex: string, warmth: number, lightness: number, vividness: number): Colour => ({
  hex,
  warmth,
  lightness,
  vividness,
});

export type ColourName =
  | 'red'
  | 'rust'
  | 'terracotta'
  | 'ochre'
  | 'mustard'
  | 'butter yellow'
  | 'cream'
  | 'oat'
  | 'white'
  | 'dove grey'
  | 'slate'
  | 'charcoal'
  | 'black'
  | 'ink blue'
  | 'sky blue'
  | 'duck-egg blue'
  | 'teal'
  | 'sage'
  | 'moss'
  | 'forest green'
  | 'plum'
  | 'rose'
  | 'lilac'
  | 'brown'
  | 'tan'
  | 'chestnut';

export const COLOURS: Readonly<Record<ColourName, Colour>> = {
  red: c('#b8402f', 0.9, -0.2, 0.9),
  rust: c('#a6542f', 0.9, -0.3, 0.5),
  terracotta: c('#c2704a', 0.8, 0, 0.5),
  ochre: c('#c8963e', 0.7, 0.1, 0.6),
  mustard: c('#d2a033', 0.7, 0.2, 0.8),
  'butter yellow': c('#ecd28a', 0.6, 0.8, 0.4),
  cream: c('#f0e6d0', 0.4, 0.9, -0.7),
  oat: c('#d9c7a7', 0.4, 0.6, -0.7),
  white: c('#f6f3ec', 0, 1, -0.9),
  'dove grey': c('#b9b4aa', -0.1, 0.4, -0.9),
  slate: c('#5d6670', -0.5, -0.4, -0.6),
  charcoal: c('#3b3a39', -0.2, -0.8, -0.9),
  black: c('#24211f', -0.1, -1, -0.8),
  'ink blue': c('#2b3a55', -0.8, -0.8, 0.2),
  'sky blue': c('#8fb3cc', -0.8, 0.5, 0.3),
  'duck-egg blue': c('#b7cfc5', -0.5, 0.7, -0.1),
  teal: c('#2f6d70', -0.7, -0.4, 0.5),
  sage: c('#9caf88', -0.2, 0.3, -0.1),
  moss: c('#6b7a3f', 0.1, -0.3, 0.2),
  'forest green': c('#2f5a43', -0.4, -0.6, 0.4),
  plum: c('#6b3a55', 0.2, -0.6, 0.5),
  rose: c('#cf8f8c', 0.6, 0.3, 0.3),
  lilac: c('#b3a0c4', -0.2, 0.4, 0.3),
  brown: c('#6d4a33', 0.6, -0.6, -0.3),
  tan: c('#b5814e', 0.7, 0, 0),
  chestnut: c('#7a4a2e', 0.7, -0.5, 0.1),
};

/** Colours that a kind of maker keeps; a product type names one of these. */
export type PaletteName = 'glaze' | 'cloth' | 'hide' | 'trail' | 'paint' | 'play' | 'paper';

export const PALETTES: Readonly<Record<PaletteName, readonly ColourName[]>> = {
  glaze: [
    'red',
    'cream',
    'ink blue',
    'sage',
    'mustard',
    'duck-egg blue',
    'charcoal',
    'forest green',
    'rose',
    'white',
  ],
  cloth: [
    'oat',
    'moss',
    'rust',
    'ink blue',
    'cream',
    'plum',
    'sage',
    'ochre',
    'dove grey',
    'rose',
    'teal',
    'charcoal',
  ],
  hide: ['tan', 'chestnut', 'brown', 'black'],
  trail: ['moss', 'terracotta', 'slate', 'teal', 'mustard', 'ink blue', 'red', 'forest green', 'black'],
  paint: ['forest green', 'red', 'cream', 'slate', 'sky blue', 'butter yellow', 'black', 'sage'],
  play: ['red', 'mustard', 'sky blue', 'forest green', 'rose', 'teal', 'lilac', 'butter yellow'],
  paper: [
    'ink blue',
    'forest green',
    'terracotta',
    'mustard',
    'plum',
    'cream',
    'teal',
    'black',
    'rose',
    'slate',
  ],
};

/** Second colours: what a maker would pair with a light and with a dark ground. */
export const ACCENTS_ON_LIGHT: readonly ColourName[] = [
  'ink blue',
  'rust',
  'forest green',
  'charcoal',
  'plum',
];
export const ACCENTS_ON_DARK: readonly ColourName[] = [
  'cream',
  'oat',
  'butter yellow',
  'duck-egg blue',
  'rose',
];

/** How a pattern is said in a title. '' where it goes without saying. */
export const PATTERN_WORDS: Readonly<Record<ItemPicture['pattern'], string>> = {
  plain: '',
  stripes: 'striped',
  dots: 'spotted',
  checks: 'checked',
  grain: '',
  leaf: 'leaf-print',
};
