/** Problems for kernels as host arrays, and one call each that runs them in any home. */
import { createRng } from '../../domain/rng.ts';
import type { KernelHome } from '../home.ts';

export interface SolveCase {
  readonly dim: number;
  readonly rowOffsets: Int32Array;
  readonly columns: Int32Array;
  readonly weights: Float32Array;
  readonly fixed: Float32Array;
  readonly solution: Float32Array;
  readonly regularisation: Float32Array;
  readonly unobservedWeight: number;
  readonly cgSteps: number;
}

/** Random rows of the given lengths over `columnCount` columns; a fifth of the weights is negative. */
export function randomSolveCase(
  seed: number,
  dim: number,
  rowLengths: readonly number[],
  columnCount: number,
  cgSteps = 3,
): SolveCase {
  const rng = createRng(seed);
  const scale = 1 / Math.sqrt(dim);
  const normals = (length: number): Float32Array => Float32Array.from({ length }, () => rng.normal() * scale);
  const rowOffsets = new Int32Array(rowLengths.length + 1);
  for (const [row, length] of rowLengths.entries()) rowOffsets[row + 1] = rowOffsets[row]! + length;
  const entryCount = rowOffsets[rowLengths.length]!;
  return {
    dim,
    rowOffsets,
    columns: Int32Array.from({ length: entryCount }, () => rng.int(columnCount)),
    weights: Float32Array.from(
      { length: entryCount },
      () => (0.25 + 2 * rng.next()) * (rng.next() < 0.2 ? -1 : 1),
    ),
    fixed: normals(columnCount * dim),
    solution: normals(rowLengths.length * dim),
    regularisation: Float32Array.from({ length: rowLengths.length }, () => 0.05 + rng.next()),
    unobservedWeight: 0.3,
    cgSteps,
  };
}

export interface Solved {
  readonly gramian: Float32Array;
  readonly solution: Float32Array;
  readonly rowLoss: Float32Array;
}

/** Gramian of `fixed`, then the rows [rowBegin, rowEnd), all by `home`. rowLoss starts at −1. */
export async function runSolve(
  home: KernelHome,
  one: SolveCase,
  rowBegin = 0,
  rowEnd: number = one.regularisation.length,
): Promise<Solved> {
  const { dim, unobservedWeight, cgSteps } = one;
  const fixed = home.createF32(one.fixed);
  const gramian = home.createF32(dim * dim);
  const args = {
    rowOffsets: home.createI32(one.rowOffsets),
    columns: home.createI32(one.columns),
    weights: home.createF32(one.weights),
    regularisation: home.createF32(one.regularisation),
    solution: home.createF32(one.solution),
    rowLoss: home.createF32(new Float32Array(one.regularisation.length).fill(-1)),
  };
  const multiplied = home.gramian({ rows: fixed, rowCount: one.fixed.length / dim, dim, out: gramian });
  const solved = home.solveRows({
    ...args,
    fixed,
    gramian,
    unobservedWeight,
    dim,
    cgSteps,
    rowBegin,
    rowEnd,
  });
  await Promise.all([multiplied, solved]);
  const result = {
    gramian: await home.read(gramian),
    solution: await home.read(args.solution),
    rowLoss: await home.read(args.rowLoss),
  };
  for (const buffer of [fixed, gramian, ...Object.values(args)]) buffer.release();
  return result;
}

export interface RankCase {
  readonly dim: number;
  readonly queries: Float32Array;
  readonly items: Float32Array;
  /** Ascending item numbers for each query. */
  readonly excluded: readonly (readonly number[])[];
  readonly k: number;
}

/** Random embeddings; each query excludes about `excludedShare` of the items. */
export function randomRankCase(
  seed: number,
  shape: { dim: number; queries: number; items: number; k: number; excludedShare?: number },
): RankCase {
  const rng = createRng(seed);
  const { dim, queries, items, k, excludedShare = 0.2 } = shape;
  return {
    dim,
    queries: Float32Array.from({ length: queries * dim }, () => rng.normal()),
    items: Float32Array.from({ length: items * dim }, () => rng.normal()),
    excluded: Array.from({ length: queries }, () =>
      Array.from({ length: items }, (_, item) => item).filter(() => rng.next() < excludedShare),
    ),
    k,
  };
}

/**
 * Scores that are not finite, and what each home makes of them: NaN and −Infinity are never listed, however
 * many places are left. One query of width 1; more than 1024 items are cut into runs on the GPU.
 */
export const NON_FINITE_RANKS: readonly {
  readonly name: string;
  readonly one: RankCase;
  readonly items: readonly number[];
  readonly scores: readonly number[];
}[] = [
  {
    name: 'among finite ones',
    one: rankScores([NaN, 2, -Infinity, NaN, Infinity, -3, NaN, 2], 6),
    items: [4, 1, 7, 5, -1, -1],
    scores: [Infinity, 2, 2, -3, -Infinity, -Infinity],
  },
  {
    name: 'and nothing else',
    one: rankScores([NaN, -Infinity, NaN, -Infinity, -Infinity], 2),
    items: [-1, -1],
    scores: [-Infinity, -Infinity],
  },
  {
    name: 'all but two of 3,000',
    one: rankScores(
      Array.from({ length: 3000 }, (_, item) =>
        item === 1500 ? -7 : item === 2999 ? 5 : item % 2 ? NaN : -Infinity,
      ),
      4,
    ),
    items: [2999, 1500, -1, -1],
    scores: [5, -7, -Infinity, -Infinity],
  },
];

/** One query whose score of each item is given: the query is (1). */
function rankScores(scores: readonly number[], k: number): RankCase {
  return {
    dim: 1,
    queries: Float32Array.of(1),
    items: Float32Array.from(scores),
    excluded: [[]],
    k,
  };
}

export interface Ranked {
  readonly items: Int32Array;
  readonly scores: Float32Array;
}

export async function runRank(home: KernelHome, one: RankCase): Promise<Ranked> {
  const { dim, k, excluded } = one;
  const queryCount = excluded.length;
  const offsets = [0];
  for (const items of excluded) offsets.push(offsets.at(-1)! + items.length);
  const args = {
    queries: home.createF32(one.queries),
    items: home.createF32(one.items),
    excludedOffsets: home.createI32(Int32Array.from(offsets)),
    excluded: home.createI32(Int32Array.from([...excluded.flat(), 0])),
    outItems: home.createI32(queryCount * k),
    outScores: home.createF32(queryCount * k),
  };
  await home.scoreTopK({ ...args, queryCount, itemCount: one.items.length / dim, dim, k });
  const result = { items: await home.readI32(args.outItems), scores: await home.read(args.outScores) };
  for (const buffer of Object.values(args)) buffer.release();
  return result;
}

/** Largest difference relative to the largest magnitude expected; what `KERNEL_TOLERANCE` bounds. */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let largest = 0;
  let worst = 0;
  for (let i = 0; i < expected.length; i++) {
    largest = Math.max(largest, Math.abs(expected[i]!));
    const difference = Math.abs(actual[i]! - expected[i]!);
    if (!(difference <= worst)) worst = difference; // NaN is a difference too.
  }
  return worst === 0 ? 0 : worst / largest;
}

/** Whether two arrays hold the same bits; −0 and 0 differ. */
export function sameBits(a: Float32Array | Int32Array, b: Float32Array | Int32Array): boolean {
  const [left, right] = [a, b].map((one) => new Int32Array(one.buffer, one.byteOffset, one.length));
  return a.length === b.length && left!.every((word, at) => word === right![at]);
}
