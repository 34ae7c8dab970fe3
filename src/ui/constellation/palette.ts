/** A colour as the canvas's own bytes, 0 … 255. */
export type Rgb = readonly [r: number, g: number, b: number];

/** What the map is drawn with, read from the tokens as they are in the theme at hand. */
export interface Palette {
  readonly ground: Rgb;
  readonly ink: Rgb;
  readonly soft: Rgb;
  readonly ember: Rgb;
  readonly lamp: Rgb;
  /** By department, over and over. */
  readonly hues: readonly Rgb[];
  /** Lamps by night, ink by day. */
  readonly night: boolean;
  /** The system's own colours: without glow or shade. */
  readonly forced: boolean;
}

const HUES = 12;
/** Relative luminance below which a ground is a night. */
const DUSK = 0.18;

/** @param host an element within which the tokens mean what they should; its style is read, not changed. */
export function readPalette(host: HTMLElement): Palette {
  const forced = matchMedia('(forced-colors: active)').matches;
  const probe = document.createElement('span');
  probe.hidden = true;
  probe.style.setProperty('forced-color-adjust', 'none');
  host.append(probe);
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const read = (colour: string): Rgb => {
    probe.style.color = colour;
    return bytesOf(context, getComputedStyle(probe).color);
  };
  const token = (name: string, system: string): Rgb => read(forced ? system : `var(--${name})`);
  const ground = token('map-ground', 'Canvas');
  const palette: Palette = {
    ground,
    ink: token('ink', 'CanvasText'),
    soft: token('ink-soft', 'CanvasText'),
    ember: token('ember', 'Highlight'),
    lamp: token('lamp', 'Highlight'),
    hues: Array.from({ length: HUES }, (_, i) => token(`map-${i + 1}`, 'CanvasText')),
    night: luminanceOf(ground) < DUSK,
    forced,
  };
  probe.remove();
  return palette;
}

export function css([r, g, b]: Rgb, alpha = 1): string {
  return `rgb(${r} ${g} ${b} / ${alpha})`;
}

/** `share` of `other` in `one`. */
export function mixed(one: Rgb, other: Rgb, share: number): Rgb {
  const at = (i: 0 | 1 | 2): number => Math.round(one[i] + (other[i] - one[i]) * share);
  return [at(0), at(1), at(2)];
}

/** Whatever notation the browser computes (oklch, color()), a pixel of it is bytes. */
function bytesOf(context: CanvasRenderingContext2D | null, colour: string): Rgb {
  if (!context) return [128, 128, 128];
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
  return [r, g, b];
}

/** Relative luminance (WCAG 2.2). */
function luminanceOf([r, g, b]: Rgb): number {
  const linear = (byte: number): number => {
    const value = byte / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}
