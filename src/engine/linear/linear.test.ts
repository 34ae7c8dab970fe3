import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import type { KernelHome } from '../../kernels/home.ts';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import { NODE_HOMES } from '../../kernels/testing/homes.ts';
import { createCountingHome } from '../testing/counting-home.ts';
import { testRun } from '../testing/run.ts';
import { atOnce } from '../training/steps.ts';
import { factorise } from './cholesky.ts';
import { invertSpd } from './invert-spd.ts';
import { blockAt, Products } from './products.ts';
import { solveInPlace } from './solve-spd.ts';
import { foldSquare, mirrorLower, transposeSquare } from './square.ts';

function random(length: number, seed: number): Float32Array<ArrayBuffer> {
  const rng = createRng(seed).fork('linear test');
  return Float32Array.from({ length }, () => rng.next() * 2 - 1);
}

/** B Bᵀ + I of a random B. */
function spd(n: number, seed: number): Float32Array<ArrayBuffer> {
  const b = random(n * n, seed);
  return Float32Array.from({ length: n * n }, (_, at) => {
    const [row, column] = [Math.floor(at / n), at % n];
    let sum = row === column ? 1 : 0;
    for (let k = 0; k < n; k++) sum += b[row * n + k]! * b[column * n + k]!;
    return sum;
  });
}

/** The matrix times another, in f64. Float64[n · columns]. */
function timesInF64(a: Float32Array, b: Float32Array, n: number, columns: number): Float64Array {
  const out = new Float64Array(n * columns);
  for (let row = 0; row < n; row++) {
    for (let k = 0; k < n; k++) {
      for (let column = 0; column < columns; column++) {
        out[row * columns + column]! += a[row * n + k]! * b[k * columns + column]!;
      }
    }
  }
  return out;
}

/** X of A X = B on a home. */
async function solve(home: KernelHome, a: Float32Array, b: Float32Array, n: number): Promise<Float32Array> {
  const products = new Products(home, testRun());
  try {
    const matrix = await products.copyIn(a);
    const right = await products.copyIn(b);
    const factor = await factorise(products, matrix, n);
    await solveInPlace(products, factor, right, products.create(b.length), b.length / n);
    return await products.copyOut(right);
  } finally {
    products.release();
  }
}

describe.each(NODE_HOMES)('dense matrices, $name', ({ create }) => {
  let home: KernelHome;
  beforeAll(async () => {
    home = await create();
  });
  afterAll(() => home.dispose());

  test('a product deeper than one call is the sum of its calls', async () => {
    const products = new Products(home, testRun());
    const depth = 1100;
    const left = await products.copyIn(new Float32Array(2 * depth).fill(1));
    const right = await products.copyIn(Float32Array.from({ length: depth * 3 }, (_, i) => i % 3));
    const out = products.create(6);
    const blocks = {
      left: blockAt(left, depth, 0, 0),
      right: blockAt(right, 3, 0, 0),
      out: blockAt(out, 3, 0, 0),
    };
    await products.multiply({ ...blocks, rows: 2, depth, columns: 3 });
    expect([...(await products.copyOut(out))]).toEqual([0, 1100, 2200, 0, 1100, 2200]);
    await products.multiply({ ...blocks, rows: 2, depth, columns: 3, effect: 'subtract' });
    expect([...(await products.copyOut(out))]).toEqual([0, 0, 0, 0, 0, 0]);
    products.release();
  });

  test('an inverse known by hand', async () => {
    // [[2,1],[1,2]]⁻¹ = 1/3 [[2,−1],[−1,2]].
    const inverse = await invertSpd(home, Float32Array.of(2, 1, 1, 2), 2, testRun());
    [2 / 3, -1 / 3, -1 / 3, 2 / 3].forEach((value, i) => expect(inverse[i]).toBeCloseTo(value, 6));
  });

  test('a solution known by hand', async () => {
    // 2x + y = 3, x + 2y = 0: (2, −1).
    const solution = await solve(home, Float32Array.of(2, 1, 1, 2), Float32Array.of(3, 0), 2);
    [2, -1].forEach((value, i) => expect(solution[i]).toBeCloseTo(value, 6));
  });

  test.each([1, 3, 127, 128, 129, 300])(
    'of %i rows: the inverse times the matrix is the identity',
    async (n) => {
      const a = spd(n, n);
      const before = a.slice();
      const inverse = await invertSpd(home, a, n, testRun());
      const product = timesInF64(a, inverse, n, n);
      for (let i = 0; i < n; i++) product[i * n + i]! -= 1;
      expect(Math.max(...product.map(Math.abs))).toBeLessThan(2e-3);
      expect(a).toEqual(before);
      for (let row = 0; row < n; row++) {
        for (let column = 0; column < row; column++) {
          expect(inverse[row * n + column]).toBe(inverse[column * n + row]);
        }
      }
    },
  );

  test.each([
    [1, 1],
    [5, 2],
    [128, 130],
    [300, 7],
  ])('of %i rows and %i right sides: the matrix times the solution is the right side', async (n, columns) => {
    const [a, b] = [spd(n, n), random(n * columns, 9)];
    const residual = timesInF64(a, await solve(home, a, b, n), n, columns).map((value, i) => value - b[i]!);
    expect(Math.max(...residual.map(Math.abs))).toBeLessThan(2e-3);
  });

  test('gives the same bits however often it takes breath', async () => {
    const a = spd(150, 4);
    const often = await invertSpd(home, a, 150, testRun({}, 100));
    expect(await invertSpd(home, a, 150, testRun({}, 0))).toEqual(often);
  });

  test.each([
    ['singular', [1, 1, 1, 1]],
    ['indefinite', [1, 2, 2, 1]],
    ['not a number', [Number.NaN, 0, 0, 1]],
  ])("refuses a matrix that is %s: 'training/diverged'", async (_, values) => {
    const inverse = invertSpd(home, Float32Array.from(values), 2, testRun());
    await expect(inverse).rejects.toMatchObject({ code: 'training/diverged' });
  });

  test('names the row where it failed, in any block', async () => {
    const a = spd(150, 7);
    a[140 * 150 + 140] = -1;
    await expect(invertSpd(home, a, 150, testRun())).rejects.toMatchObject({ detail: { row: 140 } });
  });
});

