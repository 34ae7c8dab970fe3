import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KERNEL_TOLERANCE, type KernelHome, type SolveRowsArgs } from '../home.ts';
import { createReferenceHome } from '../reference-home.ts';
import { randomSolveCase, relativeError, runSolve, type SolveCase } from '../testing/cases.ts';
import { NODE_HOMES } from '../testing/homes.ts';

const ROW_LENGTHS = [0, 1, 2, 3, 4, 5, 0, 31, 8, 200, 1, 0];

/** The exact solution of a row, by Gaussian elimination on the matrix of `SolveRowsArgs`, in f64. */
function solveDirectly(one: SolveCase, row: number): number[] {
  const { dim, fixed } = one;
  const columnCount = fixed.length / dim;
  const matrix = Array.from({ length: dim }, (_, i) => {
    const line = Array.from({ length: dim + 1 }, (_, j) => (i === j ? one.regularisation[row]! : 0));
    for (let column = 0; column < columnCount; column++) {
      for (let j = 0; j < dim; j++) {
        line[j]! += one.unobservedWeight * fixed[column * dim + i]! * fixed[column * dim + j]!;
      }
    }
    for (let entry = one.rowOffsets[row]!; entry < one.rowOffsets[row + 1]!; entry++) {
      const y = fixed.subarray(one.columns[entry]! * dim, (one.columns[entry]! + 1) * dim);
      for (let j = 0; j < dim; j++) line[j]! += Math.abs(one.weights[entry]!) * y[i]! * y[j]!;
      line[dim]! += one.weights[entry]! * y[i]!;
    }
    return line;
  });
  for (let pivot = 0; pivot < dim; pivot++) {
    for (let i = 0; i < dim; i++) {
      if (i === pivot) continue;
      const factor = matrix[i]![pivot]! / matrix[pivot]![pivot]!;
      for (let j = pivot; j <= dim; j++) matrix[i]![j]! -= factor * matrix[pivot]![j]!;
    }
  }
  return matrix.map((line, i) => line[dim]! / line[i]!);
}

