/**
 * Dense products (f32) by the `multiply` kernel on one thread and on two, by its reference, and by NumPy in turn with
 * them; then EASE in closed form on the demo shop's catalogue. Prints a table and one line of JSON.
 *   npm run bench -- dense      (PYTHON names the interpreter that has NumPy)
 */
import { spawnSync } from 'node:child_process';
import { nodeWasmOptions } from '../src/cli/wasm-provider.node.ts';
import { createDemoCatalogue } from '../src/datasets/demo-shop/catalogue.ts';
import { createDemoInteractions } from '../src/datasets/demo-shop/events.ts';
import { DEFAULT_DEMO_SEED } from '../src/datasets/demo-shop/shape.ts';
import { createRng } from '../src/domain/rng.ts';
import { buildCsr } from '../src/engine/interactions/build-csr.ts';
import { EASE } from '../src/engine/models/ease.ts';
import type { KernelHome } from '../src/kernels/home.ts';
import { multiplyTiles } from '../src/kernels/multiply/index.ts';
import { createReferenceHome } from '../src/kernels/reference-home.ts';
import { createWasmHome } from '../src/kernels/wasm-home.ts';
import { median, print, rounded } from './support.ts';

const SIZE = 2048;
const REFERENCE_SIZE = 512;
const ROUNDS = 5;

/** Seconds of one product of two square matrices. */
function prepare(home: KernelHome, size: number): () => Promise<number> {
  const rng = createRng(1);
  const random = () => home.createF32(Float32Array.from({ length: size * size }, () => rng.normal()));
  const block = (buffer: ReturnType<typeof random>) => ({ buffer, offset: 0, stride: size });
  const [left, right, out] = [block(random()), block(random()), block(home.createF32(size * size))];
  const { down, across } = multiplyTiles(size, size);
  const shape = { rows: size, depth: size, columns: size, tileBegin: 0, tileEnd: down * across };
  const how = { leftTransposed: false, rightTransposed: false, effect: 'set', part: 'whole' } as const;
  return async () => {
    const began = performance.now();
    await home.multiply({ left, right, out, ...shape, ...how });
    return (performance.now() - began) / 1000;
  };
}

/** The same by NumPy; null where there is none. */
function numpySeconds(threads: number): number | null {
  const script = `
import time, numpy as np
a, b = (np.random.default_rng(s).normal(size=(${SIZE}, ${SIZE})).astype(np.float32) for s in (1, 2))
c = a @ b
s = time.perf_counter(); np.matmul(a, b, out=c); print(time.perf_counter() - s)`;
  const count = String(threads);
  const { stdout, status } = spawnSync(process.env['PYTHON'] ?? 'python3', ['-c', script], {
    encoding: 'utf8',
    env: { ...process.env, OPENBLAS_NUM_THREADS: count, MKL_NUM_THREADS: count },
  });
  return status === 0 ? Number(stdout) : null;
}

const gflops = (size: number, seconds: number): number => (2 * size ** 3) / seconds / 1e9;

const homes = {
  one: await createWasmHome(nodeWasmOptions(0)),
  two: await createWasmHome(nodeWasmOptions(2)),
};
const [one, two] = [prepare(homes.one, SIZE), prepare(homes.two, SIZE)];
const seconds: Record<'one' | 'two' | 'numpyOne' | 'numpyTwo', number[]> = {
  one: [],
  two: [],
  numpyOne: [],
  numpyTwo: [],
};
for (let round = 0; round < ROUNDS; round++) {
  seconds.one.push(await one());
  seconds.two.push(await two());
  for (const [name, threads] of [
    ['numpyOne', 1],
    ['numpyTwo', 2],
  ] as const) {
    const found = numpySeconds(threads);
    if (found !== null) seconds[name].push(found);
  }
}
const reference = await prepare(createReferenceHome(), REFERENCE_SIZE)();

const catalogue = createDemoCatalogue(DEFAULT_DEMO_SEED);
const byUser = buildCsr(createDemoInteractions(DEFAULT_DEMO_SEED, catalogue));
const ease = async (home: KernelHome): Promise<number> => {
  const began = performance.now();
  await EASE.create({}, home).fit(byUser, {
    now: () => performance.now(),
    yieldTurn: () => new Promise((resolve) => setImmediate(resolve)),
    signal: new AbortController().signal,
  });
  return (performance.now() - began) / 1000;
};
const easeSeconds = [await ease(homes.two), await ease(homes.two), await ease(homes.two)];
homes.one.dispose();
homes.two.dispose();

const speed = {
  one: gflops(SIZE, median(seconds.one)),
  two: gflops(SIZE, median(seconds.two)),
  numpyOne: gflops(SIZE, median(seconds.numpyOne)),
  numpyTwo: gflops(SIZE, median(seconds.numpyTwo)),
};
const row = (name: string, ours: number, peer: number): string[] => [
  name,
  ours.toFixed(1),
  Number.isNaN(peer) ? 'NumPy is not there' : peer.toFixed(1),
  Number.isNaN(peer) ? '' : (ours / peer).toFixed(2),
];
print(
  [
    ['GFLOP/s, f32', 'ours', 'NumPy', 'ratio'],
    row(`one thread, ${SIZE}³`, speed.one, speed.numpyOne),
    row(`two threads, ${SIZE}³`, speed.two, speed.numpyTwo),
    ['reference', gflops(REFERENCE_SIZE, reference).toFixed(1), '', ''],
    [`EASE, ${byUser.columnCount} items`, `${median(easeSeconds).toFixed(2)} s`, '', ''],
  ],
  {
    gflops: Object.fromEntries(Object.entries(speed).map(([name, value]) => [name, rounded(value)])),
    reference: rounded(gflops(REFERENCE_SIZE, reference)),
    easeSeconds: rounded(median(easeSeconds)),
    easeItems: byUser.columnCount,
  },
);
