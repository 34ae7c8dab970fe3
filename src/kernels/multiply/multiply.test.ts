import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KernelHome, MatrixBlock, MultiplyArgs } from '../home.ts';
import { KERNEL_TOLERANCE } from '../home.ts';
import { createReferenceHome } from '../reference-home.ts';
import { relativeError, sameBits } from '../testing/cases.ts';
import { NODE_HOMES } from '../testing/homes.ts';
import { MULTIPLY_SHAPES, runMultiply } from '../testing/multiply-cases.ts';

describe.each(NODE_HOMES)('multiply, $name', ({ create }) => {
  let home: KernelHome;
  beforeAll(async () => {
    home = await create();
  });
  afterAll(() => home.dispose());

  const block = (values: readonly number[], stride: number, offset = 0): MatrixBlock => ({
    buffer: home.createF32(Float32Array.from(values)),
    offset,
    stride,
  });
  /** (1 2 3; 4 5 6) · (7 8; 9 10; 11 12). */
  const known = (more: Partial<MultiplyArgs> = {}): MultiplyArgs => ({
    left: block([1, 2, 3, 4, 5, 6], 3),
    right: block([7, 8, 9, 10, 11, 12], 2),
    out: block([1, 1, 1, 1], 2),
    rows: 2,
    depth: 3,
    columns: 2,
    leftTransposed: false,
    rightTransposed: false,
    effect: 'set',
    part: 'whole',
    tileBegin: 0,
    tileEnd: 1,
    ...more,
  });
  const result = async (args: MultiplyArgs): Promise<number[]> => {
    await home.multiply(args);
    return [...(await home.read(args.out.buffer))];
  };

  test('a product known by hand, set, added and subtracted', async () => {
    expect(await result(known())).toEqual([58, 64, 139, 154]);
    expect(await result(known({ effect: 'add' }))).toEqual([59, 65, 140, 155]);
    expect(await result(known({ effect: 'subtract' }))).toEqual([-57, -63, -138, -153]);
  });

  test('the same of sides that are stored transposed', async () => {
    const left = block([1, 4, 2, 5, 3, 6], 2);
    const right = block([7, 9, 11, 8, 10, 12], 3);
    expect(await result(known({ left, leftTransposed: true }))).toEqual([58, 64, 139, 154]);
    expect(await result(known({ right, rightTransposed: true }))).toEqual([58, 64, 139, 154]);
  });

  test('of one matrix with its own transpose', async () => {
    const left = block([1, 2, 3, 4, 5, 6], 3);
    expect(await result(known({ left, right: left, rightTransposed: true }))).toEqual([14, 32, 32, 77]);
  });

  test('of no depth is zero, or adds nothing', async () => {
    expect(await result(known({ depth: 0 }))).toEqual([0, 0, 0, 0]);
    expect(await result(known({ depth: 0, effect: 'add' }))).toEqual([1, 1, 1, 1]);
  });

  test('writes its block and nothing around it', async () => {
    const out = block(
      Array.from({ length: 12 }, () => 9),
      4,
      5,
    );
    expect(await result(known({ out }))).toEqual([9, 9, 9, 9, 9, 58, 64, 9, 9, 139, 154, 9]);
  });

  test.each(MULTIPLY_SHAPES)('as the reference: %o', async (shape) => {
    const expected = await runMultiply(createReferenceHome(), shape);
    expect(relativeError(await runMultiply(home, shape), expected)).toBeLessThanOrEqual(KERNEL_TOLERANCE);
  });

  test('gives the same bits a tile a call', async () => {
    const shape = { rows: 260, depth: 150, columns: 300, rightTransposed: true };
    expect(sameBits(await runMultiply(home, shape), await runMultiply(home, shape, 1))).toBe(true);
  });

  test('of the lower part alone leaves the tiles above the diagonal as they were', async () => {
    const [size, depth] = [300, 20];
    const ones = (length: number): number[] => Array.from({ length }, () => 1);
    const args = known({
      left: block(ones(size * depth), depth),
      right: block(ones(size * depth), size),
      out: block(ones(size * size), size),
      rows: size,
      depth,
      columns: size,
      part: 'lower',
      tileEnd: 9,
    });
    const values = await result(args);
    const wanted = (row: number, column: number): number =>
      Math.floor(column / 128) > Math.floor(row / 128) ? 1 : depth;
    expect(values).toEqual(values.map((_, at) => wanted(Math.floor(at / size), at % size)));
  });

  describe('refuses', () => {
    test.each([
      ['rows', { rows: -1 }],
      ['depth', { depth: 0.5 }],
      ['tileEnd', { tileEnd: 2 }],
      ['tileBegin', { tileBegin: 2 }],
    ] as const)("%s out of range with 'argument/range': %o", async (argument, wrong) => {
      await expect(home.multiply(known(wrong))).rejects.toMatchObject({
        code: 'argument/range',
        detail: { argument },
      });
    });

    test.each(['left', 'right', 'out'] as const)(
      "a block %s that is too small: 'shape/mismatch'",
      async (side) => {
        const small = block([1, 2, 3], 3);
        await expect(home.multiply(known({ [side]: small }))).rejects.toMatchObject({
          code: 'shape/mismatch',
          detail: { argument: side },
        });
      },
    );

    test('a stride below the columns, and an output that is also an input', async () => {
      const narrow = { ...known().left, stride: 2 };
      await expect(home.multiply(known({ left: narrow }))).rejects.toMatchObject({
        code: 'argument/range',
        detail: { argument: 'left.stride' },
      });
      const args = known();
      await expect(home.multiply({ ...args, out: args.left })).rejects.toMatchObject({
        code: 'argument/range',
        detail: { argument: 'out', input: 'left' },
      });
    });
  });
});
