/**
 * An iALS epoch as the product trains it: the WASM home against the reference home with the same arithmetic,
 * two threads against one, ten times the interactions against one. Synthetic logs of MovieLens 1M's shape.
 *   npm run bench -- home-ratio
 */
import { nodeWasmOptions } from '../src/cli/wasm-provider.node.ts';
import { entryCountOf } from '../src/engine/interactions/csr.ts';
import { createReferenceHome } from '../src/kernels/reference-home.ts';
import { createWasmHome } from '../src/kernels/wasm-home.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { median, print, rounded } from './support.ts';
import { ML_1M, syntheticRows } from './synthetic-rows.ts';

const SEED = 1;
const ROUNDS = 5;
/** The reference takes seconds an epoch and varies little. */
const REFERENCE_ROUNDS = 2;

const best = (values: readonly number[]): number => Math.min(...values);

const once = syntheticRows(ML_1M, SEED);
// Ten times the people, as many items: what a shop that grows looks like.
const tenfold = syntheticRows(
  { ...ML_1M, userCount: 10 * ML_1M.userCount, interactions: 10 * ML_1M.interactions },
  SEED,
);
const oneThread = await createWasmHome(nodeWasmOptions(1));
const twoThreads = await createWasmHome(nodeWasmOptions(2));
const reference = createReferenceHome();

const contenders = [
  { name: 'reference', home: reference, rows: once, epochs: 2 },
  { name: 'wasm, 1 thread', home: oneThread, rows: once, epochs: 5 },
  { name: 'wasm, 2 threads', home: twoThreads, rows: once, epochs: 5 },
  { name: 'wasm, 2 threads, 10 times the interactions', home: twoThreads, rows: tenfold, epochs: 3 },
];
const seconds = contenders.map((): number[] => []);
for (let round = 0; round < ROUNDS; round++) {
  for (const [i, { home, rows, epochs }] of contenders.entries()) {
    if (home === reference && round >= REFERENCE_ROUNDS) continue;
    seconds[i]!.push(...(await epochSeconds(home, rows, epochs)));
  }
}
for (const home of [oneThread, twoThreads]) home.dispose();

const [ofReference, ofOne, ofTwo, ofTenfold] = seconds.map(median) as [number, number, number, number];
const named = (statistic: (values: readonly number[]) => number): Record<string, number> =>
  Object.fromEntries(contenders.map(({ name }, i) => [name, rounded(statistic(seconds[i]!))]));
print(
  [
    ['', 'median s an epoch', 'best', 'interactions', 'of the reference, an interaction'],
    ...contenders.map(({ name, rows }, i) => {
      const perInteraction = (median(seconds[i]!) / entryCountOf(rows)) * entryCountOf(once);
      return [
        name,
        median(seconds[i]!).toFixed(3),
        best(seconds[i]!).toFixed(3),
        String(entryCountOf(rows)),
        `1/${(ofReference / perInteraction).toFixed(1)}`,
      ];
    }),
  ],
  {
    dim: 64,
    cgSteps: 3,
    medianSecondsPerEpoch: named(median),
    bestSecondsPerEpoch: named(best),
    referenceOverWasm1: rounded(ofReference / ofOne),
    referenceOverWasm2: rounded(ofReference / ofTwo),
    oneThreadOverTwo: rounded(ofOne / ofTwo),
    tenfoldOverOnce: rounded(ofTenfold / ofTwo),
    interactions: [entryCountOf(once), entryCountOf(tenfold)],
  },
);
