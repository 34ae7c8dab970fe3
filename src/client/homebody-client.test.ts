import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { HomebodyError } from '../domain/errors.ts';
import { DEMO_CATALOGUE, itemId, itemIndex } from '../domain/ids.ts';
import type { CatalogueId } from '../domain/ids.ts';
import type { HomebodyState } from './state.ts';
import { MODEL } from './testing/fake-engine.ts';
import { FakeTab } from './testing/fake-tab.ts';

let tab: FakeTab;

beforeEach(() => {
  tab = new FakeTab();
});
afterEach(() => vi.useRealTimers());

const started = (): Promise<void> => tab.started();

describe('the first visit', () => {
  test('shows popular items, trains by itself, and then has a model', async () => {
    let finish = (): void => {};
    tab.engine.trainGate = new Promise((resolve) => (finish = resolve));
    await tab.client.start();
    expect(tab.state.phase).toBe('ready');
    expect(tab.shown).toEqual([1, 2, 3]);
    expect(tab.state.cards?.[0]?.recommendation.reason.kind).toBe('popular');
    expect(tab.state.model).toBeNull();
    expect(tab.state.training?.phase).toBe('preparing');
    finish();
    await expect.poll(() => tab.state.model?.id).toBe('m1');
    expect(tab.state.training).toBeNull();
  });

  test('a second visit with a model does not train', async () => {
    tab.engine.models.set(DEMO_CATALOGUE, MODEL);
    await tab.client.start();
    expect(tab.calls).not.toContain('train demo');
  });
});

describe('an event', () => {
  beforeEach(started);

  test('becomes history first and the feed has seen it; the browser is asked once to keep the storage', async () => {
    await tab.actions.record('like', itemIndex(4));
    await tab.actions.record('like', itemIndex(9));
    expect(tab.state.history.map((entry) => entry.item.title)).toEqual(['Item 9', 'Item 4']);
    expect(tab.shown).toEqual([10, 11, 12]);
    expect(tab.state.feed?.historyVersion).toBe(3);
    expect(tab.state.cards?.[0]?.because.map((item) => item.item.title)).toEqual(['Item 9']);
    expect(tab.persist).toHaveBeenCalledTimes(1);
    expect(tab.state.persisted).toBe(true);
    await expect.poll(() => tab.state.storage?.events).toBe(2);
  });

  test('said twice counts once, also by a double click; a thing can be bought twice', async () => {
    await Promise.all([tab.actions.record('like', itemIndex(4)), tab.actions.record('like', itemIndex(4))]);
    await tab.actions.record('like', itemIndex(4));
    expect(tab.state.history).toHaveLength(1);
    await tab.actions.record('purchase', itemIndex(4));
    tab.now += 400;
    await tab.actions.record('purchase', itemIndex(4));
    expect(tab.state.history.map((entry) => entry.event.kind)).toEqual(['purchase', 'purchase', 'like']);
  });

  test('is told to other tabs, and one of another tab is followed', async () => {
    await tab.actions.record('like', itemIndex(4));
    expect(tab.told.filter((news) => news.kind === 'log')).toHaveLength(1);
    tab.vault.events.push({ id: 99, catalogue: DEMO_CATALOGUE, item: itemId('i9'), kind: 'like', at: 6 });
    tab.hear({ kind: 'log' });
    await expect.poll(() => tab.state.history.map((entry) => entry.index)).toEqual([9, 4]);
    await expect.poll(() => tab.shown).toEqual([10, 11, 12]);
    expect(tab.told.filter((news) => news.kind === 'log')).toHaveLength(1);
  });

  test('can be undone, and the undone taking-back puts it into its old place', async () => {
    await tab.actions.record('like', itemIndex(4));
    await tab.actions.record('like', itemIndex(9));
    const oldest = tab.state.history[1]?.event;
    if (!oldest) throw new Error('no history');
    await tab.actions.takeBack([oldest]);
    expect(tab.state.history.map((entry) => entry.index)).toEqual([9]);
    expect(tab.state.undoable?.act.kind).toBe('taken-back');
    await tab.actions.undo();
    expect(tab.state.history.map((entry) => entry.index)).toEqual([9, 4]);
    expect(tab.state.undoable).toBeNull();
  });

  test('the offer to undo a like ends after ten seconds; a look makes none', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await tab.actions.record('like', itemIndex(4));
    expect(tab.state.undoable?.until).toBe(10_005);
    vi.advanceTimersByTime(10_000);
    expect(tab.state.undoable).toBeNull();
    await tab.actions.record('view', itemIndex(5));
    expect(tab.state.undoable).toBeNull();
    expect(tab.state.history[0]?.event.kind).toBe('view');
  });

  test('an answer that a newer event has overtaken is never shown', async () => {
    let open = (): void => {};
    tab.engine.feedGate = new Promise((resolve) => (open = resolve));
    const seen: (readonly number[] | undefined)[] = [];
    const unsubscribe = tab.client.store.subscribe(() => seen.push(tab.shown));
    const first = tab.actions.record('like', itemIndex(4));
    await expect.poll(() => tab.calls).toContain('feed 2');
    const second = tab.actions.record('like', itemIndex(9));
    await expect.poll(() => tab.state.history.length).toBe(2);
    open();
    await Promise.all([first, second]);
    unsubscribe();
    expect(tab.shown).toEqual([10, 11, 12]);
    expect(seen).not.toContainEqual([5, 6, 7]);
  });

  test('of an item that does not exist is a problem, not a crash', async () => {
    await tab.actions.record('like', itemIndex(99));
    expect(tab.state.problem?.code).toBe('argument/range');
    tab.actions.dismissProblem();
    expect(tab.state.problem).toBeNull();
  });
});

