import { describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import { weightHistory } from '../explain/weighted-history.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { sequencesOf } from '../interactions/sequences.ts';
import { createCountingHome } from '../testing/counting-home.ts';
import { describeRecommender } from '../testing/describe-recommender.ts';
import { logOf, tasteLog } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
import { Pacer } from '../training/pacer.ts';
import { atOnce } from '../training/steps.ts';
import { blendConfig } from './blend-config.ts';
import { bestWeight, mixed, scaleOf, standardised, validationSteps } from './blend-weight.ts';
import { BLEND, blendOf } from './blend.ts';
import { EASE } from './ease.ts';
import { IALS } from './ials.ts';
import { Popularity } from './popularity.ts';
import type { Recommender } from './recommender.ts';
import { SLIST } from './slist.ts';

// Nothing speaks for items 0 and 1 in the order of events; what goes together speaks for them.
describeRecommender(BLEND, { config: { first: { l2: 10 }, second: { l2: 10 } }, firstPlaces: 1 });

const log = tasteLog(8);

async function fitted(weight: number | null, of = log): Promise<Recommender> {
  const model = BLEND.create({ weight, first: { l2: 5 }, second: { l2: 5 } }, createReferenceHome());
  await model.fit(buildCsr(of), testRun(), sequencesOf(of));
  return model;
}

const weightOf = (model: Recommender): number => model.save(false).tensors['blend_weight']!.values[0]!;

describe('a blend', () => {
  test('adds scores over their standard deviation: of (0, 2) and (0, 8) at ¼ it is (0, ¼ · 2 + ¾ · 2)', () => {
    expect(scaleOf(Float64Array.of(0, 2))).toBe(1);
    expect([...standardised(Float64Array.of(0, 8))]).toEqual([0, 2]);
    const blended = mixed(0.25, standardised(Float64Array.of(0, 2)), standardised(Float64Array.of(0, 8)));
    expect([...blended]).toEqual([0, 2]);
    expect([...standardised(Float64Array.of(3, 3))]).toEqual([0, 0]);
  });

  test('ranks as the first model at weight 1 and as the second at 0', async () => {
    const byUser = buildCsr(log);
    const nothing = { offsets: new Int32Array(3), items: new Int32Array() };
    const users = Int32Array.of(2, 9);
    const alone = async (model: Recommender): Promise<number[]> => {
      await model.fit(byUser, testRun(), sequencesOf(log));
      return [...(await model.recommend(users, 12, nothing)).items];
    };
    const blended = async (weight: number): Promise<number[]> => [
      ...(await (await fitted(weight)).recommend(users, 12, nothing)).items,
    ];
    expect(await blended(1)).toEqual(await alone(SLIST.create({ l2: 5 }, createReferenceHome())));
    expect(await blended(0)).toEqual(await alone(EASE.create({ l2: 5 }, createReferenceHome())));
  });

  test('weighs by the places of the held-out items, the smallest of equal weights', async () => {
    const popularityOf = (...counts: number[]): Popularity => {
      const model = new Popularity();
      model.settle(Float32Array.from(counts), 2);
      return model;
    };
    const best = (...heldOut: number[]): Promise<number> =>
      bestWeight(
        popularityOf(1, 0, 0, 0),
        popularityOf(0, 1, 0, 0),
        {
          train: buildCsr(logOf(2, 4, [])),
          sequences: { itemCount: 4, offsets: new Int32Array(3), items: new Int32Array() },
          users: Int32Array.from(heldOut.keys()),
          heldOut: Int32Array.from(heldOut),
        },
        new Pacer(testRun()),
      );
    // Item 0 comes first from ½ on, where the two tie; item 1 below.
    expect(await best(0)).toBe(0.5);
    expect(await best(1)).toBe(0);
    expect(await best(0, 0)).toBe(0.5);
    expect(await best()).toBe(0.5);
  });

  test('listens to the order where the next item is certain', async () => {
    // Everybody walks round the same ring of 20 items, from anywhere and for 6 steps.
    const walk = (i: number): number => (Math.floor(i / 6) * 7 + (i % 6)) % 20;
    const ring = logOf(
      60,
      20,
      Array.from({ length: 360 }, (_, i) => [Math.floor(i / 6), walk(i), 'like', i] as const),
    );
    expect(weightOf(await fitted(null, ring))).toBeGreaterThan(0);
  });

  test('holds out a last item with all its events, of users who keep two others', () => {
    const rows = logOf(3, 4, [
      [0, 0, 'like', 1],
      [0, 3, 'view', 2],
      [0, 1, 'like', 3],
      [0, 3, 'like', 4],
      [1, 0, 'like', 1],
      [1, 1, 'like', 2],
      [2, 2, 'like', 1],
    ]);
    const split = atOnce(validationSteps(buildCsr(rows), sequencesOf(rows), 5, createRng(1)));
    expect([[...split.users], [...split.heldOut]]).toEqual([[0], [3]]);
    expect([...split.sequences.items]).toEqual([0, 1, 0, 1, 2]);
    expect([...split.sequences.offsets]).toEqual([0, 2, 4, 5]);
    expect([...split.train.columns]).toEqual([0, 1, 0, 1, 2]);
  });

  test('gives shares that sum to the score, and candidates by either', async () => {
    const model = await fitted(0.7);
    const history = { item: Int32Array.of(9, 2, 30), kind: Uint8Array.of(1, 4, 2) };
    const person = model.foldIn!(weightHistory(history, model.itemCount));
    for (const item of [0, 11, 47]) {
      const shares = person.shares!(item);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(person.score(item), 12);
      shares.forEach((share, j) => expect(person.shareOf!(j)(item)).toBeCloseTo(share, 12));
    }
    const excluded = Int32Array.of(2, 9, 30);
    const [byScore, byFirst] = await person.candidates(4, [
      { by: 'score', excluded },
      { by: 0, excluded },
    ]);
    for (const [found, of] of [
      [byScore!, (item: number) => person.score(item)],
      [byFirst!, person.shareOf!(0)],
    ] as const) {
      const values = Array.from(found, (item) => of(item));
      expect(values).toHaveLength(4);
      expect(values).toEqual([...values].sort((a, b) => b - a));
    }
  });

  test('blends with iALS too, and keeps no buffer but its own after a fit, none after its release', async () => {
    const home = createCountingHome();
    const kind = blendOf({ name: 'slist-ials', first: SLIST, second: IALS });
    const model = kind.create({ second: { dim: 8, epochs: 3 } }, home);
    const fit = () => model.fit(buildCsr(log), testRun(), sequencesOf(log));
    await fit();
    await fit();
    expect([model.itemCount, home.alive]).toEqual([48, 1]);
    model.release();
    expect(home.alive).toBe(0);
  });

  test("does not train without an order: 'training/no-data'", async () => {
    const fit = BLEND.create({}, createReferenceHome()).fit(buildCsr(log), testRun());
    await expect(fit).rejects.toMatchObject({ code: 'training/no-data' });
  });

  test.each([
    ['weight', 1.1],
    ['validationUsers', 0],
    ['seed', 0.5],
  ] as const)("refuses %s = %d with 'argument/range' and names the field", (field, value) => {
    expect(() => blendConfig({ [field]: value })).toThrow(
      expect.objectContaining({
        code: 'argument/range',
        detail: expect.objectContaining({ field }) as unknown,
      }) as Error,
    );
  });
});
