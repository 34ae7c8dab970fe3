import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MODELS_WITHOUT_MAP } from '../../domain/training.ts';
import type { KernelHome } from '../../kernels/home.ts';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import { decodeSafetensors, encodeSafetensors } from '../checkpoint/safetensors.ts';
import { weightHistory } from '../explain/weighted-history.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { itemListsOf } from '../interactions/item-lists.ts';
import { sequencesOf } from '../interactions/sequences.ts';
import type { Recommender, RecommenderKind } from '../models/recommender.ts';
import { checkerboard } from './logs.ts';
import { testRun } from './run.ts';

export interface RecommenderClaims<Config> {
  readonly config: Partial<Config>;
  /** Share of the checkerboard's users whose missing item is ranked first; known by hand. 0 … 1. */
  readonly firstPlaces: number;
  /**
   * `mixed`: everybody took the items in an order of their own, so that all a model of what comes next can learn is the
   * colour. As they stand otherwise: there the first item never comes next, and the right answer is another one.
   */
  readonly order?: 'mixed';
  /** With these its numbers outgrow f32. Absent for a model that has no such settings. */
  readonly diverges?: Partial<Config>;
}

/** Where a model is tried. */
export interface TestedHome {
  readonly name: string;
  readonly create: () => Promise<KernelHome>;
}

const REFERENCE: TestedHome = { name: 'reference', create: () => Promise.resolve(createReferenceHome()) };

