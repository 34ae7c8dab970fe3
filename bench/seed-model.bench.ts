/**
 * The model that this project grew from, two tables of 10,000 × 64, by stock tfjs `model.fit` and by our `trainPairs`:
 * Embedding of user and item, dot product, Dense(1, sigmoid), Adam, binary cross-entropy, from one start over the
 * same samples in the same order; in samples a second, with the loss that each ends at. tfjs on its WebGPU backend
 * where Node finds a Vulkan driver, ours on the same device; else on its CPU backend, which takes minutes for a batch
 * of 4096. Also ours by plain SGD with biases, and the loss by an Adam that moves all rows, as tfjs does.
 *   npm run bench -- seed-model
 * BATCHES=N, RATE=X: other batches and learning rate for the losses.
 */
import { nodeWasmOptions } from '../src/cli/wasm-provider.node.ts';
import { nodeWebGpuProvider } from '../src/cli/webgpu-provider.node.ts';
import { isUnavailable } from '../src/engine/compute/home-provider.ts';
import type { KernelHome } from '../src/kernels/home.ts';
import { createReferenceHome } from '../src/kernels/reference-home.ts';
import { createWasmHome } from '../src/kernels/wasm-home.ts';
import { trainDense } from './seed-model/dense-adam.ts';
import type { Learner } from './seed-model/ours.ts';
import { trainOurs } from './seed-model/ours.ts';
import type { SeedModel } from './seed-model/samples.ts';
import { drawSamples, initialModel, lossOf, partOf, TABLE_ROWS, WIDTH } from './seed-model/samples.ts';
import { trainStock } from './seed-model/stock.ts';
import { median, print, rounded } from './support.ts';

const BATCHES = Number(process.env['BATCHES'] ?? 9);
const SAMPLES_OF_A_ROUND = 65_536;
/** By default as in Keras. */
const LEARNING_RATE = Number(process.env['RATE'] ?? 0.001);

/** Of all numbers of both tables. */
function largestDifference(a: SeedModel, b: SeedModel): number {
  const of = (one: Float32Array, other: Float32Array): number =>
    one.reduce((most, value, at) => Math.max(most, Math.abs(value - other[at]!)), 0);
  return Math.max(of(a.users, b.users), of(a.items, b.items));
}

const start = initialModel();
const adam = (batchSize: number): Learner => ({ kind: 'adam', batchSize, learningRate: LEARNING_RATE });

/** Median of some rounds, after one that warms up. */
async function rate(home: KernelHome, learner: Learner, rounds: number): Promise<number> {
  const samples = drawSamples(SAMPLES_OF_A_ROUND);
  const rates: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const { samplesPerSecond } = await trainOurs(home, start, samples, learner);
    if (round > 0) rates.push(samplesPerSecond);
  }
  return median(rates);
}

const webgpu = await nodeWebGpuProvider().open();
const missing = isUnavailable(webgpu) ? webgpu.unavailable : null;
const gpu = isUnavailable(webgpu) ? null : webgpu;
const wasm = await createWasmHome(nodeWasmOptions(1));
const homes = [...(gpu ? [gpu] : []), wasm, createReferenceHome()];

const batchSize = gpu ? 4096 : 32;
const samples = drawSamples(batchSize * BATCHES);
const stock = await trainStock(start, samples, batchSize, LEARNING_RATE, gpu ? null : 'cpu');
const stockLoss = lossOf(stock.trained, samples);
const denseLoss = lossOf(trainDense(start, samples, batchSize, LEARNING_RATE), samples);
const losses: Record<string, number> = { start: lossOf(start, samples), stock: stockLoss, dense: denseLoss };
const firstStepDifference: Record<string, number> = {};
for (const home of homes) {
  const { trained } = await trainOurs(home, start, samples, adam(batchSize));
  losses[home.name] = lossOf(trained, samples);
  const begun = await trainOurs(home, start, partOf(samples, 0, batchSize), adam(batchSize));
  firstStepDifference[home.name] = largestDifference(begun.trained, stock.begun);
}

const LEARNERS: readonly (readonly [name: string, learner: Learner])[] = [
  ['Adam, batch 4096', adam(4096)],
  ['Adam, batch 32', adam(32)],
  ['SGD with biases', { kind: 'sgd', learningRate: 0.002 }],
];
const samplesPerSecond: Record<string, Record<string, number>> = {};
for (const [name, learner] of LEARNERS) {
  const rates: Record<string, number> = (samplesPerSecond[name] = {});
  for (const home of homes) rates[home.name] = await rate(home, learner, home === wasm ? 5 : 2);
}
wasm.dispose();
gpu?.dispose();

const stockName = `tfjs model.fit, ${gpu ? `webgpu on ${gpu.device}` : 'cpu'}, Adam, batch ${batchSize}`;
const line = (name: string, perSecond: number | null, loss?: number): string[] => [
  name,
  perSecond === null ? '' : perSecond.toFixed(0),
  perSecond === null ? '' : `${rounded(perSecond / stock.samplesPerSecond)}`,
  loss === undefined ? '' : loss.toFixed(5),
  loss === undefined ? '' : (loss / stockLoss).toFixed(4),
];
print(
  [
    ['', 'samples a second', 'times stock', `loss after ${BATCHES} batches`, 'of that of stock'],
    line(stockName, stock.samplesPerSecond, stockLoss),
    line('Adam on all rows, plain loops', null, denseLoss),
    ...LEARNERS.flatMap(([name, learner]) =>
      homes.map((home) => {
        const compared = learner.kind === 'adam' && learner.batchSize === batchSize;
        const perSecond = samplesPerSecond[name]![home.name]!;
        return line(`ours, ${home.name}, ${name}`, perSecond, compared ? losses[home.name] : undefined);
      }),
    ),
  ],
  {
    tables: [TABLE_ROWS, WIDTH],
    ...(missing === null ? {} : { webgpu: `not measured: ${missing}` }),
    stock: { name: stockName, samplesPerSecond: rounded(stock.samplesPerSecond) },
    samplesPerSecond,
    losses,
    firstStepDifference,
  },
);
