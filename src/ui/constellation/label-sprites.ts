import { css, mixed } from './palette.ts';
import type { Palette, Rgb } from './palette.ts';

/** A name drawn once, with a halo in the colour of the ground. */
export interface LabelSprite {
  readonly canvas: HTMLCanvasElement;
  /** Of the text without its halo, CSS px. */
  readonly width: number;
  readonly height: number;
}

const HALO = 4;
const TINT = 0.4;

export interface LabelFont {
  readonly family: string;
  /** CSS px. */
  readonly size: number;
}

/** @param hue the neighbourhood's, of which the ink takes a tint. */
export function drawLabel(
  text: string,
  font: LabelFont,
  hue: Rgb,
  palette: Palette,
  ratio: number,
): LabelSprite {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) return { canvas, width: 0, height: 0 };
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
  return { canvas, width, height };
}
