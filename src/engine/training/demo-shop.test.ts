import { expect, test } from 'vitest';
import { nodeWasmOptions } from '../../cli/wasm-provider.node.ts';
import { createDemoCatalogue } from '../../datasets/demo-shop/catalogue.ts';
import { createDemoInteractions } from '../../datasets/demo-shop/events.ts';
import { DEFAULT_DEMO_SEED } from '../../datasets/demo-shop/shape.ts';
import { demoTruth } from '../../datasets/demo-shop/truth.ts';
import { createWasmHome } from '../../kernels/wasm-home.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { itemListsOf } from '../interactions/item-lists.ts';
import type { Recommender } from '../models/recommender.ts';
import { testRun } from '../testing/run.ts';
import { trainModel } from './train-model.ts';

test('on the demo shop the default model finds held-out items at least 1.5 times as well as popularity, and is nearer to the true taste', async () => {
  const catalogue = createDemoCatalogue(DEFAULT_DEMO_SEED);
  const log = createDemoInteractions(DEFAULT_DEMO_SEED, catalogue);
  const home = await createWasmHome(nodeWasmOptions(0));
  const { model, popularity, facts } = await trainModel({
    home,
    log,
    config: {},
    holdOutUsers: 2000,
    trainedAt: 0,
    run: testRun({ sliceMs: 1e9 }),
  });
  const { quality } = facts;
  expect(quality!.heldOutUsers).toBe(2000);
  expect(quality!.ndcgAt10).toBeGreaterThanOrEqual(1.5 * quality!.popularityNdcgAt10);
  expect(quality!.hitRateAt10).toBeGreaterThanOrEqual(1.5 * quality!.popularityHitRateAt10);

  // Regret: how much of the preference that the best ten new items would have is missed.
  const truth = demoTruth(DEFAULT_DEMO_SEED, catalogue);
  const users = Int32Array.from({ length: 200 }, (_, i) => i * 32);
  const histories = itemListsOf(buildCsr(log), users);
  const regret = async (recommender: Recommender): Promise<number> => {
    const { items } = await recommender.recommend(users, 10, histories);
    let kept = 0;
    users.forEach((user, q) => {
      const preference = truth.preferences(user);
      const got = items.subarray(q * 10, q * 10 + 10).reduce((sum, item) => sum + preference[item]!, 0);
      for (const item of histories.items.subarray(histories.offsets[q]!, histories.offsets[q + 1]!))
        preference[item] = 0;
      kept +=
        got /
        preference
          .sort()
          .slice(-10)
          .reduce((sum, value) => sum + value, 0);
    });
    return 1 - kept / users.length;
  };
  const [ours, theirs] = [await regret(model), await regret(popularity)];
  console.log(`Regret against the true preference: ${ours.toFixed(3)}, of popularity: ${theirs.toFixed(3)}.`);
  expect(ours).toBeLessThan(theirs - 0.05);
  home.dispose();
});
