import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DEMO_CATALOGUE, itemIndex } from '../domain/ids.ts';
import { FakeTab } from './testing/fake-tab.ts';

let tab: FakeTab;
beforeEach(async () => {
  tab = new FakeTab();
  await tab.started();
});
afterEach(() => vi.useRealTimers());

const moods = () => tab.state.mood.more.map((one) => one.index);

describe('the mood', () => {
  test('goes to the engine by rows, into the feed and into the why', async () => {
    await tab.actions.moreLike(itemIndex(4));
    await tab.actions.lessLike(itemIndex(7));
    await tab.actions.moodFor('even', true);
    const mood = {
      items: [
        { item: 4, direction: 1 },
        { item: 7, direction: -1 },
      ],
      departments: [1],
    };
    expect(tab.engine.asked?.mood).toEqual(mood);
    await tab.actions.explain(itemIndex(2));
    expect(tab.engine.explained?.mood).toEqual(mood);
    await tab.actions.moodFor('even', false);
    expect(tab.engine.asked?.mood?.departments).toEqual([]);
  });

  test('is not asked for while there is none', async () => {
    await tab.actions.moreLike(itemIndex(4));
    await tab.actions.forgetMood();
    expect(tab.engine.asked).not.toHaveProperty('mood');
    expect(tab.engine.asked).not.toHaveProperty('muted');
  });

  test('of one thing has one direction', async () => {
    await tab.actions.moreLike(itemIndex(4));
    await tab.actions.lessLike(itemIndex(4));
    expect(moods()).toEqual([]);
    expect(tab.state.mood.less.map((one) => one.item.title)).toEqual(['Item 4']);
    await tab.actions.forgetMood(itemIndex(4));
    expect(tab.state.mood.less).toEqual([]);
  });

  test('can be undone, change by change', async () => {
    await tab.actions.moreLike(itemIndex(4));
    await tab.actions.moreLike(itemIndex(6));
    await tab.actions.forgetMood();
    expect(tab.state.undoable?.act).toMatchObject({ kind: 'mood', mood: { more: [] } });
    await tab.actions.undo();
    expect(moods()).toEqual([4, 6]);
    expect(tab.engine.asked?.mood?.items).toHaveLength(2);
  });

  test('is stored nowhere, and left with its catalogue', async () => {
    await tab.actions.moreLike(itemIndex(4));
    expect(tab.vault.settings).toEqual({});
    await tab.actions.importFiles([new File(['x'], 'ratings.csv')]);
    expect(moods()).toEqual([]);
    expect(tab.state.undoable).toBeNull();
  });

  test('an answer of before it is never shown after it', async () => {
    let open = (): void => {};
    tab.engine.feedGate = new Promise((resolve) => (open = resolve));
    const first = tab.actions.moreLike(itemIndex(4));
    await expect.poll(() => tab.engine.asked?.mood?.items.length).toBe(1);
    const feeds: unknown[] = [];
    const unsubscribe = tab.client.store.subscribe(({ feed }, before) => {
      if (feed !== before.feed) feeds.push(tab.engine.asked?.mood?.items.length);
    });
    const second = tab.actions.moreLike(itemIndex(6));
    await expect.poll(() => moods()).toEqual([4, 6]);
    open();
    await Promise.all([first, second]);
    unsubscribe();
    expect(feeds).toEqual([2]);
  });
});

describe('what is muted', () => {
  test('goes to the engine by rows and is remembered by name, for its catalogue', async () => {
    await tab.actions.mute('department', 'odd');
    await tab.actions.mute('brand', 'large');
    expect(tab.engine.asked?.muted).toEqual({ departments: [0], brands: [1] });
    await expect
      .poll(() => tab.vault.settings['muted'])
      .toEqual({ demo: { departments: ['odd'], brands: ['large'] } });

    const next = new FakeTab(tab.vault);
    await next.started();
    expect(next.state.muted).toEqual({ departments: ['odd'], brands: ['large'] });
    expect(next.engine.asked?.muted).toEqual({ departments: [0], brands: [1] });
    await next.actions.importFiles([new File(['x'], 'ratings.csv')]);
    expect(next.state.muted).toEqual({ departments: [], brands: [] });
    await next.actions.switchCatalogue(DEMO_CATALOGUE);
    expect(next.state.muted.brands).toEqual(['large']);
  });

  test('is shown again when unmuted; both can be undone', async () => {
    await tab.actions.mute('brand', 'large');
    await tab.actions.undo();
    expect(tab.state.muted.brands).toEqual([]);
    await expect.poll(() => tab.vault.settings['muted']).toEqual({ demo: { departments: [], brands: [] } });
    await tab.actions.mute('brand', 'large');
    await tab.actions.unmute('brand', 'large');
    expect(tab.engine.asked).not.toHaveProperty('muted');
    expect(tab.state.undoable?.act).toEqual({ kind: 'unmuted', field: 'brand', name: 'large' });
    await tab.actions.undo();
    expect(tab.state.muted.brands).toEqual(['large']);
  });

  test('a name that the catalogue does not know any more says nothing', async () => {
    tab.vault.settings = { muted: { demo: { departments: ['gone', 'even'], brands: 7 } } };
    const next = new FakeTab(tab.vault);
    await next.started();
    expect(next.state.muted).toEqual({ departments: ['gone', 'even'], brands: [] });
    expect(next.engine.asked?.muted).toEqual({ departments: [1], brands: [] });
  });
});
