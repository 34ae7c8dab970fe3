/** The seed's model by stock tfjs: two embeddings, dot product, Dense(1, sigmoid), Adam, binary cross-entropy. */
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { input, layers, model } from '@tensorflow/tfjs-layers';
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { Samples, SeedModel } from './samples.ts';
import { partOf, TABLE_ROWS, WIDTH } from './samples.ts';

export interface StockOutcome {
  /** Of `model.fit` over all batches but the first, which also warms up. */
  readonly samplesPerSecond: number;
  /** After the first batch. */
  readonly begun: SeedModel;
  readonly trained: SeedModel;
}

/** `backend`: 'cpu' to choose that one; null: the one that is set. */
async function build(backend: 'cpu' | null): Promise<LayersModel> {
  // Else tfjs advertises its package for Node, which this is not about.
  tf.env().set('IS_TEST', true);
  if (backend !== null) await tf.setBackend(backend);
  const one = (): SymbolicTensor => input({ shape: [1], dtype: 'int32' });
  const [user, item] = [one(), one()];
  const embedded = (ids: SymbolicTensor): SymbolicTensor => {
    const rows = layers.embedding({ inputDim: TABLE_ROWS, outputDim: WIDTH }).apply(ids);
    return layers.flatten().apply(rows) as SymbolicTensor;
  };
  const product = layers.dot({ axes: 1 }).apply([embedded(user), embedded(item)]);
  const outputs = layers.dense({ units: 1, activation: 'sigmoid' }).apply(product) as SymbolicTensor;
  return model({ inputs: [user, item], outputs });
}

async function fit(seed: LayersModel, samples: Samples, batchSize: number): Promise<void> {
  const count = samples.labels.length;
  const x = [samples.users, samples.items].map((ids) => tf.tensor2d(ids, [count, 1], 'int32'));
  const y = tf.tensor2d(samples.labels, [count, 1]);
  await seed.fit(x, y, { batchSize, epochs: 1, verbose: 0, shuffle: false });
  tf.dispose([...x, y]);
}

/** Waits until the training so far is done. */
async function read(seed: LayersModel): Promise<SeedModel> {
  const weights = seed.getWeights().map((tensor) => tensor.data() as Promise<Float32Array>);
  const [users, items, weight, bias] = await Promise.all(weights);
  return { users: users!, items: items!, output: Float32Array.of(weight![0]!, bias![0]!) };
}

/** One pass over the samples in their order, from the given start. */
export async function trainStock(
  start: SeedModel,
  samples: Samples,
  batchSize: number,
  learningRate: number,
  backend: 'cpu' | null,
): Promise<StockOutcome> {
  const seed = await build(backend);
  const weights = [
    ...[start.users, start.items].map((table) => tf.tensor2d(table, [TABLE_ROWS, WIDTH])),
    tf.tensor2d(start.output.subarray(0, 1), [1, 1]),
    tf.tensor1d(start.output.subarray(1)),
  ];
  seed.setWeights(weights);
  tf.dispose(weights);
  seed.compile({ optimizer: tf.train.adam(learningRate), loss: 'binaryCrossentropy' });
  const count = samples.labels.length;
  await fit(seed, partOf(samples, 0, batchSize), batchSize);
  const begun = await read(seed);
  const began = performance.now();
  await fit(seed, partOf(samples, batchSize, count), batchSize);
  const trained = await read(seed);
  const seconds = (performance.now() - began) / 1000;
  seed.dispose();
  return { samplesPerSecond: (count - batchSize) / seconds, begun, trained };
}
