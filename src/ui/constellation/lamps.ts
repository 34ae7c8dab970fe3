import { MARK } from './marks.ts';
import type { Mark } from './marks.ts';
import { css, mixed } from './palette.ts';
import type { Palette, Rgb } from './palette.ts';

/**
 * Every kind of point drawn once; a frame only copies squares. One small picture each and not one for all: the
 * canvas counts the whole source with every copy, and stops to draw when that has grown large.
 */
export interface Lamps {
  /** What they were drawn for. */
  readonly size: number;
  /** Side of the squares in device pixels, by mark. */
  readonly side: Readonly<Record<Mark, number>>;
  /** By mark, then by hue; the last hue is that of no department. */
  readonly pictures: Readonly<Record<Mark, readonly OffscreenCanvas[]>>;
}

/** Radius of the point and of what shines around it, CSS px at size 1. */
const BY_NIGHT: Readonly<Record<Mark, readonly [core: number, glow: number]>> = {
  [MARK.plain]: [1.6, 5],
  [MARK.shelf]: [2.5, 8],
  [MARK.declined]: [3.4, 3.4],
  [MARK.own]: [4.4, 19],
};
const BY_DAY: Readonly<Record<Mark, readonly [core: number, glow: number]>> = {
  [MARK.plain]: [2.1, 2.1],
  [MARK.shelf]: [3.2, 3.2],
  [MARK.declined]: [3.6, 3.6],
  [MARK.own]: [5, 12],
};
const RING = 1.4;

/** @param size 1: as above; times the pixels of the device. */
export function drawLamps(palette: Palette, size: number): Lamps {
  const hues: readonly Rgb[] = [...palette.hues, palette.soft];
  const radii = palette.night ? BY_NIGHT : BY_DAY;
  const byMark = <Value>(valueOf: (mark: Mark) => Value): Record<Mark, Value> => ({
    [MARK.plain]: valueOf(MARK.plain),
    [MARK.shelf]: valueOf(MARK.shelf),
    [MARK.declined]: valueOf(MARK.declined),
    [MARK.own]: valueOf(MARK.own),
  });
  const side = byMark((mark) => 2 * Math.ceil(radii[mark][1] * size + RING * size) + 1);
  const pictureOf = (mark: Mark, hue: Rgb): OffscreenCanvas => {
    const canvas = new OffscreenCanvas(side[mark], side[mark]);
    const context = canvas.getContext('2d');
    if (!context) return canvas;
    const [core, glow] = radii[mark];
    context.translate(side[mark] / 2, side[mark] / 2);
    drawLamp(context, palette, mark, hue, core * size, glow * size, size);
    return canvas;
  };
  return { size, side, pictures: byMark((mark) => hues.map((hue) => pictureOf(mark, hue))) };
}

function drawLamp(
  context: OffscreenCanvasRenderingContext2D,
  palette: Palette,
  mark: Mark,
  hue: Rgb,
  core: number,
  glow: number,
  size: number,
): void {
  const { night, forced, ember, lamp, ground, soft } = palette;
  if (mark === MARK.declined) {
    // Hollow: a lamp that is out.
    disc(context, css(ground), core);
    context.strokeStyle = css(soft);
    context.lineWidth = RING * size;
    context.beginPath();
    context.arc(0, 0, core - (RING * size) / 2, 0, 2 * Math.PI);
    context.stroke();
    return;
  }
  const own = mark === MARK.own;
  const colour = own ? ember : hue;
  if (glow > core && !forced) {
    const strength = own ? (night ? 0.62 : 0.3) : mark === MARK.shelf ? 0.34 : 0.26;
    const light = context.createRadialGradient(0, 0, core * 0.6, 0, 0, glow);
    light.addColorStop(0, css(colour, strength));
    light.addColorStop(0.4, css(colour, strength * 0.3));
    light.addColorStop(1, css(colour, 0));
    disc(context, light, glow);
  }
  if (own && !night) disc(context, css(ground), core + RING * size);
  disc(context, css(night && !own ? mixed(colour, [255, 250, 238], 0.18) : colour), core);
  if (own && night && !forced) disc(context, css(mixed(lamp, [255, 250, 238], 0.45)), core * 0.62);
}

function disc(
  context: OffscreenCanvasRenderingContext2D,
  fill: string | CanvasGradient,
  radius: number,
): void {
  context.fillStyle = fill;
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.fill();
}
