import { describe, expect, test } from 'vitest';
import { DEPARTMENTS } from '../../datasets/demo-shop/words/departments/index.ts';
import { COLOURS } from '../../datasets/demo-shop/words/colours.ts';
import { distance, hexOf, oklabOf, shade } from './colour.ts';
import { titleOf } from './cover-title.ts';
import { DRAWINGS, PARCEL } from './drawings/index.ts';
import { e, r } from './drawings/drawing.ts';
import { hashOf } from './hash.ts';
import { paintsOf } from './paints.ts';
import { WALLS, wallOf } from './wall.ts';

const PAINTS = paintsOf({
  type: '',
  material: '',
  colour: '#b8402f',
  accent: '#f0e6d0',
  pattern: 'plain',
  variation: 0,
});

describe('drawings', () => {
  const all = Object.entries({ ...DRAWINGS, parcel: PARCEL });

  test('every type of the demo shop has one', () => {
    const types = DEPARTMENTS.flatMap((department) => department.types.map((type) => type.drawn ?? type.id));
    expect(types.length).toBeGreaterThan(100);
    expect(types.filter((type) => !DRAWINGS[type])).toEqual([]);
  });

  test.each(all)(
    'each layer of %s is a known paint and a path that is drawn to its end',
    (_type, [cast, ...layers]) => {
      expect(cast).toBeGreaterThanOrEqual(0);
      expect(layers.length).toBeGreaterThan(2);
      expect(new Set(layers).size).toBe(layers.length);
      const strange = layers.filter((layer) => {
        const [, paint] = /^\d*([A-Za-z]) ?M[-MmLlHhVvQqAaZzTtCcSs\d ,.]+$/.exec(layer) ?? [];
        return paint === undefined || !(paint === 'B' || paint in PAINTS);
      });
      expect(strange).toEqual([]);
    },
  );

  test('an ellipse and a rectangle close where they began', () => {
    expect(e(10, 10, 4, 2)).toBe('M6 10a4 2 0 1 0 8 0a4 2 0 1 0 -8 0z');
    expect(r(0, 0, 10, 6, 1)).toBe('M1 0h8q1 0 1 1v4q0 1 -1 1h-8q-1 0 -1 -1v-4q0 -1 1 -1z');
  });
});

describe('colours', () => {
  test('OKLab of white is (1, 0, 0) and of #ff0000 (0.628, 0.225, 0.126)', () => {
    const white = oklabOf('#ffffff');
    expect(white.l).toBeCloseTo(1, 4);
    expect(white.a).toBeCloseTo(0, 4);
    const red = oklabOf('#ff0000');
    expect([red.l, red.a, red.b].map((part) => part.toFixed(3))).toEqual(['0.628', '0.225', '0.126']);
  });

  test('a colour comes back from OKLab as it was', () => {
    for (const { hex } of Object.values(COLOURS)) expect(hexOf(oklabOf(hex))).toBe(hex);
  });

  test('shade darkens and lightens, and stays a colour at the ends', () => {
    expect(oklabOf(shade('#b8402f', -0.1)).l).toBeLessThan(oklabOf('#b8402f').l);
    expect(shade('#ffffff', 0.2)).toMatch(/^#[0-9a-f]{6}$/);
    expect(oklabOf(shade('#000000', -0.2)).l).toBeCloseTo(0.1, 1);
  });
});

describe('walls', () => {
  test.each(Object.entries(COLOURS))(
    'a thing in %s stands out from each wall it may get',
    (_name, { hex }) => {
      for (let i = 0; i < 40; i++) {
        const wall = WALLS[wallOf(hex, `thing-${i}`)]!;
        expect(distance(wall, oklabOf(hex))).toBeGreaterThan(0.1);
      }
    },
  );

  test('the same thing always gets the same wall, and things differ', () => {
    const walls = Array.from({ length: 40 }, (_, i) => wallOf('#b8402f', `thing-${i}`));
    expect(walls).toEqual(Array.from({ length: 40 }, (_, i) => wallOf('#b8402f', `thing-${i}`)));
    expect(new Set(walls).size).toBeGreaterThan(4);
  });

  test('FNV-1a of the empty text and of "a" are 2166136261 and 3826002220', () => {
    expect(hashOf('')).toBe(2_166_136_261);
    expect(hashOf('a')).toBe(3_826_002_220);
  });
});

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
