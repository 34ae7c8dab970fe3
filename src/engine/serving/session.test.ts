import { describe, expect, test } from 'vitest';
import { HomebodyError } from '../../domain/errors.ts';
import { catalogueId, itemIndex } from '../../domain/ids.ts';
import type { Feed } from '../../domain/recommendation.ts';
import type { HomeReport, ModelFacts, TrainProgress } from '../../domain/training.ts';
import type { CountingHome } from '../testing/counting-home.ts';
import { createCountingHome } from '../testing/counting-home.ts';
import type { FakeSource } from '../testing/fake-source.ts';
import { createFakeSource } from '../testing/fake-source.ts';
import { logOf, tasteLog } from '../testing/logs.ts';
import { RecommenderSession } from './session.ts';

const SHOP = catalogueId('shop');
const CONFIG = { dim: 8, epochs: 4, seed: 3 };
const REPORT: HomeReport = {
  home: 'reference',
  device: 'plain TypeScript',
  threads: 1,
  reason: 'forced',
  calibration: {},
  unavailable: {},
};

interface Bench {
  readonly session: RecommenderSession;
  readonly source: FakeSource;
  readonly home: CountingHome;
  /** Homes that were opened after a loss. */
  readonly reopened: CountingHome[];
  readonly train: (onProgress?: (progress: TrainProgress) => void) => Promise<ModelFacts>;
  readonly feed: (k?: number, adventurousness?: number) => Promise<Feed>;
}

function bench(
  source: FakeSource = createFakeSource(tasteLog(4)),
  yieldTurn = () => Promise.resolve(),
): Bench {
  const home = createCountingHome();
  const reopened: CountingHome[] = [];
  let time = 0;
  const session = new RecommenderSession({
    source,
    opening: Promise.resolve({ home, report: REPORT }),
    reopenHome: async () => {
      const next = createCountingHome();
      reopened.push(next);
      return { home: next, report: { ...REPORT, reason: 'only' } };
    },
    // Slow enough for a report from every pass.
    now: () => (time += 10),
    yieldTurn,
  });
  return {
    session,
    source,
    home,
    reopened,
    train: (onProgress = () => {}) => session.train({ catalogue: SHOP, config: CONFIG }, 1e12, onProgress),
    feed: (k = 8, adventurousness = 0) =>
      session.feed({ catalogue: SHOP, historyVersion: source.version, k, adventurousness }),
  };
}

/** Makes the vault find one kind of checkpoint altered, as it does when a chunk does not decrypt. */
function damage(source: FakeSource, kind: 'model' | 'training'): void {
  const { loadCheckpoint } = source;
  source.loadCheckpoint = async (catalogue, asked) => {
    if (asked === kind) throw new HomebodyError('vault/damaged', 'A record does not decrypt.');
    return loadCheckpoint(catalogue, asked);
  };
}

const itemsOf = (feed: Feed): number[] => feed.items.map(({ item }) => item);

describe('before a model', () => {
  test('the feed is popularity without what was decided on or is out of stock; looking decides nothing', async () => {
    const log = logOf(3, 5, [
      [0, 4, 'like'],
      [1, 4, 'like'],
      [2, 4, 'like'],
      [0, 3, 'like'],
      [1, 3, 'like'],
      [0, 2, 'like'],
    ]);
    const { session, source, feed } = bench(
      createFakeSource(log, { available: Uint8Array.of(1, 1, 1, 0, 1) }),
    );
    expect(await session.openCatalogue(SHOP)).toEqual({ catalogue: SHOP, model: null, resumable: null });
    const before = await feed();
    expect(itemsOf(before)).toEqual([4, 2, 0, 1]);
    expect(before.model).toBeNull();
    expect(before.intraListDiversity).toBeNaN();
    expect(before.items.every(({ reason }) => reason.kind === 'popular')).toBe(true);
    source.record(2, 'view');
    expect(itemsOf(await feed())).toEqual([4, 2, 0, 1]);
    source.record(4, 'dismiss');
    expect(itemsOf(await feed())).toEqual([2, 0, 1]);
  });

  test("similar items are 'model/none', complements none, an explanation without causes", async () => {
    const { session } = bench();
    await expect(session.similarItems(SHOP, itemIndex(0), 3)).rejects.toMatchObject({ code: 'model/none' });
    expect(await session.complements(SHOP, itemIndex(0), 3)).toEqual([]);
    expect(await session.explain({ catalogue: SHOP, historyVersion: 1, item: itemIndex(0) })).toMatchObject({
      score: 0,
      causes: [],
    });
  });
});

