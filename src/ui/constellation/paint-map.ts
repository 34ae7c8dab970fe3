import type { DrawnLabel } from './map-labels.ts';
import type { Lamps } from './lamps.ts';
import { MARK } from './marks.ts';
import type { Mark } from './marks.ts';
import { css } from './palette.ts';
import type { Palette } from './palette.ts';

/** All that one picture of the map is made of. */
export interface MapPicture {
  /** CSS px. Float32[n, 2]. */
  readonly pixels: Float32Array;
  /** Int32[n], −1 unknown. */
  readonly department: Int32Array;
  /** `Mark` of each. Uint8[n]. */
  readonly marks: Uint8Array;
  /** 0 … 1: how far the lamps are lit. */
  readonly light: number;
  readonly labels: readonly DrawnLabel[];
  /** Index of the point under the cursor, −1 none. */
  readonly cursor: number;
}

const ORDER: readonly Mark[] = [MARK.plain, MARK.shelf, MARK.declined, MARK.own];
/** Of plain points before anything is learnt. */
const FAINT = 0.3;
const CURSOR_RADIUS = 10;

/** Draws it on a transparent canvas, whose ground is the page's. `ratio`: device pixels to a CSS pixel. */
export function paintMap(
  context: CanvasRenderingContext2D,
  picture: MapPicture,
  lamps: Lamps,
  palette: Palette,
  ratio: number,
): void {
  const { width, height } = context.canvas;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.imageSmoothingEnabled = false;
  for (const mark of ORDER) {
    context.globalAlpha = mark === MARK.own ? 1 : FAINT + (0.92 - FAINT) * picture.light;
    paintPoints(context, picture, lamps, mark, ratio);
  }
  if (picture.cursor >= 0) paintCursor(context, picture, palette, ratio);
  for (const { sprite, x, y, alpha } of picture.labels) {
    context.globalAlpha = alpha;
    const left = Math.round(x * ratio - sprite.canvas.width / 2);
    const top = Math.round(y * ratio - sprite.canvas.height / 2);
    context.drawImage(sprite.canvas, left, top);
  }
  context.globalAlpha = 1;
}

/** Copies a square for each point of a mark, on whole device pixels: nothing is resampled. */
function paintPoints(
  context: CanvasRenderingContext2D,
  picture: MapPicture,
  lamps: Lamps,
  mark: Mark,
  ratio: number,
): void {
  const { pixels, department, marks } = picture;
  const { width, height } = context.canvas;
  const side = lamps.side[mark];
  const sources = lamps.pictures[mark];
  const hues = sources.length - 1;
  const half = side / 2;
  for (let i = 0; i < marks.length; i++) {
    if (marks[i] !== mark) continue;
    const x = Math.round(pixels[i * 2]! * ratio - half);
    const y = Math.round(pixels[i * 2 + 1]! * ratio - half);
    if (x <= -side || y <= -side || x >= width || y >= height) continue;
    const own = department[i]!;
    const hue = own < 0 ? hues : own % hues;
    context.drawImage(sources[hue]!, x, y);
  }
}

function paintCursor(
  context: CanvasRenderingContext2D,
  picture: MapPicture,
  palette: Palette,
  ratio: number,
): void {
  const x = picture.pixels[picture.cursor * 2]! * ratio;
  const y = picture.pixels[picture.cursor * 2 + 1]! * ratio;
  context.globalAlpha = 1;
  for (const [colour, line] of [
    [palette.ground, 5],
    [palette.ember, 2],
  ] as const) {
    context.strokeStyle = css(colour);
    context.lineWidth = line * ratio;
    context.beginPath();
    context.arc(x, y, CURSOR_RADIUS * ratio, 0, 2 * Math.PI);
    context.stroke();
  }
}
