import { beforeAll, describe, expect, test } from 'vitest';
import { catalogueId, itemIndex } from '../../domain/ids.ts';
import type { Explanation, Feed, FeedRequest, Mood, Muted } from '../../domain/recommendation.ts';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import type { FakeSource } from '../testing/fake-source.ts';
import { createFakeSource } from '../testing/fake-source.ts';
import { tasteLog } from '../testing/logs.ts';
import { RecommenderSession } from './session.ts';

const SHOP = catalogueId('shop');
const ITEMS = 640;
/** Item i is of sort i mod 4; departments are rows of 320, 160, 80, 40 and 40 items; brands alternate. */
const DEPARTMENT = Int32Array.from({ length: ITEMS }, (_, i) =>
  [320, 480, 560, 600, ITEMS].findIndex((end) => i < end),
);
const BRAND = Int32Array.from({ length: ITEMS }, (_, i) => (i % 10 === 9 ? -1 : i % 2));
const LOG = tasteLog(7, 120, ITEMS, 9000);

let model: Uint8Array<ArrayBuffer>;

/** A session that opens the model which was trained once for all tests. */
function shop(): { readonly session: RecommenderSession; readonly source: FakeSource } {
  const source = createFakeSource(LOG, { department: DEPARTMENT, brand: BRAND });
  if (model) source.stored.set('model', model);
  const home = createReferenceHome();
  const report = {
    home: 'reference',
    device: 'plain TypeScript',
    threads: 1,
    reason: 'forced',
    calibration: {},
    unavailable: {},
  } as const;
  let time = 0;
  const session = new RecommenderSession({
    source,
    opening: Promise.resolve({ home, report }),
    reopenHome: async () => ({ home, report }),
    now: () => (time += 10),
    yieldTurn: () => Promise.resolve(),
  });
  return { session, source };
}

beforeAll(async () => {
  const { session, source } = shop();
  await session.train({ catalogue: SHOP, config: { dim: 8, epochs: 4, seed: 3 } }, 1e12, () => {});
  model = source.stored.get('model')!;
});

type Asked = Partial<Omit<FeedRequest, 'catalogue' | 'historyVersion'>>;

function ask(): {
  readonly session: RecommenderSession;
  readonly source: FakeSource;
  readonly feed: (more?: Asked) => Promise<Feed>;
  readonly explain: (item: number, more?: { mood?: Mood; muted?: Muted }) => Promise<Explanation>;
} {
  const { session, source } = shop();
  const present = (): { catalogue: typeof SHOP; historyVersion: number } => ({
    catalogue: SHOP,
    historyVersion: source.version,
  });
  return {
    session,
    source,
    feed: (more = {}) => session.feed({ ...present(), k: 20, adventurousness: 0, ...more }),
    explain: (item, more = {}) => session.explain({ ...present(), item: itemIndex(item), ...more }),
  };
}

const itemsOf = ({ items }: Pick<Feed, 'items'>): number[] => items.map(({ item }) => item);
const more = (...items: number[]): Mood => ({
  items: items.map((item) => ({ item: itemIndex(item), direction: 1 })),
  departments: [],
});
const less = (...items: number[]): Mood => ({
  items: items.map((item) => ({ item: itemIndex(item), direction: -1 })),
  departments: [],
});
const SHELVES = { count: 8, perShelf: 8, head: 8 };
const all = (feed: Feed): number[] => [...itemsOf(feed), ...feed.shelves.flatMap(itemsOf)];
/** The answer but for the version, which never comes back. */
const answerOf = (feed: Feed): Feed => ({ ...feed, historyVersion: 0 });

