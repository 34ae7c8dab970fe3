/** A named array of a checkpoint. `shape`'s product is the length. */
export interface CheckpointTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array<ArrayBuffer> | Int32Array<ArrayBuffer>;
}
export type CheckpointTensors = Readonly<Record<string, CheckpointTensor>>;
