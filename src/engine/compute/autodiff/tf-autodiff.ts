import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import type { Scalar, Tensor, TensorContainer, Variable } from '@tensorflow/tfjs-core';
import { HomebodyError } from '../../../domain/errors.ts';
import type { HomeName } from '../../../domain/training.ts';
import type { AdamConfig, Autodiff, Optimiser, SgdConfig } from './autodiff.ts';
import type { Backend, Update, WeightState } from './backend.ts';

/** A look-up within a running step. */
interface Lookup {
  readonly table: Variable;
  readonly ids: Tensor;
  readonly rows: Tensor;
}

export class TfAutodiff implements Autodiff {
  readonly home: HomeName;
  readonly tf: typeof tf = tf;
  readonly #backend: Backend;
  readonly #tensorsBefore: number;
  /** Ids among which none is negative. */
  readonly #unpadded = new WeakSet<Tensor>();
  /** Of the running step; null between steps. */
  #lookups: Lookup[] | null = null;

  constructor(home: HomeName, backend: Backend) {
    this.home = home;
    this.#backend = backend;
    this.#tensorsBefore = tf.memory().numTensors;
  }

  run<T extends TensorContainer>(work: () => T): T {
    this.#enter();
    return tf.tidy(work);
  }

  weight(values: Float32Array, shape: readonly number[]): Variable {
    return this.run(() => {
      // The backend of plain JavaScript would write into the array that it was given.
      const initial = tf.tensor(values.slice(), [...shape], 'float32');
      return tf.variable(initial);
    });
  }

  ids(values: Int32Array, shape: readonly number[] = [values.length]): Tensor {
    const ids = this.run(() => tf.tensor(values, [...shape], 'int32'));
    if (values.every((id) => id >= 0)) this.#unpadded.add(ids);
    return ids;
  }

  lookup(table: Variable, ids: Tensor): Tensor {
    return this.run(() => {
      const rows = tf.gather(table, this.#unpadded.has(ids) ? ids : tf.maximum(ids, tf.scalar(0, 'int32')));
      this.#lookups?.push({ table, ids, rows });
      return rows;
    });
  }

  adam(config: AdamConfig): Optimiser {
    const { learningRate, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = config;
    const adam = { beta1, beta2, epsilon };
    return this.#optimiser(true, (step) => ({
      rate: (learningRate * Math.sqrt(1 - beta2 ** step)) / (1 - beta1 ** step),
      adam,
    }));
  }

  sgd({ learningRate }: SgdConfig): Optimiser {
    return this.#optimiser(false, () => ({ rate: learningRate, adam: null }));
  }

  async read(tensor: Tensor): Promise<Float32Array<ArrayBuffer>> {
    this.#enter();
    const values = await tensor.data();
    await this.#backend.settled();
    return Float32Array.from(values);
  }

  tensorCount(): number {
    return tf.memory().numTensors - this.#tensorsBefore;
  }

  dispose(): void {
    this.#backend.close();
  }

  /** tfjs has one current backend for all its users. */
  #enter(): void {
    if (tf.getBackend() !== this.#backend.name) void tf.setBackend(this.#backend.name);
  }

  #optimiser(hasMoments: boolean, updateOf: (step: number) => Update): Optimiser {
    const states = new Map<Variable, WeightState>();
    const zeros = (like: Variable): Tensor => tf.keep(tf.zeros(like.shape));
    const stateOf = (weight: Variable): WeightState => {
      const known = states.get(weight);
      if (known) return known;
      const state = { weight, moments: hasMoments ? ([zeros(weight), zeros(weight)] as const) : null };
      states.set(weight, state);
      return state;
    };
    let steps = 0;
    return {
      step: (loss, weights = []) =>
        this.run(() => {
          const { value, gradients, lookups } = this.#differentiate(loss, weights);
          const update = updateOf(++steps);
          weights.forEach((weight, i) => {
            const gradient = gradients[i];
            if (gradient) this.#backend.updateWeight(update, stateOf(weight), gradient);
          });
          lookups.forEach(({ table, ids }, i) => {
            const gradient = gradients[weights.length + i];
            if (gradient) this.#backend.updateRows(update, stateOf(table), ids, gradient);
          });
          return value;
        }),
      dispose: () => {
        for (const { moments } of states.values()) moments?.forEach((moment) => (moment as Tensor).dispose());
        states.clear();
      },
    };
  }

  #differentiate(
    loss: () => Scalar,
    weights: readonly Variable[],
  ): { value: Scalar; gradients: readonly (Tensor | null)[]; lookups: readonly Lookup[] } {
    if (this.#lookups) throw new HomebodyError('internal', 'A step was begun within a step.');
    const lookups: Lookup[] = [];
    this.#lookups = lookups;
    // tfjs asks which tensors to differentiate by only after the loss is computed: the rows come in while it is.
    // It refuses a list that is empty before.
    const sources: Tensor[] = [tf.scalar(0), ...weights];
    try {
      const forward = (): Scalar => {
        const value = loss();
        sources.push(...lookups.map(({ rows }) => rows));
        return value;
      };
      const { value, grads } = tf.engine().gradients(forward, sources, undefined, true);
      return { value: value as Scalar, gradients: grads.slice(1), lookups };
    } catch (error) {
      forgetTape();
      throw error;
    } finally {
      this.#lookups = null;
    }
  }
}

/** What tfjs has kept to go back by, it frees only when it does. */
function forgetTape(): void {
  const { state } = tf.engine();
  for (const { saved } of state.activeTape ?? []) for (const tensor of saved ?? []) tensor.dispose();
  state.activeTape = null as never;
}
