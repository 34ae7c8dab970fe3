/** The model that this project grew from, by stock tfjs: see `seed-model-tfjs.bench.ts`. */
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { input, layers, model } from '@tensorflow/tfjs-layers';
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import { createRng } from '../src/domain/rng.ts';
import { median } from './support.ts';

export const TABLE_ROWS = 10_000;
export const WIDTH = 64;
/** No further batch is begun after so many seconds of one size. */
const BUDGET_SECONDS = 15;
const MAX_BATCHES = 8;

/** `backend`: 'cpu' to choose that one; null: the one that is set. */
export async function seedModel(backend: 'cpu' | null): Promise<LayersModel> {
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
  const seed = model({ inputs: [user, item], outputs });
  seed.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' });
  return seed;
}

/** Median samples a second over some batches, the first of which only warms up. */
export async function samplesPerSecond(seed: LayersModel, batchSize: number): Promise<number> {
  const rng = createRng(1).fork(`batches of ${batchSize}`);
  const ids = (): tf.Tensor2D =>
    tf.tensor2d(
      Int32Array.from({ length: batchSize }, () => rng.int(TABLE_ROWS)),
      [batchSize, 1],
      'int32',
    );
  const x = [ids(), ids()];
  const y = tf.tensor2d(
    Float32Array.from({ length: batchSize }, () => rng.int(2)),
    [batchSize, 1],
  );
  const rates: number[] = [];
  const began = performance.now();
  for (let batch = 0; batch <= MAX_BATCHES; batch++) {
    const start = performance.now();
    await seed.fit(x, y, { batchSize, epochs: 1, verbose: 0, shuffle: false });
    if (batch > 0) rates.push((1000 * batchSize) / (performance.now() - start));
    if (rates.length > 0 && performance.now() - began > 1000 * BUDGET_SECONDS) break;
  }
  tf.dispose([...x, y]);
  return median(rates);
}