describe.each(NODE_HOMES)('solveRows, $name', ({ create }) => {
  let home: KernelHome;
  beforeAll(async () => {
    home = await create();
  });
  afterAll(() => home.dispose());

  // y = (1, 2), so A = y yᵀ + ½ (y yᵀ) + 1·I, and x = y / (1.5 · 5 + 1) = (2/17, 4/17); the loss of x₀ = 0 is 1.
  const ONE: SolveCase = {
    dim: 2,
    rowOffsets: Int32Array.of(0, 1),
    columns: Int32Array.of(0),
    weights: Float32Array.of(1),
    fixed: Float32Array.of(1, 2),
    solution: new Float32Array(2),
    regularisation: Float32Array.of(1),
    unobservedWeight: 0.5,
    cgSteps: 3,
  };

  test('one interaction with y = (1, 2), w₀ ½, λ 1: x = (2/17, 4/17), loss before 1', async () => {
    const { solution, rowLoss } = await runSolve(home, ONE);
    expect(solution[0]).toBeCloseTo(2 / 17, 6);
    expect(solution[1]).toBeCloseTo(4 / 17, 6);
    expect(rowLoss[0]).toBe(1);
  });

  test('a negative weight repels: x = −(2/17, 4/17)', async () => {
    const { solution } = await runSolve(home, { ...ONE, weights: Float32Array.of(-1) });
    expect(solution[0]).toBeCloseTo(-2 / 17, 6);
    expect(solution[1]).toBeCloseTo(-4 / 17, 6);
  });

  test('the weight is the confidence: 3 at x₀ = (1, 0) with x₀·y = 1 loses 0; at (0, 1) it loses 3 · 1²', async () => {
    const weights = Float32Array.of(3);
    expect((await runSolve(home, { ...ONE, weights, solution: Float32Array.of(1, 0) })).rowLoss[0]).toBe(0);
    expect((await runSolve(home, { ...ONE, weights, solution: Float32Array.of(0, 1) })).rowLoss[0]).toBe(3);
  });

  test('an empty row becomes exactly zero with loss 0, whatever it was', async () => {
    const empty = { ...ONE, rowOffsets: Int32Array.of(0, 0), solution: Float32Array.of(5, -5) };
    const { solution, rowLoss } = await runSolve(home, empty);
    expect([...solution, ...rowLoss]).toEqual([0, 0, 0]);
  });

  test('no steps leave the solution as it was and report its loss', async () => {
    const warm = { ...ONE, cgSteps: 0, solution: Float32Array.of(0.5, 0.5) };
    const { solution, rowLoss } = await runSolve(home, warm);
    expect([...solution]).toEqual([0.5, 0.5]);
    expect(rowLoss[0]).toBe(0.25);
  });

  test('starting at the solution stays there', async () => {
    const { solution } = await runSolve(home, { ...ONE, solution: Float32Array.of(2 / 17, 4 / 17) });
    expect(relativeError(solution, [2 / 17, 4 / 17])).toBeLessThan(1e-6);
  });

  test('many steps reach the exact solution of every row, warm start or not (seed 5)', async () => {
    const one = randomSolveCase(5, 6, ROW_LENGTHS, 40, 24);
    const { solution } = await runSolve(home, one);
    const exact = ROW_LENGTHS.flatMap((length, row) =>
      length === 0 ? [0, 0, 0, 0, 0, 0] : solveDirectly(one, row),
    );
    expect(relativeError(solution, exact)).toBeLessThan(KERNEL_TOLERANCE);
  });

  test.each([1, 3, 4, 5, 16, 17, 63, 64, 65, 192])(
    'agrees with the reference at width %i on rows of 0 to 200 entries, signs mixed (seed 3)',
    async (dim) => {
      const one = randomSolveCase(3, dim, ROW_LENGTHS, 60);
      const actual = await runSolve(home, one);
      const expected = await runSolve(createReferenceHome(), one);
      expect(relativeError(actual.solution, expected.solution)).toBeLessThanOrEqual(KERNEL_TOLERANCE);
      expect(relativeError(actual.rowLoss, expected.rowLoss)).toBeLessThanOrEqual(KERNEL_TOLERANCE);
    },
  );

  test.each([
    [0, 0],
    [5, 5],
    [12, 12],
    [2, 5],
    [7, 12],
  ])(
    'rows %i to %i alone: the same bits as in a whole pass, and no other row is touched',
    async (begin, end) => {
      const one = randomSolveCase(9, 17, ROW_LENGTHS, 60);
      const whole = await runSolve(home, one);
      const part = await runSolve(home, one, begin, end);
      const inside = (at: number, width: number) => at >= begin * width && at < end * width;
      expect(part.solution).toEqual(
        one.solution.map((was, at) => (inside(at, 17) ? whole.solution[at]! : was)),
      );
      expect(part.rowLoss).toEqual(whole.rowLoss.map((loss, row) => (inside(row, 1) ? loss : -1)));
    },
  );

  test('ignores NaN behind the last row of `fixed`', async () => {
    const dim = 5;
    const one = randomSolveCase(4, dim, [3], 3);
    const longer = new Float32Array(one.fixed.length + 8).fill(NaN);
    longer.set(one.fixed);
    const args: SolveRowsArgs = {
      rowOffsets: home.createI32(one.rowOffsets),
      columns: home.createI32(one.columns.map(() => 2)),
      weights: home.createF32(one.weights),
      fixed: home.createF32(longer),
      gramian: home.createF32(dim * dim),
      unobservedWeight: 0,
      regularisation: home.createF32(one.regularisation),
      solution: home.createF32(one.solution),
      rowLoss: home.createF32(1),
      dim,
      cgSteps: 2,
      rowBegin: 0,
      rowEnd: 1,
    };
    await home.solveRows(args);
    expect((await home.read(args.solution)).every(Number.isFinite)).toBe(true);
  });

  describe('refuses', () => {
    const valid = (): SolveRowsArgs => ({
      rowOffsets: home.createI32(3),
      columns: home.createI32(4),
      weights: home.createF32(4),
      fixed: home.createF32(4),
      gramian: home.createF32(4),
      unobservedWeight: 0.5,
      regularisation: home.createF32(2),
      solution: home.createF32(4),
      rowLoss: home.createF32(2),
      dim: 2,
      cgSteps: 3,
      rowBegin: 0,
      rowEnd: 2,
    });

    test.each([
      ['dim', { dim: 0 }],
      ['dim', { dim: 513 }],
      ['cgSteps', { cgSteps: -1 }],
      ['cgSteps', { cgSteps: 65 }],
      ['unobservedWeight', { unobservedWeight: -0.1 }],
      ['unobservedWeight', { unobservedWeight: NaN }],
      ['rowBegin', { rowBegin: -1 }],
      ['rowEnd', { rowBegin: 2, rowEnd: 1 }],
    ])("%s out of range with 'argument/range': %o", async (argument, wrong) => {
      await expect(home.solveRows({ ...valid(), ...wrong })).rejects.toMatchObject({
        code: 'argument/range',
        detail: { argument },
      });
    });

    test.each([
      ['rowOffsets', (): Partial<SolveRowsArgs> => ({ rowOffsets: home.createI32(2) })],
      ['weights', (): Partial<SolveRowsArgs> => ({ weights: home.createF32(3) })],
      ['gramian', (): Partial<SolveRowsArgs> => ({ gramian: home.createF32(3) })],
      ['regularisation', (): Partial<SolveRowsArgs> => ({ regularisation: home.createF32(1) })],
      ['solution', (): Partial<SolveRowsArgs> => ({ solution: home.createF32(3) })],
      ['rowLoss', (): Partial<SolveRowsArgs> => ({ rowLoss: home.createF32(1) })],
    ])("a short %s with 'shape/mismatch'", async (argument, wrong) => {
      await expect(home.solveRows({ ...valid(), ...wrong() })).rejects.toMatchObject({
        code: 'shape/mismatch',
        detail: { argument },
      });
    });

    test('a solution that is also the fixed side', async () => {
      const both = home.createF32(4);
      await expect(home.solveRows({ ...valid(), fixed: both, solution: both })).rejects.toMatchObject({
        code: 'argument/range',
        detail: { argument: 'solution', input: 'fixed' },
      });
    });
  });
});
