import type { CatalogueId } from '../../domain/ids.ts';

/** What the engine sends to the constellation, in order, one way. Arrays are the receiver's. */
export type ConstellationMessage =
  | {
      /** A run begins; what was before is void. */
      readonly kind: 'run';
      readonly catalogue: CatalogueId;
      /** Rows of the points, ascending. Int32[count]. */
      readonly items: Int32Array<ArrayBuffer>;
      /** Their departments, −1 unknown. Int32[count]. */
      readonly department: Int32Array<ArrayBuffer>;
      readonly seed: number;
      /** A training feeds it; false for a stored model. */
      readonly training: boolean;
    }
  | ({ readonly kind: 'snapshot' } & EmbeddingSnapshot)
  /** No training runs any more, however it ended: the processor is free. */
  | { readonly kind: 'rest' };

/** The embeddings of the points after a pass; the last one of a run has `epoch` = `epochs`. */
export interface EmbeddingSnapshot {
  /** Pass, 0 the random start. */
  readonly epoch: number;
  readonly epochs: number;
  readonly dim: number;
  /** Float32[count · dim]. */
  readonly embeddings: Float32Array<ArrayBuffer>;
}
