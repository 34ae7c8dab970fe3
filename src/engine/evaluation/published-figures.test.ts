import { describe, expect, test } from 'vitest';
import { nodeWasmOptions } from '../../cli/wasm-provider.node.ts';
import { createWasmHome } from '../../kernels/wasm-home.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { EASE } from '../models/ease.ts';
import { ml1mMissing, readMl1m } from '../testing/ml-1m-ncf.ts';
import { testRun } from '../testing/run.ts';
import { Pacer } from '../training/pacer.ts';
import { evaluateSampled } from './sampled-ranking.ts';

if (ml1mMissing) console.log(`Skipped: the published figures of MovieLens 1M: ${ml1mMissing}.`);

describe.skipIf(ml1mMissing !== null)('on the NCF split of MovieLens 1M', () => {
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
