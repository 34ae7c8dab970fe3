// A little longer than other files: everything that outlives a drawing is here and nowhere else.
import type { ConstellationFrame } from '../../domain/constellation.ts';
import { project, projectionOf } from './camera.ts';
import type { Box, Camera } from './camera.ts';
import { drawLabel } from './label-sprites.ts';
import type { LabelFont, LabelSprite } from './label-sprites.ts';
import { drawLamps } from './lamps.ts';
import type { Lamps } from './lamps.ts';
import { MapCamera } from './map-camera.ts';
import { MapLabels } from './map-labels.ts';
import { neighbourhoodsOf } from './neighbourhoods.ts';
import type { Neighbourhood } from './neighbourhoods.ts';
import { noisePositions } from './noise.ts';
import { pauseBetween } from './pace.ts';
import { paintMap } from './paint-map.ts';
import { readPalette } from './palette.ts';
import type { Palette } from './palette.ts';
import { approach, shareOf } from './tween.ts';

/** Points of the noise before any frame, and its seed. */
const NOISE_POINTS = 1200;
const NOISE_SEED = 5;
/** Time constants of points, names and the camera, ms: frames come about every 100 ms. */
const POINT_MS = 110;
const LABEL_MS = 220;
const CAMERA_MS = 70;
/** Weight of the newest drawing in the mean of what one takes. */
const NEWEST = 0.2;

export interface StageOptions {
  /** Called after each drawing, for what stands on the map without being drawn. */
  readonly onDraw: () => void;
  /** Called when the neighbourhoods have changed. */
  readonly onNeighbourhoods: (found: readonly Neighbourhood[]) => void;
}

/** The map as it moves: on its way from the frame before to the newest one, drawn when something changes. */
export class MapStage {
  /** Where the points are drawn, CSS px. Float32[n, 2]. */
  pixels: Float32Array = new Float32Array(0);
  box: Box = { width: 0, height: 0 };
  /** Running mean of one drawing, ms. */
  drawMs: number = 0;

  readonly #canvas: HTMLCanvasElement;
  readonly #options: StageOptions;
  readonly #labels = new MapLabels();
  readonly #camera = new MapCamera();
  #frame: ConstellationFrame | null = null;
  #positions: Float32Array = noisePositions(NOISE_POINTS, NOISE_SEED);
  #target: Float32Array = this.#positions;
  #department: Int32Array = new Int32Array(NOISE_POINTS).fill(-1);
  #marks: Uint8Array = new Uint8Array(NOISE_POINTS);
  #neighbourhoods: readonly Neighbourhood[] = [];
  #light: Float32Array = Float32Array.of(0);
  #lightTarget: Float32Array = Float32Array.of(0);
  #nameOf: (department: number) => string = () => '';
  #sprites = new Map<number, LabelSprite>();
  #palette: Palette | null = null;
  #lamps: Lamps | null = null;
  #lampSize = 0;
  #ratio = 1;
  #cursor = -1;
  #visible = false;
  #training = false;
  #still = false;
  #lastDraw = -Infinity;
  #timer = 0;
  #request = 0;

  constructor(canvas: HTMLCanvasElement, options: StageOptions) {
    this.#canvas = canvas;
    this.#options = options;
  }

  get frame(): ConstellationFrame | null {
    return this.#frame;
  }

  /** Where the points are on their way to. A run with other points begins where the points of the last were. */
  show(frame: ConstellationFrame): void {
    const before = this.#frame;
    if (before?.run !== frame.run || before.catalogue !== frame.catalogue) {
      this.#positions = this.#startOf(frame);
      this.#department = frame.department;
      this.#marks = new Uint8Array(frame.items.length);
      this.#neighbourhoods = [];
      this.#sprites.clear();
    }
    this.#frame = frame;
    this.#target = frame.positions;
    this.#lightTarget[0] = 1;
    this.#neighbourhoods = neighbourhoodsOf(frame.department, frame.positions, this.#neighbourhoods);
    this.#options.onNeighbourhoods(this.#neighbourhoods);
    this.wake();
  }

  mark(marks: Uint8Array): void {
    this.#marks = marks;
    this.wake();
  }

  /** Names of departments, in the language at hand. */
  name(nameOf: (department: number) => string): void {
    this.#nameOf = nameOf;
    this.#sprites.clear();
    this.wake();
  }

  /** Where the camera is, or is on its way to. */
  get camera(): Camera {
    return this.#camera.goal;
  }

  look(camera: Camera, glide = false): void {
    this.#camera.send(camera, glide && !this.#still);
    this.wake();
  }

  /** Draws a ring around a point; −1: none. */
  point(cursor: number): void {
    this.#cursor = cursor;
    this.wake();
  }

  /** `still`: without movement, each frame at once. */
  pace(training: boolean, still: boolean): void {
    this.#training = training;
    this.#still = still;
  }

