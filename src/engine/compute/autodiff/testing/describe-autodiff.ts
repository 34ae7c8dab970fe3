import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRng } from '../../../../domain/rng.ts';
import type { HomeName } from '../../../../domain/training.ts';
import type { Autodiff } from '../autodiff.ts';
import { openAutodiff } from '../open-autodiff.ts';
import type { Tensor, Tensor2D } from '../tf.ts';

/** Random but seeded numbers in [−1, 1). */
export function numbers(seed: string, count: number): Float32Array<ArrayBuffer> {
  const rng = createRng(7).fork(seed);
  return Float32Array.from({ length: count }, () => 2 * rng.next() - 1);
}

/** Row numbers in [−1, rowCount), some of them often. */
export function rowNumbers(seed: string, count: number, rowCount: number): Int32Array<ArrayBuffer> {
  const rng = createRng(7).fork(seed);
  return Int32Array.from({ length: count }, () =>
    rng.next() < 0.3 ? rng.int(3) : rng.int(rowCount + 1) - 1,
  );
}

/** What autodiff does in every home: known by hand, and on larger shapes by plain sums. */
export function describeAutodiff(home: HomeName): void {
  describe(`autodiff in the home ${home}`, () => {
    let autodiff: Autodiff;
    beforeAll(async () => {
      autodiff = await openAutodiff({ name: home });
    });
    afterAll(() => {
      expect(autodiff.tensorCount()).toBe(0);
      autodiff.dispose();
    });

    test('SGD moves a row that occurs twice by both its gradients, no other, and none for padding', async () => {
      const { tf } = autodiff;
      const table = autodiff.weight(Float32Array.of(1, 2, 3, 4, 5, 6), [3, 2]);
      const ids = autodiff.ids(Int32Array.of(2, 0, 2, -1));
      // loss = Σ rows · factor: the gradient of a row is what it is multiplied by; padding reads row 0.
      const factor = autodiff.weight(Float32Array.of(1, 10, 2, 20, 3, 30, 4, 40), [4, 2]);
      const optimiser = autodiff.sgd({ learningRate: 0.5 });
      const loss = optimiser.step(() => tf.sum(tf.mul(autodiff.lookup(table, ids), factor)));
      expect([...(await autodiff.read(loss))]).toEqual([5 + 60 + 2 + 40 + 15 + 180 + 4 + 80]);
      expect([...(await autodiff.read(table))]).toEqual([0, -8, 3, 4, 3, -14]);
      // Once more, after the host has read the table.
      optimiser.step(() => tf.sum(tf.mul(autodiff.lookup(table, ids), factor))).dispose();
      expect([...(await autodiff.read(table))]).toEqual([-1, -18, 3, 4, 1, -34]);
      tf.dispose([table, ids, factor, loss]);
      optimiser.dispose();
    });

    test('Adam moves a weight by the learning rate against the sign of its first gradient', async () => {
      const { tf } = autodiff;
      const weight = autodiff.weight(Float32Array.of(1, -1), [2]);
      const optimiser = autodiff.adam({ learningRate: 0.1 });
      const loss = optimiser.step(() => tf.sum(tf.mul(weight, tf.tensor1d([3, -7]))), [weight]);
      const moved = await autodiff.read(weight);
      expect(moved[0]).toBeCloseTo(0.9, 5);
      expect(moved[1]).toBeCloseTo(-0.9, 5);
      tf.dispose([weight, loss]);
      optimiser.dispose();
    });

    test.each([
      [1, 300, 8],
      [1000, 37, 5],
      [3000, 5000, 16],
    ])(
      'lazy Adam of %i look-ups in %i rows of %i follows its formula for three steps',
      async (count, rows, width) => {
        const { tf } = autodiff;
        const initial = numbers('table', rows * width);
        const table = autodiff.weight(initial, [rows, width]);
        const optimiser = autodiff.adam({ learningRate: 0.02, beta1: 0.8, beta2: 0.95, epsilon: 1e-3 });
        const expected = Float64Array.from(initial);
        const [m, v] = [new Float64Array(rows * width), new Float64Array(rows * width)];
        for (let step = 1; step <= 3; step++) {
          const places = rowNumbers(`ids ${step}`, count, rows);
          const factors = numbers(`factors ${step}`, count * width);
          const ids = autodiff.ids(places);
          const loss = optimiser.step(() => {
            const factor = tf.tensor2d(factors, [count, width]);
            return tf.sum(tf.mul(autodiff.lookup(table, ids), factor));
          });
          tf.dispose([ids, loss]);
          const sums = new Map<number, Float64Array>();
          places.forEach((row, place) => {
            if (row < 0) return;
            const sum = sums.get(row) ?? new Float64Array(width);
            sums.set(row, sum);
            for (let i = 0; i < width; i++) sum[i]! += factors[place * width + i]!;
          });
          for (const [row, sum] of sums) {
            for (let i = 0; i < width; i++) {
              const at = row * width + i;
              m[at] = 0.8 * m[at]! + 0.2 * sum[i]!;
              v[at] = 0.95 * v[at]! + 0.05 * sum[i]! ** 2;
              const rate = (0.02 * Math.sqrt(1 - 0.95 ** step)) / (1 - 0.8 ** step);
              expected[at]! -= (rate * m[at]!) / (Math.sqrt(v[at]!) + 1e-3);
            }
          }
        }
        expect(farthest(await autodiff.read(table), expected)).toBeLessThan(2e-5);
        table.dispose();
        optimiser.dispose();
      },
    );

    test('UnsortedSegmentSum sums the rows of each segment and drops negative ids', async () => {
      const { tf } = autodiff;
      const sums = autodiff.run(() => {
        const x = tf.tensor2d([1, 2, 3, 4, 5, 6, 7, 8], [4, 2]);
        return tf.unsortedSegmentSum(x, tf.tensor1d([2, -1, 0, 2], 'int32'), 4);
      });
      expect(sums.shape).toEqual([4, 2]);
      expect([...(await autodiff.read(sums))]).toEqual([5, 6, 0, 0, 8, 10, 0, 0]);
      sums.dispose();
    });

    test.each([
      [1, 1, 1],
      [129, 15, 3],
      [4096, 16, 64],
      [5000, 9000, 7],
    ])(
      'UnsortedSegmentSum of %i rows in %i segments of width %i agrees with plain sums',
      async (count, segments, width) => {
        const { tf } = autodiff;
        const x = numbers('x', count * width);
        const ids = rowNumbers('segments', count, segments).map((id) => Math.min(id, segments - 1));
        const sums = autodiff.run(() =>
          tf.unsortedSegmentSum(tf.tensor2d(x, [count, width]), tf.tensor1d(ids, 'int32'), segments),
        );
        const expected = new Float64Array(segments * width);
        ids.forEach((id, row) => {
          if (id < 0) return;
          for (let i = 0; i < width; i++) expected[id * width + i]! += x[row * width + i]!;
        });
        expect(farthest(await autodiff.read(sums), expected)).toBeLessThan(1e-3);
        sums.dispose();
      },
    );

    // Backends remember what they have packed of a matrix, or read back of a tensor.
    test.each(['matMul', 'fused'] as const)(
      'a product by a weight (%s) sees what a step has made of it',
      async (kind) => {
        const { tf } = autodiff;
        const weight = autodiff.weight(numbers('weight', 64), [8, 8]);
        const factors = numbers('factor', 64);
        const product = (): Tensor => {
          const a = tf.tensor2d(factors, [8, 8]);
          const b = weight as unknown as Tensor2D;
          return kind === 'matMul' ? tf.matMul(a, b) : tf.fused.matMul({ a, b, bias: tf.zeros([8]) });
        };
        const optimiser = autodiff.sgd({ learningRate: 1 });
        for (let step = 0; step < 2; step++) {
          optimiser.step(() => tf.sum(product()), [weight]).dispose();
          const [rows, sums] = [await autodiff.read(weight), autodiff.run(product)];
          const expected = Float64Array.from({ length: 64 }, (_, at) => {
            const [r, c] = [at >> 3, at & 7];
            return rows.reduce(
              (sum, _w, k) => (k < 8 ? sum + factors[r * 8 + k]! * rows[k * 8 + c]! : sum),
              0,
            );
          });
          expect(farthest(await autodiff.read(sums), expected)).toBeLessThan(1e-4);
          sums.dispose();
        }
        weight.dispose();
        optimiser.dispose();
      },
    );

    test('a table that is used whole gets the gradient of its look-ups too, by a gather', async () => {
      const { tf } = autodiff;
      const table = autodiff.weight(Float32Array.of(1, 2, 3, 4, 5, 6), [3, 2]);
      const optimiser = autodiff.sgd({ learningRate: 1 });
      const loss = optimiser.step(
        () => tf.add(tf.sum(tf.gather(table, tf.tensor2d([1, 1, 2, 1], [2, 2], 'int32'))), tf.sum(table)),
        [table],
      );
      expect([...(await autodiff.read(table))]).toEqual([0, 1, -1, 0, 3, 4]);
      tf.dispose([table, loss]);
      optimiser.dispose();
    });

    // Of each the gradient that its loss has by differences, so that the home has every kernel that it needs.
    test.each<[string, (tf: Autodiff['tf'], x: Tensor2D) => Tensor]>([
      ['softmax', (tf, x) => tf.square(tf.softmax(x))],
      ['log softmax', (tf, x) => tf.square(tf.logSoftmax(x))],
      [
        'layer norm',
        (tf, x) => {
          const off = tf.sub(x, tf.mean(x, 1, true));
          return tf.pow(tf.mul(off, tf.rsqrt(tf.add(tf.mean(tf.square(off), 1, true), 0.1))), 3);
        },
      ],
      [
        'a gated unit',
        (tf, x) => {
          const [gate, state] = tf.split(x, 2, 1);
          return tf.square(tf.add(tf.mul(tf.sigmoid(gate!), tf.tanh(state!)), tf.tanh(gate!)));
        },
      ],
      ['softplus and exponential', (tf, x) => tf.mul(tf.softplus(x), tf.exp(x))],
      [
        'parts, joined and turned',
        (tf, x) => {
          const joined = tf.concat([tf.slice(x, [0, 0], [2, 4]), tf.slice(x, [1, 0], [2, 4])], 1);
          return tf.square(tf.matMul(joined, tf.transpose(joined)));
        },
      ],
      ['the largest of each row', (tf, x) => tf.square(tf.max(x, 1))],
      [
        'a convolution by its filter and its input',
        (tf, x) => {
          const image = tf.reshape(x, [1, 3, 4, 1]) as never;
          const filter = tf.reshape(tf.slice(x, [0, 0], [2, 2]), [2, 2, 1, 1]) as never;
          return tf.square(tf.conv2d(image, filter, 1, 'valid'));
        },
      ],
    ])('has the gradient of %s', async (_, work) => {
      const { tf } = autodiff;
      const values = numbers('point', 12);
      const lossAt = async (at: Float32Array): Promise<number> => {
        const loss = autodiff.run(() => tf.sum(work(tf, tf.tensor2d(at, [3, 4]))));
        const [value] = await autodiff.read(loss);
        loss.dispose();
        return value!;
      };
      const weight = autodiff.weight(values, [3, 4]);
      const optimiser = autodiff.sgd({ learningRate: 1 });
      optimiser.step(() => tf.sum(work(tf, weight as unknown as Tensor2D)), [weight]).dispose();
      const moved = await autodiff.read(weight);
      for (const i of [0, 5, 11]) {
        const [up, down] = [values.slice(), values.slice()];
        up[i]! += 0.01;
        down[i]! -= 0.01;
        const slope = ((await lossAt(up)) - (await lossAt(down))) / 0.02;
        expect(values[i]! - moved[i]!).toBeCloseTo(slope, 2);
      }
      weight.dispose();
      optimiser.dispose();
    });

    test('a loss that throws leaves no tensor behind, and the next step works', async () => {
      const { tf } = autodiff;
      const weight = autodiff.weight(Float32Array.of(1), [1]);
      const optimiser = autodiff.sgd({ learningRate: 1 });
      const before = autodiff.tensorCount();
      const broken = (): never => {
        tf.mul(weight, 2);
        throw new Error('broken');
      };
      expect(() => optimiser.step(broken, [weight])).toThrow('broken');
      expect(autodiff.tensorCount()).toBe(before);
      optimiser.step(() => tf.sum(weight), [weight]).dispose();
      expect([...(await autodiff.read(weight))]).toEqual([0]);
      weight.dispose();
      optimiser.dispose();
    });
  });
}

/** Largest difference. */
function farthest(actual: Float32Array, expected: Float64Array): number {
  expect(actual.length).toBe(expected.length);
  return actual.reduce((worst, value, i) => Math.max(worst, Math.abs(value - expected[i]!)), 0);
}
