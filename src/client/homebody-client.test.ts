import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { HomebodyError } from '../domain/errors.ts';
import { DEMO_CATALOGUE, itemId, itemIndex } from '../domain/ids.ts';
import type { CatalogueId } from '../domain/ids.ts';
import { HomebodyClient } from './homebody-client.ts';
import type { HomebodyState } from './state.ts';
import type { OtherTabs, TabNews } from './other-tabs.ts';
import { FakeWorkers } from './testing/fake-workers.ts';

let workers: FakeWorkers;
let client: HomebodyClient;
let now = 5;
const state = (): HomebodyState => client.store.getState();
const shown = (): readonly number[] | undefined => state().cards?.map((card) => card.index);
const persist = vi.fn<() => Promise<boolean>>(() => Promise.resolve(true));

const tell = vi.fn<(news: TabNews) => void>();
let hear = (_news: TabNews): void => {};
const otherTabs = (onNews: (news: TabNews) => void): OtherTabs => {
  hear = onNews;
  return { tell };
};

beforeEach(() => {
  persist.mockClear();
  tell.mockClear();
  now = 5;
  workers = new FakeWorkers();
  client = new HomebodyClient({
    spawn: (onReplaced) => workers.spawn(onReplaced),
    home: 'auto',
    now: () => now,
    persist,
    otherTabs,
    mapRoom: () => ({ show: () => Promise.resolve(), hide: () => {} }),
    alone: (_name, work) => work(false),
  });
});
afterEach(() => vi.useRealTimers());

async function started(): Promise<void> {
  await client.start();
  await expect.poll(() => state().model?.id).toBe('m1');
  await expect.poll(() => state().training).toBeNull();
}

describe('the first visit', () => {
  test('shows popular items, trains by itself, and then has a model', async () => {
    let finish = (): void => {};
    workers.trainGate = new Promise((resolve) => (finish = resolve));
    await client.start();
    expect(state().phase).toBe('ready');
    expect(shown()).toEqual([1, 2, 3]);
    expect(state().cards?.[0]?.recommendation.reason.kind).toBe('popular');
    expect(state().model).toBeNull();
    expect(state().training?.phase).toBe('preparing');
    finish();
    await expect.poll(() => state().model?.id).toBe('m1');
    expect(state().training).toBeNull();
  });

  test('a second visit with a model does not train', async () => {
    workers.model = { id: 'm1' } as never;
    await client.start();
    expect(workers.calls).not.toContain('train');
  });
});

