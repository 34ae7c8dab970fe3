import { describe, expect, test } from 'vitest';
import { gramianPasses } from './gramian-passes.ts';
import { planPairs } from './pair-plan.ts';
import { packSettings } from './pass.ts';
import { scoreTopKPasses } from './score-top-k-passes.ts';
import { solveRowsPasses } from './solve-rows-passes.ts';
import { adamPasses, sgdPasses } from './train-pairs-passes.ts';

/** Builders never look into a buffer. */
const buffer = {} as GPUBuffer;
const u32 = (settings: ArrayBuffer): number[] => [...new Uint32Array(settings)];

const rowBuffers = {
  rowOffsets: buffer,
  columns: buffer,
  weights: buffer,
  fixed: buffer,
  gramian: buffer,
  regularisation: buffer,
  solution: buffer,
  rowLoss: buffer,
  unobservedWeight: 0.5,
  cgSteps: 3,
};

describe('packSettings', () => {
  test('puts u32 before f32 and pads to 16 bytes', () => {
    const bytes = packSettings([7], [0.5, -1]);
    expect(bytes.byteLength).toBe(16);
    expect(new Uint32Array(bytes)[0]).toBe(7);
    expect([...new Float32Array(bytes, 4)]).toEqual([0.5, -1, 0]);
    expect(packSettings([1, 2, 3, 4, 5]).byteLength).toBe(32);
  });
});

describe('solveRowsPasses', () => {
  const passesOf = (dim: number, rowBegin: number, rowEnd: number, threads = 64) =>
    solveRowsPasses({ ...rowBuffers, dim, rowBegin, rowEnd }, threads);

  test('cover a range of 70,000 rows without gap or overlap, none above what a dispatch holds', () => {
    let next = 5;
    for (const { settings, workgroups } of passesOf(4, 5, 70_005)) {
      expect(u32(settings)[0]).toBe(next);
      expect(workgroups[0]).toBeLessThanOrEqual(65_535);
      next += workgroups[0];
    }
    expect(next).toBe(70_005);
  });

  test('are none for an empty range', () => {
    expect(passesOf(4, 3, 3)).toEqual([]);
  });

  test('have different texts for different widths, threads and loads, one text for different settings', () => {
    const code = (...args: Parameters<typeof passesOf>) => passesOf(...args)[0]!.shader.code;
    expect(new Set([code(4, 0, 1), code(8, 0, 1), code(5, 0, 1), code(4, 0, 1, 8)]).size).toBe(4);
    expect(code(4, 0, 1)).toBe(code(4, 7, 900));
  });
});

describe('scoreTopKPasses', () => {
  const passesOf = (queryCount: number, itemCount: number, k = 10) => {
    const scratches: [string, number][] = [];
    const passes = scoreTopKPasses(
      {
        queries: buffer,
        items: buffer,
        excludedOffsets: buffer,
        excluded: buffer,
        outItems: buffer,
        outScores: buffer,
        queryCount,
        itemCount,
        dim: 64,
        k,
      },
      (name, length) => {
        scratches.push([name, length]);
        return buffer;
      },
      256,
    );
    return { passes, scratches };
  };

  test('rank one query over 40,000 items in 40 runs of 1,000, then merge them', () => {
    const { passes, scratches } = passesOf(1, 40_000);
    expect(passes.map((pass) => [pass.shader.label, ...pass.workgroups])).toEqual([
      ['score-top-k', 1, 40],
      ['merge-top-k', 1, 1],
    ]);
    expect(u32(passes[0]!.settings).slice(0, 6)).toEqual([0, 40_000, 1000, 40, 0, 10]);
    expect(scratches).toEqual([
      ['top-k items', 400],
      ['top-k scores', 400],
    ]);
  });

  test('need no merge and no scratch where the queries fill the GPU', () => {
    const { passes, scratches } = passesOf(64, 40_000);
    expect(passes.every((pass) => pass.shader.label === 'score-top-k' && pass.workgroups[1] === 1)).toBe(
      true,
    );
    expect(scratches).toEqual([]);
  });

  test('split many queries so that one pass stays within 2²⁶ multiply-adds, each writing behind the last', () => {
    const { passes } = passesOf(600, 4096);
    expect(passes.map((pass) => pass.workgroups[0])).toEqual([256, 256, 88]);
    expect(passes.map((pass) => u32(pass.settings)[0])).toEqual([0, 256, 512]);
    expect(passes.map((pass) => u32(pass.settings)[4])).toEqual([0, 2560, 5120]);
  });
});

