import { describe, expect, test, vi } from 'vitest';
import { itemIndex } from '../../domain/ids.ts';
import type { LabRun } from '../../domain/lab.ts';
import type { ConstellationMessage } from '../constellation/messages.ts';
import { createFakeSource } from '../testing/fake-source.ts';
import { tasteLog } from '../testing/logs.ts';
import type { LabBench } from './testing/lab-bench.ts';
import { labBench, SHOP } from './testing/lab-bench.ts';

const MAP = { catalogue: SHOP, run: null, points: 20, also: [], seed: 1 };

describe('a comparison of two runs', () => {
  test('is the paired test on the users of both: a run differs from itself by nothing', async () => {
    const { start, lab } = labBench();
    const [one, same] = [await start(), await start()];
    const { users, metrics, a, b } = await lab.compare(SHOP, one.id, same.id);
    expect([a, b, users]).toEqual([one.id, same.id, one.users]);
    expect(metrics.ndcgAt10).toEqual({
      users: one.users,
      difference: 0,
      p: 1,
      interval: { low: 0, high: 0 },
    });
  });

  test('tells how far it is; the newest alone goes on, and stopping ends it', async () => {
    const { start, lab } = labBench();
    const [one, same] = [await start(), await start()];
    const told: number[] = [];
    const older = lab.compare(SHOP, one.id, same.id).catch((error: unknown) => error);
    const newer = await lab.compare(SHOP, one.id, same.id, (fraction) => told.push(fraction));
    expect(await older).toMatchObject({ code: 'training/cancelled' });
    expect(told).toHaveLength(Object.keys(newer.metrics).length);
    expect(told).toEqual(told.toSorted((x, y) => x - y));
    expect(told.at(-1)).toBe(1);
    const stopped = lab.compare(SHOP, one.id, same.id).catch((error: unknown) => error);
    lab.stopComparing();
    expect(await stopped).toMatchObject({ code: 'training/cancelled' });
  });

  test('says by how much, between what limits, and how likely chance alone is', async () => {
    const { start, lab } = labBench();
    const [ials, popular] = [await start(), await start({ model: 'popularity', config: {} })];
    const { metrics } = await lab.compare(SHOP, ials.id, popular.id);
    const { difference, interval, p } = metrics.ndcgAt10!;
    expect(difference).toBeCloseTo(ials.metrics.ndcgAt10! - popular.metrics.ndcgAt10!, 6);
    expect(difference).toBeGreaterThan(0);
    expect(interval.low).toBeLessThan(difference);
    expect(interval.high).toBeGreaterThan(difference);
    expect(p).toBeLessThan(0.05);
    expect(Object.keys(metrics)).toContain('recallAt20');
  });

  test('has the same interval and p for metrics with the same values: MRR@10 and MAP@10 of one held-out item', async () => {
    const { start, lab } = labBench();
    const [one, other] = [await start(), await start({ config: { dim: 4, epochs: 1 } })];
    const { metrics } = await lab.compare(SHOP, one.id, other.id);
    expect(one.metrics.mapAt10).toBe(one.metrics.mrrAt10);
    const { interval, p } = metrics.mrrAt10!;
    expect(interval.low).toBeLessThan(interval.high);
    expect(p).toBeGreaterThan(0);
    expect(metrics.mapAt10).toEqual(metrics.mrrAt10);
  });

  test('leaves out the diversity that each model judges by its own likeness of items', async () => {
    const { start, lab } = labBench();
    const [ials, knn] = [await start(), await start({ model: 'item-knn', config: {} })];
    for (const run of [ials, knn]) expect(run.metrics).toHaveProperty('diversityAt10');
    const { metrics } = await lab.compare(SHOP, ials.id, knn.id);
    const shared = Object.keys(ials.intervals).filter((metric) => metric in knn.intervals);
    expect(Object.keys(metrics)).toEqual(shared.filter((metric) => metric !== 'diversityAt10'));
    expect(metrics).not.toHaveProperty('diversityAt10');
  });

  test('is refused where protocol or split differ, and says which', async () => {
    const { start, lab } = labBench();
    const last = await start();
    const folds = await start({ protocol: { name: 'k-fold', folds: 2 } });
    const other = await start({ protocol: { name: 'k-fold', folds: 2 }, seed: 2 });
    const refused = (a: LabRun, b: LabRun) => lab.compare(SHOP, a.id, b.id).catch((error: unknown) => error);
    expect(await refused(last, folds)).toMatchObject({
      code: 'lab/not-comparable',
      detail: { differs: 'protocol' },
    });
    expect(await refused(folds, other)).toMatchObject({ detail: { differs: 'split' } });
    expect(await refused(folds, { ...other, id: 'gone' })).toMatchObject({ code: 'lab/unknown-run' });
  });

  test('is refused where the log is another one by now', async () => {
    const source = createFakeSource(tasteLog(4));
    const { start, lab } = labBench(source);
    const before = await start();
    const { interactions } = source;
    source.interactions = async (catalogue) => {
      const log = await interactions(catalogue);
      log.item[0] = (log.item[0]! + 1) % log.itemCount;
      return log;
    };
    const after = await start();
    await expect(lab.compare(SHOP, before.id, after.id)).rejects.toMatchObject({
      code: 'lab/not-comparable',
      detail: { differs: 'data' },
    });
  });
});