  resize(box: Box, ratio: number): void {
    if (box.width === this.box.width && box.height === this.box.height && ratio === this.#ratio) return;
    this.box = box;
    this.#ratio = ratio;
    this.#canvas.width = Math.round(box.width * ratio);
    this.#canvas.height = Math.round(box.height * ratio);
    this.redress();
  }

  /** The theme, the font or the size has changed: everything drawn ahead is drawn anew, now and not later. */
  redress(): void {
    this.#palette = null;
    this.#lamps = null;
    this.#sprites.clear();
    if (this.#visible && this.box.width > 0) this.#draw(performance.now());
  }

  see(visible: boolean): void {
    this.#visible = visible;
    if (visible) this.wake();
    else this.close();
  }

  close(): void {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#request);
    this.#timer = 0;
    this.#request = 0;
  }

  /** Draws as soon as the pace allows. */
  wake(): void {
    if (!this.#visible || this.box.width === 0 || this.#timer !== 0 || this.#request !== 0) return;
    const wait = this.#lastDraw + pauseBetween(this.#training, this.drawMs) - performance.now();
    const request = (): void => {
      this.#timer = 0;
      this.#request = requestAnimationFrame((now) => {
        this.#request = 0;
        this.#draw(now);
      });
    };
    // A timer for long pauses: a frame that is asked for and not drawn costs the browser one all the same.
    if (wait > 20) this.#timer = window.setTimeout(request, wait - 8);
    else request();
  }

  #draw(now: number): void {
    const context = this.#canvas.getContext('2d');
    if (!context) return;
    const start = performance.now();
    // After a rest the first step is a short one, not the length of the rest.
    const elapsed = Math.min(100, Math.max(0, now - this.#lastDraw));
    const share = (timeConstant: number): number => (this.#still ? 1 : shareOf(elapsed, timeConstant));
    const there = approach(this.#positions, this.#target, share(POINT_MS));
    const lit = approach(this.#light, this.#lightTarget, share(LABEL_MS));
    const looking = this.#camera.step(share(CAMERA_MS));

    const at = projectionOf(this.box, this.#camera.now);
    if (this.pixels.length !== this.#positions.length) {
      this.pixels = new Float32Array(this.#positions.length);
    }
    project(this.#positions, at, this.pixels);
    const palette = (this.#palette ??= readPalette(this.#canvas));
    const names = this.#labels.step(
      this.#neighbourhoods,
      at,
      this.box,
      share(LABEL_MS),
      this.#spriteOf(palette),
    );
    paintMap(
      context,
      {
        pixels: this.pixels,
        department: this.#department,
        marks: this.#marks,
        light: this.#light[0]!,
        labels: names.labels,
        cursor: this.#cursor,
      },
      this.#lampsOf(palette),
      palette,
      this.#ratio,
    );
    this.#options.onDraw();
    this.#lastDraw = now;
    this.drawMs += (performance.now() - start - this.drawMs) * NEWEST;
    if (!there || !lit || !looking || !names.atRest) this.wake();
  }

  /** Points of the run where they are now; those that were not shown, where the frame has them. */
  #startOf(frame: ConstellationFrame): Float32Array {
    const start = frame.positions.slice();
    const rows = this.#frame?.items;
    const placeOf = rows && new Map(Array.from(rows, (row, i) => [row, i]));
    for (const [i, row] of frame.items.entries()) {
      // Before the first frame: the noise, whose points are nobody's and may become anyone's.
      const from = placeOf ? placeOf.get(row) : i;
      if (from === undefined || from * 2 + 1 >= this.#positions.length) continue;
      start[i * 2] = this.#positions[from * 2]!;
      start[i * 2 + 1] = this.#positions[from * 2 + 1]!;
    }
    return start;
  }

  /** Closer, the lamps are larger, by steps: each size is drawn ahead. */
  #lampsOf(palette: Palette): Lamps {
    const { width, height } = this.box;
    const roomy = Math.min(1.35, Math.max(0.85, Math.sqrt(width * height) / 520));
    const close = Math.round(Math.log2(this.#camera.now.zoom) * 2) / 2;
    const size = roomy * 2 ** (close * 0.5) * this.#ratio;
    if (!this.#lamps || size !== this.#lampSize) {
      this.#lamps = drawLamps(palette, size);
      this.#lampSize = size;
    }
    return this.#lamps;
  }

  #spriteOf(palette: Palette): (department: number) => LabelSprite | null {
    return (department) => {
      const ready = this.#sprites.get(department);
      if (ready) return ready;
      const text = this.#nameOf(department);
      if (text === '') return null;
      const style = getComputedStyle(this.#canvas);
      const font: LabelFont = { family: style.fontFamily, size: Number.parseFloat(style.fontSize) };
      const sprite = drawLabel(text, font, palette, this.#ratio);
      this.#sprites.set(department, sprite);
      return sprite;
    };
  }
}