describe('an event', () => {
  beforeEach(started);

  test('becomes history first and the feed has seen it; the browser is asked once to keep the storage', async () => {
    await client.actions.record('like', itemIndex(4));
    await client.actions.record('like', itemIndex(9));
    expect(state().history.map((entry) => entry.item.title)).toEqual(['Item 9', 'Item 4']);
    expect(shown()).toEqual([10, 11, 12]);
    expect(state().feed?.historyVersion).toBe(3);
    expect(state().cards?.[0]?.because.map((item) => item.item.title)).toEqual(['Item 9']);
    expect(persist).toHaveBeenCalledTimes(1);
    expect(state().persisted).toBe(true);
    await expect.poll(() => state().storage?.events).toBe(2);
  });

  test('said twice counts once, also by a double click; a thing can be bought twice', async () => {
    await Promise.all([
      client.actions.record('like', itemIndex(4)),
      client.actions.record('like', itemIndex(4)),
    ]);
    await client.actions.record('like', itemIndex(4));
    expect(state().history).toHaveLength(1);
    await client.actions.record('purchase', itemIndex(4));
    now += 400;
    await client.actions.record('purchase', itemIndex(4));
    expect(state().history.map((entry) => entry.event.kind)).toEqual(['purchase', 'purchase', 'like']);
  });

  test('is told to other tabs, and one of another tab is followed', async () => {
    await client.actions.record('like', itemIndex(4));
    expect(tell.mock.calls.filter(([news]) => news.kind === 'log')).toHaveLength(1);
    workers.events.push({ id: 99, catalogue: DEMO_CATALOGUE, item: itemId('i9'), kind: 'like', at: 6 });
    hear({ kind: 'log' });
    await expect.poll(() => state().history.map((entry) => entry.index)).toEqual([9, 4]);
    await expect.poll(() => shown()).toEqual([10, 11, 12]);
    expect(tell.mock.calls.filter(([news]) => news.kind === 'log')).toHaveLength(1);
  });

  test('can be undone, and the undone taking-back puts it into its old place', async () => {
    await client.actions.record('like', itemIndex(4));
    await client.actions.record('like', itemIndex(9));
    const oldest = state().history[1]?.event;
    if (!oldest) throw new Error('no history');
    await client.actions.takeBack([oldest]);
    expect(state().history.map((entry) => entry.index)).toEqual([9]);
    expect(state().undoable?.act.kind).toBe('taken-back');
    await client.actions.undo();
    expect(state().history.map((entry) => entry.index)).toEqual([9, 4]);
    expect(state().undoable).toBeNull();
  });

  test('the offer to undo a like ends after ten seconds; a look makes none', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await client.actions.record('like', itemIndex(4));
    expect(state().undoable?.until).toBe(10_005);
    vi.advanceTimersByTime(10_000);
    expect(state().undoable).toBeNull();
    await client.actions.record('view', itemIndex(5));
    expect(state().undoable).toBeNull();
    expect(state().history[0]?.event.kind).toBe('view');
  });

  test('an answer that a newer event has overtaken is never shown', async () => {
    let open = (): void => {};
    workers.feedGate = new Promise((resolve) => (open = resolve));
    const seen: (readonly number[] | undefined)[] = [];
    const unsubscribe = client.store.subscribe(() => seen.push(shown()));
    const first = client.actions.record('like', itemIndex(4));
    await expect.poll(() => workers.calls).toContain('feed 2');
    const second = client.actions.record('like', itemIndex(9));
    await expect.poll(() => state().history.length).toBe(2);
    open();
    await Promise.all([first, second]);
    unsubscribe();
    expect(shown()).toEqual([10, 11, 12]);
    expect(seen).not.toContainEqual([5, 6, 7]);
  });

  test('of an item that does not exist is a problem, not a crash', async () => {
    await client.actions.record('like', itemIndex(99));
    expect(state().problem?.code).toBe('argument/range');
    client.actions.dismissProblem();
    expect(state().problem).toBeNull();
  });
});

describe('training', () => {
  test('a cancelled training is no problem and leaves the old feed', async () => {
    workers.trainGate = Promise.reject(new HomebodyError('training/cancelled', 'Cancelled.'));
    workers.trainGate.catch(() => {});
    await client.start();
    await expect.poll(() => state().training).toBeNull();
    expect(state().problem).toBeNull();
    expect(shown()).toEqual([1, 2, 3]);
  });

  test('an engine that dies in the middle is replaced, and the training starts again', async () => {
    workers.trainGate = new Promise(() => {});
    await client.start();
    await expect.poll(() => workers.calls.filter((call) => call === 'train').length).toBe(1);
    workers.trainGate = Promise.resolve();
    workers.engineWorkers[0]?.die();
    await expect.poll(() => state().model?.id).toBe('m1');
    expect(workers.engineWorkers).toHaveLength(2);
    expect(state().problem?.code).toBe('worker/died');
  });
});

describe('an import', () => {
  beforeEach(started);

  test('becomes the current catalogue with its report and is trained', async () => {
    await client.actions.importFiles([new File(['x'], 'ratings.csv')]);
    expect(state().catalogue?.name).toBe('films');
    expect(state().report?.format).toBe('test');
    expect(state().importing).toBeNull();
    await expect.poll(() => workers.calls.filter((call) => call === 'train').length).toBe(2);
  });

  test('that fails says why and changes nothing', async () => {
    await client.actions.record('like', itemIndex(4));
    const before = state();
    workers.importFailure = new HomebodyError('import/no-rows', 'ratings.csv has no usable row.');
    await client.actions.importFiles([new File([''], 'ratings.csv')]);
    expect(state().importError?.code).toBe('import/no-rows');
    expect(state().catalogue).toBe(before.catalogue);
    expect(state().history).toBe(before.history);
    expect(state().cards).toBe(before.cards);
  });

  test('events stay with their catalogue', async () => {
    await client.actions.record('like', itemIndex(4));
    await client.actions.importFiles([new File(['x'], 'ratings.csv')]);
    expect(state().history).toEqual([]);
    await client.actions.switchCatalogue(DEMO_CATALOGUE);
    expect(state().history.map((entry) => entry.index)).toEqual([4]);
  });
});

