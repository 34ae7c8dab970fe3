import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import { createTestWasmHome } from '../../kernels/testing/node-wasm.ts';
import type { Autodiff } from '../compute/autodiff/autodiff.ts';
import { openAutodiff } from '../compute/autodiff/open-autodiff.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { itemListsOf } from '../interactions/item-lists.ts';
import { describeRecommender } from '../testing/describe-recommender.ts';
import { checkerboard } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
import { NEUMF } from './neumf.ts';
import type { NeuMfConfig } from './neumf-config.ts';
import { neuMfConfig } from './neumf-config.ts';
import { layerWidths, logits } from './neumf-network.ts';

const SMALL: Partial<NeuMfConfig> = {
  dim: 8,
  hiddenLayers: 1,
  epochs: 12,
  batchSize: 128,
  learningRate: 0.02,
};

describeRecommender(NEUMF, { config: { ...SMALL, epochs: 2 }, firstPlaces: 1 });

describe('NeuMF', () => {
  const board = checkerboard();
  const byUser = buildCsr(board.log);
  const users = Int32Array.from({ length: byUser.rowCount }, (_, user) => user);
  const histories = itemListsOf(byUser, users);
  let counting: Autodiff;
  beforeEach(async () => {
    counting = await openAutodiff({ name: 'wasm' });
  });
  afterEach(() => counting.dispose());

  test('has the layers of the paper: 64, 32, 16, 8 for 8 factors and three hidden layers', () => {
    expect(layerWidths(neuMfConfig())).toEqual([64, 32, 16, 8]);
  });

  test('predicts σ(h_G · (x ⊙ y) + h_M · relu(W [x′; y′] + c) + b), as computed by hand', () => {
    const f32 = (shape: readonly number[], ...values: number[]) => ({
      shape,
      values: Float32Array.from(values),
    });
    const tensors = {
      gmf_users: f32([1, 1], 2),
      gmf_items: f32([1, 1], 3),
      mlp_users: f32([1, 1], 1),
      mlp_items: f32([1, 1], -1),
      mlp_hidden_1: f32([2, 1], 4, 1),
      mlp_hidden_bias_1: f32([1], -1),
      gmf_output: f32([1, 1], 0.5),
      gmf_output_bias: f32([1], -2),
      mlp_output: f32([1, 1], 0.25),
      mlp_output_bias: f32([1], -1.5),
    };
    const config = { dim: 1, hiddenLayers: 1 };
    const model = NEUMF.load({ name: 'neumf', config, tensors }, createReferenceHome());
    // 0.5 · 6 − 2 + 0.25 · relu(4 − 1 − 1) − 1.5 = 0; refused when a tensor is missing.
    expect([...model.scoreItems(0, Int32Array.of(0))]).toEqual([0]);
    expect((model as unknown as { predict(user: number, item: number): number }).predict(0, 0)).toBe(0.5);
    const { mlp_output: _, ...some } = tensors;
    expect(() => NEUMF.load({ name: 'neumf', config, tensors: some }, createReferenceHome())).toThrow(
      expect.objectContaining({ code: 'checkpoint/format' }),
    );
  });

  test('scores on the host as it has learnt by tensors', async () => {
    const model = NEUMF.create({ ...SMALL, hiddenLayers: 3, epochs: 3 }, await createTestWasmHome(0));
    await model.fit(byUser, testRun());
    const { tensors } = model.save(true);
    const weights = Object.fromEntries(
      Object.entries(tensors).map(([name, { shape, values }]) => [
        name,
        counting.weight(values as Float32Array, shape),
      ]),
    );
    const items = Int32Array.from({ length: byUser.columnCount }, (_, item) => item);
    const z = counting.run(() => {
      const who = counting.ids(new Int32Array(items.length).fill(7));
      return logits(counting, weights, 'both', who, counting.ids(items));
    });
    const expected = model.scoreItems(7, items);
    (await counting.read(z)).forEach((score, item) => expect(score).toBeCloseTo(expected[item]!, 4));
    counting.tf.dispose([z, weights]);
  });

  test('trained ahead, it learns GMF and MLP first, and starts from both with half the weight of each', async () => {
    const config = { ...SMALL, pretrainEpochs: 12, epochs: 2, fusedLearningRate: 1e-9 };
    const model = NEUMF.create(config, await createTestWasmHome(0));
    const { losses } = await model.fit(byUser, testRun());
    expect(losses).toHaveLength(12 + 12 + 2);
    const { items, k } = await model.recommend(users, 1, histories);
    expect(users.filter((user) => items[user * k] === board.missing[user]).length).toBe(users.length);
    const [gmf, mlp, both] = [losses.slice(0, 12), losses.slice(12, 24), losses.slice(24)];
    expect(gmf.at(-1)!).toBeLessThan(gmf[0]! / 2);
    expect(mlp.at(-1)!).toBeLessThan(mlp[0]!);
    // Half of what both say together, which hardly moves at such a rate: GMF alone would be surer.
    expect(both[0]!).toBeLessThan(mlp.at(-1)!);
    expect(both[0]!).toBeGreaterThan(gmf.at(-1)!);
    expect(both[1]!).toBeCloseTo(both[0]!, 1);
  });

  test('leaves no tensor behind: train, recommend, cancel in the middle, and train ten times', async () => {
    const home = await createTestWasmHome(0);
    const memory = counting.tf.findBackend('wasm') as unknown as { wasm: { HEAPU8: Uint8Array } };
    const sizes: number[] = [];
    for (let training = 0; training < 10; training++) {
      const model = NEUMF.create({ ...SMALL, epochs: 1 }, home);
      await model.fit(byUser, testRun());
      await model.recommend(users, 5, histories);
      model.release();
      expect(counting.tensorCount()).toBe(0);
      sizes.push(memory.wasm.HEAPU8.length);
    }
    expect(new Set(sizes.slice(1)).size).toBe(1);
    const abort = new AbortController();
    const model = NEUMF.create(SMALL, home);
    const fit = model.fit(
      byUser,
      testRun({ signal: abort.signal, onProgress: ({ epoch }) => epoch === 2 && abort.abort() }),
    );
    await expect(fit).rejects.toMatchObject({ code: 'training/cancelled' });
    expect(counting.tensorCount()).toBe(0);
    home.dispose();
  });
});
