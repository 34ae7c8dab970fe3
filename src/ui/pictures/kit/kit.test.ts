import { describe, expect, test } from 'vitest';
import { paintsOf } from '../paints.ts';
import { outlineOf, paintLayers } from '../render/layers.ts';
import type { Brush } from '../render/layers.ts';
import { lathe, pot } from './lathe.ts';
import { MOTIFS, motif } from './motifs/index.ts';
import { at, e, placed, r, times } from './path.ts';

const brush = (clear = false): Brush => ({
  paints: paintsOf({
    type: '',
    material: clear ? 'glass' : 'enamel',
    colour: '#b8402f',
    accent: '#f0e6d0',
    pattern: 'dots',
    variation: 0,
  }),
  light: 'light',
  metal: 'metal',
  plain: 'plain',
  texture: 'weave',
  pattern: { flat: 'flat', round: 'round' },
  clear,
});

describe('paths', () => {
  test('an ellipse and a rectangle close where they began', () => {
    expect(e(10, 10, 4, 2)).toBe('M6 10a4 2 0 1 0 8 0a4 2 0 1 0 -8 0z');
    expect(r(0, 0, 10, 6, 1)).toBe('M1 0h8q1 0 1 1v4q0 1 -1 1h-8q-1 0 -1 -1v-4q0 -1 1 -1z');
  });

  test('a path three times is three paths', () => {
    expect(times(3, (i) => `M${i} 0h1`)).toBe('M0 0h1M1 0h1M2 0h1');
  });

  test('a straight lathe of half-width 10 is a rectangle with a round foot', () => {
    expect(lathe(100, '40:10 60:10', 0.2)).toBe('M110 40L110 60A10 2 0 0 1 90 60L90 40z');
  });

  test('a bowl leaves its rim upright and reaches its foot level', () => {
    expect(lathe(0, '0:10 )10:0')).toBe('M10 0C10 5.5 5.5 10 0 10C-5.5 10 -10 5.5 -10 0z');
  });

  test('a pot is a body with a rim and the dark within it', () => {
    expect(pot(100, '40:20 80:20').map((layer) => String(layer).charAt(0))).toEqual(['O', 'z', 'D']);
  });

  test('a thing placed at half its size keeps its foot where it is put', () => {
    // Its foot at (100, 168) comes to (60, 150).
    expect(placed(60, 150, 0.5, 168)[0]).toBe('<g transform="translate(10 66) scale(0.5 0.5)">');
    expect(at(1, 2, 3, 'a M0 0')).toEqual(['<g transform="translate(1 2) scale(3 3)">', 'a M0 0', '</g>']);
  });
});

describe('layers', () => {
  test('a body is its colour, then pattern, texture and light', () => {
    const svg = paintLayers(['B M0 0h9'], brush());
    expect([...svg.matchAll(/fill="([^"]+)"/g)].map(([, fill]) => fill)).toEqual([
      '#b8402f',
      '#f0e6d0',
      'url(#weave)',
      'url(#light)',
    ]);
    expect(svg).toContain('mask="url(#flat)"');
    expect(paintLayers(['O M0 0h9'], brush())).toContain('mask="url(#round)"');
    expect(paintLayers(['b M0 0h9'], brush())).not.toContain('mask');
  });

  test('glass lets through what is behind it', () => {
    expect(paintLayers(['b M0 0h9'], brush(true))).toContain('fill-opacity=".42"');
  });

  test('a number makes a stroke of that width, a minus before it a seam', () => {
    expect(paintLayers(['3a M0 0h9'], brush())).toBe(
      '<path d="M0 0h9" fill="none" stroke="#f0e6d0" stroke-width="3"/>',
    );
    expect(paintLayers(['-2a M0 0h9'], brush())).toContain('stroke-dasharray="4 4"');
  });

  test('the shadow on a wall has the outline of bodies, where they stand', () => {
    expect(outlineOf(['B M0 0h9', ['s M1 1h1', ...at(1, 2, 3, 'w M2 2h2')]])).toBe(
      '<path d="M0 0h9"/><g transform="translate(1 2) scale(3 3)"><path d="M2 2h2"/></g>',
    );
  });
});

describe('motifs', () => {
  test('each begins its strokes within 27 of its middle', () => {
    const far = Object.entries(MOTIFS).filter(([, layers]) => {
      const starts = layers
        .flat(2)
        .flatMap((layer) => [...String(layer).matchAll(/M(-?[\d.]+)[ ,]?(-?[\d.]+)/g)]);
      return starts.length === 0 || starts.some(([, x, y]) => Math.hypot(Number(x), Number(y)) > 27);
    });
    expect(far.map(([name]) => name)).toEqual([]);
  });

  test('a name that is none throws', () => {
    expect(() => motif('nobody', 0, 0)).toThrow(TypeError);
  });
});
