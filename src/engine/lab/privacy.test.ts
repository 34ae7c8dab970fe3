import { describe, expect, test } from 'vitest';
import type { PrivacyProgress, PrivateRequest } from '../../domain/lab-privacy.ts';
import { itemIndex } from '../../domain/ids.ts';
import { decodeSafetensors } from '../checkpoint/safetensors.ts';
import { cryptographicNoise } from '../privacy/noise-source.ts';
import { createFakeSource } from '../testing/fake-source.ts';
import { logOf, tasteLog } from '../testing/logs.ts';
import { Lab } from './lab.ts';
import type { LabBench } from './testing/lab-bench.ts';
import { IALS, labBench, SHOP } from './testing/lab-bench.ts';
import { grows } from './testing/privacy-progress.ts';

const ask = (run: string, more: Partial<PrivateRequest> = {}): PrivateRequest => ({
  catalogue: SHOP,
  run,
  what: 'model',
  epsilon: 4,
  mostItems: null,
  ...more,
});
/** A lab whose noise is as in a browser. */
const secured = (bench: LabBench): Lab =>
  new Lab({
    session: bench.session,
    source: bench.source,
    now: () => 0,
    yieldTurn: () => Promise.resolve(),
    noise: cryptographicNoise((words) => crypto.getRandomValues(words)),
  });

describe('what a private export would cost', () => {
  test('is measured by the protocol of the run, on the same people, and writes nothing', async () => {
    const { lab, start } = labBench(createFakeSource(tasteLog(4, 400, 48, 12_000)));
    const run = await start();
    const told: PrivacyProgress[] = [];
    const of = (epsilon: number) => lab.privacy.cost(ask(run.id, { epsilon }), (one) => told.push(one));
    const [little, much] = [await of(0.05), await of(1e4)];
    expect(little.users).toBe(run.users);
    expect(little.without).toEqual({
      value: run.metrics.hitRateAt10,
      interval: run.intervals.hitRateAt10,
    });
    // Little noise leaves what is known of tastes, much of it nothing.
    expect(much.with.value).toBeGreaterThan(little.with.value + 0.1);
    expect(much.with.value).toBeGreaterThan(much.popularity);
    expect(much.with.interval.low).toBeLessThan(much.with.value);
    expect(little.claim).toMatchObject({ noise: 'seeded', delta: 1e-5, accountant: 'pld' });
    expect(little.countError).toBeNull();
    grows(
      told.slice(
        0,
        told.findIndex(({ fraction }, i) => i > 0 && fraction < told[i - 1]!.fraction),
      ),
    );
    expect((await lab.privacy.tally(SHOP)).releases).toEqual([]);
  });

  test('of counts: a ranking by the noisy ones against one by the true ones', async () => {
    const { lab, start } = labBench();
    const run = await start();
    const counts = ask(run.id, { what: 'counts', mostItems: 10 });
    const cost = await lab.privacy.cost({ ...counts, epsilon: 1000 }, () => {});
    expect(cost.without.value).toBe(cost.popularity);
    expect(Math.abs(cost.with.value - cost.popularity)).toBeLessThan(0.1);
    expect(cost.countError).toBeCloseTo(0, 12);
    expect((await lab.privacy.cost({ ...counts, epsilon: 1 }, () => {})).countError).toBeCloseTo(10, 1);
  });

  test('is refused where the log is another one by now', async () => {
    const source = createFakeSource(tasteLog(4));
    const { lab, start } = labBench(source);
    const run = await start();
    const { interactions } = source;
    source.interactions = async (catalogue) => {
      const log = await interactions(catalogue);
      log.item[0] = (log.item[0]! + 1) % log.itemCount;
      return log;
    };
    await expect(lab.privacy.cost(ask(run.id), () => {})).rejects.toMatchObject({
      code: 'lab/not-comparable',
    });
  });
});

