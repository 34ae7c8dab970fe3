import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KernelHome } from '../home.ts';
import { KERNEL_TOLERANCE } from '../home.ts';
import { createReferenceHome } from '../reference-home.ts';
import { sameBits } from '../testing/cases.ts';
import { randomPairCase, runPairs } from '../testing/pair-cases.ts';
import { createWebGpuHome } from '../webgpu-home.ts';
import { openTestDevice, relativeError } from '../webgpu/testing/gpu-fixture.ts';
import { CPU_TUNING, GPU_TUNING } from '../webgpu/tuning.ts';
import { describeTrainPairs } from './testing/describe-train-pairs.ts';

describe.each([
  { name: "a GPU's sizes", tuning: GPU_TUNING },
  { name: "a CPU's sizes", tuning: CPU_TUNING },
])('trainPairs, WebGPU with $name', ({ tuning }) => {
  const open = async (): Promise<KernelHome> => createWebGpuHome(await openTestDevice(), 'test', tuning);
  describeTrainPairs(open);

  describe('by Adam', () => {
    let home: KernelHome;
    beforeAll(async () => {
      home = await open();
    });
    afterAll(() => home.dispose());

    test.each([
      { name: 'one pair again and again', pairs: 300, batchSize: 100, users: () => 4, items: () => 2 },
      { name: 'a batch larger than the data', pairs: 7, batchSize: 65_536, users: null, items: null },
      { name: 'every row once', pairs: 9, batchSize: 9, users: (p: number) => p, items: (p: number) => p },
      {
        name: '40,000 pairs over 22 rows',
        pairs: 40_000,
        batchSize: 40_000,
        users: null,
        items: null,
      },
    ])('agrees with the reference: $name', async ({ pairs, batchSize, users, items }) => {
      const all = (of: (pair: number) => number): number[] =>
        Array.from({ length: pairs }, (_, pair) => of(pair));
      const one = randomPairCase(31, pairs, {
        ...(users ? { users: all(users), items: all(items) } : {}),
        dim: 6,
        learns: 'scale and offset',
        optimiser: { kind: 'adam', learningRate: 0.01, batchSize, epsilon: 1e-3 },
      });
      const trained = await runPairs(home, one);
      const expected = await runPairs(createReferenceHome(), one);
      for (const part of ['userEmbeddings', 'itemEmbeddings', 'output', 'losses'] as const) {
        expect(relativeError(trained[part], expected[part])).toBeLessThanOrEqual(KERNEL_TOLERANCE);
      }
    });

    test('gives the same bits on every run: 20,000 pairs over 22 rows', async () => {
      const optimiser = { kind: 'adam', learningRate: 0.01, batchSize: 4096 } as const;
      const one = randomPairCase(32, 20_000, { dim: 64, learns: 'scale and offset', optimiser });
      const [first, second] = [await runPairs(home, one), await runPairs(home, one)];
      expect(sameBits(first.itemEmbeddings, second.itemEmbeddings)).toBe(true);
      expect(sameBits(first.output, second.output)).toBe(true);
    });
  });

  test('refuses pairs that a kernel has written', async () => {
    const home = await open();
    const made = home.createI32(4);
    const numbers = (): ReturnType<KernelHome['createF32']> => home.createF32(4);
    const call = home.trainPairs({
      users: made,
      items: made,
      rivals: null,
      labels: numbers(),
      losses: numbers(),
      pairBegin: 0,
      pairEnd: 4,
      userEmbeddings: numbers(),
      itemEmbeddings: numbers(),
      dim: 2,
      biased: false,
      output: numbers(),
      learns: 'nothing',
      optimiser: {
        kind: 'adam',
        learningRate: 0.1,
        beta1: 0.9,
        beta2: 0.999,
        epsilon: 1e-7,
        batchSize: 2,
        stepsDone: 0,
        outputMoments: numbers(),
        userMoments: home.createF32(8),
        itemMoments: home.createF32(8),
      },
    });
    await expect(call).rejects.toMatchObject({ code: 'internal' });
    home.dispose();
  });
});
