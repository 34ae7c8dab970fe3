/**
 * The model that this project grew from, by stock tfjs: Embedding(10000, 64) of user and item, dot product,
 * Dense(1, sigmoid), Adam, binary cross-entropy, `model.fit`; in samples a second, beside our iALS in
 * interactions a second. On tfjs's WebGPU backend where Node finds a Vulkan driver, else on its CPU backend.
 *   npm run bench -- seed-model-tfjs
 */
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { input, layers, model } from '@tensorflow/tfjs-layers';
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import { nodeWasmOptions } from '../src/cli/wasm-provider.node.ts';
import { nodeWebGpuProvider } from '../src/cli/webgpu-provider.node.ts';
import { createRng } from '../src/domain/rng.ts';
import { isUnavailable } from '../src/engine/compute/home-provider.ts';
import { entryCountOf } from '../src/engine/interactions/csr.ts';
import { createWasmHome } from '../src/kernels/wasm-home.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { median, print, rounded } from './support.ts';
import { ML_1M, syntheticRows } from './synthetic-rows.ts';

const TABLE_ROWS = 10_000;
const DIM = 64;
/** No further batch is begun after so many seconds of one size. */
const BUDGET_SECONDS = 15;
const MAX_BATCHES = 8;

function seedModel(): LayersModel {
  const one = (): SymbolicTensor => input({ shape: [1], dtype: 'int32' });
  const [user, item] = [one(), one()];
  const embedded = (ids: SymbolicTensor): SymbolicTensor => {
    const rows = layers.embedding({ inputDim: TABLE_ROWS, outputDim: DIM }).apply(ids);
    return layers.flatten().apply(rows) as SymbolicTensor;
  };
  const product = layers.dot({ axes: 1 }).apply([embedded(user), embedded(item)]);
  const outputs = layers.dense({ units: 1, activation: 'sigmoid' }).apply(product) as SymbolicTensor;
  const seed = model({ inputs: [user, item], outputs });
  seed.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' });
  return seed;
}

/** Median samples a second over some batches, the first of which only warms up. */
async function samplesPerSecond(seed: LayersModel, batchSize: number): Promise<number> {
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

// Else tfjs advertises its package for Node, which this is not about.
tf.env().set('IS_TEST', true);
const wasm = await createWasmHome(nodeWasmOptions(2));
const rows = syntheticRows(ML_1M, 1);
const interactionsPerSecond = entryCountOf(rows) / median(await epochSeconds(wasm, rows, 8));
wasm.dispose();

const webgpu = await nodeWebGpuProvider().open();
const why = isUnavailable(webgpu) ? webgpu.unavailable : null;
if (why !== null) await tf.setBackend('cpu');
const device = isUnavailable(webgpu) ? 'CPU' : webgpu.device;
const seed = seedModel();
// A batch of 4096 takes the CPU backend minutes: its gradient of a look-up walks the whole table per sample.
const batchSizes = why === null ? [32, 4096] : [32];
const rates: [number, number][] = [];
for (const batchSize of batchSizes) rates.push([batchSize, await samplesPerSecond(seed, batchSize)]);
seed.dispose();
if (!isUnavailable(webgpu)) webgpu.dispose();

const backend = why === null ? `webgpu on ${device}` : 'cpu';
print(
  [
    ['', 'a second', 'iALS: times as many'],
    ...rates.map(([batchSize, rate]) => [
      `tfjs model.fit, ${backend}, batch ${batchSize}: samples`,
      rate.toFixed(1),
      `${rounded(interactionsPerSecond / rate)}`,
    ]),
    ['iALS, wasm, 2 threads, width 64: interactions', interactionsPerSecond.toFixed(0), '1'],
  ],
  {
    backend,
    ...(why === null ? {} : { webgpu: `not measured: ${why}` }),
    samplesPerSecond: Object.fromEntries(rates.map(([batchSize, rate]) => [batchSize, rounded(rate)])),
    ialsInteractionsPerSecond: rounded(interactionsPerSecond),
  },
);
