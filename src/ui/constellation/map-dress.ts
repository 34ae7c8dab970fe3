import type { Box } from './camera.ts';
import { drawLabel } from './label-sprites.ts';
import type { LabelFont, NameSize } from './label-sprites.ts';
import type { Painter } from './painter.ts';
import { readPalette } from './palette.ts';
import type { Palette } from './palette.ts';

/** Size of the lamps on a map of so many px across, and the bounds of it. */
const ROOM_PX = 520;
const SMALLEST = 0.85;
const LARGEST = 1.35;
/** Closer, the lamps grow with this power of the zoom, by steps of half a doubling: each step is drawn ahead. */
const GROWTH = 0.4;
/** Names that are drawn anew within one drawing of the map: all at once, they would be felt. */
const NAMES_AT_ONCE = 1;

/** Size of the lamps, device pixels to a pixel of their drawing. `ratio`: device pixels to a CSS pixel. */
export function lampSize(box: Box, zoom: number, ratio: number): number {
  const room = Math.sqrt(box.width * box.height) / ROOM_PX;
  const steps = Math.round(Math.log2(zoom) * 2) / 2;
  return Math.min(LARGEST, Math.max(SMALLEST, room)) * 2 ** (steps * GROWTH) * ratio;
}

interface Style {
  readonly palette: Palette;
  readonly font: LabelFont;
}

interface Name extends NameSize {
  /** The dress it was drawn for. */
  readonly dress: number;
}

/** Everything that the painter has ahead of a picture: colours of the theme, and names, one after another. */
export class MapDress {
  readonly #canvas: HTMLCanvasElement;
  readonly #painter: Painter;
  #style: Style | null = null;
  #nameOf: (department: number) => string = () => '';
  readonly #names = new Map<number, Name>();
  #dress = 0;
  #allowed = 0;
  #lacking = false;

  /** @param canvas its font is the names', the tokens around it are the colours. */
  constructor(canvas: HTMLCanvasElement, painter: Painter) {
    this.#canvas = canvas;
    this.#painter = painter;
  }

  /** Before each picture. */
  begin(): void {
    this.#allowed = NAMES_AT_ONCE;
    this.#lacking = false;
    this.#ready();
  }

  /** A name was asked for that will be drawn with a later picture. */
  get lacking(): boolean {
    return this.#lacking;
  }

  /** Size of the drawn name of a department; null while there is none. */
  name(department: number, ratio: number): NameSize | null {
    const known = this.#names.get(department);
    if (known?.dress === this.#dress) return known;
    const text = this.#nameOf(department);
    if (text === '') return null;
    if (this.#allowed === 0) {
      this.#lacking = true;
      // In yesterday's dress, until its turn comes.
      return known ?? null;
    }
    this.#allowed--;
    const { palette, font } = this.#ready();
    const hue = palette.hues[department % palette.hues.length] ?? palette.ink;
    const sprite = drawLabel(text, font, hue, palette, ratio);
    if (!sprite) return null;
    const { bitmap, width, height } = sprite;
    const name = { width, height, dress: this.#dress };
    this.#names.set(department, name);
    this.#painter.name(department, bitmap);
    return name;
  }

  /** Names of departments, in the language at hand. */
  call(nameOf: (department: number) => string): void {
    this.#nameOf = nameOf;
    this.#names.clear();
  }

  /** The theme, the font or the size has changed. */
  off(): void {
    this.#style = null;
    this.#dress++;
  }

  /** Another catalogue has other names. */
  forget(): void {
    this.#names.clear();
  }

  #ready(): Style {
    if (!this.#style) {
      const palette = readPalette(this.#canvas);
      const { fontFamily, fontSize } = getComputedStyle(this.#canvas);
      this.#style = { palette, font: { family: fontFamily, size: Number.parseFloat(fontSize) } };
      this.#painter.palette(palette);
    }
    return this.#style;
  }
}
