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

const TOKENS: readonly (readonly [token: string, forced: string])[] = [
  ['map-ground', 'Canvas'],
  ['ink', 'CanvasText'],
  ['ink-soft', 'CanvasText'],
  ['ember', 'Highlight'],
  ['lamp', 'Highlight'],
  ...Array.from({ length: HUES }, (_, i) => [`map-${i + 1}`, 'CanvasText'] as const),
];

/** @param host an element within which the tokens mean what they should; nothing of it changes. */
export function readPalette(host: HTMLElement): Palette {
  const forced = matchMedia('(forced-colors: active)').matches;
  const probe = document.createElement('span');
  probe.hidden = true;
  probe.style.setProperty('forced-color-adjust', 'none');
  for (const [token, system] of TOKENS) {
    const one = document.createElement('span');
    one.style.color = forced ? system : `var(--${token})`;
    probe.append(one);
  }
  host.append(probe);
  // All are put there before the first is read: the page's style is computed once, not once for each.
  const colours = bytesOf(Array.from(probe.children, (one) => getComputedStyle(one).color));
  probe.remove();
  const [ground, ink, soft, ember, lamp, ...hues] = colours;
  return {
    ground: ground!,
    ink: ink!,
    soft: soft!,
    ember: ember!,
    lamp: lamp!,
    hues,
    night: luminanceOf(ground!) < DUSK,
    forced,
  };
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
function bytesOf(colours: readonly string[]): readonly Rgb[] {
  const canvas = new OffscreenCanvas(colours.length, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return colours.map(() => [128, 128, 128]);
  for (const [x, colour] of colours.entries()) {
    context.fillStyle = colour;
    context.fillRect(x, 0, 1, 1);
  }
  const { data } = context.getImageData(0, 0, colours.length, 1);
  return colours.map((_, x) => [data[x * 4]!, data[x * 4 + 1]!, data[x * 4 + 2]!]);
}

/** Relative luminance (WCAG 2.2). */
function luminanceOf([r, g, b]: Rgb): number {
  const linear = (byte: number): number => {
    const value = byte / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}
