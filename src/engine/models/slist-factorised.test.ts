import { describe, expect, test } from 'vitest';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import { weightHistory } from '../explain/weighted-history.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { sequencesOf } from '../interactions/sequences.ts';
import { describeRecommender } from '../testing/describe-recommender.ts';
import { logOf, tasteLog } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
import type { Recommender, RecommenderKind } from './recommender.ts';
import { SLIST_FACTORISED } from './slist-factorised.ts';
import { SLIST } from './slist.ts';

const log = tasteLog(8);

async function fitted<Config>(
  kind: RecommenderKind<Config>,
  config: Partial<Config>,
  of = log,
): Promise<Recommender> {
  const model = kind.create(config, createReferenceHome());
  await model.fit(buildCsr(of), testRun(), sequencesOf(of));
  return model;
}

/** Scores of all items after one item, for each item. */
function matrixOf(model: Recommender): number[] {
  return Array.from({ length: model.itemCount }, (_, source) => {
    const history = weightHistory({ item: Int32Array.of(source), kind: Uint8Array.of(1) }, model.itemCount);
    const person = model.foldIn!(history);
    return Array.from({ length: model.itemCount }, (_unused, item) => person.score(item));
  }).flat();
}

const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.sqrt(a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0));

// At the full rank the board's answers are those of the whole matrix, but for ties at 0, which rounding decides here.
describeRecommender(SLIST_FACTORISED, { config: { l2: 10, dim: 24 }, firstPlaces: 36 / 40 });

describe('factorised SLIST', () => {
  test('is SLIST itself at the full rank', async () => {
    const whole = matrixOf(await fitted(SLIST, { l2: 5 }));
    const full = matrixOf(await fitted(SLIST_FACTORISED, { l2: 5, dim: 512 }));
    full.forEach((value, i) => expect(value).toBeCloseTo(whole[i]!, 4));
  });

  test('comes closer with each wider embedding', async () => {
    const whole = matrixOf(await fitted(SLIST, { l2: 5 }));
    const distances: number[] = [];
    for (const dim of [1, 4, 16, 32]) {
      distances.push(distance(whole, matrixOf(await fitted(SLIST_FACTORISED, { l2: 5, dim }))));
    }
    expect(distances).toEqual([...distances].sort((a, b) => b - a));
    expect(distances[3]!).toBeLessThan(distances[0]! / 2);
  });

  test('of rank 1 keeps the stronger of two transitions, by hand', async () => {
    // 0 → 1 by three people and 2 → 3 by one; a window of one position. B[0, 1] = 3 / (3 + 1), B[2, 3] = 1 / (1 + 1).
    // Pᵀ B is diagonal: 3 · ¾ at 1, 1 · ½ at 3. So the one direction is item 1, and 2 → 3 is given up.
    const pairs = logOf(4, 4, [
      [0, 0, 'like'],
      [0, 1, 'like'],
      [1, 0, 'like'],
      [1, 1, 'like'],
      [2, 0, 'like'],
      [2, 1, 'like'],
      [3, 2, 'like'],
      [3, 3, 'like'],
    ]);
    const config = { l2: 1, dim: 1, iterations: 30, popularityDamping: 0, window: 1, horizon: 1 };
    const matrix = matrixOf(await fitted(SLIST_FACTORISED, config, pairs));
    const byHand = Array<number>(16).fill(0);
    byHand[1] = 3 / 4;
    matrix.forEach((value, i) => expect(value).toBeCloseTo(byHand[i]!, 5));
  });

  test('undoes the damping in the scores', async () => {
    const pairs = logOf(2, 4, [
      [0, 0, 'like'],
      [0, 1, 'like'],
      [1, 2, 'like'],
      [1, 3, 'like'],
    ]);
    const config = { l2: 1, dim: 2, popularityDamping: 1, window: 1, horizon: 1 };
    const matrix = matrixOf(await fitted(SLIST_FACTORISED, config, pairs));
    expect(matrix[1]!).toBeCloseTo(1 / 2, 5);
    expect(matrix[2 * 4 + 3]!).toBeCloseTo(1 / 2, 5);
  });

  test('gives shares that sum to the score', async () => {
    const model = await fitted(SLIST_FACTORISED, { l2: 5, dim: 8 });
    const history = { item: Int32Array.of(9, 2, 30, 2), kind: Uint8Array.of(1, 0, 2, 4) };
    const person = model.foldIn!(weightHistory(history, model.itemCount));
    for (const item of [0, 11, 47]) {
      const sum = person.shares!(item).reduce((total, share) => total + share, 0);
      expect(sum).toBeCloseTo(person.score(item), 12);
    }
  });
});