describe('training', () => {
  test('makes the new model the current one, stores it, and says what it is worth', async () => {
    const { session, source, train } = bench();
    const phases = new Set<string>();
    const facts = await train(({ phase }) => phases.add(phase));
    expect([...phases]).toEqual(['preparing', 'training', 'evaluating', 'saving']);
    expect(facts).toMatchObject({
      name: 'ials',
      home: 'reference',
      userCount: 80,
      itemCount: 48,
      trainedAt: 1e12,
    });
    expect(facts.quality!.heldOutUsers).toBe(80);
    expect(facts.quality!.ndcgAt10).toBeGreaterThan(1.5 * facts.quality!.popularityNdcgAt10);
    expect((await session.openCatalogue(SHOP)).model).toEqual(facts);
    expect([...source.stored.keys()]).toEqual(['model']);
  });

  test('answers the same bit for bit after a reload, without reading the log again', async () => {
    const first = bench();
    const facts = await first.train();
    first.source.record(4, 'like');
    first.source.record(9, 'dismiss');
    const before = await first.feed(8, 0.5);
    const logReads = first.source.logReads;
    const second = bench(first.source);
    expect((await second.session.openCatalogue(SHOP)).model).toEqual(facts);
    expect(await second.feed(8, 0.5)).toEqual(before);
    expect(first.source.logReads).toBe(logReads);
    const [item] = itemsOf(before);
    expect(
      await second.session.explain({
        catalogue: SHOP,
        historyVersion: first.source.version,
        item: itemIndex(item!),
      }),
    ).toEqual(
      await first.session.explain({
        catalogue: SHOP,
        historyVersion: first.source.version,
        item: itemIndex(item!),
      }),
    );
    expect(await second.session.complements(SHOP, itemIndex(0), 5)).toEqual(
      await first.session.complements(SHOP, itemIndex(0), 5),
    );
  });

  test('lets the older model answer while it runs', async () => {
    const { train, feed, source } = bench();
    const old = await train();
    source.record(4, 'like');
    const models = new Set<string | null>();
    const feeds: Promise<unknown>[] = [];
    const next = train(() => feeds.push(feed().then(({ model }) => models.add(model))));
    await next;
    await Promise.all(feeds);
    expect(feeds.length).toBeGreaterThan(2);
    expect(models).toEqual(new Set([old.id]));
  });

  test("is alone: a second one is 'training/busy', and works after the first", async () => {
    const { train } = bench();
    const first = train();
    await expect(train()).rejects.toMatchObject({ code: 'training/busy' });
    await first;
    await expect(train()).resolves.toMatchObject({ name: 'ials' });
  });

  test("settles with 'training/cancelled' and leaves model and vault as they were", async () => {
    const { session, source, train, feed } = bench();
    const old = await train();
    source.record(4, 'like');
    const before = await feed();
    const stored = source.stored.get('model');
    const next = train(({ epoch }) => {
      if (epoch === 2) void session.cancelTraining();
    });
    await expect(next).rejects.toMatchObject({ code: 'training/cancelled' });
    expect((await session.openCatalogue(SHOP)).model).toEqual(old);
    expect(await feed()).toEqual(before);
    await Promise.resolve();
    expect(source.stored.get('model')).toBe(stored);
    expect(source.stored.has('training')).toBe(false);
    expect((await session.openCatalogue(SHOP)).resumable).toBeNull();
  });

  test('is cancelled while the vault is still reading the log', async () => {
    const source = createFakeSource(tasteLog(4));
    const { session, train } = bench(source);
    await session.openCatalogue(SHOP);
    source.interactions = () => new Promise<never>(() => {});
    await Promise.all([
      expect(train()).rejects.toMatchObject({ code: 'training/cancelled' }),
      session.cancelTraining(),
    ]);
  });

  test('keeps the older model when the new one cannot be stored', async () => {
    const { session, source, train } = bench();
    const old = await train();
    source.failSaving('model', new HomebodyError('vault/quota', 'No more room.'));
    await expect(train()).rejects.toMatchObject({ code: 'vault/quota' });
    expect((await session.openCatalogue(SHOP)).model).toEqual(old);
  });

  test('goes on without comfort when the unfinished training cannot be stored', async () => {
    const { source, train } = bench();
    source.failSaving('training', new HomebodyError('vault/quota', 'No more room.'));
    await expect(train()).resolves.toMatchObject({ name: 'ials' });
  });

  test('goes on after a reload from the passes that were done, to the same model', async () => {
    const calm = bench();
    const whole = await calm.train();
    const cut = bench();
    // The page goes away after the second pass: its session never gets another turn.
    await new Promise<void>((resolve) => {
      void bench(cut.source, () => (cut.source.stored.has('training') ? stop() : Promise.resolve())).train();
      function stop(): Promise<void> {
        resolve();
        return new Promise(() => {});
      }
    });
    expect((await cut.session.openCatalogue(SHOP)).resumable).toEqual({ epoch: 1, epochs: 4 });
    const epochs: number[] = [];
    const facts = await cut.train(({ phase, epoch }) => phase === 'training' && epochs.push(epoch));
    expect(epochs.find((epoch) => epoch > 0)).toBe(1);
    expect(epochs.at(-1)).toBe(4);
    expect(facts.losses).toEqual(whole.losses);
    expect(facts.quality).toEqual(whole.quality);
    expect((await cut.session.openCatalogue(SHOP)).resumable).toBeNull();
    cut.source.record(4, 'like');
    calm.source.record(4, 'like');
    expect(await cut.feed()).toEqual(await calm.feed());
  });

  test('is not gone on with when its model was stored and only the leftover could not be dropped any more', async () => {
    const { source, train } = bench();
    const { dropCheckpoint } = source;
    source.dropCheckpoint = () => new Promise<never>(() => {});
    const facts = await train();
    expect([...source.stored.keys()].toSorted()).toEqual(['model', 'training']);
    source.dropCheckpoint = dropCheckpoint;
    const reloaded = await bench(source).session.openCatalogue(SHOP);
    expect(reloaded).toEqual({ catalogue: SHOP, model: facts, resumable: null });
    expect(source.stored.has('training')).toBe(false);
  });

  test('is gone on with when it began after the stored model was trained', async () => {
    const { session, source, train } = bench();
    await train();
    await new Promise<void>((resolve) => {
      const cut = bench(source, () => (source.stored.has('training') ? stop() : Promise.resolve()));
      void cut.session.train({ catalogue: SHOP, config: { ...CONFIG, seed: 4 } }, 1e12 + 1, () => {});
      function stop(): Promise<void> {
        resolve();
        return new Promise(() => {});
      }
    });
    expect((await session.openCatalogue(SHOP)).resumable).toBeNull();
    expect((await bench(source).session.openCatalogue(SHOP)).resumable).toEqual({ epoch: 1, epochs: 4 });
  });

  test('is too late to cancel while its model is stored: the model serves, nothing is left to go on from', async () => {
    const { session, source, train } = bench();
    const { saveCheckpoint } = source;
    const cancels: Promise<void>[] = [];
    source.saveCheckpoint = async (catalogue, kind, bytes) => {
      if (kind === 'model') cancels.push(session.cancelTraining());
      await saveCheckpoint(catalogue, kind, bytes);
    };
    const facts = await train();
    await Promise.all(cancels);
    expect(cancels).toHaveLength(1);
    expect(await session.openCatalogue(SHOP)).toEqual({ catalogue: SHOP, model: facts, resumable: null });
    expect(await bench(source).session.openCatalogue(SHOP)).toEqual(await session.openCatalogue(SHOP));
    expect(source.stored.has('training')).toBe(false);
  });

  test('survives a lost home: reports it, ends on the new one, and the feed moves along', async () => {
    const calm = bench();
    await calm.train();
    const { session, source, home, reopened, train, feed } = bench();
    await train();
    source.record(4, 'like');
    calm.source.record(4, 'like');
    home.loseAtSolve(5);
    const recovered: TrainProgress['recovered'][] = [];
    const facts = await train((progress) => {
      if (progress.recovered) recovered.push(progress.recovered);
    });
    expect(recovered).toHaveLength(1);
    expect(reopened).toHaveLength(1);
    expect((await session.homeReport()).reason).toBe('only');
    expect(facts.losses).toEqual((await calm.session.openCatalogue(SHOP)).model!.losses);
    expect(await feed()).toEqual(await calm.feed());
  });
});

