import { afterAll, describe, expect, test } from 'vitest';
import { nodeWasmOptions } from '../../cli/wasm-provider.node.ts';
import type { KernelHome } from '../../kernels/home.ts';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import { createWasmHome } from '../../kernels/wasm-home.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { itemListsOf } from '../interactions/item-lists.ts';
import { IALS } from '../models/ials.ts';
import type { Recommender } from '../models/recommender.ts';
import { tasteLog } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';

const BY_USER = buildCsr(tasteLog(21, 700, 300, 30_000));
const USERS = Int32Array.from({ length: BY_USER.rowCount }, (_, user) => user);

const homes: KernelHome[] = [];
const wasm = async (threads: number): Promise<KernelHome> => {
  // Everything is handed over, however small, so that threads do share the work.
  const home = await createWasmHome({ ...nodeWasmOptions(threads), handOverAbove: { idle: 0, busy: 0 } });
  homes.push(home);
  return home;
};
afterAll(() => homes.forEach((home) => home.dispose()));

async function trained(home: KernelHome, sliceMs: number): Promise<Recommender> {
  const model = IALS.create({ dim: 24, epochs: 4, seed: 2 }, home);
  await model.fit(BY_USER, testRun({ sliceMs }));
  return model;
}

describe('iALS on several homes', () => {
  test('gives the same bits on WASM with none, one and three threads, in slices of any length', async () => {
    const expected = (await trained(await wasm(0), 1e9)).save(true);
    expect((await trained(await wasm(1), 1)).save(true)).toEqual(expected);
    expect((await trained(await wasm(3), 5)).save(true)).toEqual(expected);
  });

  test('ranks on WASM as on the reference home: the same ten for at least 95 of 100 users', async () => {
    const models = [await trained(await wasm(0), 1e9), await trained(createReferenceHome(), 1e9)];
    const [ours, truth] = await Promise.all(
      models.map((model) => model.recommend(USERS, 10, itemListsOf(BY_USER, USERS))),
    );
    const sameTen = USERS.filter((user) => {
      const list = (ranked: typeof ours) =>
        [...ranked!.items.subarray(user * 10, user * 10 + 10)].sort((a, b) => a - b);
      return list(ours).join() === list(truth).join();
    });
    expect(sameTen.length / USERS.length).toBeGreaterThanOrEqual(0.95);
  });
});
