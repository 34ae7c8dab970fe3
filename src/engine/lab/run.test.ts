import { describe, expect, test } from 'vitest';
import type { RunProgress } from '../../domain/lab.ts';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import { pooled } from '../evaluation/figures.ts';
import { rankPart } from '../evaluation/rank-part.ts';
import { partMakers } from '../evaluation/splits/part-makers.ts';
import { meanOf } from '../evaluation/statistics.ts';
import { modelKind } from '../models/registry.ts';
import { createFakeSource } from '../testing/fake-source.ts';
import { logOf, tasteLog } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
import { Pacer } from '../training/pacer.ts';
import { atOnce } from '../training/steps.ts';
import { IALS, labBench, LAST_ITEM, SHOP } from './testing/lab-bench.ts';

describe('a run', () => {
  test('of popularity has the figures that a hand can count', async () => {
    // Item 0 is liked by all, item 1 by two. The last item of users 0 and 1 is item 2, of users 2 and 3 item 1.
    const log = logOf(4, 4, [
      [0, 0, 'like', 1],
      [0, 1, 'like', 2],
      [0, 2, 'like', 3],
      [1, 0, 'like', 1],
      [1, 1, 'like', 2],
      [1, 2, 'like', 3],
      [2, 0, 'like', 1],
      [2, 1, 'like', 2],
      [3, 0, 'like', 1],
      [3, 1, 'like', 2],
    ]);
    const { start } = labBench(createFakeSource(log));
    const run = await start({ model: 'popularity', config: {} });
    // Left in training: 0 by four, 1 by two. Users 0 and 1 have both: 2 and 3 are liked by nobody, 2 comes first.
    // Users 2 and 3 have item 0: item 1 comes first.
    expect(run).toMatchObject({ users: 4, origin: 'trained', trainedOn: 'part', model: 'popularity' });
    expect(run.metrics).toMatchObject({ ndcgAt10: 1, hitRateAt10: 1, precisionAt10: 0.1 });
    expect(run.intervals.ndcgAt10).toEqual({ low: 1, high: 1 });
    expect(run.metrics).not.toHaveProperty('auc');
  });

  test('has the figures of the evaluator on the same split, and is stored with them', async () => {
    const { start, lab } = labBench();
    const run = await start();
    const home = createReferenceHome();
    const [makePart] = partMakers(LAST_ITEM, tasteLog(4), 1);
    const part = atOnce(makePart!());
    const model = modelKind('ials').create({ ...IALS.config, seed: 1 }, home);
    await model.fit(part.train, testRun(), part.sequences);
    const figures = pooled([await rankPart(model, part, { auc: false }, new Pacer(testRun()))]);
    expect(run.metrics.ndcgAt10).toBeCloseTo(meanOf(figures.values.ndcgAt10), 12);
    expect(run.metrics.recallAt20).toBeCloseTo(meanOf(figures.values.recallAt20), 12);
    expect(run.metrics.coverageAt10).toBe(figures.coverageAt10);
    expect(run.intervals.ndcgAt10!.low).toBeLessThan(run.metrics.ndcgAt10!);
    expect(run.intervals.ndcgAt10!.high).toBeGreaterThan(run.metrics.ndcgAt10!);
    expect(run.losses).toHaveLength(4);
    expect(run.config).toMatchObject({ dim: 8, epochs: 4, seed: 1 });
    expect(run.protocolText).toContain('leave-one-out');
    expect(await lab.runs(SHOP)).toEqual([run]);
  });

  test('tells its phases in order, a curve that rises over popularity, and the memory it takes', async () => {
    const told: RunProgress[] = [];
    const run = await labBench().start({}, (progress) => told.push(progress));
    const phases = told.map(({ phase }) => phase).filter((phase, i, all) => phase !== all[i - 1]);
    expect(phases).toEqual(['preparing', 'training', 'evaluating', 'saving']);
    const fractions = told.map(({ fraction }) => fraction);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(told.every(({ fraction }) => fraction >= 0 && fraction <= 1)).toBe(true);
    expect(told.some(({ remainingMs }) => remainingMs > 0)).toBe(true);
    expect(run.validation.at(-1)!.epoch).toBe(4);
    const last = told.findLast(({ phase }) => phase === 'training')!;
    expect(last.validation.length).toBeGreaterThan(0);
    expect(run.validation.every(({ ndcgAt10 }) => ndcgAt10 > 0 && ndcgAt10 <= 1)).toBe(true);
    // Both tables of embeddings are in the home at least: (80 + 48) · 8 numbers of four bytes.
    expect(run.peakBytes).toBeGreaterThan((80 + 48) * 8 * 4);
    expect(last.peakBytes).toBeGreaterThan(0);
  });

  test('counts the passes ahead of NeuMF among its passes: none is beyond the last', async () => {
    const told: RunProgress[] = [];
    const config = { dim: 4, hiddenLayers: 1, epochs: 1, pretrainEpochs: 1, batchSize: 512 };
    const run = await labBench().start({ model: 'neumf', config }, (one) => told.push(one));
    expect(run.losses).toHaveLength(3);
    expect(new Set(told.map(({ epochs }) => epochs))).toEqual(new Set([3]));
    expect(Math.max(...told.map(({ epoch }) => epoch))).toBe(3);
  });

  test('measures the curve as the evaluator does: its last point, of all users, is the figure itself', async () => {
    const run = await labBench().start();
    // 80 users are fewer than the curve asks.
    expect(run.validation.at(-1)!.ndcgAt10).toBeCloseTo(run.metrics.ndcgAt10!, 6);
  });

  test('keeps a model of everything where the parts lack some of it, and warns of a random split with times', async () => {
    const { start } = labBench();
    const folds = await start({ protocol: { name: 'k-fold', folds: 2 } });
    expect(folds).toMatchObject({ trainedOn: 'whole', warnings: ['random-split'] });
    const later = await start({ protocol: { name: 'temporal', testShare: 0.2 } });
    expect(later).toMatchObject({ trainedOn: 'whole', warnings: [] });
    const strong = await start({ protocol: { name: 'strong', testShare: 0.25 } });
    expect(strong).toMatchObject({ trainedOn: 'part', warnings: ['random-split'], validation: [] });
    expect(strong.users).toBe(20);
  });

  test('is the same for the same seed, and has another split for another one where chance splits', async () => {
    const { start } = labBench();
    const protocol = { name: 'k-fold', folds: 2 } as const;
    const [one, same, other] = [
      await start({ protocol }),
      await start({ protocol }),
      await start({ protocol, seed: 2 }),
    ];
    expect(same.metrics).toEqual(one.metrics);
    expect(same.intervals).toEqual(one.intervals);
    expect(same.splitFingerprint).toBe(one.splitFingerprint);
    expect(other.splitFingerprint).not.toBe(one.splitFingerprint);
    expect(other.config['seed']).toBe(2);
  });

  test('refuses a setting that the model does not have, and a model that is not there, before it begins', async () => {
    const { start, lab } = labBench();
    await expect(start({ config: { width: 3 } })).rejects.toMatchObject({ code: 'argument/range' });
    await expect(start({ model: 'oracle' })).rejects.toMatchObject({ code: 'model/unsupported' });
    expect(await lab.runs(SHOP)).toEqual([]);
  });
});

