import { describe, expect, test } from 'vitest';
import { catalogueId, itemIndex } from '../../domain/ids.ts';
import type { Cause, Feed } from '../../domain/recommendation.ts';
import type { RecommenderKind } from '../models/recommender.ts';
import { MODEL_KINDS } from '../models/registry.ts';
import { createCountingHome } from '../testing/counting-home.ts';
import type { CountingHome } from '../testing/counting-home.ts';
import { CONFORMANCE_CLAIMS } from '../testing/conformance-claims.ts';
import type { FakeSource } from '../testing/fake-source.ts';
import { createFakeSource } from '../testing/fake-source.ts';
import { tasteLog } from '../testing/logs.ts';
import { RecommenderSession } from './session.ts';

const SHOP = catalogueId('shop');

interface Visit {
  readonly session: RecommenderSession;
  readonly home: CountingHome;
  readonly source: FakeSource;
  readonly feed: () => Promise<Feed>;
}

function visit(source: FakeSource): Visit {
  const home = createCountingHome();
  let time = 0;
  const session = new RecommenderSession({
    source,
    opening: Promise.resolve({
      home,
      report: {
        home: 'reference',
        device: 'test',
        threads: 1,
        reason: 'forced',
        calibration: {},
        unavailable: {},
      },
    }),
    reopenHome: () => Promise.reject(new Error('no other home')),
    now: () => (time += 1),
    yieldTurn: () => Promise.resolve(),
  });
  return {
    session,
    home,
    source,
    feed: () =>
      session.feed({
        catalogue: SHOP,
        historyVersion: source.version,
        k: 12,
        adventurousness: 0.2,
        shelves: { count: 4, perShelf: 4, head: 4 },
      }),
  };
}

const shopOf = (): FakeSource =>
  createFakeSource(tasteLog(4), { department: Int32Array.from({ length: 48 }, (_, item) => item % 4) });

/** The stored model of each kind, trained once. */
const stored = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

async function train(kind: RecommenderKind<object>): Promise<Uint8Array<ArrayBuffer>> {
  const { source, session } = visit(shopOf());
  const { config } = CONFORMANCE_CLAIMS[kind.name]!;
  await session.train({ catalogue: SHOP, model: kind.name, config }, 1e12, () => {});
  await session.dispose();
  return source.stored.get('model')!;
}

/** A shop of four tastes with a model of this kind, and somebody of one of them. */
async function open(kind: RecommenderKind<object>): Promise<Visit> {
  if (!stored.has(kind.name)) stored.set(kind.name, train(kind));
  const source = shopOf();
  source.stored.set('model', (await stored.get(kind.name))!);
  for (const item of [1, 5, 9, 13]) source.record(item, 'like');
  return visit(source);
}

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const shownBy = ({ items, shelves }: Feed): readonly number[] =>
  [...items, ...shelves.flatMap((shelf) => shelf.items)].map(({ item }) => item);

describe.each(MODEL_KINDS.map((kind) => [kind.name, kind] as const))('%s serves', (name, kind) => {
  test('the shelves at once, by the history where it folds in, each thing once and none of what is decided', async () => {
    const { session, feed } = await open(kind);
    const answer = await feed();
    expect(answer.model).toBe(kind.foldsIn ? (await session.openCatalogue(SHOP)).model!.id : null);
    const shown = shownBy(answer);
    expect(shown.length).toBeGreaterThanOrEqual(12);
    expect(new Set(shown).size).toBe(shown.length);
    for (const item of [1, 5, 9, 13]) expect(shown).not.toContain(item);
  });

  test('another list after one more click, where it folds in, and the very one of before when that is taken back', async () => {
    const { source, feed } = await open(kind);
    const before = await feed();
    source.record(17, 'purchase');
    const after = await feed();
    expect(shownBy(after)).not.toContain(17);
    expect(isEqual(after.items, before.items)).toBe(!kind.foldsIn && !shownBy(before).includes(17));
    const historyVersion = source.takeBack();
    expect(await feed()).toEqual({ ...before, historyVersion });
  });

  test('the same right after the training as after a reload, and gives every buffer back', async () => {
    const fresh = visit(shopOf());
    const { config } = CONFORMANCE_CLAIMS[name]!;
    for (const item of [1, 5, 9, 13]) fresh.source.record(item, 'like');
    await fresh.session.train({ catalogue: SHOP, model: name, config }, 1e12, () => {});
    const reloaded = visit(fresh.source);
    expect((await reloaded.session.openCatalogue(SHOP)).model).toMatchObject({ name });
    expect(await reloaded.feed()).toEqual(await fresh.feed());
    for (const { session, home } of [fresh, reloaded]) {
      await session.dispose();
      expect(home.alive).toBe(0);
    }
  });

  test('what is alike and what goes well, without the thing itself', async () => {
    const { session } = await open(kind);
    const alike = await session.similarItems(SHOP, itemIndex(1), 6);
    expect(alike.map(({ item }) => item)).not.toContain(1);
    expect(alike.every(({ score }) => score > 0)).toBe(true);
    expect(alike.length).toBe(name === 'popularity' ? 0 : 6);
    expect((await session.complements(SHOP, itemIndex(1), 6)).map(({ item }) => item)).not.toContain(1);
  });
});

