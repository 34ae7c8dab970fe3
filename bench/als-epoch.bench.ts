/**
 * Seconds for one iALS epoch (both sides, gramians included; width 64, 3 CG steps) in each home, and of the
 * native `implicit` library in turn with them. Prints one JSON object.
 *   npm run bench -- als-epoch      (PYTHON names the interpreter that has `implicit`)
 *   node build/node/als-epoch.bench.js [--dim 64] [--rounds 9] [--python python3]
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { nodeWasmOptions } from '../src/cli/wasm-provider.node.ts';
import { createRng } from '../src/domain/rng.ts';
import type { KernelHome } from '../src/kernels/home.ts';
import { createReferenceHome } from '../src/kernels/reference-home.ts';
import { createWasmHome } from '../src/kernels/wasm-home.ts';

const { values: options } = parseArgs({
  options: {
    dim: { type: 'string', default: '64' },
    rounds: { type: 'string', default: '9' },
    python: { type: 'string', default: process.env['PYTHON'] ?? 'python3' },
  },
});
const DIM = Number(options.dim);
const ROUNDS = Number(options.rounds);
const CG_STEPS = 3;
const DATA = '../shared/data/ml-1m-ncf/ml-1m.train.pos.tsv.gz';

interface Pairs {
  readonly source: string;
  readonly userCount: number;
  readonly itemCount: number;
  readonly users: Int32Array;
  readonly items: Int32Array;
}

function loadPairs(): Pairs {
  const sizes = { userCount: 6040, itemCount: 3706 };
  if (existsSync(DATA)) {
    const rows = gunzipSync(readFileSync(DATA)).toString().trimEnd().split('\n').slice(1);
    const column = (at: number) => Int32Array.from(rows, (row) => Number(row.split('\t', 2)[at]));
    return { source: DATA, ...sizes, users: column(0), items: column(1) };
  }
  // Its size, with popular items and busy users; pairs may repeat, which costs the same.
  const rng = createRng(1);
  const draw = (count: number) =>
    Int32Array.from({ length: 994_169 }, () => Math.floor(count * rng.next() ** 2.5));
  return { source: 'synthetic, seed 1', ...sizes, users: draw(6040), items: draw(3706) };
}

function toRows(rows: Int32Array, columns: Int32Array, rowCount: number) {
  const offsets = new Int32Array(rowCount + 1);
  for (const row of rows) offsets[row + 1]! += 1;
  for (let row = 0; row < rowCount; row++) offsets[row + 1]! += offsets[row]!;
  const next = offsets.slice();
  const sorted = new Int32Array(columns.length);
  for (const [entry, row] of rows.entries()) sorted[next[row]!++] = columns[entry]!;
  return { offsets, columns: sorted, rowCount };
}

/** Returns a function that trains one more epoch and resolves to its seconds. */
function prepare(home: KernelHome, pairs: Pairs): () => Promise<number> {
  const rng = createRng(7);
  const side = (rows: ReturnType<typeof toRows>, otherCount: number) => ({
    rowCount: rows.rowCount,
    rowOffsets: home.createI32(rows.offsets),
    columns: home.createI32(rows.columns),
    regularisation: home.createF32(
      Float32Array.from({ length: rows.rowCount }, (_, row) => {
        return 0.007 * (rows.offsets[row + 1]! - rows.offsets[row]! + 0.3 * otherCount);
      }),
    ),
    solution: home.createF32(
      Float32Array.from({ length: rows.rowCount * DIM }, () => (0.1 * rng.normal()) / Math.sqrt(DIM)),
    ),
    rowLoss: home.createF32(rows.rowCount),
  });
  const users = side(toRows(pairs.users, pairs.items, pairs.userCount), pairs.itemCount);
  const items = side(toRows(pairs.items, pairs.users, pairs.itemCount), pairs.userCount);
  const weights = home.createF32(new Float32Array(pairs.users.length).fill(1));
  const gramian = home.createF32(DIM * DIM);
  const solveSide = (one: typeof users, other: typeof users): Promise<unknown> => {
    const { rowCount, ...buffers } = one;
    const rows = { rowBegin: 0, rowEnd: rowCount, dim: DIM, cgSteps: CG_STEPS, unobservedWeight: 0.3 };
    return Promise.all([
      home.gramian({ rows: other.solution, rowCount: other.rowCount, dim: DIM, out: gramian }),
      home.solveRows({ ...buffers, ...rows, weights, fixed: other.solution, gramian }),
    ]);
  };
  return async () => {
    const started = performance.now();
    await Promise.all([solveSide(users, items), solveSide(items, users)]);
    return (performance.now() - started) / 1000;
  };
}

