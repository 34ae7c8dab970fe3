import { beforeEach, describe, expect, test } from 'vitest';
import { itemIndex } from '../domain/ids.ts';
import type { FeedCard } from './state.ts';
import { FakeTab } from './testing/fake-tab.ts';

let tab: FakeTab;
beforeEach(async () => {
  tab = new FakeTab();
  await tab.started();
});

const rows = (cards: readonly FeedCard[]): readonly number[] => cards.map((card) => card.index);

describe('a comparison', () => {
  beforeEach(async () => {
    for (const row of [2, 9, 5]) await tab.actions.record('like', itemIndex(row));
    await tab.actions.mute('brand', 'large');
  });

  test('of taking back shows the shelves as they are, and as if the events had never been', async () => {
    const [newest, middle] = tab.state.history;
    const { before, after } = await tab.actions.previewTakeBack([newest!.event, middle!.event]);
    expect(rows(before)).toEqual([6, 7, 8]);
    expect(rows(after)).toEqual([3, 4, 5]);
    expect(tab.engine.asked).toMatchObject({ k: 12, muted: { brands: [1] } });
    expect(tab.engine.asked).not.toHaveProperty('shelves');
  });

  test('of an event shows the shelves right before and right after it', async () => {
    const { before, after } = await tab.actions.whatMoved(tab.state.history[1]!.event);
    expect(rows(before)).toEqual([3, 4, 5]);
    expect(rows(after)).toEqual([10, 11, 12]);
    expect(after[0]?.because.map((one) => one.item.title)).toEqual(['Item 9']);
  });

  test('of an order shows the shelves before its first event and after its last', async () => {
    const [last, , first] = tab.state.history;
    const { before, after } = await tab.actions.whatMoved(first!.event, last!.event);
    expect(rows(before)).not.toEqual(rows(after));
    expect(after[0]?.because.map((one) => one.item.title)).toEqual(['Item 5']);
  });

  test('changes nothing on the page', async () => {
    const seen = await tab.watch(async () => {
      await tab.actions.whatMoved(tab.state.history[0]!.event);
    });
    expect(seen).toEqual([]);
  });
});

test('a department is asked for by its row; one that is not there is refused', async () => {
  const { cards, available } = await tab.actions.browse('even', 60);
  expect(tab.engine.asked).toMatchObject({ department: 1, k: 60 });
  expect(rows(cards)).toEqual([1, 2, 3]);
  expect(available).toBe(19);
  await expect(tab.actions.browse('attic', 60)).rejects.toMatchObject({ code: 'argument/range' });
});

test('quick picks come three at a time, without those that were passed over', async () => {
  const first = await tab.actions.quickPicks([]);
  expect(first.map((one) => one.item.title)).toEqual(['Item 1', 'Item 2', 'Item 3']);
  const second = await tab.actions.quickPicks(first.map((one) => one.index));
  expect(second.map((one) => one.index)).toEqual([4, 5, 6]);
});

test('a persona comes with the things that it likes', async () => {
  expect(await tab.actions.personas()).toMatchObject([
    { id: 'hiker', likes: [{ item: { title: 'Item 3' } }, { item: { title: 'Item 5' } }] },
  ]);
});

test('items are found by their rows; a row that does not exist is left out', async () => {
  const found = await tab.actions.itemsAt([itemIndex(3), itemIndex(99)]);
  expect(found.map((one) => one.item.title)).toEqual(['Item 3']);
});

test('a product page tells of nothing twice, and what goes well with a kettle is no kettle', async () => {
  tab = new FakeTab();
  tab.vault.kettles = [3, 4];
  await tab.started();
  tab.engine.goingWell = [4, 7, 8];
  tab.engine.alike = [4, 8, 9];
  const page = await tab.actions.product(itemIndex(3));
  expect(page?.complements.map((one) => one.index)).toEqual([7, 8]);
  expect(page?.similar.map((one) => one.index)).toEqual([4, 9]);
});
