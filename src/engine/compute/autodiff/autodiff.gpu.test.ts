import { expect, test } from 'vitest';
import { openAutodiff } from './open-autodiff.ts';
import { describeAutodiff } from './testing/describe-autodiff.ts';

describeAutodiff('webgpu');
describeAutodiff('wasm');

test('on the GPU a segment id past the last is dropped, as a negative one is', async () => {
  const autodiff = await openAutodiff({ name: 'webgpu' });
  const { tf } = autodiff;
  const sums = autodiff.run(() =>
    tf.unsortedSegmentSum(tf.tensor1d([1, 2, 4, 8]), tf.tensor1d([0, 3, -5, 2], 'int32'), 3),
  );
  expect([...(await autodiff.read(sums))]).toEqual([1, 0, 8]);
  sums.dispose();
  autodiff.dispose();
});
