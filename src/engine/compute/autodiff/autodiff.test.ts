import { expect, test } from 'vitest';
import type { HomeName } from '../../../domain/training.ts';
import { openAutodiff } from './open-autodiff.ts';
import { describeAutodiff } from './testing/describe-autodiff.ts';

const HOMES: readonly HomeName[] = ['reference', 'wasm'];

for (const home of HOMES) describeAutodiff(home);

test.each(HOMES)("on the host (%s) a segment id past the last is refused: 'argument/range'", async (name) => {
  const autodiff = await openAutodiff({ name });
  const { tf } = autodiff;
  const sum = (): unknown =>
    autodiff.run(() => tf.unsortedSegmentSum(tf.tensor1d([1, 2]), tf.tensor1d([0, 3], 'int32'), 3));
  expect(sum).toThrow(expect.objectContaining({ code: 'argument/range' }));
  autodiff.dispose();
});

test('two that are open at once, in different homes, keep to their own', async () => {
  const opened = await Promise.all(HOMES.map((name) => openAutodiff({ name })));
  const weights = opened.map((autodiff) => autodiff.weight(Float32Array.of(3), [1]));
  for (const [i, autodiff] of opened.entries()) {
    autodiff
      .sgd({ learningRate: 1 })
      .step(() => autodiff.tf.sum(weights[i]!), [weights[i]!])
      .dispose();
  }
  for (const [i, autodiff] of opened.entries()) {
    expect([...(await autodiff.read(weights[i]!))]).toEqual([2]);
    weights[i]!.dispose();
  }
  for (const autodiff of opened) autodiff.dispose();
});

test('WASM is given back by the last that holds it, and opens again', async () => {
  const [one, other] = [await openAutodiff({ name: 'wasm' }), await openAutodiff({ name: 'wasm' })];
  one.dispose();
  one.dispose();
  const weight = other.weight(Float32Array.of(5), [1]);
  expect([...(await other.read(weight))]).toEqual([5]);
  weight.dispose();
  other.dispose();
  expect(other.tf.findBackend('wasm')).toBe(null);
  const again = await openAutodiff({ name: 'wasm' });
  const fresh = again.weight(Float32Array.of(6), [1]);
  expect([...(await again.read(fresh))]).toEqual([6]);
  fresh.dispose();
  again.dispose();
});

test('the process keeps its own handling of errors when WASM has started', async () => {
  const before = process.listenerCount('unhandledRejection') + process.listenerCount('uncaughtException');
  (await openAutodiff({ name: 'wasm' })).dispose();
  expect(process.listenerCount('unhandledRejection') + process.listenerCount('uncaughtException')).toBe(
    before,
  );
});
