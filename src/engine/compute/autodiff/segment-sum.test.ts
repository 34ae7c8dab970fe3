import { describe, expect, test } from 'vitest';
import type { HomeName } from '../../../domain/training.ts';
import { openAutodiff } from './open-autodiff.ts';

describe.each<HomeName>(['reference', 'wasm'])('UnsortedSegmentSum in the home %s', (name) => {
  test('sums the rows of each segment, and drops negative ids', async () => {
    const autodiff = await openAutodiff({ name });
    const { tf } = autodiff;
    const sums = autodiff.run(() => {
      const x = tf.tensor2d([1, 2, 3, 4, 5, 6, 7, 8], [4, 2]);
      return tf.unsortedSegmentSum(x, tf.tensor1d([2, -1, 0, 2], 'int32'), 4);
    });
    expect(sums.shape).toEqual([4, 2]);
    expect([...(await autodiff.read(sums))]).toEqual([5, 6, 0, 0, 8, 10, 0, 0]);
    sums.dispose();
    autodiff.dispose();
  });

  test("refuses an id past the last segment: 'argument/range'", async () => {
    const autodiff = await openAutodiff({ name });
    const { tf } = autodiff;
    const sum = (): unknown =>
      autodiff.run(() => tf.unsortedSegmentSum(tf.tensor1d([1, 2]), tf.tensor1d([0, 3], 'int32'), 3));
    expect(sum).toThrow(expect.objectContaining({ code: 'argument/range' }));
    autodiff.dispose();
  });

  test('is the gradient of a gather', async () => {
    const autodiff = await openAutodiff({ name });
    const { tf } = autodiff;
    const table = autodiff.weight(Float32Array.of(1, 2, 3, 4, 5, 6), [3, 2]);
    const loss = autodiff.sgd({ learningRate: 1 }).step(() => {
      const rows = tf.gather(table, tf.tensor2d([1, 1, 2, 1], [2, 2], 'int32'));
      return tf.sum(rows);
    }, [table]);
    expect([...(await autodiff.read(table))]).toEqual([1, 2, 0, 1, 4, 5]);
    tf.dispose([table, loss]);
    expect(autodiff.tensorCount()).toBe(0);
    autodiff.dispose();
  });
});
