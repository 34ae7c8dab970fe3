import type { Box } from './camera.ts';
import { drawLabel } from './label-sprites.ts';
import type { LabelSprite } from './label-sprites.ts';
import { drawLamps } from './lamps.ts';
import type { Lamps } from './lamps.ts';
import { readPalette } from './palette.ts';
import type { Palette } from './palette.ts';

/** Size of the lamps on a map of so many px across, and the bounds of it. */
const ROOM_PX = 520;
const SMALLEST = 0.85;
const LARGEST = 1.35;
/** Closer, the lamps grow with this power of the zoom, by steps of half a doubling: each step is drawn ahead. */
const GROWTH = 0.4;

/** Everything that is drawn ahead of a drawing: colours of the theme, lamps, names. Made when first asked for. */
export class MapDress {
  readonly #canvas: HTMLCanvasElement;
  #palette: Palette | null = null;
  #lamps: Lamps | null = null;
  #lampSize = 0;
  #nameOf: (department: number) => string = () => '';
  readonly #names = new Map<number, LabelSprite>();

  /** @param canvas its font is the names', the tokens around it are the colours. */
  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
  }

  get palette(): Palette {
    return (this.#palette ??= readPalette(this.#canvas));
  }

  /** `ratio`: device pixels to a CSS pixel. */
  lamps(box: Box, zoom: number, ratio: number): Lamps {
    const room = Math.sqrt(box.width * box.height) / ROOM_PX;
    const steps = Math.round(Math.log2(zoom) * 2) / 2;
    const size = Math.min(LARGEST, Math.max(SMALLEST, room)) * 2 ** (steps * GROWTH) * ratio;
    if (!this.#lamps || size !== this.#lampSize) {
      this.#lamps = drawLamps(this.palette, size);
      this.#lampSize = size;
    }
    return this.#lamps;
  }

  /** The drawn name of a department; null where it has none. */
  name(department: number, ratio: number): LabelSprite | null {
    const ready = this.#names.get(department);
    if (ready) return ready;
    const text = this.#nameOf(department);
    if (text === '') return null;
    const style = getComputedStyle(this.#canvas);
    const font = { family: style.fontFamily, size: Number.parseFloat(style.fontSize) };
    const { hues, ink } = this.palette;
    const sprite = drawLabel(text, font, hues[department % hues.length] ?? ink, this.palette, ratio);
    this.#names.set(department, sprite);
    return sprite;
  }

  /** Names of departments, in the language at hand. */
  call(nameOf: (department: number) => string): void {
    this.#nameOf = nameOf;
    this.#names.clear();
  }

  /** Takes all of it off: the theme, the font or the size has changed. */
  off(): void {
    this.#palette = null;
    this.#lamps = null;
    this.#names.clear();
  }
}
