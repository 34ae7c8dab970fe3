import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { type F32Buffer, KERNEL_TOLERANCE, type KernelHome } from '../home.ts';
import { createReferenceHome } from '../reference-home.ts';
import { relativeError, sameBits } from '../testing/cases.ts';
import { NODE_HOMES } from '../testing/homes.ts';

async function runGramian(home: KernelHome, rows: Float32Array, dim: number): Promise<Float32Array> {
  const input = home.createF32(rows);
  const out = home.createF32(new Float32Array(dim * dim).fill(-1));
  await home.gramian({ rows: input, rowCount: rows.length / dim, dim, out });
  const result = await home.read(out);
  input.release();
  out.release();
  return result;
}

describe.each(NODE_HOMES)('gramian, $name', ({ create }) => {
  let home: KernelHome;
  beforeAll(async () => {
    home = await create();
  });
  afterAll(() => home.dispose());

  test('of (1 2 3) and (4 5 6) is 17 22 27, 22 29 36, 27 36 45', async () => {
    const sums = await runGramian(home, Float32Array.of(1, 2, 3, 4, 5, 6), 3);
    expect([...sums]).toEqual([17, 22, 27, 22, 29, 36, 27, 36, 45]);
  });

  test('of no rows is all zero, whatever was there before', async () => {
    expect([...(await runGramian(home, new Float32Array(0), 2))]).toEqual([0, 0, 0, 0]);
  });

  test('of one row is its outer product', async () => {
    expect([...(await runGramian(home, Float32Array.of(3, -2), 2))]).toEqual([9, -6, -6, 4]);
  });

  test.each([1, 3, 4, 5, 8, 16, 17, 63, 64, 65, 192])(
    'agrees with the reference at width %i on 1, 33 and 700 random rows (seed 11), and is symmetric',
    async (dim) => {
      const rng = createRng(11).fork(String(dim));
      for (const rowCount of [1, 33, 700]) {
        const rows = Float32Array.from({ length: rowCount * dim }, () => rng.normal());
        const sums = await runGramian(home, rows, dim);
        const expected = await runGramian(createReferenceHome(), rows, dim);
        expect(relativeError(sums, expected)).toBeLessThanOrEqual(KERNEL_TOLERANCE);
        const transposed = sums.map((_, at) => sums[(at % dim) * dim + Math.floor(at / dim)]!);
        expect(sameBits(transposed, sums)).toBe(true);
      }
    },
  );

  test('reads no row behind rowCount, and writes nothing behind dim × dim', async () => {
    const rows = home.createF32(Float32Array.of(1, 2, 3, NaN, NaN, NaN));
    const out = home.createF32(new Float32Array(12).fill(7));
    await home.gramian({ rows, rowCount: 1, dim: 3, out });
    expect([...(await home.read(out))]).toEqual([1, 2, 3, 2, 4, 6, 3, 6, 9, 7, 7, 7]);
  });

  describe('refuses', () => {
    const valid = (): { rows: F32Buffer; rowCount: number; dim: number; out: F32Buffer } => ({
      rows: home.createF32(6),
      rowCount: 2,
      dim: 3,
      out: home.createF32(9),
    });

    test.each([
      ['dim', { dim: 0 }],
      ['dim', { dim: 513 }],
      ['dim', { dim: 1.5 }],
      ['rowCount', { rowCount: -1 }],
    ])("%s out of range with 'argument/range': %o", async (argument, wrong) => {
      await expect(home.gramian({ ...valid(), ...wrong })).rejects.toMatchObject({
        code: 'argument/range',
        detail: { argument },
      });
    });

    test("more rows than there are, and a small output, with 'shape/mismatch'", async () => {
      await expect(home.gramian({ ...valid(), rowCount: 3 })).rejects.toMatchObject({
        code: 'shape/mismatch',
        detail: { argument: 'rows', least: 9, length: 6 },
      });
      await expect(home.gramian({ ...valid(), out: home.createF32(8) })).rejects.toMatchObject({
        code: 'shape/mismatch',
        detail: { argument: 'out', least: 9, length: 8 },
      });
    });

    test('an output that is also the input', async () => {
      const rows = home.createF32(9);
      await expect(home.gramian({ rows, rowCount: 3, dim: 3, out: rows })).rejects.toMatchObject({
        code: 'argument/range',
        detail: { argument: 'out', input: 'rows' },
      });
    });
  });
});