describe('a lost home', () => {
  test('is replaced under a feed, which answers as if nothing had happened', async () => {
    const { session, source, home, reopened, train, feed } = bench();
    await train();
    source.record(4, 'like');
    const before = await feed(5);
    home.lose();
    source.record(8, 'like');
    source.takeBack();
    const [one, other] = await Promise.all([feed(5), feed(5, 0.5)]);
    expect(one.items).toEqual(before.items);
    expect(other.items).toHaveLength(5);
    expect(reopened).toHaveLength(1);
    await session.forgetCatalogue(SHOP);
    expect(reopened[0]!.alive).toBe(0);
  });

  test('is replaced under the opening of a catalogue', async () => {
    const first = bench();
    const facts = await first.train();
    const { session, home, reopened, feed, source } = bench(first.source);
    home.lose();
    expect((await session.openCatalogue(SHOP)).model).toEqual(facts);
    expect(reopened).toHaveLength(1);
    source.record(4, 'like');
    expect((await feed(3)).model).toBe(facts.id);
  });

  test('is replaced while the model is measured: the passes are kept, and the visitor is told', async () => {
    const calm = await bench().train();
    const { home, reopened, train } = bench();
    const recovered: TrainProgress['recovered'][] = [];
    const facts = await train((progress) => {
      if (progress.phase === 'evaluating' && reopened.length === 0) home.lose();
      if (progress.recovered) recovered.push(progress.recovered);
    });
    expect(recovered).toEqual([{ fromEpoch: CONFIG.epochs, home: 'reference' }]);
    expect(facts.quality).toEqual(calm.quality);
  });
});

