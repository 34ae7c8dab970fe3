import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { KERNEL_TOLERANCE } from '../home.ts';
import type { KernelHome, SolveRowsArgs } from '../home.ts';
import { createReferenceHome } from '../reference-home.ts';
import { createWebGpuHome } from '../webgpu-home.ts';
import { openTestDevice, relativeError } from '../webgpu/testing/gpu-fixture.ts';
import { CPU_TUNING, GPU_TUNING } from '../webgpu/tuning.ts';

interface Problem {
  readonly dim: number;
  /** Columns and weights of each row. */
  readonly entries: readonly (readonly (readonly [column: number, weight: number])[])[];
  readonly fixed: Float32Array;
  readonly solution: Float32Array;
  readonly unobservedWeight: number;
  readonly regularisation: number;
  readonly cgSteps: number;
}

async function solve(where: KernelHome, problem: Problem, rowBegin = 0, rowEnd = problem.entries.length) {
  const { dim, entries } = problem;
  const offsets = [0];
  for (const row of entries) offsets.push(offsets.at(-1)! + row.length);
  const flat = entries.flat();
  const args: SolveRowsArgs = {
    rowOffsets: where.createI32(Int32Array.from(offsets)),
    columns: where.createI32(Int32Array.from(flat, ([column]) => column)),
    weights: where.createF32(Float32Array.from(flat, ([, weight]) => weight)),
    fixed: where.createF32(problem.fixed),
    gramian: where.createF32(dim * dim),
    unobservedWeight: problem.unobservedWeight,
    regularisation: where.createF32(new Float32Array(entries.length).fill(problem.regularisation)),
    solution: where.createF32(problem.solution),
    rowLoss: where.createF32(new Float32Array(entries.length).fill(-1)),
    dim,
    cgSteps: problem.cgSteps,
    rowBegin,
    rowEnd,
  };
  await where.gramian({ rows: args.fixed, rowCount: problem.fixed.length / dim, dim, out: args.gramian });
  await where.solveRows(args);
  const result = { solution: await where.read(args.solution), rowLoss: await where.read(args.rowLoss) };
  for (const one of Object.values(args)) if (typeof one === 'object') one.release();
  return result;
}

function randomProblem(seed: number, dim: number, rowLengths: readonly number[]): Problem {
  const rng = createRng(seed);
  const columnCount = 150;
  const normals = (length: number, scale: number) =>
    Float32Array.from({ length }, () => rng.normal() * scale);
  return {
    dim,
    entries: rowLengths.map((length) =>
      Array.from({ length }, () => [rng.int(columnCount), (0.25 + rng.next()) * (rng.next() < 0.2 ? -1 : 1)]),
    ),
    fixed: normals(columnCount * dim, 1 / Math.sqrt(dim)),
    solution: normals(rowLengths.length * dim, 0.1),
    unobservedWeight: 0.1,
    regularisation: 0.5,
    cgSteps: 3,
  };
}

const EDGE_LENGTHS = [0, 1, 2, 63, 64, 65, 128, 0, 300, 7];

