/** What `trainPairs` is held to in every home: known values, the gradient by differences, the reference, edges. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KERNEL_TOLERANCE, type KernelHome } from '../../home.ts';
import { createReferenceHome } from '../../reference-home.ts';
import { relativeError, sameBits } from '../../testing/cases.ts';
import { type PairCase, type Trained, randomPairCase, runPairs } from '../../testing/pair-cases.ts';

const SGD = { kind: 'sgd', learningRate: 0.5, regularisation: 0.1 } as const;
const RIVALS = Array.from({ length: 60 }, (_, pair) => (7 * pair) % 9);

/** x = (1, 2), y = (2, −1): the score is 0, σ = ½. */
const ONE: PairCase = {
  dim: 2,
  users: [0],
  items: [0],
  rivals: null,
  labels: [1],
  userEmbeddings: Float32Array.of(1, 2),
  itemEmbeddings: Float32Array.of(2, -1),
  output: [1, 0],
  biased: false,
  learns: 'nothing',
  optimiser: SGD,
};

const PARTS = ['userEmbeddings', 'itemEmbeddings', 'output', 'losses'] as const;

/** The loss of one pair in f64, written from its definition alone. */
function lossOf(one: PairCase, x: readonly number[], y: readonly number[], rival: readonly number[]): number {
  const score = (row: readonly number[]): number =>
    row.reduce((sum, value, k) => {
      if (!one.biased || k < one.dim - 1) return sum + value * x[k]!;
      return sum + value + x[k]!;
    }, 0);
  const s = score(y) - (one.rivals ? score(rival) : 0);
  const z = one.output[0] * s + one.output[1];
  const probability = 1 / (1 + Math.exp(-z));
  return -one.labels[0]! * Math.log(probability) - (1 - one.labels[0]!) * Math.log(1 - probability);
}

/** Central differences of a function of a row. */
function slopes(row: readonly number[], loss: (row: readonly number[]) => number): number[] {
  const h = 1e-5;
  return row.map((value, k) => (loss(row.with(k, value + h)) - loss(row.with(k, value - h))) / (2 * h));
}