describe('a run under way', () => {
  test('that diverges fails with what to change, and leaves board, shelves and home as they were', async () => {
    const { start, lab, session, source, home } = labBench();
    const before = await start();
    await lab.promote(SHOP, before.id, 2e12);
    source.record(4, 'like');
    const ask = { catalogue: SHOP, historyVersion: source.version, k: 5, adventurousness: 0 };
    const feed = await session.feed(ask);
    const alive = home.alive;
    await expect(start({ model: 'mf', config: { dim: 8, learningRate: 1000 } })).rejects.toMatchObject({
      code: 'training/diverged',
      remedy: expect.stringContaining('Lower learningRate'),
      detail: { epoch: 1, learningRate: 1000 },
    });
    expect(await lab.runs(SHOP)).toEqual([before]);
    expect(home.alive).toBe(alive);
    expect(await session.feed(ask)).toEqual(feed);
    // The seat is free again.
    expect((await start()).metrics).toEqual(before.metrics);
  });

  test('lets fold-ins through and turns another one away', async () => {
    const { start, lab, session, source } = labBench();
    const running = start();
    await expect(start()).rejects.toMatchObject({ code: 'training/busy' });
    const feed = await session.feed({
      catalogue: SHOP,
      historyVersion: source.version,
      k: 5,
      adventurousness: 0,
    });
    expect(feed.items).toHaveLength(5);
    expect(await lab.runs(SHOP)).toEqual([]);
    await running;
    expect(await lab.runs(SHOP)).toHaveLength(1);
  });

  test.each(['training', 'evaluating'] as const)('is cancelled while %s without harm', async (phase) => {
    const { start, lab, home, session } = labBench();
    const run = start({}, (progress) => {
      if (progress.phase === phase) void lab.cancel();
    });
    await expect(run).rejects.toMatchObject({ code: 'training/cancelled' });
    expect(home.alive).toBe(0);
    expect(await lab.runs(SHOP)).toEqual([]);
    expect((await session.openCatalogue(SHOP)).model).toBeNull();
    await start();
    expect(await lab.runs(SHOP)).toHaveLength(1);
  });

  test('cancels nothing that is not the lab’s', async () => {
    const { lab, session } = labBench();
    const training = session.train({ catalogue: SHOP, config: { dim: 4, epochs: 2 } }, 1, () => {});
    await lab.cancel();
    await expect(training).resolves.toMatchObject({ name: 'ials' });
  });

  test('survives a lost home with the same figures', async () => {
    const calm = await labBench().start();
    const { start, home, reopened } = labBench();
    home.loseAtSolve(4);
    const told: RunProgress[] = [];
    const run = await start({}, (progress) => told.push(progress));
    expect(reopened).toHaveLength(1);
    expect(told.filter(({ recovered }) => recovered)).toHaveLength(1);
    expect(run.metrics).toEqual(calm.metrics);
    expect(reopened[0]!.alive).toBe(0);
  });

  test('leaves no buffer behind, and takes no more memory the tenth time than the first', async () => {
    const { start, home } = labBench();
    const peaks = new Set<number>();
    for (let i = 0; i < 10; i++) {
      peaks.add((await start()).peakBytes);
      expect(home.alive).toBe(0);
    }
    expect(peaks.size).toBe(1);
  });
});

describe('the board', () => {
  test('loses a run at once, gets it back as it was, and for good when it is purged', async () => {
    const { start, lab } = labBench();
    const [first, second] = [await start(), await start({ seed: 2 })];
    expect((await lab.runs(SHOP)).map(({ id }) => id)).toEqual([second.id, first.id]);
    await lab.remove(SHOP, first.id, 5000);
    expect(await lab.runs(SHOP)).toEqual([second]);
    await lab.purge(SHOP, 4999);
    expect(await lab.restore(SHOP, first.id)).toEqual(first);
    expect(await lab.runs(SHOP)).toEqual([second, first]);
    await lab.remove(SHOP, first.id, 6000);
    await lab.purge(SHOP, 6000);
    await expect(lab.restore(SHOP, first.id)).rejects.toMatchObject({ code: 'lab/unknown-run' });
    expect(await lab.runs(SHOP)).toEqual([second]);
  });
});
