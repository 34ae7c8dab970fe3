import { describe, expect, test } from 'vitest';
import { COLOURS } from '../../datasets/demo-shop/words/colours.ts';
import { distance, hexOf, oklabOf, shade } from './colour.ts';
import { hashOf } from './hash.ts';
import { paintsOf } from './paints.ts';
import { WALLS, wallOf } from './wall.ts';

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

  test('what is no colour never reaches the markup', () => {
    const paints = paintsOf({
      type: 'mug',
      material: 'enamel',
      colour: '"/><script>',
      accent: 'red',
      pattern: 'dots',
      variation: 0,
    });
    expect([paints['b'], paints['a']]).toEqual(['#b9b4aa', '#b9b4aa']);
  });

  test('enamel has a dark rim, stoneware one a little lighter than itself', () => {
    const mug = {
      type: 'mug',
      colour: '#f0e6d0',
      accent: '#24211f',
      pattern: 'plain',
      variation: 0,
    } as const;
    expect(oklabOf(paintsOf({ ...mug, material: 'enamel' })['z']!).l).toBeLessThan(0.35);
    expect(oklabOf(paintsOf({ ...mug, material: 'stoneware' })['z']!).l).toBeGreaterThan(
      oklabOf('#f0e6d0').l,
    );
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
