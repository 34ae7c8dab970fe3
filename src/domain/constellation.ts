import type { CatalogueId, ItemIndex } from './ids.ts';

/** Items as points: their embeddings projected onto the plane. One moment of a run of such frames. */
export interface ConstellationFrame {
  readonly catalogue: CatalogueId;
  /** Grows with each run (a training, or a map of a stored model). The points are the same ones throughout a run. */
  readonly run: number;
  /** Rows of the items that are shown. Int32[n]. */
  readonly items: Int32Array<ArrayBuffer>;
  /** Their departments, −1 unknown. Int32[n]. */
  readonly department: Int32Array<ArrayBuffer>;
  /** x and y of each, −1 … 1, y upwards. Float32[n, 2]. */
  readonly positions: Float32Array<ArrayBuffer>;
  /** Training pass of the embedding, 0 for the random start. */
  readonly epoch: number;
  readonly epochs: number;
  /** The layout has come to rest: the last frame of the run. */
  readonly settled: boolean;
}

/** What a run of frames is asked for. */
export interface ConstellationRequest {
  readonly catalogue: CatalogueId;
  /** Most popular items to show, 1 … 4000. */
  readonly points: number;
  /** Rows to show besides: the visitor's own. */
  readonly also: readonly ItemIndex[];
  readonly seed: number;
}
