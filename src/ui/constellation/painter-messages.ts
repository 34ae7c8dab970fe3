import type { Palette } from './palette.ts';

/** A name as it is drawn now; which name, its department says. */
export interface PaintedLabel {
  readonly department: number;
  /** Its middle, CSS px. */
  readonly x: number;
  readonly y: number;
  /** 0 … 1. */
  readonly alpha: number;
}

/** All that one picture of the map is made of, besides palette and names. */
export interface MapPicture {
  /** Size of the canvas, device pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels to a CSS pixel. */
  readonly ratio: number;
  /** Where the points are, CSS px. Float32[n, 2]. */
  readonly pixels: Float32Array;
  /** Int32[n], −1 unknown. */
  readonly department: Int32Array;
  /** `Mark` of each. Uint8[n]. */
  readonly marks: Uint8Array;
  /** Of the lamps, device pixels to a pixel of their drawing. */
  readonly lampSize: number;
  /** 0 … 1: how far the lamps are lit. */
  readonly light: number;
  readonly labels: readonly PaintedLabel[];
  /** Index of the point that has a ring, −1 none. */
  readonly cursor: number;
}

/** What the page tells the painter. */
export type PainterOrder =
  | { readonly kind: 'canvas'; readonly canvas: OffscreenCanvas }
  | { readonly kind: 'palette'; readonly palette: Palette }
  | { readonly kind: 'name'; readonly department: number; readonly bitmap: ImageBitmap }
  | { readonly kind: 'picture'; readonly picture: MapPicture };

/** What the painter tells the page: one picture is painted, and what that took, ms. */
export interface PainterNews {
  readonly paintMs: number;
}