describe('gramianPasses', () => {
  const passesOf = (dim: number, rowCount: number) =>
    gramianPasses({ rows: buffer, out: buffer, dim, rowCount }, () => buffer).map((pass) => [
      pass.shader.label,
      ...pass.workgroups,
      ...u32(pass.settings).slice(0, 2),
    ]);

  test('slice 6,040 rows of width 64 over 3 tiles of the upper triangle', () => {
    expect(passesOf(64, 6040)).toEqual([
      ['gramian', 3, 48, 6040, 128],
      ['gramian-sum', 64, 1, 48, 0],
    ]);
  });

  test('only write zeros where there are no rows', () => {
    expect(passesOf(64, 0)).toEqual([['gramian-sum', 64, 1, 0, 0]]);
  });
});

describe('the passes of trainPairs', () => {
  const buffers = {
    users: buffer,
    items: buffer,
    rivals: null,
    labels: buffer,
    losses: buffer,
    output: buffer,
    userEmbeddings: buffer,
    itemEmbeddings: buffer,
    biased: false,
    learns: 'offset' as const,
  };
  const constants = { learningRate: 0.1, beta1: 0.9, beta2: 0.999, epsilon: 1e-7, stepsDone: 0 };
  const adamOf = (dim: number, batchSize: number, pairEnd: number) => {
    const users = Int32Array.from({ length: pairEnd }, (_, pair) => pair);
    const plan = planPairs({ users, items: users, rivals: null, begin: 0, end: pairEnd }, batchSize, pairEnd);
    const moments = { userMoments: buffer, itemMoments: buffer, outputMoments: buffer };
    const adam = { kind: 'adam' as const, ...constants, batchSize, ...moments };
    const args = { ...buffers, dim, pairBegin: 0, pairEnd };
    return adamPasses(args, adam, plan, buffer, [pairEnd, pairEnd], () => buffer, 64);
  };

  test('are four a batch by Adam, the last batch with what is left', () => {
    expect(adamOf(4, 100, 250).map(({ shader, workgroups }) => [shader.label, ...workgroups])).toEqual(
      [100, 100, 50].flatMap((pairs) => [
        ['train-pairs-adam-pairs', Math.ceil(pairs / 64), 1],
        ['train-pairs-adam-rows', Math.ceil((2 * pairs) / 64), 1],
        ['train-pairs-adam-move', Math.ceil((2 * pairs) / 64), 1],
        ['train-pairs-adam-output', 1, 1],
      ]),
    );
  });

  test('cover 2 × 50,000 rows of width 65 without a dispatch above what a device allows', () => {
    const [, rows] = adamOf(65, 65_536, 50_000);
    const [x, y] = rows!.workgroups;
    expect(Math.max(x, y)).toBeLessThanOrEqual(65_535);
    expect(x * y * 64).toBeGreaterThanOrEqual(2 * 50_000 * 65);
  });

  test('by SGD are one workgroup for all pairs, none for no pairs', () => {
    const sgd = { kind: 'sgd', learningRate: 0.1, regularisation: 0 } as const;
    const passesOf = (pairEnd: number) => sgdPasses({ ...buffers, dim: 8, pairBegin: 3, pairEnd }, sgd, 64);
    expect(
      passesOf(1000).map(({ settings, workgroups }) => [...workgroups, ...u32(settings).slice(0, 2)]),
    ).toEqual([[1, 1, 3, 1000]]);
    expect(passesOf(3)).toEqual([]);
  });
});
