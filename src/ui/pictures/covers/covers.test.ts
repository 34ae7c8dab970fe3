import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linearRgbOf } from '../colour.ts';
import { titleOf } from './cover-title.ts';
import { ornamentOf } from './genre.ts';
import { monogramOf, SIZES, sizeOf } from './lettering.ts';
import { ORNAMENTS } from './ornaments.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const cloths = read('./cloths.module.css');
const tokens = read('../../styles/tokens.css');

/** Relative luminance (WCAG 2.2) of `oklch(…)` or of a token. */
function luminance(value: string): number {
  const token = /var\(--([\w-]+)\)/.exec(value)?.[1];
  if (token !== undefined) return luminance(new RegExp(`--${token}:\\s*([^;]+);`).exec(tokens)![1]!);
  const [, l, chroma, hue] = /oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/.exec(value)!;
  const angle = (Number(hue) * Math.PI) / 180;
  const [r, g, b] = linearRgbOf({
    l: Number(l),
    a: Number(chroma) * Math.cos(angle),
    b: Number(chroma) * Math.sin(angle),
  }).map((channel) => Math.min(1, Math.max(0, channel)));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
const contrast = (one: string, other: string): number => {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
};

describe('titleOf', () => {
  test.each([
    ['Matrix, The (1999)', 'The Matrix'],
    ['Silence of the Lambs, The', 'The Silence of the Lambs'],
    ["Avventura, L' (1960)", "L'Avventura"],
    [
      'City of Lost Children, The (Cité des enfants perdus)',
      'The City of Lost Children (Cité des enfants perdus)',
    ],
    ['Good, the Bad and the Ugly', 'Good, the Bad and the Ugly'],
    ['2001: A Space Odyssey (1968)', '2001: A Space Odyssey'],
  ])('%s stands on its cover as %s', (title, cover) => {
    expect(titleOf(title)).toBe(cover);
  });
});

describe('lettering', () => {
  const plate = { wide: 76, high: 62 };

  test('a short title is as large as there is, a long one the smallest', () => {
    expect(SIZES[sizeOf('Heat', plate)]).toBe(17);
    expect(SIZES[sizeOf('To Wong Foo, Thanks for Everything! Julie Newmar'.repeat(6), plate)]).toBe(6);
  });

  test('a long word is never broken: at 0.54 a letter, 14 letters fit in 76 at 9.5', () => {
    // 14 × 0.54 × 9.5 = 71.8; at 11 it would be 83.2.
    expect(SIZES[sizeOf('Koyaanisqatsis', plate)]).toBe(9.5);
  });

  test('Chinese is as wide as it is high and may break anywhere', () => {
    expect(SIZES[sizeOf('霸王别姬', plate)]).toBe(17);
    expect(SIZES[sizeOf('霸王别姬', { wide: 64, high: 18 })]).toBe(12.5);
  });

  test.each([
    ['The Silence of the Lambs', 'SL'],
    ['Heat', 'Heat'],
    ['Restoration', 'R'],
    ['The Postman (Postino, Il)', 'P'],
    ['霸王别姬', '霸王'],
    ['2001: A Space Odyssey', '2S'],
    ['And Then There Were None', 'TT'],
  ])('%s on a stamp is %s', (title, monogram) => {
    expect(monogramOf(title)).toBe(monogram);
  });
});

describe('genres', () => {
  test.each([
    ['Film-Noir', [], 'blinds'],
    ['Drama', ['Western'], 'sun'],
    ['Drama', [], 'curtain'],
    ['Action', ['Sci-Fi'], 'burst'],
    ["Children's", ['Comedy'], 'shapes'],
    ['剧情', ['爱情'], 'arcs'],
    ['(no genres listed)', [], 'lattice'],
    ['Garden gnomes', [], 'lattice'],
  ] as const)('%s with %s is told by %s', (department, tags, ornament) => {
    expect(ornamentOf(department, tags)).toBe(ornament);
  });

  test('each ornament is drawn, from paths that are drawn to their end', () => {
    for (const drawn of Object.values(ORNAMENTS)) {
      const paths = Object.values(drawn);
      expect(paths.length).toBeGreaterThan(0);
      for (const path of paths) expect(path).toMatch(/^M[-MmLlHhVvQqAaZzTtCcSs\d ,.]+$/);
    }
  });
});

describe('cloths', () => {
  const all = [...cloths.matchAll(/\.(\w+) \{([^}]+)\}/g)].map(([, name, body]) => {
    const property = (wanted: string): string => new RegExp(`--${wanted}: ([^;]+);`).exec(body!)![1]!;
    return { name: name!, ground: property('ground'), letters: property('letters') };
  });

  test('there are 14', () => expect(all).toHaveLength(14));

  test.each(all)('the lettering on $name has a contrast of 4.5 or more', ({ ground, letters }) => {
    expect(contrast(ground, letters)).toBeGreaterThan(4.5);
  });
});