describe('a mood', () => {
  test('for more like an item scores as a like of it would, leaves it showable, and is forgotten', async () => {
    const { source, feed } = ask();
    source.record(8, 'like');
    const before = await feed();
    const inMood = await feed({ mood: more(40), k: 500 });
    expect(itemsOf(inMood)).toContain(40);
    expect(answerOf(await feed())).toEqual(answerOf(before));
    source.record(40, 'like');
    const scores = new Map(inMood.items.map(({ item, score }) => [item, score]));
    for (const { item, score } of (await feed()).items) expect(scores.get(item)).toBe(score);
  });

  test('gives a visitor without a history the answer of the model, because of the mood', async () => {
    const { feed } = ask();
    expect((await feed()).model).toBeNull();
    const answer = await feed({ mood: more(40), shelves: SHELVES });
    expect(answer.model).not.toBeNull();
    expect(answer.items.filter(({ item }) => item % 4 === 0).length).toBeGreaterThan(14);
    for (const { reason } of answer.items.slice(0, 5)) {
      expect(reason).toMatchObject({ kind: 'because', causes: [{ item: 40, mood: true }] });
    }
    expect(answer.shelves.map(({ kind }) => kind)).toEqual(['new', 'popular']);
  });

  test('for less like an item hides it while it lasts, and its like with it', async () => {
    const { source, feed, explain } = ask();
    source.record(9, 'like');
    const [first, second] = itemsOf(await feed());
    const mood = less(first!);
    expect(all(await feed({ mood, k: 500, shelves: SHELVES }))).not.toContain(first);
    expect((await explain(first!, { mood })).rank).toBeNull();
    expect((await explain(second!, { mood })).score).toBeLessThan((await explain(second!)).score);
    expect(itemsOf(await feed())[0]).toBe(first);
  });

  test('for a department lifts all its items by one constant', async () => {
    const { source, feed, explain } = ask();
    for (const item of [0, 4, 8]) source.record(item, 'like');
    const mood: Mood = { items: [], departments: [3] };
    const before = await feed({ k: 256 });
    const after = await feed({ mood });
    const lifted = itemsOf(after).filter((item) => DEPARTMENT[item] === 3);
    expect(lifted.length).toBeGreaterThanOrEqual(4);
    expect(
      itemsOf(before)
        .slice(0, 20)
        .some((item) => DEPARTMENT[item] === 3),
    ).toBe(false);
    const { departmentShare } = await explain(lifted[0]!, { mood });
    expect(departmentShare).toBeGreaterThan(0);
    for (const item of [560, 561, 562, 563]) {
      const [plain, moody] = [await explain(item), await explain(item, { mood })];
      expect(moody.departmentShare).toBe(departmentShare);
      expect(moody.score).toBe(plain.score + departmentShare);
    }
    expect((await explain(1, { mood })).departmentShare).toBe(0);
  });

  test('for a department leads the list of a visitor without a history, whom popularity still answers', async () => {
    const { feed } = ask();
    const answer = await feed({ mood: { items: [], departments: [2] } });
    expect(answer.model).toBeNull();
    const inMood = itemsOf(answer).filter((item) => DEPARTMENT[item] === 2).length;
    const plain = itemsOf(await feed()).filter((item) => DEPARTMENT[item] === 2).length;
    expect(inMood).toBeGreaterThan(plain + 3);
  });

  test('keeps scores exact: all shares and the department’s sum to the score that the list shows, ranked so', async () => {
    const { source, feed, explain } = ask();
    source.record(0, 'view');
    source.record(4, 'purchase');
    source.record(13, 'dismiss');
    source.record(9, 'wish');
    const mood: Mood = { items: [...more(0, 17).items, ...less(4).items], departments: [1, 3] };
    for (const asked of [{}, { department: 1 }, { muted: { departments: [0], brands: [] } }]) {
      const { items } = await feed({ mood, ...asked });
      expect(items).toHaveLength(20);
      for (const { item, score } of items) {
        const { causes, departmentShare, ...explanation } = await explain(item, { mood });
        expect(explanation.score).toBe(score);
        const sum = causes.reduce((total, { share }) => total + share, departmentShare);
        expect(Math.abs(sum - score)).toBeLessThan(1e-12);
        expect(
          causes
            .map(({ item: cause, mood: ofMood }) => `${cause}${ofMood ? ' mood' : ''}`)
            .toSorted((a, b) => a.localeCompare(b)),
        ).toEqual(['0', '0 mood', '13', '17 mood', '4', '4 mood', '9']);
      }
    }
    const { items } = await feed({ mood });
    for (const [place, { item }] of items.entries()) {
      expect((await explain(item, { mood })).rank).toBe(place + 1);
    }
  });

  test('splits the share of an item that the history knows too in proportion to the weights', async () => {
    const { source, explain } = ask();
    source.record(0, 'view');
    const { causes } = await explain(8, { mood: more(0) });
    const [ofMood, ofHistory] = causes;
    expect([ofMood!.mood, ofHistory!.mood]).toEqual([true, undefined]);
    expect(ofMood!.share / ofHistory!.share).toBeCloseTo(1 / 0.25, 9);
  });
});

