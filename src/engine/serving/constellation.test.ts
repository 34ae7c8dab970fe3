import { expect, test } from 'vitest';
import { catalogueId, itemIndex } from '../../domain/ids.ts';
import { createRng } from '../../domain/rng.ts';
import type { HomeReport } from '../../domain/training.ts';
import type { ConstellationMessage } from '../constellation/messages.ts';
import { createCountingHome } from '../testing/counting-home.ts';
import { createFakeSource } from '../testing/fake-source.ts';
import type { FakeSource } from '../testing/fake-source.ts';
import { tasteLog } from '../testing/logs.ts';
import { RecommenderSession } from './session.ts';

const SHOP = catalogueId('shop');
const CONFIG = { dim: 8, epochs: 4, seed: 3 };
const REQUEST = { catalogue: SHOP, points: 20, also: [itemIndex(47)], seed: 1 };

function bench(source: FakeSource = createFakeSource(tasteLog(4))) {
  let time = 0;
  const home = createCountingHome();
  const report: HomeReport = {
    home: 'reference',
    device: 'plain TypeScript',
    threads: 1,
    reason: 'forced',
    calibration: {},
    unavailable: {},
  };
  const session = new RecommenderSession({
    source,
    opening: Promise.resolve({ home, report }),
    reopenHome: async () => ({ home: createCountingHome(), report }),
    now: () => (time += 10),
    yieldTurn: () => Promise.resolve(),
  });
  const sent: ConstellationMessage[] = [];
  return {
    session,
    source,
    home,
    sent,
    kinds: () => sent.map((one) => (one.kind === 'snapshot' ? `pass ${one.epoch}` : one.kind)),
    show: () =>
      session.showConstellation(REQUEST, { send: (message) => sent.push(message), close: () => {} }),
    train: (onProgress: (epoch: number) => void = () => {}) =>
      session.train({ catalogue: SHOP, config: CONFIG }, 1e12, ({ epoch }) => onProgress(epoch)),
  };
}

/** The last snapshot's rows. */
const embeddingsOf = (sent: readonly ConstellationMessage[]): Float32Array | undefined =>
  sent.flatMap((one) => (one.kind === 'snapshot' ? [one.embeddings] : [])).at(-1);

const PASSES = ['pass 0', 'pass 1', 'pass 2', 'pass 3', 'pass 4'];

test('a training is sent from its random start to its last pass; the stored model is the last pass again', async () => {
  const { session, sent, kinds, show, train } = bench();
  await show();
  expect(sent).toEqual([]);
  await train();
  expect(kinds()).toEqual(['run', ...PASSES, 'rest']);
  const start = sent[1]!;
  // Normal, of standard deviation 0.1 / √8, from the trainer's own stream.
  const rng = createRng(CONFIG.seed).fork('ials/items');
  const first = Array.from({ length: 8 }, () => Math.fround((0.1 / Math.sqrt(8)) * rng.normal()));
  expect(start.kind === 'snapshot' && [...start.embeddings.subarray(0, 8)]).toEqual(first);
  const last = embeddingsOf(sent);
  await show();
  expect(kinds().slice(7)).toEqual(['run', 'pass 4']);
  expect(embeddingsOf(sent)).toEqual(last);
  await session.dispose();
});

test('shown in the middle of a training, it joins at the latest pass', async () => {
  const { kinds, show, train } = bench();
  const showing: Promise<void>[] = [];
  await train((epoch) => {
    if (epoch === 2 && showing.length === 0) showing.push(show());
  });
  await Promise.all(showing);
  expect(kinds()[0]).toBe('run');
  expect(['pass 2', 'pass 3']).toContain(kinds()[1]);
  expect(kinds().slice(-2)).toEqual(['pass 4', 'rest']);
});

test('a cancelled training rests without its last pass; the next one is a run of its own', async () => {
  const { session, kinds, show, train } = bench();
  await show();
  const cancelled = train((epoch) => {
    if (epoch === 2) void session.cancelTraining();
  });
  await expect(cancelled).rejects.toMatchObject({ code: 'training/cancelled' });
  expect(kinds()).not.toContain('pass 4');
  expect(kinds().at(-1)).toBe('rest');
  const before = kinds().length;
  await train();
  expect(kinds().slice(before)).toEqual(['run', ...PASSES, 'rest']);
});

test('a training that is turned away because another runs does not end that one’s run', async () => {
  const { kinds, show, train } = bench();
  await show();
  const running = train();
  await expect(train()).rejects.toMatchObject({ code: 'training/busy' });
  expect(kinds()).not.toContain('rest');
  await running;
  expect(kinds()).toEqual(['run', ...PASSES, 'rest']);
});

test('a lost home repeats no pass and misses none', async () => {
  const { home, kinds, show, train } = bench();
  await show();
  await train((epoch) => {
    if (epoch === 2) home.lose();
  });
  expect(kinds()).toEqual(['run', ...PASSES, 'rest']);
});

test('a training that goes on after a reload begins its run at the pass it goes on from', async () => {
  const source = createFakeSource(tasteLog(4));
  const first = bench(source);
  source.failSaving('model', new Error('no room'));
  await expect(first.train()).rejects.toThrow('no room');
  source.failSaving('model', null);
  const { session, kinds, show, train } = bench(source);
  const { resumable } = await session.openCatalogue(SHOP);
  await show();
  await train();
  const from = resumable!.epoch;
  expect(from).toBeGreaterThan(0);
  expect(kinds()).toEqual(['run', ...PASSES.slice(from), 'rest']);
});

test('hidden, or its catalogue forgotten, nothing more is sent', async () => {
  const { session, sent, show, train } = bench();
  await show();
  await session.showConstellation(REQUEST, null);
  await train();
  expect(sent).toEqual([]);
  await show();
  const before = sent.length;
  await session.forgetCatalogue(SHOP);
  await train();
  expect(sent).toHaveLength(before);
});

test('with the map shown, a training comes to the same model, bit by bit', async () => {
  const [plain, shown] = [bench(), bench()];
  await shown.show();
  await Promise.all([plain.train(), shown.train()]);
  expect(shown.source.stored.get('model')).toEqual(plain.source.stored.get('model'));
});