describe('what somebody would see', () => {
  const itemsOf = (list: readonly { readonly item: number }[] | null): number[] =>
    list!.map(({ item }) => item);

  test('is the visitor’s own list under each, without what they know', async () => {
    const { start, lab, source } = labBench();
    const [ials, popular] = [await start(), await start({ model: 'popularity', config: {} })];
    const visitor = { kind: 'visitor', historyVersion: source.record(4, 'like') } as const;
    source.record(8, 'view');
    const runs = [ials.id, popular.id];
    const { history, lists } = await lab.lists({ catalogue: SHOP, runs, visitor, k: 6 });
    expect(history).toEqual([4, 8]);
    expect(lists.map((list) => list?.length)).toEqual([6, 6]);
    for (const list of lists) expect(itemsOf(list)).not.toEqual(expect.arrayContaining([4]));
    // Item 4 is of the first of four sorts: the model has learnt that, popularity has not.
    const sameSort = (list: readonly number[]): number => list.filter((item) => item % 4 === 0).length;
    expect(sameSort(itemsOf(lists[0]!))).toBeGreaterThan(sameSort(itemsOf(lists[1]!)));
  });

  test('is a user’s of the log as it is that of somebody who did the same', async () => {
    const { start, lab } = labBench();
    const run = await start();
    const ask = (visitor: Parameters<typeof lab.lists>[0]['visitor']) =>
      lab.lists({ catalogue: SHOP, runs: [run.id], visitor, k: 5 });
    const user = await ask({ kind: 'user', row: 3 });
    expect(user.history.length).toBeGreaterThan(0);
    expect(itemsOf(user.lists[0]!).filter((item) => user.history.includes(itemIndex(item)))).toEqual([]);
    const liker = await ask({ kind: 'likes', likes: [itemIndex(3), itemIndex(7)] });
    expect(liker.history).toEqual([3, 7]);
    expect(itemsOf(liker.lists[0]!)).toHaveLength(5);
  });

  test('is null for somebody with no history at all, and refused for nobody', async () => {
    const { start, lab } = labBench();
    const run = await start();
    const ask = { catalogue: SHOP, runs: [run.id], k: 5 };
    const nobody = { kind: 'visitor', historyVersion: 1 } as const;
    expect(await lab.lists({ ...ask, visitor: nobody })).toEqual({ history: [], lists: [null] });
    const outside = [
      { ...ask, visitor: { kind: 'user', row: 80 } as const },
      { ...ask, visitor: { kind: 'likes', likes: [itemIndex(48)] } as const },
      { ...ask, visitor: nobody, k: 0 },
    ];
    for (const wrong of outside) {
      await expect(lab.lists(wrong)).rejects.toMatchObject({ code: 'argument/range' });
    }
  });
});

