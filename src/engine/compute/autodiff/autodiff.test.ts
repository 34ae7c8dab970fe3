import { describe, expect, test } from 'vitest';
import type { HomeName } from '../../../domain/training.ts';
import { openAutodiff } from './open-autodiff.ts';

describe.each<HomeName>(['reference', 'wasm'])('autodiff in the home %s', (name) => {
  test('SGD moves a row that occurs twice by both its gradients, and no other', async () => {
    const autodiff = await openAutodiff({ name });
    const { tf } = autodiff;
    const table = autodiff.weight(Float32Array.of(1, 2, 3, 4, 5, 6), [3, 2]);
    const ids = autodiff.ids(Int32Array.of(2, 0, 2, -1));
    const optimiser = autodiff.sgd({ learningRate: 0.5 });
    // loss = Σ rows · [1 10; 2 20; 3 30; 4 40]: the gradient of a row is what it is multiplied by.
    const factor = autodiff.weight(Float32Array.of(1, 10, 2, 20, 3, 30, 4, 40), [4, 2]);
    const loss = optimiser.step(() => tf.sum(tf.mul(autodiff.lookup(table, ids), factor)));
    expect([...(await autodiff.read(loss))]).toEqual([5 + 60 + 2 + 40 + 15 + 180 + 4 + 80]);
    expect([...(await autodiff.read(table))]).toEqual([0, -8, 3, 4, 3, -14]);
    tf.dispose([table, ids, factor, loss]);
    optimiser.dispose();
    expect(autodiff.tensorCount()).toBe(0);
    autodiff.dispose();
  });

  test('Adam moves weights as computed by hand', async () => {
    const autodiff = await openAutodiff({ name });
    const { tf } = autodiff;
    const weight = autodiff.weight(Float32Array.of(1, -1), [2]);
    const optimiser = autodiff.adam({ learningRate: 0.1, epsilon: 0 });
    // The first step of Adam is the learning rate against the sign of the gradient, whatever its size.
    const loss = optimiser.step(() => tf.sum(tf.mul(weight, tf.tensor1d([3, -7]))), [weight]);
    const moved = await autodiff.read(weight);
    expect(moved[0]).toBeCloseTo(0.9, 5);
    expect(moved[1]).toBeCloseTo(-0.9, 5);
    tf.dispose([weight, loss]);
    optimiser.dispose();
    expect(autodiff.tensorCount()).toBe(0);
    autodiff.dispose();
  });
});