/** What every model must do in each of its homes, on a checkerboard where the right answers are known. */
export function describeRecommender<Config>(
  kind: RecommenderKind<Config>,
  { config, firstPlaces, order, diverges }: RecommenderClaims<Config>,
  where: TestedHome = REFERENCE,
): void {
  const board = checkerboard(order);
  const byUser = buildCsr(board.log);
  const sequences = sequencesOf(board.log);
  const users = Int32Array.from({ length: byUser.rowCount }, (_, user) => user);
  const histories = itemListsOf(byUser, users);
  let home: KernelHome;
  const fit = async (): Promise<Recommender> => {
    const model = kind.create(config, home);
    await model.fit(byUser, testRun(), sequences);
    return model;
  };
  // What no test changes is trained once.
  let trained: Promise<Recommender> | null = null;
  const fitted = (): Promise<Recommender> => (trained ??= fit());

  describe(`${kind.name} keeps the contract of all models in the home ${where.name}`, () => {
    beforeAll(async () => {
      home = await where.create();
    });
    afterAll(async () => {
      (await trained)?.release();
      home.dispose();
    });

    test(`ranks the missing item first for ${firstPlaces} of the checkerboard's users`, async () => {
      const { items, k } = await (await fitted()).recommend(users, 3, histories);
      const first = users.filter((user) => items[user * k] === board.missing[user]).length;
      expect(first / users.length).toBe(firstPlaces);
    });

    test('never returns an item of the history, and fills what is left with −1', async () => {
      const { items, scores, k } = await (await fitted()).recommend(users, byUser.columnCount, histories);
      for (const user of users) {
        const history = new Set(byUser.columns.subarray(byUser.offsets[user]!, byUser.offsets[user + 1]!));
        const list = [...items.subarray(user * k, (user + 1) * k)];
        expect(list.filter((item) => history.has(item))).toEqual([]);
        expect(list.filter((item) => item >= 0)).toHaveLength(byUser.columnCount - history.size);
        expect(list.filter((item) => item === -1)).toHaveLength(history.size);
        expect(scores[(user + 1) * k - 1]).toBe(-Infinity);
      }
    });

    test('ranks best first, and one user alone as in a batch', async () => {
      const model = await fitted();
      const all = await model.recommend(users, 5, histories);
      for (const user of [0, 7, users.length - 1]) {
        const alone = await model.recommend(Int32Array.of(user), 5, itemListsOf(byUser, Int32Array.of(user)));
        expect([...alone.items]).toEqual([...all.items.subarray(user * 5, user * 5 + 5)]);
        expect([...alone.scores]).toEqual([...alone.scores].sort((a, b) => b - a));
      }
    });

    test('scores items as it ranks them', async () => {
      const model = await fitted();
      const { items } = await model.recommend(users, 4, histories);
      for (const user of users) {
        const list = items.slice(user * 4, user * 4 + 4);
        const scores = model.scoreItems(user, list);
        for (let i = 1; i < 4; i++) expect(scores[i - 1]!).toBeGreaterThanOrEqual(scores[i]! - 1e-6);
      }
    });

    test('gives the same bits for the same seed', async () => {
      const again = await fit();
      expect(again.save(true)).toEqual((await fitted()).save(true));
      again.release();
    });

    test('answers the same after a checkpoint round trip', async () => {
      const model = await fitted();
      const { name, config: stored, tensors } = model.save(true);
      const bytes = encodeSafetensors({ tensors, metadata: { config: JSON.stringify(stored) } });
      const back = decodeSafetensors(bytes);
      const config = JSON.parse(back.metadata['config']!) as unknown;
      const loaded = kind.load({ name, config, tensors: back.tensors }, home);
      expect(await loaded.recommend(users, 5, histories)).toEqual(await model.recommend(users, 5, histories));
      expect(loaded.similarItems(3, 5)).toEqual(model.similarItems(3, 5));
      const history = weightHistory(
        { item: Int32Array.of(1, 3), kind: Uint8Array.of(1, 2) },
        loaded.itemCount,
      );
      expect(loaded.foldIn?.(history).score(5)).toEqual(model.foldIn?.(history).score(5));
      loaded.release();
    });

    test('knows similar items without the item itself and without those that are not allowed', async () => {
      const model = await fitted();
      const allowed = new Uint8Array(model.itemCount).fill(1);
      allowed[5] = 0;
      const similar = model.similarItems(3, model.itemCount, allowed).map(({ item }) => Number(item));
      expect(similar).toHaveLength(model.itemCount - 2);
      expect(similar).not.toContain(3);
      expect(similar).not.toContain(5);
    });

    test('is what it says of itself', async () => {
      const model = await fitted();
      expect(model.name).toBe(kind.name);
      expect(model.config).toEqual(kind.config(config));
      const mapped = 'item_embeddings' in model.save(false).tensors;
      expect(mapped).toBe(!MODELS_WITHOUT_MAP.includes(kind.name));
      expect(model.foldIn !== undefined).toBe(kind.foldsIn);
      const history = {
        items: Int32Array.of(1, 3),
        weights: Float64Array.of(1, 1),
        recency: Int32Array.of(1, 0),
      };
      const person = model.foldIn?.(history);
      expect(person?.shares !== undefined).toBe(kind.explains === 'shares');
      expect(person?.shareOf !== undefined).toBe(kind.explains === 'shares');
      const score = person?.score(5) ?? 0;
      const shares = [...(person?.shares?.(5) ?? [score])];
      expect(shares.reduce((total, share) => total + share, 0)).toBeCloseTo(score, 9);
    });

    test.each(diverges ? [diverges] : [])(
      "throws 'training/diverged' where its numbers outgrow f32, and stays untrained: %o",
      async (settings) => {
        const model = kind.create({ ...config, ...settings }, home);
        await expect(model.fit(byUser, testRun(), sequences)).rejects.toMatchObject({
          code: 'training/diverged',
          remedy: expect.stringMatching(/^(Lower|Raise) /),
          detail: { epoch: expect.any(Number) },
        });
        expect(model.itemCount).toBe(0);
        // The home is good for others all the same.
        expect((await (await fitted()).recommend(users, 1, histories)).items[0]).toBeGreaterThanOrEqual(0);
      },
    );

    test("throws 'training/cancelled' when it was cancelled before, and stays untrained", async () => {
      const model = kind.create(config, home);
      const cancelled = model.fit(byUser, testRun({ signal: AbortSignal.abort() }), sequences);
      await expect(cancelled).rejects.toMatchObject({ code: 'training/cancelled' });
      expect(model.itemCount).toBe(0);
    });
  });
}