describe('a promotion', () => {
  const feedOf = async ({ session, source }: LabBench) => {
    const { items, model } = await session.feed({
      catalogue: SHOP,
      historyVersion: source.version,
      k: 6,
      adventurousness: 0,
    });
    return { items, model };
  };

  test('makes the run serve at once, and rolled back to the last bit', async () => {
    const bench = labBench();
    const { lab, session, source, start, home } = bench;
    source.record(4, 'like');
    const trained = await session.train({ catalogue: SHOP, config: { dim: 4, epochs: 2 } }, 7, () => {});
    const before = await feedOf(bench);
    const run = await start();
    expect(await feedOf(bench)).toEqual(before);

    const promoted = await lab.promote(SHOP, run.id, 100);
    expect(promoted).toMatchObject({ run: run.id, back: { model: { id: trained.id } } });
    expect(promoted.current).toMatchObject({ name: 'ials', trainedAt: run.at });
    const after = await feedOf(bench);
    expect(after.model).toBe(promoted.current!.id);
    expect(after.items).not.toEqual(before.items);
    const { lists } = await lab.lists({
      catalogue: SHOP,
      runs: [run.id],
      visitor: { kind: 'visitor', historyVersion: source.version },
      k: 6,
    });
    expect(after.items.map(({ item }) => item)).toEqual(lists[0]!.map(({ item }) => item));

    const back = await lab.rollBack(SHOP, 200);
    expect(back).toMatchObject({ current: { id: trained.id }, run: null, back: null });
    expect(back.history).toMatchObject([{ run: run.id, at: 100, rolledBackAt: 200 }]);
    expect(await feedOf(bench)).toEqual(before);
    expect(home.alive).toBe(1);
  });

  test('goes back step by step, to popularity at last, and outlives a visit', async () => {
    const source = createFakeSource(tasteLog(4));
    const first = labBench(source);
    const [one, two] = [await first.start(), await first.start({ seed: 2 })];
    await first.lab.promote(SHOP, one.id, 1);
    await first.lab.promote(SHOP, two.id, 2);
    const next = labBench(source);
    expect(await next.lab.promotions(SHOP)).toMatchObject({ run: two.id });
    expect(await next.lab.rollBack(SHOP, 3)).toMatchObject({ run: one.id, back: { model: null } });
    expect(await next.lab.rollBack(SHOP, 4)).toMatchObject({ current: null, run: null, back: null });
    expect((await next.session.openCatalogue(SHOP)).model).toBeNull();
    await expect(next.lab.rollBack(SHOP, 5)).rejects.toMatchObject({ code: 'model/none' });
    expect((await next.lab.promotions(SHOP)).history.map(({ rolledBackAt }) => rolledBackAt)).toEqual([3, 4]);
  });

  test('cannot be rolled back once a training has put another model in its place', async () => {
    const { lab, session, start } = labBench();
    await lab.promote(SHOP, (await start()).id, 1);
    await session.train({ catalogue: SHOP, config: { dim: 4, epochs: 1 } }, 2, () => {});
    expect(await lab.promotions(SHOP)).toMatchObject({ run: null, back: null });
    await expect(lab.rollBack(SHOP, 3)).rejects.toMatchObject({ code: 'model/none' });
  });

  test('that cannot be stored changes nothing', async () => {
    const { lab, source, start, session, home } = labBench();
    const run = await start();
    source.failSaving('model', new Error('no room'));
    await expect(lab.promote(SHOP, run.id, 1)).rejects.toThrow('no room');
    expect((await session.openCatalogue(SHOP)).model).toBeNull();
    expect((await lab.promotions(SHOP)).history).toEqual([]);
    expect(home.alive).toBe(0);
  });

  test('whose way back cannot be kept changes nothing: the model before is not given up', async () => {
    const bench = labBench();
    const { lab, session, source, start } = bench;
    const trained = await session.train({ catalogue: SHOP, config: { dim: 4, epochs: 1 } }, 7, () => {});
    const run = await start();
    const full = vi.spyOn(source, 'addLabRecord').mockRejectedValueOnce(new Error('no room'));
    await expect(lab.promote(SHOP, run.id, 100)).rejects.toThrow('no room');
    full.mockRestore();
    expect(await lab.promotions(SHOP)).toMatchObject({ current: { id: trained.id }, history: [] });
    expect((await labBench(source).session.openCatalogue(SHOP)).model).toMatchObject({ id: trained.id });
  });

  test('keeps the run on offer after its row is gone from the board', async () => {
    const { lab, start } = labBench();
    const run = await start();
    await lab.promote(SHOP, run.id, 1);
    await lab.remove(SHOP, run.id, 2);
    await lab.purge(SHOP, 2);
    expect(await lab.promotions(SHOP)).toMatchObject({ run: null, back: { model: null } });
    await expect(lab.promote(SHOP, run.id, 3)).rejects.toMatchObject({ code: 'lab/unknown-run' });
  });
});