const kindsThat = (explains: RecommenderKind<object>['explains'], foldsIn: boolean) =>
  MODEL_KINDS.filter((kind) => kind.explains === explains && kind.foldsIn === foldsIn).map(
    (kind) => [kind.name, kind] as const,
  );

/** Every reason on the shelves but those of what is popular, and why its item is there. */
async function explained(kind: RecommenderKind<object>) {
  const { session, feed, source } = await open(kind);
  const { items, shelves } = await feed();
  const shown = [...items, ...shelves.flatMap((shelf) => (shelf.kind === 'popular' ? [] : shelf.items))];
  return Promise.all(
    shown.map(async (one) => ({
      one,
      why: await session.explain({ catalogue: SHOP, historyVersion: source.version, item: one.item }),
    })),
  );
}
const LIKED = [1, 5, 9, 13];

test.each(kindsThat('shares', true))(
  '%s names what speaks for each thing, by shares that sum to its score',
  async (_name, kind) => {
    const all = await explained(kind);
    expect(all.length).toBeGreaterThanOrEqual(12);
    for (const { one, why } of all) {
      expect(why.causes.map(({ item }) => item as number).toSorted((a, b) => a - b)).toEqual(LIKED);
      expect(why.causes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(why.score, 9);
      expect(why.score).toBeCloseTo(one.score, 12);
      expect(why).not.toHaveProperty('whole');
      expect(why).not.toHaveProperty('byPopularity');
      expect(one.reason.kind).toBe('because');
    }
    // What is of their taste has a cause with a name; each is one that the explanation has, with its share.
    const [best] = all;
    expect(best!.one.item % 4).toBe(1);
    const { causes } = best!.one.reason as { readonly causes: readonly Cause[] };
    expect(causes.length).toBeGreaterThan(0);
    for (const { item, share } of causes) {
      expect(share).toBeGreaterThan(0);
      expect(best!.why.causes.find((cause) => cause.item === item)!.share).toBeCloseTo(share, 12);
    }
  },
);

test.each(kindsThat('nothing', true))('%s says that it reads the whole history', async (_name, kind) => {
  for (const { one, why } of await explained(kind)) {
    expect(one.reason.kind).toBe('whole');
    expect(why.causes).toEqual([]);
    expect(why.whole!.inOrder).toBe(kind.learnsOrder);
    expect([...LIKED, null]).toContain(why.whole!.nearest);
    expect(why).not.toHaveProperty('byPopularity');
  }
});

test.each(kindsThat('nothing', false))('%s says that it goes by popularity', async (_name, kind) => {
  for (const { one, why } of await explained(kind)) {
    expect(one.reason.kind).toBe('popular');
    expect(why).toMatchObject({ causes: [], score: 0, byPopularity: 'same-for-all' });
    expect(why).not.toHaveProperty('whole');
  }
});

test.each(MODEL_KINDS.map((kind) => [kind.name, kind] as const))(
  '%s says that popularity ranks where there are refusals alone, and what the refusal adds',
  async (_name, kind) => {
    await open(kind);
    const source = shopOf();
    source.stored.set('model', (await stored.get(kind.name))!);
    source.record(1, 'dismiss');
    const { session, feed } = visit(source);
    const { model, items } = await feed();
    expect(model).toBeNull();
    expect(new Set(items.map(({ reason }) => reason.kind))).toEqual(new Set(['popular']));
    const request = { catalogue: SHOP, historyVersion: source.version, item: items[0]!.item };
    const why = await session.explain(request);
    expect(why.byPopularity).toBe(kind.foldsIn ? 'nothing' : 'same-for-all');
    expect(why.causes).toHaveLength(kind.explains === 'shares' ? 1 : 0);
    expect(why).not.toHaveProperty('whole');
  },
);
