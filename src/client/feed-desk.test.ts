import { beforeEach, expect, test } from 'vitest';
import { itemIndex } from '../domain/ids.ts';
import { FakeTab } from './testing/fake-tab.ts';

let tab: FakeTab;
beforeEach(async () => {
  tab = new FakeTab();
  await tab.started();
});

test('cards, shelves and what they are about come in one change, by one question for their items', async () => {
  tab.vault.calls.length = 0;
  const seen = await tab.watch(() => tab.actions.record('like', itemIndex(9)));
  const first = seen.find((state) => state.feed?.historyVersion === 2);
  expect(first?.cards?.map((card) => card.index)).toEqual([10, 11, 12]);
  expect(first?.shelves).toMatchObject([
    { kind: 'because', of: { item: { title: 'Item 9' } }, cards: [{ index: 13 }, { index: 14 }] },
  ]);
  // One for the thing that was liked, one for the feed of it.
  expect(tab.vault.calls.filter((call) => call === 'items')).toHaveLength(2);
});

test('more is asked for in parts, until there is no more', async () => {
  expect(tab.engine.asked?.k).toBe(36);
  expect(tab.engine.asked?.shelves).toEqual({ count: 4, perShelf: 10, head: 12 });
  await tab.actions.showMore();
  expect(tab.engine.asked?.k).toBe(72);
  await tab.actions.record('like', itemIndex(4));
  expect(tab.engine.asked?.k).toBe(72);
  for (let i = 0; i < 13; i++) await tab.actions.showMore();
  expect(tab.engine.asked?.k).toBe(500);
  const asked = tab.engine.calls.length;
  await tab.actions.showMore();
  expect(tab.engine.calls.length).toBe(asked);
});

test('another catalogue begins with a short list', async () => {
  await tab.actions.showMore();
  await tab.actions.importFiles([new File(['x'], 'ratings.csv')]);
  expect(tab.engine.asked?.k).toBe(36);
});

test('another language redraws what is shown, with its text in it; back again nothing has to be fetched', async () => {
  await tab.actions.record('like', itemIndex(4));
  await tab.actions.moreLike(itemIndex(6));
  expect(tab.state.cards?.[0]?.item.local).toBeUndefined();
  await tab.actions.speak('zh-Hans');
  const { cards, history, mood } = tab.state;
  const titles = [cards![0]!, cards![0]!.because[0]!, history[0]!, mood.more[0]!].map(
    ({ item }) => item.local?.['zh-Hans']?.title,
  );
  expect(titles).toEqual(['第 5 件', '第 4 件', '第 4 件', '第 6 件']);
  tab.vault.calls.length = 0;
  await tab.actions.speak('en');
  expect(tab.vault.calls).toEqual([]);
});
