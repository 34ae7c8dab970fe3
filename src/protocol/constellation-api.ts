import type { CatalogueId } from '../domain/ids.ts';
import type { ConstellationFrame } from '../domain/constellation.ts';

/** The one message to the constellation's worker: the end of a line at whose other end the engine sends. */
export interface ConstellationLine {
  readonly port: MessagePort;
}

/** What the constellation's worker sends to the page, in order. Arrays are the page's. */
export type ConstellationNews =
  | ({ readonly kind: 'run' } & ConstellationPoints)
  /** Of the run before it; at most some ten a second. The last of a run that comes to its end is `settled`. */
  | ({ readonly kind: 'frame' } & Pick<ConstellationFrame, 'positions' | 'epoch' | 'epochs' | 'settled'>);

/** What stays the same throughout a run. */
export interface ConstellationPoints {
  readonly catalogue: CatalogueId;
  readonly items: Int32Array<ArrayBuffer>;
  readonly department: Int32Array<ArrayBuffer>;
}
