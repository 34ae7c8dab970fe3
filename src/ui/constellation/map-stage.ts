import type { ConstellationFrame } from '../../domain/constellation.ts';
import { project, projectionOf } from './camera.ts';
import type { Box, Camera } from './camera.ts';
import { MapCamera } from './map-camera.ts';
import { lampSize, MapDress } from './map-dress.ts';
import { MapLabels } from './map-labels.ts';
import { MARK } from './marks.ts';
import { neighbourhoodsOf } from './neighbourhoods.ts';
import type { Neighbourhood } from './neighbourhoods.ts';
import { noisePositions } from './noise.ts';
import { pauseBetween } from './pace.ts';
import type { Pace } from './pace.ts';
import type { Painter } from './painter.ts';
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
  /** Running mean of what one drawing takes, here and at the painter's, ms. */
  drawMs: number = 0;

  readonly #canvas: HTMLCanvasElement;
  readonly #painter: Painter;
  readonly #options: StageOptions;
  readonly #labels = new MapLabels();
  readonly #camera = new MapCamera();
  readonly #dress: MapDress;
  #frame: ConstellationFrame | null = null;
  #positions: Float32Array = noisePositions(NOISE_POINTS, NOISE_SEED);
  #target: Float32Array = this.#positions;
  #department: Int32Array = new Int32Array(NOISE_POINTS).fill(-1);
  #marks: Uint8Array = new Uint8Array(NOISE_POINTS);
  #neighbourhoods: readonly Neighbourhood[] = [];
  #light: Float32Array = Float32Array.of(0);
  #lightTarget: Float32Array = Float32Array.of(0);
  #ratio = 1;
  #cursor = -1;
  /** By a hand, since the last drawing. */
  #isMoved = false;
  #visible = false;
  #training = false;
  #still = false;
  #lastDraw = -Infinity;
  #paintMs = 0;
  #timer = 0;
  #request = 0;

  /** @param hire gets a painter for the canvas and says what each picture took, ms. */
  constructor(
    canvas: HTMLCanvasElement,
    hire: (canvas: HTMLCanvasElement, onPainted: (paintMs: number) => void) => Painter,
    options: StageOptions,
  ) {
    this.#canvas = canvas;
    this.#painter = hire(canvas, (paintMs) => (this.#paintMs = paintMs));
    this.#options = options;
    this.#dress = new MapDress(canvas, this.#painter);
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
      this.#cursor = -1;
      this.#dress.forget();
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
    this.#dress.call(nameOf);
    this.wake();
  }

  /** Where the camera is, or is on its way to. */
  get camera(): Camera {
    return this.#camera.goal;
  }

  look(camera: Camera, glide = false): void {
    this.#camera.send(camera, glide && !this.#still);
    this.#isMoved = true;
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
    this.redress();
  }

  /** The theme, the font or the size has changed: what was drawn ahead is drawn anew, from now on. */
  redress(): void {
    this.#dress.off();
    if (this.#visible && this.#canvas.isConnected && this.box.width > 0) this.#draw(performance.now());
  }

  see(visible: boolean): void {
    this.#visible = visible;
    if (visible) this.wake();
    else this.#rest();
  }

  /** For good. */
  close(): void {
    this.#rest();
    this.#painter.close();
  }

  #rest(): void {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#request);
    this.#timer = 0;
    this.#request = 0;
  }

  /** Draws as soon as the pace allows. */
  wake(): void {
    if (!this.#visible || this.box.width === 0 || this.#timer !== 0 || this.#request !== 0) return;
    const pace = this.#pace();
    const wait = this.#lastDraw + pauseBetween(pace, this.drawMs) - performance.now();
    const draw = (now: number): void => {
      this.#timer = 0;
      this.#request = 0;
      // Out of the page, nothing around it has a colour or a font.
      if (this.#canvas.isConnected) this.#draw(now);
    };
    // By itself it is shown by the painter's own frames. One that is asked of the page costs it style, layout and paint
    // of all that it holds, while somebody may be pressing something: only by hand does the map move with the page.
    if (pace !== 'moved') {
      this.#timer = window.setTimeout(() => draw(performance.now()), wait);
      return;
    }
    const request = (): void => {
      this.#timer = 0;
      this.#request = requestAnimationFrame(draw);
    };
    if (wait > 20) this.#timer = window.setTimeout(request, wait - 8);
    else request();
  }

  #pace(): Pace {
    if (this.#isMoved || !this.#camera.atRest) return 'moved';
    return this.#training ? 'training' : 'drifting';
  }

  #draw(now: number): void {
    const start = performance.now();
    this.#isMoved = false;
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
    this.#dress.begin();
    const names = this.#labels.step(
      {
        neighbourhoods: this.#neighbourhoods,
        at,
        box: this.box,
        bare: this.#bare(),
        sizeOf: (department) => this.#dress.name(department, this.#ratio),
      },
      share(LABEL_MS),
    );
    this.#painter.paint({
      width: Math.round(this.box.width * this.#ratio),
      height: Math.round(this.box.height * this.#ratio),
      ratio: this.#ratio,
      pixels: this.pixels,
      department: this.#department,
      marks: this.#marks,
      lampSize: lampSize(this.box, this.#camera.now.zoom, this.#ratio),
      light: this.#light[0]!,
      labels: names.labels,
      cursor: this.#cursor,
    });
    this.#options.onDraw();
    this.#lastDraw = now;
    this.drawMs += (performance.now() - start + this.#paintMs - this.drawMs) * NEWEST;
    if (!there || !lit || !looking || !names.atRest || this.#dress.lacking) this.wake();
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

  /** What is the visitor's is not covered by a name. */
  #bare(): readonly (readonly [number, number])[] {
    const found: (readonly [number, number])[] = [];
    for (let i = 0; i < this.#marks.length; i++) {
      if (this.#marks[i] === MARK.own) found.push([this.pixels[i * 2]!, this.pixels[i * 2 + 1]!]);
    }
    return found;
  }
}
