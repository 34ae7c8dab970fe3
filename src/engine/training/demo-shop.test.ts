import { expect, test } from 'vitest';
import { nodeWasmOptions } from '../../cli/wasm-provider.node.ts';
import { createDemoCatalogue } from '../../datasets/demo-shop/catalogue.ts';
import { createDemoInteractions } from '../../datasets/demo-shop/events.ts';
import { regretAtK } from '../../datasets/demo-shop/regret.ts';
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
  const rowOf = new Map(Array.from(users, (user, row) => [user, row]));
  const known = (user: number): Int32Array => {
    const row = rowOf.get(user)!;
    return histories.items.subarray(histories.offsets[row]!, histories.offsets[row + 1]!);
  };
  const regret = async (recommender: Recommender): Promise<number> => {
    const { items } = await recommender.recommend(users, 10, histories);
    const recommended = (user: number): Int32Array => items.subarray(rowOf.get(user)! * 10).subarray(0, 10);
    return regretAtK(truth, [...users], recommended, known, 10);
  };
  const [ours, theirs] = [await regret(model), await regret(popularity)];
  console.log(
    `Demo shop: NDCG@10 ${quality!.ndcgAt10.toFixed(4)}, of popularity ${quality!.popularityNdcgAt10.toFixed(4)}; ` +
      `regret against the true preference ${ours.toFixed(3)}, of popularity ${theirs.toFixed(3)}.`,
  );
  expect(ours).toBeLessThan(theirs - 0.05);
  home.dispose();
});
