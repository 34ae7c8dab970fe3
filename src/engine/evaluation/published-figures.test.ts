import { describe, expect, test } from 'vitest';
import { nodeWasmOptions } from '../../cli/wasm-provider.node.ts';
import { createWasmHome } from '../../kernels/wasm-home.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { EASE } from '../models/ease.ts';
import { IALS } from '../models/ials.ts';
import { Popularity } from '../models/popularity.ts';
import { ml1mMissing, readMl1m } from '../testing/ml-1m-ncf.ts';
import { testRun } from '../testing/run.ts';
import { Pacer } from '../training/pacer.ts';
import { evaluateFullRanking } from './full-ranking.ts';
import { evaluateSampled } from './sampled-ranking.ts';

if (ml1mMissing) console.log(`Skipped: the published figures of MovieLens 1M: ${ml1mMissing}.`);

describe.skipIf(ml1mMissing !== null)('on the NCF split of MovieLens 1M', () => {
  test('popularity gives exactly what ten lines of counting give; published: 0.4535 / 0.2543', async () => {
    const { log, candidates } = readMl1m();
    const popularity = new Popularity();
    popularity.count(buildCsr(log));
    const found = await evaluateSampled(popularity, candidates, new Pacer(testRun()));

    const count = new Int32Array(log.itemCount);
    for (const item of log.item) count[item]! += 1;
    let [hits, gain] = [0, 0];
    candidates.heldOut.forEach((wanted, i) => {
      const negatives = new Set(candidates.negatives.subarray(i * 99, i * 99 + 99));
      negatives.delete(wanted);
      const rank = [...negatives].filter((item) => count[item]! >= count[wanted]!).length;
      if (rank < 10) [hits, gain] = [hits + 1, gain + Math.LN2 / Math.log(rank + 2)];
    });
    expect(found).toEqual({ hitRateAt10: hits / 6040, ndcgAt10: gain / 6040 });
    expect(found.hitRateAt10).toBeCloseTo(0.4535, 2);
    expect(found.ndcgAt10).toBeCloseTo(0.2543, 2);
  });

  test(
    'iALS of width 192 reaches HR@10 0.728 and NDCG@10 0.451; published: 0.7310 / 0.4521',
    { timeout: 180_000 },
    async () => {
      const { log, candidates } = readMl1m();
      const byUser = buildCsr(log);
      const home = await createWasmHome(nodeWasmOptions(0));
      const model = IALS.create({ dim: 192, epochs: 12, regularisation: 0.007, unobservedWeight: 0.3 }, home);
      await model.fit(byUser, testRun({ sliceMs: 1e9 }));
      const sampled = await evaluateSampled(model, candidates, new Pacer(testRun()));
      expect(sampled.hitRateAt10).toBeGreaterThanOrEqual(0.728);
      expect(sampled.ndcgAt10).toBeGreaterThanOrEqual(0.451);
      const full = await evaluateFullRanking(model, byUser, candidates, new Pacer(testRun()));
      expect(full.hitRateAt10).toBeGreaterThanOrEqual(0.1);
      expect(full.ndcgAt10).toBeGreaterThanOrEqual(0.051);
      home.dispose();
    },
  );

  test('EASE with λ = 1320 reaches HR@10 0.719 and NDCG@10 0.449', { timeout: 180_000 }, async () => {
    const { log, candidates } = readMl1m();
    const home = await createWasmHome(nodeWasmOptions(0));
    const model = EASE.create({ l2: 1320 }, home);
    await model.fit(buildCsr(log), testRun({ sliceMs: 1e9 }));
    const found = await evaluateSampled(model, candidates, new Pacer(testRun()));
    expect(found.hitRateAt10).toBeGreaterThanOrEqual(0.719);
    expect(found.ndcgAt10).toBeGreaterThanOrEqual(0.449);
    home.dispose();
  });
});