describe('the feed', () => {
  test('rises items like those that are liked, and says because of which', async () => {
    const { source, train, feed } = bench();
    await train();
    for (const item of [0, 4, 8]) source.record(item, 'like');
    const { items, model } = await feed(5);
    expect(model).not.toBeNull();
    expect(items.filter(({ item }) => item % 4 === 0).length).toBeGreaterThanOrEqual(4);
    for (const { reason } of items) {
      expect(reason).toMatchObject({ kind: 'because' });
      const causes = reason.kind === 'because' ? reason.causes : [];
      expect(causes.length).toBeGreaterThan(0);
      expect(causes.every(({ item, share }) => [0, 4, 8].includes(item) && share > 0)).toBe(true);
    }
  });

  test('is the earlier feed bit for bit after an event is taken back', async () => {
    const { source, train, feed } = bench();
    await train();
    source.record(0, 'like');
    const before = await feed(8, 0.3);
    source.record(5, 'purchase');
    expect(itemsOf(await feed(8, 0.3))).not.toEqual(itemsOf(before));
    source.takeBack();
    expect({ ...(await feed(8, 0.3)), historyVersion: before.historyVersion }).toEqual(before);
  });

  test('scores as the explanation sums, ranks as it says, and hides what it hides', async () => {
    const { session, source, train, feed } = bench();
    await train();
    source.record(0, 'like');
    source.record(5, 'dismiss');
    source.record(7, 'view');
    const { items, historyVersion } = await feed(10);
    for (const [place, { item, score }] of items.entries()) {
      const explanation = await session.explain({
        catalogue: SHOP,
        historyVersion: historyVersion,
        item: item,
      });
      const sum = explanation.causes.reduce((total, { share }) => total + share, 0);
      expect(explanation.score).toBe(score);
      expect(Math.abs(sum - score)).toBeLessThan(1e-12);
      expect(explanation.rank).toBe(place + 1);
      expect(explanation.causes.map(({ item: cause }) => Number(cause)).sort((a, b) => a - b)).toEqual([
        0, 5, 7,
      ]);
    }
    expect(
      (await session.explain({ catalogue: SHOP, historyVersion: historyVersion, item: itemIndex(5) })).rank,
    ).toBeNull();
    expect(itemsOf(await feed(200))).toHaveLength(48 - 2);
  });

  test('is popularity for an empty history and after nothing but dismissals, away from what was refused', async () => {
    const { source, train, feed } = bench();
    await train();
    const empty = await feed(6);
    expect(empty.model).toBeNull();
    expect(empty.items.every(({ reason }) => reason.kind === 'popular')).toBe(true);
    const [refused] = itemsOf(empty);
    source.record(refused!, 'dismiss');
    const after = await feed(48);
    expect(after.items.every(({ reason }) => reason.kind === 'popular')).toBe(true);
    const place = (feed: Feed): number =>
      feed.items.findIndex(({ item }) => item % 4 === refused! % 4) / feed.items.length;
    expect(place(after)).toBeGreaterThan(place(empty));
  });

  test('grows more diverse with adventurousness, and says against what', async () => {
    const { source, train, feed } = bench();
    await train();
    for (const item of [0, 4, 8]) source.record(item, 'like');
    const familiar = await feed(6, 0);
    const adventurous = await feed(6, 1);
    expect(familiar.intraListDiversity).toBe(familiar.familiarDiversity);
    expect(adventurous.familiarDiversity).toBe(familiar.familiarDiversity);
    expect(adventurous.intraListDiversity).toBeGreaterThan(1.5 * familiar.intraListDiversity);
  });

  test.each([
    [0, 0],
    [501, 0],
    [2.5, 0],
    [5, -0.1],
    [5, 1.1],
    [5, Number.NaN],
  ])("refuses k %d with adventurousness %d: 'argument/range'", async (k, adventurousness) => {
    await expect(bench().feed(k, adventurousness)).rejects.toMatchObject({ code: 'argument/range' });
  });

  test('asks for the history only when its version is another', async () => {
    const source = createFakeSource(tasteLog(4));
    let asked = 0;
    const { history } = source;
    source.history = (catalogue) => {
      asked += 1;
      return history(catalogue);
    };
    const { feed } = bench(source);
    await feed();
    await feed(4);
    expect(asked).toBe(1);
    source.record(1, 'like');
    await feed();
    expect(asked).toBe(2);
  });
});

