/**
 * One epoch of pairs on dot products, in samples a second: tables of 10,000 × 64, gather, loss, gradient and update.
 * Adam in batches of 4096 and 32 with a learnt scale and offset, as the model that this project grew from has them;
 * and plain SGD with biases, one pair a step. By our kernel, by its plain reference, and by stock tfjs on its CPU
 * backend (its WebGPU backend: `seed-model-tfjs`).
 *   npm run bench -- train-pairs
 */
import { nodeWasmOptions } from '../src/cli/wasm-provider.node.ts';
import { createRng } from '../src/domain/rng.ts';
import type { KernelHome, TrainPairsArgs } from '../src/kernels/home.ts';
import { createReferenceHome } from '../src/kernels/reference-home.ts';
import { createWasmHome } from '../src/kernels/wasm-home.ts';
import { median, print, rounded } from './support.ts';
import { samplesPerSecond, seedModel, TABLE_ROWS, WIDTH } from './tfjs-seed-model.ts';

const PAIRS = 65_536;
const ROUNDS = 7;

type Learner = 'sgd' | { readonly batchSize: number };

/** Median of some epochs over the same pairs, the first of which only warms up. */
async function rate(home: KernelHome, learner: Learner, rounds: number): Promise<number> {
  const rng = createRng(1).fork('pairs');
  const rows = (): Int32Array => Int32Array.from({ length: PAIRS }, () => rng.int(TABLE_ROWS));
  const table = (): Float32Array =>
    Float32Array.from({ length: TABLE_ROWS * WIDTH }, () => 0.1 * (rng.next() - 0.5));
  const args = {
    users: home.createI32(rows()),
    items: home.createI32(rows()),
    rivals: null,
    labels: home.createF32(Float32Array.from({ length: PAIRS }, () => rng.int(2))),
    losses: home.createF32(PAIRS),
    pairBegin: 0,
    pairEnd: PAIRS,
    userEmbeddings: home.createF32(table()),
    itemEmbeddings: home.createF32(table()),
    dim: WIDTH,
    output: home.createF32(Float32Array.of(1, 0)),
  };
  const moments = {
    userMoments: home.createF32(2 * TABLE_ROWS * WIDTH),
    itemMoments: home.createF32(2 * TABLE_ROWS * WIDTH),
    outputMoments: home.createF32(4),
  };
  const constants = { learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 };
  const rates: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const call: TrainPairsArgs =
      learner === 'sgd'
        ? {
            ...args,
            biased: true,
            learns: 'offset',
            optimiser: { kind: 'sgd', learningRate: 0.002, regularisation: 0.005 },
          }
        : {
            ...args,
            biased: false,
            learns: 'scale and offset',
            optimiser: {
              kind: 'adam',
              ...constants,
              ...learner,
              stepsDone: round * Math.ceil(PAIRS / learner.batchSize),
              ...moments,
            },
          };
    const start = performance.now();
    await home.trainPairs(call);
    if (round > 0) rates.push((1000 * PAIRS) / (performance.now() - start));
  }
  return median(rates);
}

const LEARNERS: readonly (readonly [name: string, learner: Learner])[] = [
  ['Adam, batch 4096', { batchSize: 4096 }],
  ['Adam, batch 32', { batchSize: 32 }],
  ['SGD with biases', 'sgd'],
];

const wasm = await createWasmHome(nodeWasmOptions(1));
const reference = createReferenceHome();
const report: Record<string, { wasm: number; reference: number }> = {};
for (const [name, learner] of LEARNERS) {
  report[name] = { wasm: await rate(wasm, learner, ROUNDS), reference: await rate(reference, learner, 2) };
}
wasm.dispose();
const seed = await seedModel('cpu');
const stock = await samplesPerSecond(seed, 32);
seed.dispose();

print(
  [
    ['samples a second', 'wasm, 1 thread', 'plain TypeScript', 'times as many'],
    ...Object.entries(report).map(([name, rates]) => [
      name,
      rates.wasm.toFixed(0),
      rates.reference.toFixed(0),
      `${rounded(rates.wasm / rates.reference)}`,
    ]),
    ['tfjs model.fit, cpu, Adam, batch 32', stock.toFixed(1), '', ''],
  ],
  {
    pairs: PAIRS,
    tableRows: TABLE_ROWS,
    dim: WIDTH,
    samplesPerSecond: report,
    tfjsCpuBatch32: rounded(stock),
  },
);
