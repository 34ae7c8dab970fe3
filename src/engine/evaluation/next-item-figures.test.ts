import { describe, expect, test } from 'vitest';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { sequencesOf } from '../interactions/sequences.ts';
import { SLIST } from '../models/slist.ts';
import { ml1mSequencesMissing, readMl1mSequences } from '../testing/ml-1m-sequences.ts';
import { testRun } from '../testing/run.ts';
import { Pacer } from '../training/pacer.ts';
import { evaluateFullRanking } from './full-ranking.ts';

if (ml1mSequencesMissing) {
  console.log(`Skipped: the figure of the next-item model on MovieLens 1M: ${ml1mSequencesMissing}.`);
}

/** Last item of each user, among all items but the user's own. Beside it: SASRec 0.1341, gSASRec 0.1726. */
describe.skipIf(ml1mSequencesMissing !== null)("on SASRec's file of MovieLens 1M", () => {
  test('SLIST reaches NDCG@10 0.170 and HR@10 0.286', { timeout: 180_000 }, async () => {
    const { log, test: last } = readMl1mSequences();
    const byUser = buildCsr(log);
    const model = SLIST.create({}, createReferenceHome());
    await model.fit(byUser, testRun({ sliceMs: 1e9 }), sequencesOf(log));
    const found = await evaluateFullRanking(model, byUser, last, new Pacer(testRun()));
    expect(found.ndcgAt10).toBeGreaterThanOrEqual(0.17);
    expect(found.hitRateAt10).toBeGreaterThanOrEqual(0.286);
  });
});
