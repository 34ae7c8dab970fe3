import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { KERNEL_TOLERANCE } from '../home.ts';
import type { KernelHome } from '../home.ts';
import { createReferenceHome } from '../reference-home.ts';
import { NON_FINITE_RANKS } from '../testing/cases.ts';
import { createWebGpuHome } from '../webgpu-home.ts';
import { openTestDevice, relativeError } from '../webgpu/testing/gpu-fixture.ts';
import { CPU_TUNING, GPU_TUNING } from '../webgpu/tuning.ts';

interface Problem {
  readonly dim: number;
  readonly queries: Float32Array;
  readonly items: Float32Array;
  /** Excluded items of each query, ascending. */
  readonly excluded: readonly (readonly number[])[];
  readonly k: number;
}

async function rank(where: KernelHome, problem: Problem) {
  const { dim, k, excluded } = problem;
  const queryCount = excluded.length;
  const offsets = [0];
  for (const list of excluded) offsets.push(offsets.at(-1)! + list.length);
  const args = {
    queries: where.createF32(problem.queries),
    queryCount,
    items: where.createF32(problem.items),
    itemCount: problem.items.length / dim,
    dim,
    excludedOffsets: where.createI32(Int32Array.from(offsets)),
    excluded: where.createI32(Int32Array.from([...excluded.flat(), 0])),
    k,
    outItems: where.createI32(Int32Array.from({ length: queryCount * k }, () => 77)),
    outScores: where.createF32(queryCount * k),
  };
  await where.scoreTopK(args);
  const result = { items: await where.readI32(args.outItems), scores: await where.read(args.outScores) };
  for (const one of Object.values(args)) if (typeof one === 'object') one.release();
  return result;
}

/** Whole numbers from −2 to 2: every score is exact, and ties abound. */
function wholeProblem(seed: number, dim: number, queryCount: number, itemCount: number, k: number): Problem {
  const rng = createRng(seed);
  const whole = (length: number) => Float32Array.from({ length }, () => rng.int(5) - 2);
  return {
    dim,
    queries: whole(queryCount * dim),
    items: whole(itemCount * dim),
    excluded: Array.from({ length: queryCount }, () =>
      Array.from({ length: itemCount }, (_, item) => item).filter(() => rng.next() < 0.1),
    ),
    k,
  };
}

describe.each([
  ['a GPU', GPU_TUNING],
  ['a CPU that plays one', CPU_TUNING],
])('score-top-k on WebGPU, tuned for %s', (_, tuning) => {
  let home: KernelHome;
  beforeAll(async () => {
    home = createWebGpuHome(await openTestDevice(), 'test', tuning);
  });
  afterAll(() => home.dispose());

  test('ranks by score, ties by the smaller item, without the excluded', async () => {
    const { items, scores } = await rank(home, {
      dim: 1,
      queries: Float32Array.of(1, -1),
      items: Float32Array.of(2, 5, 5, -3, 9),
      excluded: [[4], []],
      k: 3,
    });
    expect([...items]).toEqual([1, 2, 0, 3, 0, 1]);
    expect([...scores]).toEqual([5, 5, 2, 3, -2, -5]);
  });

  test('0 and −0 are a tie', async () => {
    const problem = {
      dim: 1,
      queries: Float32Array.of(1),
      items: Float32Array.of(-0, 0, -0),
      excluded: [[]],
      k: 3,
    };
    expect([...(await rank(home, problem)).items]).toEqual([0, 1, 2]);
  });

  test('missing places are item −1 and score −Infinity', async () => {
    const problem = {
      dim: 1,
      queries: Float32Array.of(2),
      items: Float32Array.of(1, 3),
      excluded: [[0]],
      k: 3,
    };
    const { items, scores } = await rank(home, problem);
    expect([...items]).toEqual([1, -1, -1]);
    expect([...scores]).toEqual([6, -Infinity, -Infinity]);
  });

  test('no items, and all excluded: nothing but missing places', async () => {
    const none = {
      dim: 4,
      queries: new Float32Array(8),
      items: new Float32Array(0),
      excluded: [[], []],
      k: 2,
    };
    expect([...(await rank(home, none)).items]).toEqual([-1, -1, -1, -1]);
    const all = {
      dim: 1,
      queries: Float32Array.of(1),
      items: Float32Array.of(1, 2),
      excluded: [[0, 1]],
      k: 2,
    };
    expect([...(await rank(home, all)).items]).toEqual([-1, -1]);
    expect([...(await rank(home, all)).scores]).toEqual([-Infinity, -Infinity]);
  });

  test.each(NON_FINITE_RANKS)('NaN and −Infinity are never listed: $name', async ({ one, ...expected }) => {
    const { items, scores } = await rank(home, one);
    expect([...items]).toEqual(expected.items);
    expect([...scores]).toEqual(expected.scores);
  });

  test('no queries: nothing is written', async () => {
    const problem = { dim: 2, queries: new Float32Array(0), items: new Float32Array(4), excluded: [], k: 2 };
    expect((await rank(home, problem)).items.length).toBe(0);
  });

  test.each([
    [1, 3, 10, 1],
    [3, 2, 256, 5],
    [4, 2, 257, 256],
    [16, 5, 1000, 10],
    [17, 2, 513, 100],
    [63, 1, 1023, 20],
    [64, 3, 3000, 50],
    [65, 1, 5000, 256],
    [192, 2, 700, 10],
    [512, 1, 300, 7],
    [8, 1, 40_000, 200],
    [8, 80, 1500, 30],
    [4, 1, 100, 256],
  ])('dim %i, %i queries, %i items, k %i: exactly the reference', async (...shape) => {
    const problem = wholeProblem(shape[0] * 7 + shape[2], ...shape);
    const actual = await rank(home, problem);
    const expected = await rank(createReferenceHome(), problem);
    expect(actual.items).toEqual(expected.items);
    expect(actual.scores).toEqual(expected.scores);
  });

  test('items that come best last, so that every tile replaces the list: 4,096 ascending scores', async () => {
    const items = Float32Array.from({ length: 4096 }, (_, item) => item);
    const { items: best } = await rank(home, {
      dim: 1,
      queries: Float32Array.of(1),
      items,
      excluded: [[]],
      k: 200,
    });
    expect([...best]).toEqual(Array.from({ length: 200 }, (_, place) => 4095 - place));
  });

  test('scores of drawn embeddings as the reference (seed 11)', async () => {
    const rng = createRng(11);
    const normals = (length: number) => Float32Array.from({ length }, () => rng.normal());
    const problem = {
      dim: 64,
      queries: normals(64 * 4),
      items: normals(64 * 2000),
      excluded: [[], [5], [], []],
      k: 40,
    };
    const actual = await rank(home, problem);
    const expected = await rank(createReferenceHome(), problem);
    expect(relativeError(actual.scores, expected.scores)).toBeLessThanOrEqual(KERNEL_TOLERANCE);
    expect(actual.items).toEqual(expected.items);
  });
});
