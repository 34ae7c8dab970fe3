import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linearRgbOf } from '../pictures/colour.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** Relative luminance of an OKLCH colour (WCAG 2.2), clipped to sRGB. */
function luminance(l: number, chroma: number, hue: number): number {
  const angle = (hue * Math.PI) / 180;
  const [r, g, b] = linearRgbOf({ l, a: chroma * Math.cos(angle), b: chroma * Math.sin(angle) }).map(
    (channel) => Math.min(1, Math.max(0, channel)),
  );
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(one: number, other: number): number {
  const [light, dark] = one > other ? [one, other] : [other, one];
  return (light + 0.05) / (dark + 0.05);
}

/** Luminance of a token by day and by night. */
function token(name: string): readonly [day: number, night: number] {
  const value = new RegExp(`--${name}:\\s*([^;]+);`).exec(css)?.[1];
  if (value === undefined) throw new Error(`There is no token --${name}.`);
  const colours = [...value.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)].map(([, l, c, h]) =>
    luminance(Number(l), Number(c), Number(h)),
  );
  const [day, night = day] = colours;
  if (day === undefined || night === undefined) throw new Error(`--${name} is no OKLCH colour: ${value}`);
  return [day, night];
}

const SURFACES = ['paper', 'paper-raised', 'paper-sunk'];

/** Text on what it stands on. */
const TEXT: readonly (readonly [string, string])[] = [
  ...['ink', 'ink-soft', 'ember-deep', 'leaf', 'brick'].flatMap((text) =>
    SURFACES.map((surface) => [text, surface] as const),
  ),
  ['ember', 'paper'],
  ['ember', 'paper-raised'],
  ['on-ember', 'ember'],
  ['on-ember', 'ember-deep'],
  ['ink', 'ember-wash'],
  ['ember-deep', 'ember-wash'],
  ['leaf', 'leaf-wash'],
  ['brick', 'brick-wash'],
  ['ink', 'brick-wash'],
  ['ink-soft', 'brick-wash'],
  ['paper', 'ink'],
  ['lamp-on-ink', 'ink'],
  ['ink', 'map-ground'],
  ['ink-soft', 'map-ground'],
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((cloth) => ['on-cloth', `cloth-${cloth}`] as const),
];

/** Shapes that carry meaning: focus rings, tracks, bars. */
const SHAPES: readonly (readonly [string, string])[] = [
  ...['ember', 'line-strong'].flatMap((shape) =>
    ['paper', 'paper-raised'].map((surface) => [shape, surface] as const),
  ),
  ['ember', 'paper-sunk'],
  ['ember', 'map-ground'],
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].flatMap((hue) =>
    ['map-ground', 'paper'].map((surface) => [`map-${hue}`, surface] as const),
  ),
];

describe('contrast of the tokens (WCAG 2.2 AA)', () => {
  test('white on black is 21, a colour on itself 1', () => {
    expect(contrast(luminance(1, 0, 0), luminance(0, 0, 0))).toBeCloseTo(21, 3);
    expect(contrast(luminance(0.5, 0.1, 40), luminance(0.5, 0.1, 40))).toBe(1);
  });

  test('the luminance of oklch(0.6279 0.2577 29.23), which is #ff0000, is 0.2126', () => {
    expect(luminance(0.62796, 0.25768, 29.234)).toBeCloseTo(0.2126, 3);
  });

  test.each(TEXT)('text in --%s on --%s is at least 4.5 by day and by night', (text, surface) => {
    const [textDay, textNight] = token(text);
    const [surfaceDay, surfaceNight] = token(surface);
    expect(contrast(textDay, surfaceDay)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(textNight, surfaceNight)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(SHAPES)('a shape in --%s on --%s is at least 3 by day and by night', (shape, surface) => {
    const [shapeDay, shapeNight] = token(shape);
    const [surfaceDay, surfaceNight] = token(surface);
    expect(contrast(shapeDay, surfaceDay)).toBeGreaterThanOrEqual(3);
    expect(contrast(shapeNight, surfaceNight)).toBeGreaterThanOrEqual(3);
  });
});
