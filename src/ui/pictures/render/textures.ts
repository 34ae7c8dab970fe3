import type { Texture } from './finish.ts';

interface Tile {
  readonly width: number;
  readonly height: number;
  /** Strokes of shade and of light, as paths; and spots of shade. */
  readonly shade?: string;
  readonly light?: string;
  readonly spots?: string;
  readonly stroke: number;
  readonly strength: number;
}

const TILES: Readonly<Record<Texture, Tile>> = {
  knit: {
    width: 8,
    height: 7,
    shade: 'M0 0l4 4.5L8 0M0 7l4 4.5L8 7',
    light: 'M0 3l4 4.5L8 3',
    stroke: 1.5,
    strength: 0.17,
  },
  weave: {
    width: 5,
    height: 5,
    shade: 'M0 1h2.500M2.500 3.500h2.500M3.500 0v2.500',
    stroke: 0.7,
    strength: 0.12,
  },
  ribs: { width: 6, height: 20, shade: 'M1 0v20', light: 'M4 0v20', stroke: 1.8, strength: 0.14 },
  nap: {
    width: 13,
    height: 11,
    shade: 'M2 2l1.500 1M8 5l1.500-1M4 9l1.500.500M11 9.500l1 .800',
    light: 'M6 1l1.500.600M11 3l1 .600',
    stroke: 0.9,
    strength: 0.15,
  },
  curls: {
    width: 17,
    height: 14,
    shade: 'M2 5q3-5 6 0t-3 3M10 12q3-5 6 0t-3 2',
    light: 'M9 3q3-4 6 0M1 11q3-4 6 0',
    stroke: 1.3,
    strength: 0.2,
  },
  wicker: {
    width: 16,
    height: 12,
    shade: 'M0 1h7M9 1h7M0 7q2-1.500 4-1.500M4 5.500h8q2 .500 4 1.500M8 0v6M0 6v6M16 6v6',
    light: 'M1 3h6M9 3h6M0 9h3M5 9h6M13 9h3',
    stroke: 1.5,
    strength: 0.24,
  },
  specks: {
    width: 33,
    height: 29,
    spots:
      'M4 5h1.500v1.500H4zM17 9h1.200v1.200H17zM27 3h1.600v1.600h-1.600zM9 19h1.200v1.200H9zM22 23h1.700v1.700H22zM30 16h1v1h-1zM14 26h1v1h-1z',
    stroke: 0,
    strength: 0.42,
  },
  hammered: {
    width: 15,
    height: 15,
    shade: 'M2 6a4 4 0 0 0 6 2M9 13a4 4 0 0 0 5 1',
    light: 'M1 4a4 4 0 0 1 5-2M9 11a4 4 0 0 1 4-3',
    stroke: 0.9,
    strength: 0.16,
  },
  brushed: {
    width: 60,
    height: 9,
    shade: 'M0 1h22M30 4h26M8 7h30',
    light: 'M24 2h30M2 5h24',
    stroke: 0.5,
    strength: 0.16,
  },
  grain: {
    width: 96,
    height: 30,
    shade:
      'M0 4q24 5 48 0t48 0M0 11q20-5 40 0 8 2 14 0 20-5 42 0M0 19q26 4 40 0 12-5 24 0 16 4 32 0M0 26q30-4 52 0t44 0M56 15q8-3 15 0-7 3-15 0z',
    light: 'M0 7q24 5 48 0t48 0M0 22q26 4 50 0t46 0',
    stroke: 1.1,
    strength: 0.17,
  },
  nodes: {
    width: 22,
    height: 64,
    shade: 'M0 0v64M11 0v64M0 20q5 3 11 0M11 46q5 3 11 0',
    light: 'M0 22.500q5 3 11 0M11 48.500q5 3 11 0',
    stroke: 1,
    strength: 0.2,
  },
  veins: {
    width: 90,
    height: 70,
    shade: 'M-5 12q20 8 34 30t64 14M30 42q-4 12-14 20M52 54q14-22 44-30M0 60q16 2 24 14',
    stroke: 1,
    strength: 0.16,
  },
  ripstop: { width: 9, height: 9, shade: 'M0 0h9M0 0v9', stroke: 0.6, strength: 0.1 },
  creases: {
    width: 74,
    height: 62,
    shade: 'M6 14l18 6 10-4M44 40l16-8 10 4M12 50l14-4',
    light: 'M6 15.500l18 6 10-4M44 41.500l16-8 10 4',
    stroke: 0.9,
    strength: 0.17,
  },
  dust: {
    width: 31,
    height: 27,
    spots:
      'M3 4h.900v.900H3zM14 8h.800v.800H14zM24 3h.900v.900H24zM8 15h.800v.800H8zM20 19h1v1H20zM28 13h.800v.800H28zM11 23h.900v.900H11z',
    stroke: 0,
    strength: 0.3,
  },
};

const TEXTURES = Object.keys(TILES) as Texture[];

/** Id of a texture; `dark`: the thing is too dark for shade to be seen on it. */
export const textureId = (texture: Texture, dark: boolean): string => `hb-${texture}${dark ? '-dark' : ''}`;

/** All textures, for light things and for dark ones. */
export const textureDefs = (): string =>
  TEXTURES.map((texture) => tileOf(texture, false) + tileOf(texture, true)).join('');

function tileOf(texture: Texture, dark: boolean): string {
  const { width, height, shade, light, spots, stroke, strength } = TILES[texture];
  const ink = dark ? `rgb(255 244 224 / ${(strength * 0.7).toFixed(2)})` : `rgb(34 18 4 / ${strength})`;
  const gleam = `rgb(255 248 232 / ${(dark ? strength * 0.5 : strength * 0.9).toFixed(2)})`;
  const lines =
    (shade ? `<path d="${shade}" fill="none" stroke="${ink}" stroke-width="${stroke}"/>` : '') +
    (light ? `<path d="${light}" fill="none" stroke="${gleam}" stroke-width="${stroke}"/>` : '') +
    (spots ? `<path d="${spots}" fill="${ink}"/>` : '');
  return `<pattern id="${textureId(texture, dark)}" width="${width}" height="${height}" patternUnits="userSpaceOnUse">${lines}</pattern>`;
}
