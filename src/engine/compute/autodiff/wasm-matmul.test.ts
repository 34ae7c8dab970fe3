import { expect, test } from 'vitest';
import { createRng } from '../../../domain/rng.ts';
import { openAutodiff } from './open-autodiff.ts';

test.each([
  { a: [5, 7], b: [7, 3], transposeA: false, transposeB: false },
  { a: [7, 5], b: [7, 3], transposeA: true, transposeB: false },
  { a: [5, 7], b: [3, 7], transposeA: false, transposeB: true },
  { a: [7, 5], b: [3, 7], transposeA: true, transposeB: true },
  { a: [4, 5, 7], b: [4, 7, 3], transposeA: false, transposeB: false },
  { a: [2, 2, 7, 5], b: [2, 2, 3, 7], transposeA: true, transposeB: true },
  { a: [1, 5, 7], b: [4, 7, 3], transposeA: false, transposeB: false },
  { a: [0, 7], b: [7, 3], transposeA: false, transposeB: false },
])(
  'a product on WASM is that of the reference: $a by $b, turned: $transposeA $transposeB',
  async (shapes) => {
    const { a, b, transposeA, transposeB } = shapes;
    const [rng, size] = [createRng(1), (shape: readonly number[]) => shape.reduce((n, d) => n * d, 1)];
    const [x, y] = [a, b].map((shape) => Float32Array.from({ length: size(shape) }, () => rng.normal()));
    const product = async (name: 'wasm' | 'reference'): Promise<number[]> => {
      const autodiff = await openAutodiff({ name });
      const { tf } = autodiff;
      const out = autodiff.run(() => tf.matMul(tf.tensor(x!, a), tf.tensor(y!, b), transposeA, transposeB));
      const values = [...(await autodiff.read(out))];
      out.dispose();
      expect(autodiff.tensorCount()).toBe(0);
      autodiff.dispose();
      return values;
    };
    const [ours, theirs] = [await product('wasm'), await product('reference')];
    expect(ours).toHaveLength(theirs.length);
    ours.forEach((value, i) => expect(value).toBeCloseTo(theirs[i]!, 5));
  },
);

test('rows are gathered on WASM as they lie, twice if asked twice, and none from outside the table', async () => {
  const autodiff = await openAutodiff({ name: 'wasm' });
  const { tf } = autodiff;
  const table = autodiff.weight(Float32Array.of(1, 2, 3, 4, 5, 6), [3, 2]);
  const rows = autodiff.run(() => tf.gather(table, tf.tensor2d([[2, 0, 2]], [1, 3], 'int32')));
  expect(rows.shape).toEqual([1, 3, 2]);
  expect([...(await autodiff.read(rows))]).toEqual([5, 6, 1, 2, 5, 6]);
  const outside = (row: number) => () => autodiff.run(() => tf.gather(table, tf.tensor1d([row], 'int32')));
  expect(outside(3)).toThrow(expect.objectContaining({ code: 'argument/range' }));
  expect(outside(-1)).toThrow(expect.objectContaining({ code: 'argument/range' }));
  tf.dispose([table, rows]);
  autodiff.dispose();
});