describe('a department', () => {
  test('is shown alone and to its end, also past what the kernel lists', async () => {
    const { source, feed } = ask();
    source.record(8, 'like');
    for (const department of [0, 1, 4]) {
      const answer = await feed({ department, k: 500 });
      const size = [319, 160, 80, 40, 40][department];
      expect(itemsOf(answer).every((item) => DEPARTMENT[item] === department)).toBe(true);
      expect(new Set(itemsOf(answer)).size).toBe(size);
      expect(answer.available).toBe(size);
      const scores = answer.items.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    }
  });

  test('begins as the whole shop would, were there nothing else', async () => {
    const { source, feed } = ask();
    source.record(8, 'like');
    const whole = itemsOf(await feed({ k: 500 })).filter((item) => DEPARTMENT[item] === 1);
    expect(itemsOf(await feed({ department: 1, k: 10 }))).toEqual(whole.slice(0, 10));
  });

  test('has no more than 500 available, for no list is longer', async () => {
    const { feed } = ask();
    const answer = await feed({ k: 500 });
    expect([answer.items.length, answer.available]).toEqual([500, 500]);
    expect((await feed({ k: 20 })).available).toBe(500);
  });
});

describe('what is muted', () => {
  const muted: Muted = { departments: [0, 4], brands: [1] };
  const isMuted = (item: number): boolean => [0, 4].includes(DEPARTMENT[item]!) || BRAND[item] === 1;

  test('is on no list and no shelf; items of an unknown brand stay', async () => {
    const { source, feed } = ask();
    for (const asked of [{}, { mood: more(322) }]) {
      const answer = await feed({ muted, k: 500, shelves: SHELVES, ...asked });
      expect(all(answer).some(isMuted)).toBe(false);
      expect(all(answer).some((item) => BRAND[item] === -1)).toBe(true);
      expect(all(answer).length).toBe(DEPARTMENT.filter((_, item) => !isMuted(item)).length);
      source.record(4, 'view');
    }
  });

  test('is not counted by a rank and has none, but can be explained', async () => {
    const { source, feed, explain } = ask();
    source.record(4, 'like');
    const { items } = await feed({ muted });
    for (const [place, { item, score }] of items.entries()) {
      const explanation = await explain(item, { muted });
      expect([explanation.rank, explanation.score]).toEqual([place + 1, score]);
    }
    const hidden = await explain(8, { muted });
    expect([hidden.rank, hidden.causes.length]).toEqual([null, 1]);
    expect(hidden.score).toBe((await explain(8)).score);
  });
});