export function describeTrainPairs(create: () => Promise<KernelHome>): void {
  let home: KernelHome;
  beforeAll(async () => {
    home = await create();
  });
  afterAll(() => home.dispose());

  test('a step of SGD at σ = ½: x = 0.95 x + ¼ y, y = 0.95 y + ¼ x, both from the rows as they were', async () => {
    const { userEmbeddings, itemEmbeddings, losses } = await runPairs(home, ONE);
    expect(relativeError(userEmbeddings, [0.95 + 0.5, 1.9 - 0.25])).toBeLessThan(1e-6);
    expect(relativeError(itemEmbeddings, [1.9 + 0.25, -0.95 + 0.5])).toBeLessThan(1e-6);
    expect(losses[0]).toBeCloseTo(Math.LN2, 6);
  });

  test('with biases: z = 1·2 + 2 − 1 = 3, and both biases rise by the same', async () => {
    const optimiser = { ...SGD, regularisation: 0 };
    const trained = await runPairs(home, { ...ONE, biased: true, optimiser });
    const gain = 0.5 * (1 - 1 / (1 + Math.exp(-3)));
    expect(relativeError(trained.userEmbeddings, [1 + 2 * gain, 2 + gain])).toBeLessThan(1e-6);
    expect(relativeError(trained.itemEmbeddings, [2 + gain, -1 + gain])).toBeLessThan(1e-6);
    expect(trained.losses[0]).toBeCloseTo(Math.log1p(Math.exp(-3)), 6);
  });

  test('learns scale and offset where told so: at z = ½·0 + 0, the offset rises by ¼ and the scale only shrinks', async () => {
    const { output } = await runPairs(home, { ...ONE, output: [0.5, 0], learns: 'scale and offset' });
    expect([...output]).toEqual([Math.fround(0.5 * 0.95), 0.25]);
    expect([...(await runPairs(home, { ...ONE, learns: 'offset' })).output]).toEqual([1, 0.25]);
  });

  test('the first step of Adam is the learning rate, against the sign of each gradient', async () => {
    const optimiser = { kind: 'adam', learningRate: 0.01, batchSize: 1 } as const;
    const trained = await runPairs(home, { ...ONE, learns: 'offset', optimiser });
    expect(relativeError(trained.userEmbeddings, [1.01, 1.99])).toBeLessThan(1e-6);
    expect(relativeError(trained.itemEmbeddings, [2.01, -0.99])).toBeLessThan(1e-6);
    expect(trained.output[1]).toBeCloseTo(0.01, 6);
  });

  test('Adam adds epsilon to the corrected root: with gradient −½ and epsilon ½ the first step is half the rate', async () => {
    const optimiser = { kind: 'adam', learningRate: 0.01, batchSize: 1, epsilon: 0.5 } as const;
    const { output } = await runPairs(home, { ...ONE, learns: 'offset', optimiser });
    expect(output[1]).toBeCloseTo(0.005, 7);
  });

  test('Adam leaves rows that a batch does not touch alone, their moments too', async () => {
    const optimiser = { kind: 'adam', learningRate: 0.01, batchSize: 1 } as const;
    const tables = {
      userEmbeddings: Float32Array.of(1, 2, 5, 6),
      itemEmbeddings: Float32Array.of(2, -1, 7, 8),
    };
    const once = await runPairs(home, { ...ONE, ...tables, optimiser });
    expect([...once.userEmbeddings.subarray(2)]).toEqual([5, 6]);
    const later = await runPairs(home, {
      ...ONE,
      ...tables,
      users: [0, 1],
      items: [0, 1],
      labels: [1, 1],
      optimiser,
    });
    expect([...later.userEmbeddings.subarray(0, 2)]).toEqual([...once.userEmbeddings.subarray(0, 2)]);
  });

  test.each([
    { name: 'plain', more: {} },
    { name: 'label 0, scaled', more: { labels: [0], output: [0.7, -0.2] as const } },
    { name: 'biased', more: { biased: true } },
    { name: 'with a rival', more: { rivals: [2] } },
    { name: 'biased, with a rival', more: { biased: true, rivals: [2] } },
  ])('moves each row along the gradient by central differences: $name', async ({ more }) => {
    const optimiser = { kind: 'sgd', learningRate: 1, regularisation: 0 } as const;
    const one = randomPairCase(3, 1, { dim: 5, users: [4], items: [6], labels: [1], optimiser, ...more });
    const rowOf = (table: Float32Array, row: number): number[] => [...table.subarray(5 * row, 5 * row + 5)];
    const [x, y, rival] = [
      rowOf(one.userEmbeddings, 4),
      rowOf(one.itemEmbeddings, 6),
      rowOf(one.itemEmbeddings, 2),
    ];
    const after = await runPairs(home, one);
    const moved = (before: readonly number[], row: readonly number[]): number[] =>
      before.map((value, k) => value - row[k]!);
    const gradients = {
      user: slopes(x, (row) => lossOf(one, row, y, rival)),
      item: slopes(y, (row) => lossOf(one, x, row, rival)),
      rival: slopes(rival, (row) => lossOf(one, x, y, row)),
    };
    expect(relativeError(moved(x, rowOf(after.userEmbeddings, 4)), gradients.user)).toBeLessThan(1e-5);
    expect(relativeError(moved(y, rowOf(after.itemEmbeddings, 6)), gradients.item)).toBeLessThan(1e-5);
    const ofRival = moved(rival, rowOf(after.itemEmbeddings, 2));
    expect(relativeError(ofRival, gradients.rival)).toBeLessThan(1e-5);
    expect(after.losses[0]).toBeCloseTo(lossOf(one, x, y, rival), 5);
  });

  describe.each([
    { name: 'SGD', optimiser: SGD },
    { name: 'Adam', optimiser: { kind: 'adam', learningRate: 0.01, batchSize: 7, epsilon: 1e-3 } as const },
  ])('by $name', ({ optimiser }) => {
    test.each([1, 2, 3, 4, 5, 8, 31, 64, 65])(
      'agrees with the reference at width %i on 60 random pairs (seed 21), biased or not, rivals or none',
      async (dim) => {
        for (const biased of dim > 1 ? [false, true] : [false]) {
          for (const rivals of [null, RIVALS]) {
            const learns = rivals ? 'nothing' : 'scale and offset';
            const one = randomPairCase(21, 60, { dim, biased, rivals, learns, optimiser });
            const trained = await runPairs(home, one);
            const expected = await runPairs(createReferenceHome(), one);
            for (const part of PARTS) {
              expect(relativeError(trained[part], expected[part])).toBeLessThanOrEqual(KERNEL_TOLERANCE);
            }
          }
        }
      },
    );

    test('gives the same bits in one call as in three', async () => {
      const one = randomPairCase(22, 60, { biased: true, learns: 'scale and offset', optimiser });
      const [whole, cut]: Trained[] = [await runPairs(home, one), await runPairs(home, one, [14, 49])];
      for (const part of PARTS) expect(sameBits(whole![part], cut![part])).toBe(true);
    });

    test('of no pairs changes nothing', async () => {
      const one = randomPairCase(23, 0, { optimiser });
      const { userEmbeddings, itemEmbeddings } = await runPairs(home, one);
      expect([userEmbeddings, itemEmbeddings]).toEqual([one.userEmbeddings, one.itemEmbeddings]);
    });
  });

  test.each([1000, -1000, 40, -40])('has a finite loss at z = %i', async (offset) => {
    const { losses, userEmbeddings } = await runPairs(home, { ...ONE, output: [1, offset] });
    expect(losses[0]).toBeCloseTo(Math.max(-offset, 0), 4);
    expect(userEmbeddings.every(Number.isFinite)).toBe(true);
  });

  test('carries a NaN on rather than hiding it', async () => {
    const { losses } = await runPairs(home, { ...ONE, userEmbeddings: Float32Array.of(NaN, 1) });
    expect(losses[0]).toBeNaN();
  });

  test.each([
    { name: 'a table of width 1 with biases', more: { dim: 1, biased: true }, code: 'argument/range' },
    { name: 'an output of one number', more: { output: [1] as never }, code: 'shape/mismatch' },
    {
      name: 'a batch of 0',
      more: { optimiser: { kind: 'adam', learningRate: 1, batchSize: 0 } as const },
      code: 'argument/range',
    },
    {
      name: 'a learning rate below 0',
      more: { optimiser: { kind: 'sgd', learningRate: -1, regularisation: 0 } as const },
      code: 'argument/range',
    },
    { name: 'fewer items than pairs', more: { items: [] }, code: 'shape/mismatch' },
  ])('refuses $name', async ({ more, code }) => {
    await expect(runPairs(home, { ...ONE, ...more })).rejects.toMatchObject({ code });
  });
}