describe('a change of catalogue', () => {
  let films: CatalogueId;

  beforeEach(async () => {
    await started();
    await client.actions.importFiles([new File(['x'], 'ratings.csv')]);
    await vi.waitUntil(() => state().training === null);
    films = state().catalogue?.id ?? DEMO_CATALOGUE;
  });

  test('takes the rows of the left catalogue off the page in the same change', async () => {
    const seen: HomebodyState[] = [];
    const unsubscribe = client.store.subscribe((now, before) => {
      if (now.catalogue?.id !== before.catalogue?.id) seen.push(now);
    });
    await client.actions.switchCatalogue(DEMO_CATALOGUE);
    unsubscribe();
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ cards: null, feed: null, history: [], model: null, undoable: null });
  });

  test('drops a feed that was on its way for the left catalogue', async () => {
    let open = (): void => {};
    let arrive = (): void => {};
    workers.feedGate = new Promise((resolve) => (open = resolve));
    workers.openGate = new Promise((resolve) => (arrive = resolve));
    const before = workers.calls.length;
    const liked = client.actions.record('like', itemIndex(4));
    await expect.poll(() => workers.calls.slice(before).some((call) => call.startsWith('feed'))).toBe(true);
    const shownFeeds: (CatalogueId | undefined)[] = [];
    const unsubscribe = client.store.subscribe((now) => shownFeeds.push(now.feed?.catalogue));
    const switched = client.actions.switchCatalogue(DEMO_CATALOGUE);
    await expect.poll(() => state().catalogue?.id).toBe(DEMO_CATALOGUE);
    open();
    await liked;
    arrive();
    await switched;
    unsubscribe();
    expect(state().feed?.catalogue).toBe(DEMO_CATALOGUE);
    expect(shownFeeds.slice(shownFeeds.indexOf(undefined))).not.toContain(films);
  });

  test('there and back while the first still opens ends where it was last sent', async () => {
    await client.actions.switchCatalogue(DEMO_CATALOGUE);
    let open = (): void => {};
    workers.openGate = new Promise((resolve) => (open = resolve));
    const there = client.actions.switchCatalogue(films);
    const back = client.actions.switchCatalogue(DEMO_CATALOGUE);
    await client.actions.record('like', itemIndex(6)).catch(() => {});
    open();
    await Promise.all([there, back]);
    expect(state().catalogue?.id).toBe(DEMO_CATALOGUE);
    expect(state().feed?.catalogue).toBe(DEMO_CATALOGUE);
    expect(state().history.every((entry) => entry.event.catalogue === DEMO_CATALOGUE)).toBe(true);
  });
});

test('a home that cannot be had leaves the vault’s content on the page, and the reason', async () => {
  workers.homeFailure = new HomebodyError('home/unavailable', 'No GPU.');
  workers.events = [{ id: 1, catalogue: DEMO_CATALOGUE, item: itemId('i4'), kind: 'like', at: 1 }];
  await client.start();
  expect(state().phase).toBe('failed');
  expect(state().failure?.code).toBe('home/unavailable');
  expect(state().storage?.events).toBe(1);
  expect(state().catalogues).toHaveLength(1);
});

test('the slider asks for a new feed and is remembered', async () => {
  await started();
  const asked = workers.calls.length;
  client.actions.setAdventurousness(0.8);
  await expect.poll(() => workers.calls.slice(asked)).toContain('saveSetting adventurousness 0.8');
  expect(workers.calls.slice(asked).some((call) => call.startsWith('feed'))).toBe(true);
});

test('a product page without a model has complements and no similar items', async () => {
  workers.trainGate = new Promise(() => {});
  await client.start();
  const page = await client.actions.product(itemIndex(3));
  expect(page?.similar).toEqual([]);
  expect(page?.complements.map((item) => item.item.title)).toEqual(['Item 7']);
  expect(await client.actions.product(itemIndex(999))).toBeNull();
});