describe('training', () => {
  test('a cancelled training is no problem and leaves the old feed', async () => {
    tab.engine.trainGate = Promise.reject(new HomebodyError('training/cancelled', 'Cancelled.'));
    tab.engine.trainGate.catch(() => {});
    await tab.client.start();
    await expect.poll(() => tab.state.training).toBeNull();
    expect(tab.state.problem).toBeNull();
    expect(tab.shown).toEqual([1, 2, 3]);
  });

  test('an engine that dies in the middle is replaced, and the training starts again', async () => {
    tab.engine.trainGate = new Promise(() => {});
    await tab.client.start();
    await expect.poll(() => tab.calls.filter((call) => call.startsWith('train')).length).toBe(1);
    tab.engine.trainGate = Promise.resolve();
    tab.engineWorkers[0]?.die();
    await expect.poll(() => tab.state.model?.id).toBe('m1');
    expect(tab.engineWorkers).toHaveLength(2);
    expect(tab.state.problem?.code).toBe('worker/died');
  });
});

describe('an import', () => {
  beforeEach(started);

  test('becomes the current catalogue with its report and is trained', async () => {
    await tab.actions.importFiles([new File(['x'], 'ratings.csv')]);
    expect(tab.state.catalogue?.name).toBe('films');
    expect(tab.state.report?.format).toBe('test');
    expect(tab.state.importing).toBeNull();
    await expect.poll(() => tab.calls.filter((call) => call.startsWith('train')).length).toBe(2);
  });

  test('that fails says why and changes nothing', async () => {
    await tab.actions.record('like', itemIndex(4));
    const before = tab.state;
    tab.vault.importFailure = new HomebodyError('import/no-rows', 'ratings.csv has no usable row.');
    await tab.actions.importFiles([new File([''], 'ratings.csv')]);
    expect(tab.state.importError?.code).toBe('import/no-rows');
    expect(tab.state.catalogue).toBe(before.catalogue);
    expect(tab.state.history).toBe(before.history);
    expect(tab.state.cards).toBe(before.cards);
  });

  test('events stay with their catalogue', async () => {
    await tab.actions.record('like', itemIndex(4));
    await tab.actions.importFiles([new File(['x'], 'ratings.csv')]);
    expect(tab.state.history).toEqual([]);
    await tab.actions.switchCatalogue(DEMO_CATALOGUE);
    expect(tab.state.history.map((entry) => entry.index)).toEqual([4]);
  });
});

