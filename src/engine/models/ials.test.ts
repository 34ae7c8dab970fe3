import { describe, expect, test } from 'vitest';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { itemListsOf } from '../interactions/item-lists.ts';
import { createCountingHome } from '../testing/counting-home.ts';
import { describeRecommender } from '../testing/describe-recommender.ts';
import { checkerboard, logOf } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
import { IALS } from './ials.ts';
import { ialsConfig } from './ials-config.ts';

describeRecommender(IALS, { config: { dim: 8, epochs: 10, seed: 5 }, firstPlaces: 1 });

describe('iALS', () => {
  test('finds items of one colour alike and of two colours unlike', async () => {
    const model = IALS.create({ dim: 8, epochs: 10 }, createReferenceHome());
    await model.fit(buildCsr(checkerboard().log), testRun());
    expect(model.similarity(0, 2)).toBeGreaterThan(0.9);
    expect(Math.abs(model.similarity(0, 1))).toBeLessThan(0.1);
    expect(model.similarItems(0, 11).map(({ item }) => item % 2)).toEqual(Array<number>(11).fill(0));
  });

  test('has a mean similarity that is the mean over all pairs; one item has none', async () => {
    const model = IALS.create({ dim: 8, epochs: 10 }, createReferenceHome());
    await model.fit(buildCsr(checkerboard().log), testRun());
    const items = [0, 1, 2, 5, 8];
    const pairs = items.flatMap((a, i) => items.slice(0, i).map((b) => model.similarity(a, b)));
    expect(pairs).toHaveLength(10);
    expect(model.meanSimilarity(items)).toBeCloseTo(pairs.reduce((sum, value) => sum + value, 0) / 10, 12);
    expect(model.meanSimilarity([4, 4])).toBeCloseTo(1, 12);
    expect(model.meanSimilarity([4])).toBeNaN();
  });

  test('scores a dismissed item lower for its user than an unknown one of the same colour', async () => {
    const { log } = checkerboard();
    const rows = Array.from(log.user, (user, i) => [user, log.item[i]!, 'like', i] as const);
    const dismissed = rows.map(([user, item, kind, at]) =>
      user === 0 && item === 4 ? ([user, item, 'dismiss', at] as const) : ([user, item, kind, at] as const),
    );
    const model = IALS.create({ dim: 8, epochs: 10 }, createReferenceHome());
    await model.fit(buildCsr(logOf(log.userCount, log.itemCount, dismissed)), testRun());
    const [refused, unknown] = model.scoreItems(0, Int32Array.of(4, 0));
    expect(refused!).toBeLessThan(unknown!);
  });

  test("refuses users by row after a round trip without them: 'model/unsupported'", async () => {
    const byUser = buildCsr(checkerboard().log);
    const model = IALS.create({ dim: 8, epochs: 2 }, createReferenceHome());
    await model.fit(byUser, testRun());
    const loaded = IALS.load(model.save(false), createReferenceHome());
    expect(loaded.userCount).toBe(0);
    const some = Int32Array.of(0);
    await expect(loaded.recommend(some, 1, itemListsOf(byUser, some))).rejects.toMatchObject({
      code: 'model/unsupported',
    });
  });

  test('keeps one buffer after training (the items) and none after its release', async () => {
    const home = createCountingHome();
    const model = IALS.create({ dim: 8, epochs: 2 }, home);
    await model.fit(buildCsr(checkerboard().log), testRun());
    expect(home.alive).toBe(1);
    model.release();
    expect(home.alive).toBe(0);
  });

  test("does not train on a log without anything positive: 'training/no-data'", async () => {
    const model = IALS.create({}, createReferenceHome());
    const fit = model.fit(buildCsr(logOf(1, 2, [[0, 1, 'dismiss']])), testRun());
    await expect(fit).rejects.toMatchObject({ code: 'training/no-data' });
  });

  test.each([
    ['dim', 3],
    ['dim', 513],
    ['epochs', 1.5],
    ['regularisation', 0],
    ['regularisationExponent', 1.1],
    ['unobservedWeight', 0],
    ['initialStddev', Number.NaN],
    ['cgSteps', 33],
    ['seed', 0.5],
  ] as const)("refuses %s = %d with 'argument/range' and names the field", (field, value) => {
    expect(() => ialsConfig({ [field]: value })).toThrow(
      expect.objectContaining({
        code: 'argument/range',
        detail: expect.objectContaining({ field }) as unknown,
      }),
    );
  });
});
