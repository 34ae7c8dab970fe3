import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KERNEL_TOLERANCE, type KernelHome, type ScoreTopKArgs } from '../home.ts';
import { createReferenceHome } from '../reference-home.ts';
import { NON_FINITE_RANKS, randomRankCase, relativeError, runRank, type RankCase } from '../testing/cases.ts';
import { NODE_HOMES } from '../testing/homes.ts';

/** One query (1, 0): an item's score is its first coordinate. */
function rankOne(scores: readonly number[], k: number, excluded: readonly number[] = []): RankCase {
  const items = Float32Array.from(scores.flatMap((score) => [score, 9]));
  return { dim: 2, queries: Float32Array.of(1, 0), items, excluded: [excluded], k };
}

describe.each(NODE_HOMES)('scoreTopK, $name', ({ create }) => {
  let home: KernelHome;
  beforeAll(async () => {
    home = await create();
  });
  afterAll(() => home.dispose());

  test('best first: of 1 5 −2 3 the three best are items 1, 3, 0', async () => {
    const { items, scores } = await runRank(home, rankOne([1, 5, -2, 3], 3));
    expect([...items]).toEqual([1, 3, 0]);
    expect([...scores]).toEqual([5, 3, 1]);
  });

  test('ties go to the smaller item: of 2 7 7 2 7 the best four are 1, 2, 4, 0', async () => {
    expect([...(await runRank(home, rankOne([2, 7, 7, 2, 7], 4))).items]).toEqual([1, 2, 4, 0]);
  });

  test('equal embeddings tie exactly, wherever they stand among 11 items at width 33', async () => {
    const one = randomRankCase(2, { dim: 33, queries: 1, items: 1, k: 11, excludedShare: 0 });
    const items = Float32Array.from(Array.from({ length: 11 }, () => [...one.items]).flat());
    const ranked = await runRank(home, { ...one, items });
    expect([...ranked.items]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('excluded items never appear, the first and the last included', async () => {
    const { items } = await runRank(home, rankOne([9, 8, 7, 6, 5, 4], 6, [0, 2, 5]));
    expect([...items]).toEqual([1, 3, 4, -1, -1, -1]);
  });

  test('missing places hold −1 and −Infinity: k above the item count', async () => {
    const { items, scores } = await runRank(home, rankOne([4], 3));
    expect([...items]).toEqual([0, -1, -1]);
    expect([...scores]).toEqual([4, -Infinity, -Infinity]);
  });

  test('no items, and all items excluded: nothing but missing places', async () => {
    for (const one of [rankOne([], 2), rankOne([3, 4], 2, [0, 1])]) {
      const { items, scores } = await runRank(home, one);
      expect([...items]).toEqual([-1, -1]);
      expect([...scores]).toEqual([-Infinity, -Infinity]);
    }
  });

  test.each(NON_FINITE_RANKS)('NaN and −Infinity are never listed: $name', async ({ one, ...expected }) => {
    const { items, scores } = await runRank(home, one);
    expect([...items]).toEqual(expected.items);
    expect([...scores]).toEqual(expected.scores);
  });

  test('no queries: nothing is written', async () => {
    const none = { ...rankOne([1], 2), queries: new Float32Array(0), excluded: [] };
    expect((await runRank(home, none)).items).toHaveLength(0);
  });

  test.each([1, 3, 4, 5, 16, 17, 63, 64, 65, 192])(
    'agrees with the reference at width %i: 7 queries, 301 items, k 1, 10 and 256 (seed 21)',
    async (dim) => {
      for (const k of [1, 10, 256]) {
        const one = randomRankCase(21, { dim, queries: 7, items: 301, k });
        const actual = await runRank(home, one);
        const expected = await runRank(createReferenceHome(), one);
        expect([...actual.items].filter((item) => item >= 0)).toHaveLength(
          [...expected.items].filter((item) => item >= 0).length,
        );
        const finite = (scores: Float32Array) => scores.map((score) => (score === -Infinity ? 0 : score));
        expect(relativeError(finite(actual.scores), finite(expected.scores))).toBeLessThanOrEqual(
          KERNEL_TOLERANCE,
        );
        // Where the order differs, the two scores are a rounding error apart.
        const disagreements = [...actual.items].filter((item, at) => {
          return item !== expected.items[at] && Math.abs(actual.scores[at]! - expected.scores[at]!) > 1e-4;
        });
        expect(disagreements).toEqual([]);
        for (const [query, excluded] of one.excluded.entries()) {
          const ranked = new Set(actual.items.subarray(query * k, (query + 1) * k));
          expect(excluded.filter((item) => ranked.has(item))).toEqual([]);
        }
      }
    },
  );

  describe('refuses', () => {
    const valid = (): ScoreTopKArgs => ({
      queries: home.createF32(2),
      queryCount: 1,
      items: home.createF32(4),
      itemCount: 2,
      dim: 2,
      excludedOffsets: home.createI32(2),
      excluded: home.createI32(1),
      k: 3,
      outItems: home.createI32(3),
      outScores: home.createF32(3),
    });

    test.each([
      ['k', { k: 0 }],
      ['k', { k: 257 }],
      ['dim', { dim: 513 }],
      ['queryCount', { queryCount: -1 }],
      ['itemCount', { itemCount: 1.5 }],
    ])("%s out of range with 'argument/range': %o", async (argument, wrong) => {
      await expect(home.scoreTopK({ ...valid(), ...wrong })).rejects.toMatchObject({
        code: 'argument/range',
        detail: { argument },
      });
    });

    test.each([
      ['queries', { queryCount: 2 }],
      ['items', { itemCount: 3 }],
      ['outItems', { k: 4 }],
    ])("a short %s with 'shape/mismatch'", async (argument, wrong) => {
      await expect(home.scoreTopK({ ...valid(), ...wrong })).rejects.toMatchObject({
        code: 'shape/mismatch',
        detail: { argument },
      });
    });
  });
});