describe('another past', () => {
  const past = [
    [8, 'like'],
    [9, 'purchase'],
    [9, 'dismiss'],
    [12, 'wish'],
  ] as const;

  test('is answered for as it was, or would have been, bit for bit', async () => {
    const { source, feed } = ask();
    const then = [answerOf(await feed({ adventurousness: 0.4 }))];
    for (const [item, kind] of past) {
      source.record(item, kind);
      then.push(answerOf(await feed({ adventurousness: 0.4 })));
    }
    const supposing = async (supposition: FeedRequest['supposing']): Promise<Feed> =>
      answerOf(await feed({ adventurousness: 0.4, supposing: supposition! }));
    for (const event of [1, 2, 3, 4]) {
      expect(await supposing({ kind: 'before', event })).toEqual(then[event - 1]);
      expect(await supposing({ kind: 'through', event })).toEqual(then[event]);
    }
    expect(await supposing({ kind: 'without', events: [2, 3, 4] })).toEqual(then[1]);
    expect(await supposing({ kind: 'without', events: [] })).toEqual(then[4]);
    source.takeBack();
    expect(answerOf(await feed({ adventurousness: 0.4 }))).toEqual(then[3]);
  });

  test('asks the vault for nothing and leaves the present as it is', async () => {
    const { source, feed } = ask();
    for (const [item, kind] of past) source.record(item, kind);
    let asked = 0;
    const { history } = source;
    source.history = (catalogue) => {
      asked += 1;
      return history(catalogue);
    };
    const before = await feed();
    const other = await feed({ supposing: { kind: 'without', events: [1] } });
    expect(other.items).not.toEqual(before.items);
    expect(itemsOf(await feed({ supposing: { kind: 'without', events: [4] }, k: 500 }))).toContain(12);
    expect(await feed()).toEqual(before);
    expect(asked).toBe(1);
  });
});

describe('a wish', () => {
  test('hides the thing from the list and draws like things near, less than a like does', async () => {
    const { source, feed, explain } = ask();
    source.record(8, 'wish');
    const wished = await explain(12);
    expect(all(await feed({ k: 500 }))).not.toContain(8);
    expect((await feed()).items[0]!.item % 4).toBe(0);
    source.takeBack();
    source.record(8, 'like');
    expect(wished.score).toBeGreaterThan(0);
    expect(wished.score).toBeLessThan((await explain(12)).score);
  });
});

describe('quick picks', () => {
  const pick = async (bench: ReturnType<typeof ask>, passed: readonly number[] = [], k = 3) =>
    (
      await bench.session.quickPicks({
        catalogue: SHOP,
        historyVersion: bench.source.version,
        k,
        passed: passed.map(itemIndex),
      })
    ).map(({ item }) => item as number);

  test('are known to many, unlike, and the same for the same question', async () => {
    const bench = ask();
    const picks = await pick(bench);
    expect(new Set(picks.map((item) => item % 4)).size).toBe(3);
    // tasteLog takes the head of each sort more often, and that is where the numbers are small.
    expect(Math.max(...picks)).toBeLessThan(320);
    expect(await pick(bench)).toEqual(picks);
    const next = await pick(bench, picks);
    expect(next.some((item) => picks.includes(item))).toBe(false);
  });

  test('never offer what is decided on, and come near the taste once there is one', async () => {
    const bench = ask();
    const [first] = await pick(bench);
    bench.source.record(first!, 'like');
    const next = await pick(bench, [], 12);
    expect(next).not.toContain(first);
    expect(next.filter((item) => item % 4 === first! % 4).length).toBeGreaterThan(6);
  });

  test.each([
    [1, []],
    [13, []],
    [3, [ITEMS]],
  ])("refuses k %d with %j passed: 'argument/range'", async (k, passed) => {
    await expect(pick(ask(), passed, k)).rejects.toMatchObject({ code: 'argument/range' });
  });
});

test.each<Asked>([
  { shelves: { count: 9, perShelf: 8, head: 0 } },
  { shelves: { count: 1, perShelf: 3, head: 0 } },
  { shelves: { count: 1, perShelf: 8, head: -1 } },
  { department: -1 },
  { muted: { departments: [], brands: [-1] } },
  { mood: { items: [], departments: [0.5] } },
  { mood: more(ITEMS) },
  { mood: { items: [{ item: itemIndex(0), direction: 0 as 1 }], departments: [] } },
  { supposing: { kind: 'before', event: Number.NaN } },
])("a feed refuses %j: 'argument/range'", async (asked) => {
  await expect(ask().feed(asked)).rejects.toMatchObject({ code: 'argument/range' });
});
