import type * as Tf from '@tensorflow/tfjs-core';
import type { HomeName } from '../../../domain/training.ts';

/**
 * Tensors and gradients in a home, for the models that need autodiff. `tf` is tfjs-core alone: functions, no
 * chained methods. Every tensor has one owner: what `run`, `lookup`, `ids` and `step` return is the caller's.
 */
export interface Autodiff {
  readonly home: HomeName;
  readonly tf: typeof Tf;

  /** `work` in this home; of its tensors only those survive that it returns, and the kept ones. Synchronous. */
  run<T extends Tf.TensorContainer>(work: () => T): T;
  /** A learnt tensor, of a copy of the values; yours until `dispose`d. */
  weight(values: Float32Array, shape: readonly number[]): Tf.Variable;
  /** Row numbers for `lookup`, of any shape. */
  ids(values: Int32Array, shape?: readonly number[]): Tf.Tensor;
  /**
   * table[ids], of shape [...ids.shape, width]. Within `step` the gradient is that of the looked-up rows alone: the
   * table itself takes part in no dense sum. A negative id stands for padding: it gives row 0, which the caller
   * masks, and its gradient is dropped. A table that the loss also uses whole (tied output weights) belongs into
   * `weights`, and is looked up by `tf.gather`.
   */
  lookup(table: Tf.Variable, ids: Tf.Tensor): Tf.Tensor;
  adam(config: AdamConfig): Optimiser;
  sgd(config: SgdConfig): Optimiser;
  read(tensor: Tf.Tensor): Promise<Float32Array<ArrayBuffer>>;
  /** Tensors that are alive since it was opened, its optimisers' moments among them; other users of tfjs count too. */
  tensorCount(): number;
  /** Gives the backend back. Tensors and optimisers are to be disposed of before. */
  dispose(): void;
}

/** Learns weights and looked-up tables. One step a batch. */
export interface Optimiser {
  /**
   * Computes the loss, a scalar, and moves `weights` (all of each) and the tables that the loss looks up (the rows
   * of this batch alone) against its gradient. A row that occurs often counts with the sum of its gradients.
   */
  step(loss: () => Tf.Scalar, weights?: readonly Tf.Variable[]): Tf.Scalar;
  /** Frees the moments. The weights stay with their owner. */
  dispose(): void;
}

/**
 * Adam (Kingma, Ba 2015); lazy on tables: a row that the batch does not touch keeps its value and its moments. As in
 * Keras, t counts steps from 1 and θ −= learningRate · √(1 − beta2ᵗ) / (1 − beta1ᵗ) · m / (√v + epsilon).
 */
export interface AdamConfig {
  /** > 0. */
  readonly learningRate: number;
  /** [0, 1). Default 0.9. */
  readonly beta1?: number;
  /** [0, 1). Default 0.999. */
  readonly beta2?: number;
  /** > 0. Default 1e-7. */
  readonly epsilon?: number;
}

/** θ −= learningRate · gradient. */
export interface SgdConfig {
  /** > 0. */
  readonly learningRate: number;
}
