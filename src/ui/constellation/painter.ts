import { spawn } from '../../client/workers.ts';
import type { MapPicture, PainterNews, PainterOrder } from './painter-messages.ts';
import painterUrl from './painter.worker.ts?worker&url';
import type { Palette } from './palette.ts';

/** The hand that paints: all that is asked of it happens on its own thread, in the order asked. */
export interface Painter {
  palette(palette: Palette): void;
  /** The drawn name of a department, from now on. The bitmap is given away. */
  name(department: number, bitmap: ImageBitmap): void;
  /** With the next frame; a picture that a newer one overtakes is left out. */
  paint(picture: MapPicture): void;
  close(): void;
}

/**
 * Takes a canvas for good: nobody else can draw on it afterwards, and no second painter can be had for it.
 * `onPainted` gets what a picture took, ms.
 */
export function hirePainter(canvas: HTMLCanvasElement, onPainted: (paintMs: number) => void): Painter {
  const worker = spawn(painterUrl, 'painter');
  const order = (what: PainterOrder, given: Transferable[] = []): void => worker.postMessage(what, given);
  worker.addEventListener('message', ({ data }: MessageEvent<PainterNews>) => onPainted(data.paintMs));
  const offscreen = canvas.transferControlToOffscreen();
  order({ kind: 'canvas', canvas: offscreen }, [offscreen]);
  return {
    palette: (palette) => order({ kind: 'palette', palette }),
    name: (department, bitmap) => order({ kind: 'name', department, bitmap }, [bitmap]),
    paint: (picture) => order({ kind: 'picture', picture }),
    close: () => worker.terminate(),
  };
}
