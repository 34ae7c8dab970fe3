import type { Layers } from '../kit/path.ts';

/** A quiet room. Places are the foot, or the middle, of what is put there. */
export interface Scene {
  readonly layers: Layers;
  /** Units to a centimetre. */
  readonly scale: number;
  readonly table: readonly [x: number, y: number];
  readonly floor: readonly [x: number, y: number];
  readonly wall: readonly [x: number, y: number];
}