describe('an inverse', () => {
  test("of a size that does not fit: 'shape/mismatch'", async () => {
    const inverse = invertSpd(createReferenceHome(), new Float32Array(5), 2, testRun());
    await expect(inverse).rejects.toMatchObject({ code: 'shape/mismatch' });
  });

  test('tells how far it is: growing, up to 1', async () => {
    const parts: number[] = [];
    await invertSpd(createReferenceHome(), spd(300, 6), 300, testRun(), (part) => parts.push(part));
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(parts[0]).toBeGreaterThan(0);
    expect(parts.at(-1)).toBeCloseTo(1, 12);
  });

  test('gives turns, stops soon after a cancel, and gives its buffers back', async () => {
    const abort = new AbortController();
    let turns = 0;
    const yieldTurn = async (): Promise<void> => {
      turns += 1;
      if (turns === 3) abort.abort();
    };
    const home = createCountingHome();
    const inverse = invertSpd(home, spd(300, 5), 300, testRun({ signal: abort.signal, yieldTurn }, 5));
    await expect(inverse).rejects.toMatchObject({ code: 'training/cancelled' });
    expect([turns, home.alive]).toEqual([3, 0]);
  });

  test("on a home that is lost: 'home/lost'", async () => {
    const home = createCountingHome();
    let turns = 0;
    const yieldTurn = async (): Promise<void> => {
      turns += 1;
      if (turns === 3) home.lose();
    };
    const inverse = invertSpd(home, spd(300, 5), 300, testRun({ yieldTurn }, 5));
    await expect(inverse).rejects.toMatchObject({ code: 'home/lost' });
  });
});

describe('square matrices in place', () => {
  const n = 70;
  const values = random(n * n, 3);
  const of = (
    steps: (matrix: Float32Array, n: number) => Generator<undefined, void, undefined>,
  ): Float32Array => {
    const matrix = values.slice();
    atOnce(steps(matrix, n));
    return matrix;
  };
  const wanted = (at: (row: number, column: number) => number): Float32Array =>
    Float32Array.from({ length: n * n }, (_, i) => at(Math.floor(i / n), i % n));

  test('mirrored, transposed and folded', () => {
    const value = (row: number, column: number): number => values[row * n + column]!;
    expect(of(mirrorLower)).toEqual(wanted((r, c) => value(Math.max(r, c), Math.min(r, c))));
    expect(of(transposeSquare)).toEqual(wanted((r, c) => value(c, r)));
    expect(of(foldSquare)).toEqual(wanted((r, c) => (r === c ? value(r, c) : value(r, c) + value(c, r))));
  });
});