/** The same epoch by `implicit` on two threads, one a line; the first line says whether it is there. */
const PYTHON = `
import sys, time
try:
    import implicit, numpy as np, scipy.sparse as sp
except ImportError as e:
    print(e, flush=True); sys.exit()
users, items = (np.frombuffer(sys.stdin.buffer.read(4 * %d), dtype=np.int32) for _ in range(2))
m = sp.csr_matrix((np.ones(len(users), np.float32), (users, items)), shape=(%d, %d)); t = m.T.tocsr()
model = implicit.als.AlternatingLeastSquares(factors=%d, use_cg=True, num_threads=2)
model.cg_steps = %d
rng = np.random.default_rng(1)
x, y = (rng.normal(0, 0.01, (n, model.factors)).astype(np.float32) for n in m.shape)
print("ready " + implicit.__version__, flush=True)
for _ in sys.stdin.buffer:
    s = time.perf_counter()
    model.solver(m, x, y, 0.1, num_threads=2); model.solver(t, y, x, 0.1, num_threads=2)
    print(time.perf_counter() - s, flush=True)
`;

type Contender = { readonly name: string; readonly epoch: () => Promise<number>; readonly end: () => void };

/** Null, with the reason, where `implicit` cannot be imported. */
async function startImplicit(pairs: Pairs): Promise<Contender | string> {
  const numbers = [pairs.users.length, pairs.userCount, pairs.itemCount, DIM, CG_STEPS];
  const script = PYTHON.replaceAll('%d', () => String(numbers.shift()));
  const child = spawn(options.python, ['-c', script], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' },
  });
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.stdin.write(new Uint8Array(pairs.users.buffer));
  child.stdin.write(new Uint8Array(pairs.items.buffer));
  const { value } = await lines.next();
  const first = String(value ?? `${options.python} does not run`);
  if (!first.startsWith('ready ')) return first;
  return {
    name: `implicit ${first.slice(6)}, 2 threads`,
    epoch: async () => {
      child.stdin.write('\n');
      return Number((await lines.next()).value);
    },
    end: () => child.stdin.end(),
  };
}

async function wasm(threads: number, pairs: Pairs): Promise<Contender> {
  const home = await createWasmHome(nodeWasmOptions(threads));
  return { name: `wasm, ${home.device}`, epoch: prepare(home, pairs), end: () => home.dispose() };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

const pairs = loadPairs();
const implicit = await startImplicit(pairs);
const twoThreads = await wasm(2, pairs);
const contenders = [await wasm(1, pairs), twoThreads, ...(typeof implicit === 'string' ? [] : [implicit])];
const seconds = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
for (const { epoch } of contenders) await epoch(); // Warms caches and compilers.
for (let round = 0; round < ROUNDS; round++) {
  for (const { name, epoch } of contenders) seconds.get(name)!.push(await epoch());
}
for (const { end } of contenders) end();
// The reference takes seconds: once is enough.
const reference = await prepare(createReferenceHome(), pairs)();

const best = Object.fromEntries([...seconds].map(([name, all]) => [name, Math.min(...all)]));
const medians = Object.fromEntries([...seconds].map(([name, all]) => [name, median(all)]));
const ours = medians[twoThreads.name]!;
const report = {
  data: pairs.source,
  dim: DIM,
  cgSteps: CG_STEPS,
  rounds: ROUNDS,
  machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
  secondsPerEpoch: { reference, ...medians },
  bestSecondsPerEpoch: best,
  timesFasterThanReference: reference / ours,
  timesFasterThanImplicit: typeof implicit === 'string' ? null : medians[implicit.name]! / ours,
  ...(typeof implicit === 'string' ? { implicit: `not measured: ${implicit}` } : {}),
};
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
