import { describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { testRun } from '../testing/run.ts';
import { Pacer } from '../training/pacer.ts';
import { invertSpd } from './invert-spd.ts';
import { multiply } from './multiply.ts';

const pacer = (): Pacer => new Pacer(testRun());

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

/** Largest |(A B − I)_ij|, in f64. */
function distanceToIdentity(a: Float32Array, b: Float32Array, n: number): number {
  let worst = 0;
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < n; column++) {
      let sum = row === column ? -1 : 0;
      for (let k = 0; k < n; k++) sum += a[row * n + k]! * b[k * n + column]!;
      worst = Math.max(worst, Math.abs(sum));
    }
  }
  return worst;
}

describe('multiply', () => {
  test('a product known by hand', async () => {
    const c = await multiply(
      Float32Array.of(1, 2, 3, 4, 5, 6),
      Float32Array.of(7, 8, 9, 10, 11, 12),
      2,
      3,
      2,
      pacer(),
    );
    expect([...c]).toEqual([58, 64, 139, 154]);
  });

  test.each([
    [1, 1, 1],
    [5, 3, 2],
    [63, 257, 65],
    [64, 256, 64],
    [130, 600, 70],
  ])('%i × %i by %i wide: every value as by plain sums', async (m, k, n) => {
    const [a, b] = [random(m * k, 1), random(k * n, 2)];
    const c = await multiply(a, b, m, k, n, pacer());
    const plain = Float32Array.from({ length: m * n }, (_, at) => {
      let sum = 0;
      for (let i = 0; i < k; i++) sum += a[Math.floor(at / n) * k + i]! * b[i * n + (at % n)]!;
      return sum;
    });
    expect(c).toHaveLength(m * n);
    c.forEach((value, at) => expect(value).toBeCloseTo(plain[at]!, 5));
  });

  test('adds up in f64: what a sum in f32 would lose is there', async () => {
    const a = new Float32Array(1002).fill(1 / 1024);
    a[0] = 2 ** 20;
    a[1001] = -(2 ** 20);
    const c = await multiply(a, new Float32Array(1002).fill(1), 1, 1002, 1, pacer());
    expect(c[0]).toBe(1000 / 1024);
  });

  test("of sizes that do not fit: 'shape/mismatch'", async () => {
    const product = multiply(new Float32Array(5), new Float32Array(6), 2, 3, 2, pacer());
    await expect(product).rejects.toMatchObject({ code: 'shape/mismatch' });
  });
});

describe('invertSpd', () => {
  test('an inverse known by hand', async () => {
    // [[2,1],[1,2]]⁻¹ = 1/3 [[2,−1],[−1,2]].
    const inverse = await invertSpd(Float32Array.of(2, 1, 1, 2), 2, pacer());
    [2 / 3, -1 / 3, -1 / 3, 2 / 3].forEach((value, i) => expect(inverse[i]).toBeCloseTo(value, 6));
  });

  test.each([1, 3, 63, 64, 65, 129, 300])('of %i rows times the matrix is the identity', async (n) => {
    const a = spd(n, n);
    const before = a.slice();
    const inverse = await invertSpd(a, n, pacer());
    expect(distanceToIdentity(a, inverse, n)).toBeLessThan(2e-3);
    expect(a).toEqual(before);
    for (let row = 0; row < n; row++) {
      for (let column = 0; column < row; column++) {
        expect(inverse[row * n + column]).toBe(inverse[column * n + row]);
      }
    }
  });

  test('gives the same bits however often it takes breath', async () => {
    const a = spd(150, 4);
    const [often, never] = await Promise.all([
      invertSpd(a, 150, new Pacer(testRun({}, 100))),
      invertSpd(a, 150, new Pacer(testRun({}, 0))),
    ]);
    expect(often).toEqual(never);
  });

  test.each([
    ['singular', [1, 1, 1, 1]],
    ['indefinite', [1, 2, 2, 1]],
    ['not a number', [Number.NaN, 0, 0, 1]],
  ])("refuses a matrix that is %s: 'argument/range'", async (_, values) => {
    const inverse = invertSpd(Float32Array.from(values), 2, pacer());
    await expect(inverse).rejects.toMatchObject({ code: 'argument/range' });
  });

  test('names the row where it failed, in any block', async () => {
    const a = spd(100, 7);
    a[90 * 100 + 90] = -1;
    await expect(invertSpd(a, 100, pacer())).rejects.toMatchObject({ detail: { row: 90 } });
  });

  test('tells how far it is: growing, up to 1', async () => {
    const parts: number[] = [];
    await invertSpd(spd(200, 6), 200, pacer(), (part) => parts.push(part));
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(parts[0]).toBeGreaterThan(0);
    expect(parts.at(-1)).toBe(1);
  });

  test('gives turns, and stops soon after a cancel', async () => {
    const abort = new AbortController();
    let turns = 0;
    const yieldTurn = async (): Promise<void> => {
      turns += 1;
      if (turns === 3) abort.abort();
    };
    const run = testRun({ signal: abort.signal, yieldTurn }, 5);
    const inverse = invertSpd(spd(300, 5), 300, new Pacer(run));
    await expect(inverse).rejects.toMatchObject({ code: 'training/cancelled' });
    expect(turns).toBe(3);
  });
});
