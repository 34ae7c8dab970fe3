/** Paints the map on a thread of its own: a thousand lamps a frame would hold up the page. */
import { drawLamps } from './lamps.ts';
import type { Lamps } from './lamps.ts';
import { paintMap } from './paint-map.ts';
import type { MapPicture, PainterNews, PainterOrder } from './painter-messages.ts';
import type { Palette } from './palette.ts';

let canvas: OffscreenCanvas | null = null;
let context: OffscreenCanvasRenderingContext2D | null = null;
let palette: Palette | null = null;
let lamps: Lamps | null = null;
const names = new Map<number, ImageBitmap>();
/** The newest picture that is not painted: of several within a frame the last one counts. */
let waiting: MapPicture | null = null;

addEventListener('message', ({ data }: MessageEvent<PainterOrder>) => {
  if (data.kind === 'canvas') {
    canvas = data.canvas;
    context = canvas.getContext('2d');
  } else if (data.kind === 'palette') {
    palette = data.palette;
    lamps = null;
  } else if (data.kind === 'name') {
    names.get(data.department)?.close();
    names.set(data.department, data.bitmap);
  } else {
    if (waiting === null) requestAnimationFrame(paint);
    waiting = data.picture;
  }
});

function paint(): void {
  const picture = waiting;
  waiting = null;
  if (!picture || !canvas || !context || !palette) return;
  const start = performance.now();
  // Setting it clears the canvas, also to the size it has.
  if (canvas.width !== picture.width) canvas.width = picture.width;
  if (canvas.height !== picture.height) canvas.height = picture.height;
  if (lamps?.size !== picture.lampSize) lamps = drawLamps(palette, picture.lampSize);
  paintMap(context, picture, lamps, names, palette);
  const news: PainterNews = { paintMs: performance.now() - start };
  postMessage(news);
}
