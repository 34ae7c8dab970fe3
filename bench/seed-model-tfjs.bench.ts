/**
 * The model that this project grew from, by stock tfjs: Embedding(10000, 64) of user and item, dot product,
 * Dense(1, sigmoid), Adam, binary cross-entropy, `model.fit`; in samples a second, beside our iALS in
 * interactions a second. On tfjs's WebGPU backend where Node finds a Vulkan driver, else on its CPU backend.
 *   npm run bench -- seed-model-tfjs
 */
import { nodeWasmOptions } from '../src/cli/wasm-provider.node.ts';
import { nodeWebGpuProvider } from '../src/cli/webgpu-provider.node.ts';
import { isUnavailable } from '../src/engine/compute/home-provider.ts';
import { entryCountOf } from '../src/engine/interactions/csr.ts';
import { createWasmHome } from '../src/kernels/wasm-home.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { median, print, rounded } from './support.ts';
import { ML_1M, syntheticRows } from './synthetic-rows.ts';
import { samplesPerSecond, seedModel } from './tfjs-seed-model.ts';

const wasm = await createWasmHome(nodeWasmOptions(2));
const rows = syntheticRows(ML_1M, 1);
const interactionsPerSecond = entryCountOf(rows) / median(await epochSeconds(wasm, rows, 8));
wasm.dispose();

const webgpu = await nodeWebGpuProvider().open();
const why = isUnavailable(webgpu) ? webgpu.unavailable : null;
const device = isUnavailable(webgpu) ? 'CPU' : webgpu.device;
const seed = await seedModel(why === null ? null : 'cpu');
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