describe.each([
  ['a GPU', GPU_TUNING],
  ['a CPU that plays one', CPU_TUNING],
])('solve-rows on WebGPU, tuned for %s', (_, tuning) => {
  let home: KernelHome;
  beforeAll(async () => {
    home = createWebGpuHome(await openTestDevice(), 'test', tuning);
  });
  afterAll(() => home.dispose());

  test('solves one entry by hand: dim 1, (1·4 + 0.5·4 + 2) x = 1·2', async () => {
    const problem: Problem = {
      dim: 1,
      entries: [[[0, 1]]],
      fixed: Float32Array.of(2),
      solution: Float32Array.of(0),
      unobservedWeight: 0.5,
      regularisation: 2,
      cgSteps: 1,
    };
    const { solution, rowLoss } = await solve(home, problem);
    expect([...solution]).toEqual([0.25]);
    expect([...rowLoss]).toEqual([1]);
  });

  test.each([1, 3, 4, 16, 17, 63, 64, 65, 128, 192, 260, 511, 512])(
    'dim %i: rows of 0 to 300 entries as the reference',
    async (dim) => {
      const problem = randomProblem(dim, dim, EDGE_LENGTHS);
      const actual = await solve(home, problem);
      const expected = await solve(createReferenceHome(), problem);
      expect(relativeError(actual.solution, expected.solution)).toBeLessThanOrEqual(KERNEL_TOLERANCE);
      expect(relativeError(actual.rowLoss, expected.rowLoss)).toBeLessThanOrEqual(KERNEL_TOLERANCE);
    },
  );

  test('an empty row is zero exactly, whatever it was', async () => {
    const { solution, rowLoss } = await solve(home, randomProblem(5, 17, [0, 3, 0]));
    expect([...solution.subarray(0, 17)]).toEqual(Array.from({ length: 17 }, () => 0));
    expect([...solution.subarray(34)]).toEqual(Array.from({ length: 17 }, () => 0));
    expect([rowLoss[0], rowLoss[2]]).toEqual([0, 0]);
  });

  test('negative weights alone repel: as the reference', async () => {
    const problem = randomProblem(6, 16, [5, 70]);
    const negative = {
      ...problem,
      entries: problem.entries.map((row) => row.map(([c, w]) => [c, -Math.abs(w)] as const)),
    };
    const actual = await solve(home, negative);
    expect(
      relativeError(actual.solution, (await solve(createReferenceHome(), negative)).solution),
    ).toBeLessThanOrEqual(KERNEL_TOLERANCE);
  });

  test('touches only the rows of its range', async () => {
    const problem = randomProblem(7, 4, [3, 3, 3, 3]);
    const { solution, rowLoss } = await solve(home, problem, 1, 3);
    expect(solution.subarray(0, 4)).toEqual(problem.solution.subarray(0, 4));
    expect(solution.subarray(12)).toEqual(problem.solution.subarray(12));
    expect([rowLoss[0], rowLoss[3]]).toEqual([-1, -1]);
    expect(solution.subarray(4, 8)).not.toEqual(problem.solution.subarray(4, 8));
  });

  test('an empty range changes nothing', async () => {
    const problem = randomProblem(8, 4, [3, 3]);
    const { solution, rowLoss } = await solve(home, problem, 1, 1);
    expect(solution).toEqual(problem.solution);
    expect([...rowLoss]).toEqual([-1, -1]);
  });

  test('no steps leave the solution and report its loss', async () => {
    const problem = { ...randomProblem(9, 8, [20, 1]), cgSteps: 0 };
    const actual = await solve(home, problem);
    expect(actual.solution).toEqual(problem.solution);
    expect(
      relativeError(actual.rowLoss, (await solve(createReferenceHome(), problem)).rowLoss),
    ).toBeLessThanOrEqual(KERNEL_TOLERANCE);
  });

  test('steps after the row is solved do no harm: 40 steps at dim 3', async () => {
    const problem = { ...randomProblem(10, 3, [1, 2, 30]), cgSteps: 40 };
    const actual = await solve(home, problem);
    expect(
      relativeError(actual.solution, (await solve(createReferenceHome(), problem)).solution),
    ).toBeLessThanOrEqual(KERNEL_TOLERANCE);
  });

  test('17,000 rows, more than one pass holds, are all solved alike', async () => {
    const rowCount = 17_000;
    const problem: Problem = {
      dim: 1,
      entries: Array.from({ length: rowCount }, () => [[0, 1]] as const),
      fixed: Float32Array.of(2),
      solution: new Float32Array(rowCount),
      unobservedWeight: 0.5,
      regularisation: 2,
      cgSteps: 1,
    };
    const { solution } = await solve(home, problem);
    expect(solution.every((value) => value === 0.25)).toBe(true);
  });
});
