import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KernelHome } from '../../kernels/home.ts';
import { createTestWasmHome } from '../../kernels/testing/node-wasm.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { sequencesOf } from '../interactions/sequences.ts';
import { BLEND } from '../models/blend.ts';
import type { Recommender } from '../models/recommender.ts';
import { SLIST_FACTORISED } from '../models/slist-factorised.ts';
import { SLIST } from '../models/slist.ts';
import { ml1mSequencesMissing, readMl1mSequences } from '../testing/ml-1m-sequences.ts';
import { testRun } from '../testing/run.ts';
import { Pacer } from '../training/pacer.ts';
import { evaluateFullRanking } from './full-ranking.ts';

if (ml1mSequencesMissing) {
  console.log(`Skipped: the figures of next-item models on MovieLens 1M: ${ml1mSequencesMissing}.`);
}

/** Last item of each user, among all items but the user's own. Beside it: SASRec 0.1341, gSASRec 0.1726. */
describe.skipIf(ml1mSequencesMissing !== null)(
  "on SASRec's file of MovieLens 1M",
  { timeout: 600_000 },
  () => {
    let home: KernelHome;
    let data: ReturnType<typeof readMl1mSequences>;
    beforeAll(async () => {
      home = await createTestWasmHome(2);
      data = readMl1mSequences();
    });
    afterAll(() => home.dispose());

    test.each([
      ['SLIST', () => SLIST.create({}, home), 0.17, 0.286],
      ['SLIST factorised, width 128', () => SLIST_FACTORISED.create({ dim: 128 }, home), 0.1485, 0.259],
      ['SLIST factorised, width 256', () => SLIST_FACTORISED.create({ dim: 256 }, home), 0.159, 0.275],
      ['the blend of SLIST and EASE', () => BLEND.create({}, home), 0.172, 0.289],
    ] as readonly [string, () => Recommender, number, number][])(
      '%s reaches its NDCG@10 and HR@10',
      async (_, create, ndcg, hitRate) => {
        const { log, test: last } = data;
        const byUser = buildCsr(log);
        const model = create();
        await model.fit(byUser, testRun({ sliceMs: 50, now: () => performance.now() }), sequencesOf(log));
        const found = await evaluateFullRanking(model, byUser, last, new Pacer(testRun()));
        expect(found.ndcgAt10).toBeGreaterThanOrEqual(ndcg);
        expect(found.hitRateAt10).toBeGreaterThanOrEqual(hitRate);
        model.release();
      },
    );
  },
);
