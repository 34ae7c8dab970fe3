import type { Lamps } from './lamps.ts';
import { MARK } from './marks.ts';
import type { Mark } from './marks.ts';
import type { MapPicture } from './painter-messages.ts';
import { css } from './palette.ts';
import type { Palette } from './palette.ts';

const ORDER: readonly Mark[] = [MARK.plain, MARK.shelf, MARK.declined, MARK.own];
/** Of plain points before anything is learnt. */
const FAINT = 0.3;
const CURSOR_RADIUS = 10;

/** Draws it on a transparent canvas, whose ground is the page's. `names`: drawn ahead, by department. */
export function paintMap(
  context: OffscreenCanvasRenderingContext2D,
  picture: MapPicture,
  lamps: Lamps,
  names: ReadonlyMap<number, ImageBitmap>,
  palette: Palette,
): void {
  const { width, height, ratio } = picture;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.imageSmoothingEnabled = false;
  for (const mark of ORDER) {
    context.globalAlpha = mark === MARK.own ? 1 : FAINT + (0.92 - FAINT) * picture.light;
    paintPoints(context, picture, lamps, mark);
  }
  if (picture.cursor >= 0) paintCursor(context, picture, palette);
  for (const { department, x, y, alpha } of picture.labels) {
    const name = names.get(department);
    if (!name) continue;
    context.globalAlpha = alpha;
    context.drawImage(name, Math.round(x * ratio - name.width / 2), Math.round(y * ratio - name.height / 2));
  }
  context.globalAlpha = 1;
}

/** Copies a square for each point of a mark, on whole device pixels: nothing is resampled. */
function paintPoints(
  context: OffscreenCanvasRenderingContext2D,
  picture: MapPicture,
  lamps: Lamps,
  mark: Mark,
): void {
  const { pixels, department, marks, width, height, ratio } = picture;
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
  context: OffscreenCanvasRenderingContext2D,
  { pixels, cursor, ratio }: MapPicture,
  palette: Palette,
): void {
  const x = pixels[cursor * 2]! * ratio;
  const y = pixels[cursor * 2 + 1]! * ratio;
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