describe('a private export', () => {
  test('is a model that can be imported and used, holds the statement, and nothing else of the log', async () => {
    const bench = labBench(createFakeSource(tasteLog(4)));
    const lab = secured(bench);
    const run = await bench.start();
    const { file, statement, release } = await lab.privacy.export(ask(run.id), 1e12, () => {});
    const { tensors, metadata } = decodeSafetensors(file!);
    expect(Object.keys(tensors).toSorted()).toEqual([
      'complement_items',
      'complement_scores',
      'gramian',
      'item_embeddings',
      'popularity',
    ]);
    expect(tensors['complement_items']!.values).toHaveLength(0);
    expect(JSON.parse(metadata['privacy']!)).toEqual(Object.fromEntries(statement));
    expect(metadata['privacy']).toMatch(/"Noise":"drawn from crypto\.getRandomValues/);
    expect(metadata['privacy']).toMatch(/"Epsilon":"(4|3\.99\d*)"/);
    expect(JSON.parse(metadata['facts']!)).toMatchObject({
      userCount: 0,
      interactionCount: 0,
      losses: [],
      quality: null,
      config: { dim: 16, epochs: 3 },
    });
    expect(Object.keys(metadata).filter((name) => /run|metrics|data/.test(name))).toEqual([]);
    expect(release).toMatchObject({
      what: 'model',
      model: 'ials',
      at: 1e12,
      claim: { epsilon: expect.closeTo(4, 2) },
    });
    const back = await lab.import(SHOP, file!, 2e12);
    expect(back).toMatchObject({ origin: 'imported', model: 'ials', metrics: {} });
    const visitor = { kind: 'likes', likes: [4, 8] } as never;
    const { lists } = await lab.lists({ catalogue: SHOP, runs: [back.id], visitor, k: 5 });
    expect(lists[0]).toHaveLength(5);
    // It ranks the shelves as any other.
    await lab.promote(SHOP, back.id, 3e12);
    const { session, source } = bench;
    source.record(4, 'like');
    const feed = await session.feed({
      catalogue: SHOP,
      historyVersion: source.version,
      k: 3,
      adventurousness: 0,
    });
    expect(feed.items).toHaveLength(3);
    expect(await session.complements(SHOP, itemIndex(4), 5)).toEqual([]);
  });

  test('of the same run twice is two other tables: nobody can make the noise again', async () => {
    const bench = labBench();
    const lab = secured(bench);
    const run = await bench.start();
    const table = async (): Promise<Float32Array> => {
      const { file } = await lab.privacy.export(ask(run.id, { what: 'items' }), 1, () => {});
      const { tensors } = decodeSafetensors(file!);
      expect(Object.keys(tensors)).toEqual(['item_embeddings']);
      return tensors['item_embeddings']!.values as Float32Array;
    };
    expect(await table()).not.toEqual(await table());
  });

  test('of counts has whole numbers, and a statement of its own', async () => {
    const bench = labBench();
    const run = await bench.start({ model: 'item-knn', config: {} });
    const counts = ask(run.id, { what: 'counts', mostItems: 3, epsilon: 1 });
    const made = await secured(bench).privacy.export(counts, 1, () => {});
    expect(made.counts).toHaveLength(48);
    expect(made.counts!.every(Number.isInteger)).toBe(true);
    expect(Object.fromEntries(made.statement)['Mechanism']).toMatch(/at most 3 items/);
    expect(made.release).toMatchObject({ model: null, claim: { epsilon: 1, accountant: 'exact' } });
  });

  test('with seeded noise says that nothing is promised', async () => {
    const { lab, start } = labBench();
    const run = await start();
    const { statement } = await lab.privacy.export(ask(run.id), 1, () => {});
    expect(Object.fromEntries(statement)).toMatchObject({
      Epsilon: 'infinite: nothing is promised',
      Noise: expect.stringContaining('from a seed'),
    });
  });

  test('is in the tally before anybody has the file, and adds up with those before, also in another visit', async () => {
    const source = createFakeSource(tasteLog(4));
    const bench = labBench(source);
    const lab = secured(bench);
    const run = await bench.start();
    const first = await lab.privacy.export(ask(run.id, { epsilon: 1 }), 1, () => {});
    expect(first.tally.together).toMatchObject({ epsilon: expect.closeTo(1, 2) });
    await lab.privacy.export(ask(run.id, { epsilon: 4 }), 2, () => {});
    const { releases, together } = await labBench(source).lab.privacy.tally(SHOP);
    expect(releases.map(({ at }) => at)).toEqual([2, 1]);
    expect(together!.epsilon).toBeGreaterThan(4);
    expect(together!.epsilon).toBeLessThan(5);
    // Where it cannot be noted down, nothing goes out.
    source.addLabRecord = () => Promise.reject(new Error('full'));
    await expect(lab.privacy.export(ask(run.id), 3, () => {})).rejects.toThrow('full');
  });

  test('is refused where it cannot be promised: another model, no bound, no ε, no people', async () => {
    const bench = labBench();
    const { lab, start, source } = bench;
    const knn = await start({ model: 'item-knn', config: {} });
    const ials = await start({ ...IALS });
    const refused = (request: PrivateRequest) =>
      lab.privacy.export(request, 1, () => {}).catch((error: unknown) => error);
    expect(await refused(ask(knn.id))).toMatchObject({ code: 'model/unsupported' });
    expect(await refused(ask(ials.id, { what: 'counts' }))).toMatchObject({
      code: 'argument/range',
      detail: { field: 'mostItems' },
    });
    expect(await refused(ask(ials.id, { epsilon: Infinity }))).toMatchObject({
      detail: { field: 'epsilon' },
    });
    source.interactions = () => Promise.resolve(logOf(0, 48, []));
    expect(await refused(ask(ials.id))).toMatchObject({ code: 'training/no-data' });
    expect((await lab.privacy.tally(SHOP)).releases).toEqual([]);
  });
});