describe('a change of catalogue', () => {
  let films: CatalogueId;

  beforeEach(async () => {
    await started();
    await tab.actions.importFiles([new File(['x'], 'ratings.csv')]);
    await vi.waitUntil(() => tab.state.training === null);
    films = tab.state.catalogue?.id ?? DEMO_CATALOGUE;
  });

  test('takes the rows of the left catalogue off the page in the same change', async () => {
    const seen: HomebodyState[] = [];
    const unsubscribe = tab.client.store.subscribe((now, before) => {
      if (now.catalogue?.id !== before.catalogue?.id) seen.push(now);
    });
    await tab.actions.switchCatalogue(DEMO_CATALOGUE);
    unsubscribe();
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ cards: null, feed: null, history: [], model: null, undoable: null });
  });

  test('drops a feed that was on its way for the left catalogue', async () => {
    let open = (): void => {};
    let arrive = (): void => {};
    tab.engine.feedGate = new Promise((resolve) => (open = resolve));
    tab.engine.openGate = new Promise((resolve) => (arrive = resolve));
    const before = tab.engine.calls.length;
    const liked = tab.actions.record('like', itemIndex(4));
    await expect
      .poll(() => tab.engine.calls.slice(before).some((call) => call.startsWith('feed')))
      .toBe(true);
    const shownFeeds: (CatalogueId | undefined)[] = [];
    const unsubscribe = tab.client.store.subscribe((now) => shownFeeds.push(now.feed?.catalogue));
    const switched = tab.actions.switchCatalogue(DEMO_CATALOGUE);
    await expect.poll(() => tab.state.catalogue?.id).toBe(DEMO_CATALOGUE);
    open();
    await liked;
    arrive();
    await switched;
    unsubscribe();
    expect(tab.state.feed?.catalogue).toBe(DEMO_CATALOGUE);
    expect(shownFeeds.slice(shownFeeds.indexOf(undefined))).not.toContain(films);
  });

  test('there and back while the first still opens ends where it was last sent', async () => {
    await tab.actions.switchCatalogue(DEMO_CATALOGUE);
    let open = (): void => {};
    tab.engine.openGate = new Promise((resolve) => (open = resolve));
    const there = tab.actions.switchCatalogue(films);
    const back = tab.actions.switchCatalogue(DEMO_CATALOGUE);
    await tab.actions.record('like', itemIndex(6)).catch(() => {});
    open();
    await Promise.all([there, back]);
    expect(tab.state.catalogue?.id).toBe(DEMO_CATALOGUE);
    expect(tab.state.feed?.catalogue).toBe(DEMO_CATALOGUE);
    expect(tab.state.history.every((entry) => entry.event.catalogue === DEMO_CATALOGUE)).toBe(true);
  });
});

test('a home that cannot be had leaves the vault’s content on the page, and the reason', async () => {
  tab.engine.homeFailure = new HomebodyError('home/unavailable', 'No GPU.');
  tab.vault.events = [{ id: 1, catalogue: DEMO_CATALOGUE, item: itemId('i4'), kind: 'like', at: 1 }];
  await tab.client.start();
  expect(tab.state.phase).toBe('failed');
  expect(tab.state.failure?.code).toBe('home/unavailable');
  expect(tab.state.storage?.events).toBe(1);
  expect(tab.state.catalogues).toHaveLength(1);
});

test('the slider asks for a new feed and is remembered', async () => {
  await started();
  tab.actions.setAdventurousness(0.8);
  await expect.poll(() => tab.engine.asked?.adventurousness).toBe(0.8);
  await expect.poll(() => tab.vault.settings['adventurousness']).toBe(0.8);
});

test('a product page without a model has complements and no similar items', async () => {
  tab.engine.trainGate = new Promise(() => {});
  await tab.client.start();
  const page = await tab.actions.product(itemIndex(3));
  expect(page?.similar).toEqual([]);
  expect(page?.complements.map((item) => item.item.title)).toEqual(['Item 7']);
  expect(await tab.actions.product(itemIndex(999))).toBeNull();
});
