import { describe, expect, test } from 'vitest';
import type { HomeName } from '../../domain/training.ts';
import type { KernelHome } from '../../kernels/home.ts';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import { createTestWasmHome } from '../../kernels/testing/node-wasm.ts';
import { openAutodiff } from '../compute/autodiff/open-autodiff.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { itemListsOf } from '../interactions/item-lists.ts';
import { sequencesOf } from '../interactions/sequences.ts';
import { createCountingHome } from '../testing/counting-home.ts';
import { checkerboard } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
import type { TrainingRun } from '../training/training-run.ts';
import { SASREC } from './sasrec.ts';

const { log } = checkerboard('mixed');
const byUser = buildCsr(log);
const sequences = sequencesOf(log);
const SMALL = { dim: 6, maxLength: 8, blocks: 1, dropout: 0.1, batchSize: 10, learningRate: 0.02, epochs: 3 };

async function fitted(config: object = {}, run: Partial<TrainingRun> = {}) {
  const model = SASREC.create({ ...SMALL, ...config }, createReferenceHome());
  return { model, report: await model.fit(byUser, testRun(run), sequences) };
}

describe('a network as a model', () => {
  test('folds the log of a user in as that user: the latest items, in the order of time, refusals unread', async () => {
    const { model } = await fitted();
    const user = 5;
    const own = sequences.items.slice(sequences.offsets[user], sequences.offsets[user + 1]);
    // Ascending by item, with the places in time, and one more item that is refused last of all.
    const refused = [...Array(24).keys()].find((item) => !own.includes(item))!;
    const inTime = [...own, refused];
    const items = Int32Array.from(inTime).sort();
    const folded = model.foldIn!({
      items,
      weights: Float64Array.from(items, (item) => (item === refused ? -1 : 1)),
      recency: items.map((item) => inTime.length - 1 - inTime.indexOf(item)),
    });
    expect(folded.attracted).toBe(true);
    const all = Int32Array.from({ length: 24 }, (_, item) => item);
    const scores = model.scoreItems(user, all);
    for (const item of all) expect(folded.score(item)).toBe(scores[item]!);
    const [best] = await folded.candidates(5, [{ by: 'score', excluded: Int32Array.from(own).sort() }]);
    const { items: listed } = await model.recommend(
      Int32Array.of(user),
      5,
      itemListsOf(byUser, Int32Array.of(user)),
    );
    expect([...best!]).toEqual([...listed]);
  });

  test('scores everything 0 for somebody whom nothing attracted', async () => {
    const { model } = await fitted();
    const folded = model.foldIn!({ items: Int32Array.of(3), weights: Float64Array.of(-1) });
    expect(folded.attracted).toBe(false);
    expect([0, 3, 9].map((item) => folded.score(item))).toEqual([0, 0, 0]);
  });

  test('tells losses and validation as they come, and keeps the weights of the best epoch', async () => {
    const validations: (readonly number[])[] = [];
    const run = {
      onProgress: ({ validations: seen = [] }: { validations?: readonly number[] }) => validations.push(seen),
    };
    const { model, report } = await fitted({ epochs: 6, validationUsers: 4, patience: 2 }, run);
    const curve = validations.at(-1)!;
    expect(report.losses).toHaveLength(curve.length);
    expect(report.losses.at(-1)).toBeLessThan(report.losses[0]!);
    // The same up to the best epoch, and no further.
    const best = curve.indexOf(Math.max(...curve)) + 1;
    expect(curve.length).toBeLessThanOrEqual(best + 2);
    const until = await fitted({ epochs: best, validationUsers: 4, patience: 2 });
    expect(model.save(true).tensors).toEqual(until.model.save(true).tensors);
  });

  test('begins no epoch once the time is up, and has one always', async () => {
    const { report } = await fitted({ epochs: 50, validationUsers: 0, maxMinutes: 1e-9 });
    expect(report.losses).toHaveLength(1);
  });

  test('begins anew on another home when its own is lost, and leaves no tensor on either', async () => {
    const autodiff = await openAutodiff({ name: 'reference' });
    const lost = createCountingHome();
    const next = createReferenceHome();
    const model = SASREC.create({ ...SMALL, validationUsers: 0 }, lost);
    let told = 0;
    const run = testRun({
      onProgress: () => void (++told === 3 && lost.lose()),
      reopenHome: async () => next,
    });
    const { home, losses } = await model.fit(byUser, run, sequences);
    expect(home).toBe(next);
    expect(losses).toHaveLength(SMALL.epochs);
    const { model: undisturbed } = await fitted({ validationUsers: 0 });
    expect(model.save(true)).toEqual(undisturbed.save(true));
    expect(autodiff.tensorCount()).toBe(0);
    autodiff.dispose();
  });

  test.each<[HomeName, () => Promise<KernelHome>]>([
    ['reference', () => Promise.resolve(createReferenceHome())],
    ['wasm', () => createTestWasmHome(0)],
  ])(
    'leaves no tensor in the home %s after training, a cancel in the middle, recommending',
    async (name, create) => {
      const home = await create();
      const autodiff = await openAutodiff({ name });
      const model = SASREC.create({ ...SMALL, validationUsers: 4 }, home);
      await model.fit(byUser, testRun(), sequences);
      expect(autodiff.tensorCount()).toBe(0);
      const abort = new AbortController();
      const run = testRun({ signal: abort.signal, onProgress: () => abort.abort() });
      const before = model.save(true);
      await expect(model.fit(byUser, run, sequences)).rejects.toMatchObject({ code: 'training/cancelled' });
      expect(model.save(true)).toEqual(before);
      expect(autodiff.tensorCount()).toBe(0);
      await model.recommend(Int32Array.of(0, 1), 5, itemListsOf(byUser, Int32Array.of(0, 1)));
      expect(autodiff.tensorCount()).toBe(0);
      autodiff.dispose();
      home.dispose();
    },
  );

  test.each([
    [
      'of whom two things in a row are known',
      { ...sequences, offsets: Int32Array.of(0, 1), items: Int32Array.of(3) },
    ],
    ['whose order is known at all', undefined],
  ])("refuses with 'training/no-data' where there is nobody %s", async (_who, none) => {
    const model = SASREC.create(SMALL, createReferenceHome());
    await expect(model.fit(byUser, testRun(), none)).rejects.toMatchObject({ code: 'training/no-data' });
  });

  test('refuses a checkpoint of another width', async () => {
    const { model } = await fitted();
    const { name, tensors } = model.save(false);
    const narrower = (): unknown =>
      SASREC.load({ name, config: { ...SMALL, dim: 5 }, tensors }, createReferenceHome());
    expect(narrower).toThrow(expect.objectContaining({ code: 'checkpoint/format' }));
    const without = SASREC.load({ name, config: SMALL, tensors }, createReferenceHome());
    expect(() => without.scoreItems(0, Int32Array.of(1))).toThrow(
      expect.objectContaining({ code: 'model/unsupported' }),
    );
  });
});
