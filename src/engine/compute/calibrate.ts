import { HomebodyError } from '../../domain/errors.ts';
import { createRng } from '../../domain/rng.ts';
import { referenceGramian } from '../../kernels/gramian/reference.ts';
import type { KernelHome, SolveRowsArgs } from '../../kernels/home.ts';
import { KERNEL_TOLERANCE } from '../../kernels/home.ts';
import { referenceSolveRows } from '../../kernels/solve-rows/reference.ts';

/** The shape of a training slice: some 100 million multiply-adds a round. */
const ROWS = 1024;
const ENTRIES_PER_ROW = 64;
const COLUMNS = 512;
const DIM = 64;
const SETTINGS = { dim: DIM, cgSteps: 3, unobservedWeight: 0.1 } as const;
/** Rounds are repeated until so much time is measured. */
const MEASURE_MS = 30;
/** Rows that are compared with the reference. */
const CHECKED_ROWS = 4;

interface Workload {
  readonly rowOffsets: Int32Array<ArrayBuffer>;
  readonly columns: Int32Array<ArrayBuffer>;
  readonly weights: Float32Array<ArrayBuffer>;
  readonly fixed: Float32Array<ArrayBuffer>;
  readonly regularisation: Float32Array<ArrayBuffer>;
}

function drawWorkload(): Workload {
  const rng = createRng(1);
  const entryCount = ROWS * ENTRIES_PER_ROW;
  return {
    rowOffsets: Int32Array.from({ length: ROWS + 1 }, (_, row) => row * ENTRIES_PER_ROW),
    columns: Int32Array.from({ length: entryCount }, () => rng.int(COLUMNS)),
    weights: Float32Array.from({ length: entryCount }, () => 0.5 + rng.next()),
    fixed: Float32Array.from({ length: COLUMNS * DIM }, () => (rng.next() - 0.5) / 4),
    regularisation: new Float32Array(ROWS).fill(1),
  };
}

/**
 * Milliseconds that the home takes for one round of `gramian` and `solveRows` (the best of the rounds that fit
 * into some 30 ms, after one that warms up). `now`: a monotonic clock, ms.
 * @throws 'internal' when the answers are wrong (a broken driver must not win), and what the home throws
 */
export async function calibrate(home: KernelHome, now: () => number): Promise<number> {
  const work = drawWorkload();
  const args: SolveRowsArgs = {
    ...SETTINGS,
    rowOffsets: home.createI32(work.rowOffsets),
    columns: home.createI32(work.columns),
    weights: home.createF32(work.weights),
    fixed: home.createF32(work.fixed),
    gramian: home.createF32(DIM * DIM),
    regularisation: home.createF32(work.regularisation),
    solution: home.createF32(ROWS * DIM),
    rowLoss: home.createF32(ROWS),
    rowBegin: 0,
    rowEnd: ROWS,
  };
  const round = async (): Promise<void> => {
    await home.gramian({ rows: args.fixed, rowCount: COLUMNS, dim: DIM, out: args.gramian });
    await home.solveRows(args);
  };
  try {
    await round();
    requireRight(home, work, await home.read(args.solution, 0, CHECKED_ROWS * DIM));
    let best = Infinity;
    const begun = now();
    do {
      const start = now();
      await round();
      best = Math.min(best, now() - start);
    } while (now() - begun < MEASURE_MS);
    return best;
  } finally {
    for (const argument of Object.values(args)) if (typeof argument === 'object') argument.release();
  }
}

function requireRight(home: KernelHome, work: Workload, actual: Float32Array): void {
  const gramian = new Float32Array(DIM * DIM);
  referenceGramian(work.fixed, COLUMNS, DIM, gramian);
  const solution = new Float32Array(CHECKED_ROWS * DIM);
  const rowLoss = new Float32Array(CHECKED_ROWS);
  referenceSolveRows({ ...work, ...SETTINGS, gramian, solution, rowLoss, rowBegin: 0, rowEnd: CHECKED_ROWS });
  const largest = solution.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const isRight = solution.every((value, i) => Math.abs(value - actual[i]!) <= KERNEL_TOLERANCE * largest);
  if (isRight) return;
  throw new HomebodyError('internal', `The ${home.name} home (${home.device}) computes wrong answers.`);
}