describe('a map of items', () => {
  test.each(['ials', 'ease', 'item-knn'])(
    'of %s lies in the frame and holds the visitor’s own',
    async (model) => {
      const { lab, start, home } = labBench();
      const run = await start({ model, config: {} });
      const request = { ...MAP, run: run.id, also: [itemIndex(47), itemIndex(999)] };
      const map = await lab.map(request);
      expect(map.source).toBe(model === 'ials' ? 'embeddings' : 'weights');
      expect([...map.items]).toEqual([...map.items].toSorted((a, b) => a - b));
      expect(map.items).toContain(47);
      expect(map.items.length).toBeGreaterThanOrEqual(20);
      expect(map.department).toHaveLength(map.items.length);
      expect(map.positions).toHaveLength(2 * map.items.length);
      expect(map.positions.every((at) => at >= -1 && at <= 1)).toBe(true);
      expect(map.explained[0]).toBeGreaterThanOrEqual(map.explained[1]);
      expect(await lab.map(request)).toEqual(map);
      expect(home.alive).toBe(0);
    },
  );

  test('of the model that serves puts items of a sort together', async () => {
    const { lab, session } = labBench();
    await expect(lab.map(MAP)).rejects.toMatchObject({ code: 'model/none' });
    await session.train({ catalogue: SHOP, config: { dim: 8, epochs: 8 } }, 1, () => {});
    const { items, positions } = await lab.map({ ...MAP, points: 48 });
    const distance = (i: number, j: number): number =>
      Math.hypot(positions[2 * i]! - positions[2 * j]!, positions[2 * i + 1]! - positions[2 * j + 1]!);
    const sums = { same: 0, other: 0, sameCount: 0, otherCount: 0 };
    items.forEach((a, i) =>
      items.forEach((b, j) => {
        if (i >= j) return;
        const same = a % 4 === b % 4;
        sums[same ? 'same' : 'other'] += distance(i, j);
        sums[same ? 'sameCount' : 'otherCount'] += 1;
      }),
    );
    expect(sums.same / sums.sameCount).toBeLessThan(0.8 * (sums.other / sums.otherCount));
  });

  test('is refused for a model to which all items are alike, and for no points', async () => {
    const { lab, start } = labBench();
    const popular = await start({ model: 'popularity', config: {} });
    const map = lab.map({ ...MAP, run: popular.id });
    await expect(map).rejects.toMatchObject({ code: 'model/unsupported' });
    await expect(lab.map({ ...MAP, run: popular.id, points: 0 })).rejects.toMatchObject({
      code: 'argument/range',
    });
  });

  test('is sent to be laid out with the same items, and no more once it is called off', async () => {
    const { lab, start } = labBench();
    const run = await start({ model: 'ease', config: {} });
    const request = { ...MAP, run: run.id, points: 48 };
    const { items } = await lab.map(request);
    const sent: ConstellationMessage[] = [];
    let closed = 0;
    const sink = { send: (message: ConstellationMessage) => sent.push(message), close: () => (closed += 1) };
    await lab.layOut(request, sink);
    expect(sent.map(({ kind }) => kind)).toEqual(['run', 'snapshot', 'rest']);
    expect(sent[0]).toMatchObject({ items, training: false, seed: 1 });
    const { dim, embeddings, epoch, epochs } = sent[1] as Extract<ConstellationMessage, { kind: 'snapshot' }>;
    expect(embeddings).toHaveLength(dim * items.length);
    expect(epoch).toBe(epochs);
    expect(closed).toBe(0);
    await lab.layOut(request, null);
    expect(closed).toBe(1);
  });
});
