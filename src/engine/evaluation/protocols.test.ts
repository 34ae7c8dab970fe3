import { describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { leaveOneOut } from '../interactions/leave-one-out.ts';
import { Popularity } from '../models/popularity.ts';
import { logOf, tasteLog } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
import { Pacer } from '../training/pacer.ts';
import { evaluateFullRanking } from './full-ranking.ts';
import { evaluateSampled } from './sampled-ranking.ts';

const pacer = (): Pacer => new Pacer(testRun());

/** Popularity with the given counts. */
function popularityOf(...counts: number[]): Popularity {
  const model = new Popularity();
  model.settle(Float32Array.from(counts), 1);
  return model;
}

describe('evaluateFullRanking', () => {
  test('ranks the held-out item among all but the history: second place is HR 1, NDCG 1/log₂3', async () => {
    const train = buildCsr(logOf(1, 4, [[0, 0, 'like']]));
    const found = await evaluateFullRanking(
      popularityOf(9, 5, 8, 1),
      train,
      { users: Int32Array.of(0), heldOut: Int32Array.of(1) },
      pacer(),
    );
    expect(found).toEqual({
      hitRateAt10: 1,
      ndcgAt10: 1 / Math.log2(3),
      recallAt20: 1,
      ndcgAt100: 1 / Math.log2(3),
      coverageAt10: 0.75,
    });
  });

  test('equals a count by hand for popularity, to the last digit', async () => {
    const log = tasteLog(6, 300, 200, 9000);
    const csr = buildCsr(log);
    const split = leaveOneOut(log, csr, { maxUsers: Infinity, rng: createRng(1) });
    const model = new Popularity();
    model.count(split.train);
    const found = await evaluateFullRanking(model, split.train, split, pacer());

    const likers = new Map<number, number>();
    split.train.columns.forEach((item) => likers.set(item, (likers.get(item) ?? 0) + 1));
    const order = Array.from({ length: 200 }, (_, item) => item).sort(
      (a, b) => (likers.get(b) ?? 0) - (likers.get(a) ?? 0) || a - b,
    );
    let [hits, gain] = [0, 0];
    split.users.forEach((user, i) => {
      const row = split.train.columns.subarray(split.train.offsets[user]!, split.train.offsets[user + 1]!);
      const place = order.filter((item) => !row.includes(item)).indexOf(split.heldOut[i]!);
      if (place < 10) [hits, gain] = [hits + 1, gain + 1 / Math.log2(place + 2)];
    });
    expect(hits).toBeGreaterThan(10);
    expect(found.hitRateAt10).toBe(hits / split.users.length);
    expect(found.ndcgAt10).toBe(gain / split.users.length);
  });

  test("refuses to average over nobody: 'training/no-data'", async () => {
    const nobody = { users: new Int32Array(), heldOut: new Int32Array() };
    const train = buildCsr(logOf(1, 2, [[0, 0, 'like']]));
    await expect(evaluateFullRanking(popularityOf(1, 1), train, nobody, pacer())).rejects.toMatchObject({
      code: 'training/no-data',
    });
  });
});

describe('evaluateSampled', () => {
  const sampled = (model: Popularity, heldOut: number, ...negatives: number[]) =>
    evaluateSampled(
      model,
      {
        users: Int32Array.of(0),
        heldOut: Int32Array.of(heldOut),
        perUser: negatives.length,
        negatives: Int32Array.from(negatives),
      },
      pacer(),
    );
  const gainAt = (rank: number): number => Math.LN2 / Math.log(rank + 2);

  test('counts those with a larger score before it: rank 1 gives ln 2 / ln 3', async () => {
    expect(await sampled(popularityOf(5, 9, 1, 2), 0, 1, 2, 3)).toEqual({
      hitRateAt10: 1,
      ndcgAt10: gainAt(1),
    });
  });

  test('puts the held-out item last in a tie: a constant scorer does not get a hit rate of 1', async () => {
    const constant = popularityOf(...Array<number>(12).fill(3));
    const negatives = Array.from({ length: 11 }, (_, i) => i + 1);
    expect(await sampled(constant, 0, ...negatives)).toEqual({ hitRateAt10: 0, ndcgAt10: 0 });
    expect(await sampled(constant, 0, 1, 2)).toEqual({ hitRateAt10: 1, ndcgAt10: gainAt(2) });
  });

  test('puts a held-out item without a number (NaN) last, and a negative without one before it', async () => {
    const broken = popularityOf(...Array<number>(12).fill(Number.NaN));
    const negatives = Array.from({ length: 11 }, (_, i) => i + 1);
    expect(await sampled(broken, 0, ...negatives)).toEqual({ hitRateAt10: 0, ndcgAt10: 0 });
    expect(await sampled(popularityOf(Number.NaN, 9, 1, 2), 0, 1, 2, 3)).toEqual({
      hitRateAt10: 1,
      ndcgAt10: gainAt(3),
    });
    expect(await sampled(popularityOf(5, Number.NaN, 1), 0, 1, 2)).toEqual({
      hitRateAt10: 1,
      ndcgAt10: gainAt(1),
    });
  });

  test('does not let the held-out item compete with itself, nor a negative count twice', async () => {
    expect(await sampled(popularityOf(5, 9, 1), 0, 0, 1, 1, 2, -1)).toEqual({
      hitRateAt10: 1,
      ndcgAt10: gainAt(1),
    });
  });
});
