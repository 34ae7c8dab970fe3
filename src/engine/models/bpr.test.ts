import { describe, expect, test } from 'vitest';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { describeRecommender } from '../testing/describe-recommender.ts';
import { checkerboard } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
import { BPR, bprConfig } from './bpr.ts';

describeRecommender(BPR, { config: { dim: 9, epochs: 60 }, firstPlaces: 1 });

describe('BPR', () => {
  test('ranks what a user has seen before what they have not: the loss falls from ln 2 towards 0', async () => {
    const model = BPR.create({ dim: 9, epochs: 80 }, createReferenceHome());
    const { losses } = await model.fit(buildCsr(checkerboard().log), testRun());
    expect(losses[0]).toBeCloseTo(Math.LN2, 1);
    expect(losses[79]!).toBeLessThan(0.3);
  });

  test('learns no bias of users and no offset: both are in either score', async () => {
    const model = BPR.create({ dim: 5, epochs: 3 }, createReferenceHome());
    await model.fit(buildCsr(checkerboard().log), testRun());
    const { user_embeddings: users, output } = model.save(true).tensors;
    expect([...output!.values]).toEqual([1, 0]);
    expect(users!.values.filter((_, at) => at % 5 === 4).every((bias) => bias === 0)).toBe(true);
  });

  test('names a field that is out of range', () => {
    for (const wrong of [
      { dim: 513 },
      { epochs: 0.5 },
      { initialStddev: 0 },
      { regularisation: Number.NaN },
    ]) {
      const [field] = Object.keys(wrong);
      expect(() => bprConfig(wrong)).toThrow(
        expect.objectContaining({ code: 'argument/range', detail: expect.objectContaining({ field }) }),
      );
    }
  });
});
