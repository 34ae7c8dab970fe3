import type { Tensor2D, Tf } from '../compute/autodiff/tf.ts';
import type { Rows } from './rows.ts';

/** One array of a network, by its shape and what it starts from. */
export interface ParameterSpec {
  readonly shape: readonly number[];
  /** Standard deviation of normal numbers, or one number for all. */
  readonly initial: { readonly stddev: number } | { readonly value: number };
}

/** What every network over a sequence is configured by. */
export interface NetworkConfig {
  /** Width of embeddings and states. Integer, 4 … 512. */
  readonly dim: number;
  /** The latest items that are read, and the length of a training row. Integer, 2 … 1000. */
  readonly maxLength: number;
  /** Part of the numbers that are left out while learning. [0, 0.9]. */
  readonly dropout: number;
  /** Passes over all sequences, at most. Integer, 1 … 10,000. */
  readonly epochs: number;
  /** Rows a step. Integer, 1 … 4096. */
  readonly batchSize: number;
  /** Of Adam. > 0. */
  readonly learningRate: number;
  /** Epochs without a better validation after which training ends. Integer, 1 … 10,000. */
  readonly patience: number;
  /** Users whose last item is kept back to validate by, at most a tenth of all; 0: none. Integer. */
  readonly validationUsers: number;
  /** After this time no further epoch is begun; there is always one. > 0. */
  readonly maxMinutes: number;
  readonly seed: number;
}

/** Multiplies by a mask of zeros and 1 / keep while training; gives the tensor back as it is otherwise. */
export type Dropout = <T extends Tensor2D>(x: T) => T;

/** The parameters by name, as tensors or on the host. */
export type Weights<Values> = Readonly<Record<string, Values>>;

/**
 * A network that reads items in order and has a state after each: what it expects next. Item i then scores
 * state · y_i with its row y_i of `outputTable`. Written twice: to learn by, and to answer by at once.
 */
export interface NextItemNetwork<Config extends NetworkConfig> {
  readonly name: string;
  /** The parameter whose rows score the items, [itemCount, dim]. */
  readonly outputTable: string;
  parameters(config: Config, itemCount: number): Weights<ParameterSpec>;
  /**
   * By tensors, for many rows: the state after each position, [rowCount · length, dim]; of a padded position it means
   * nothing. The caller tidies.
   */
  states(tf: Tf, weights: Weights<Tensor2D>, rows: Rows, config: Config, dropout: Dropout): Tensor2D;
  /**
   * The same for one history on the host, oldest first, of at most `maxLength` items, without dropout. Agrees with
   * `states` to 1e-4. Float64[history.length · dim].
   */
  statesOf(weights: Weights<Float32Array>, history: Int32Array, config: Config): Float64Array<ArrayBuffer>;
}
