import { css, mixed } from './palette.ts';
import type { Palette, Rgb } from './palette.ts';

/** Of the text without its halo, CSS px. */
export interface NameSize {
  readonly width: number;
  readonly height: number;
}

/** A name drawn once, with a halo in the colour of the ground. */
export interface LabelSprite extends NameSize {
  readonly bitmap: ImageBitmap;
}

const HALO = 4;
const TINT = 0.4;

export interface LabelFont {
  readonly family: string;
  /** CSS px. */
  readonly size: number;
}

/**
 * On the page's own thread, which has its letters.
 * @param hue the neighbourhood's, of which the ink takes a tint. @returns null where nothing can be drawn.
 */
export function drawLabel(
  text: string,
  font: LabelFont,
  hue: Rgb,
  palette: Palette,
  ratio: number,
): LabelSprite | null {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d');
  if (!context) return null;
  const style = `560 ${font.size}px ${font.family}`;
  context.font = style;
  const width = context.measureText(text).width;
  const height = font.size * 1.25;
  canvas.width = Math.ceil((width + 2 * HALO) * ratio);
  canvas.height = Math.ceil((height + 2 * HALO) * ratio);
  context.scale(ratio, ratio);
  // Setting its size has reset the canvas.
  context.font = style;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  const middle = HALO + height / 2;
  context.strokeStyle = css(palette.ground, palette.forced ? 1 : 0.82);
  context.lineWidth = HALO * 1.5;
  context.strokeText(text, HALO, middle);
  context.fillStyle = css(mixed(palette.ink, hue, TINT));
  context.fillText(text, HALO, middle);
  return { bitmap: canvas.transferToImageBitmap(), width, height };
}