describe('an unusable stored model', () => {
  test('does not keep the shop shut: popularity serves, and the status says why', async () => {
    const { source, train } = bench();
    await train();
    const bytes = source.stored.get('model')!;
    bytes[bytes.length - 3]! ^= 4;
    const { session, feed } = bench(source);
    const status = await session.openCatalogue(SHOP);
    expect(status).toEqual({ catalogue: SHOP, model: null, resumable: null, unusable: 'checkpoint/format' });
    expect((await feed()).items[0]!.reason.kind).toBe('popular');
  });

  test("whose stored bytes are altered or missing ('vault/damaged') does not either, nor the next training", async () => {
    const { source, train } = bench();
    await train();
    damage(source, 'model');
    const { session, feed, train: trainAgain } = bench(source);
    const status = await session.openCatalogue(SHOP);
    expect(status).toEqual({ catalogue: SHOP, model: null, resumable: null, unusable: 'vault/damaged' });
    expect((await feed()).items[0]!.reason.kind).toBe('popular');
    await expect(trainAgain()).resolves.toMatchObject({ name: 'ials' });
  });

  test('leaves the shop open also when it is the unfinished training: that is dropped', async () => {
    const { source, train } = bench();
    const facts = await train();
    damage(source, 'training');
    source.stored.set('training', new Uint8Array(40));
    const { session } = bench(source);
    expect(await session.openCatalogue(SHOP)).toEqual({ catalogue: SHOP, model: facts, resumable: null });
    expect(source.stored.has('training')).toBe(false);
  });

  test('is no obstacle to a training when the unfinished one is damaged after the opening', async () => {
    const { session, source, train } = bench();
    await session.openCatalogue(SHOP);
    damage(source, 'training');
    source.stored.set('training', new Uint8Array(40));
    await expect(train()).resolves.toMatchObject({ name: 'ials' });
  });

  test('is told apart from a storage that is gone, which is thrown on', async () => {
    const { session, source } = bench();
    source.loadCheckpoint = () => Promise.reject(new HomebodyError('vault/closed', 'The storage is gone.'));
    await expect(session.openCatalogue(SHOP)).rejects.toMatchObject({ code: 'vault/closed' });
  });

  test("of another state of the catalogue is 'checkpoint/mismatch'", async () => {
    const first = bench();
    await first.train();
    const moved = createFakeSource(tasteLog(4), { department: new Int32Array(48).fill(2) });
    moved.stored.set('model', first.source.stored.get('model')!);
    expect((await bench(moved).session.openCatalogue(SHOP)).unusable).toBe('checkpoint/mismatch');
  });
});

describe('buffers', () => {
  test('do not leak over ten trainings, every other one cancelled', async () => {
    const { session, source, home, train, feed } = bench();
    await train();
    source.record(4, 'like');
    await feed();
    const alive = home.alive;
    expect(alive).toBe(1);
    let cancelled = 0;
    for (let i = 0; i < 10; i++) {
      const training = train(({ epoch }) => {
        if (i % 2 === 1 && epoch === 2) void session.cancelTraining();
      });
      await training.catch((error: unknown) => {
        if (!(error instanceof HomebodyError) || error.code !== 'training/cancelled') throw error;
        cancelled += 1;
      });
      await feed();
      expect(home.alive).toBe(alive);
    }
    expect(cancelled).toBe(5);
    await session.forgetCatalogue(SHOP);
    expect(home.alive).toBe(0);
  });

  test('of a model that is looked at stay while it is, also when its catalogue is forgotten as it begins', async () => {
    const { session, source, home, train } = bench();
    await train();
    source.record(4, 'like');
    const looked = session.lookAt(SHOP, async ({ facts, serving }) => {
      const user = { items: Int32Array.of(4), weights: Float64Array.of(1) };
      const person = serving.trained!.model.foldIn!(user);
      const [best] = await person.candidates(1, [{ by: 'score', excluded: new Int32Array(0) }]);
      return { best: best![0]!, itemCount: facts.itemCount };
    });
    await session.forgetCatalogue(SHOP);
    const { best, itemCount } = await looked;
    expect(best).toBeGreaterThanOrEqual(0);
    expect(best).toBeLessThan(itemCount);
    await session.forgetCatalogue(SHOP);
    expect(home.alive).toBe(0);
  });

  test('are given back by forgetting a catalogue while it trains', async () => {
    const { session, home, train } = bench();
    await train();
    await Promise.all([
      expect(train()).rejects.toMatchObject({ code: 'training/cancelled' }),
      session.forgetCatalogue(SHOP),
    ]);
    expect(home.alive).toBe(0);
  });
});
