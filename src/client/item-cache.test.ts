import { expect, test } from 'vitest';
import { catalogueId, DEMO_CATALOGUE, itemId, itemIndex } from '../domain/ids.ts';
import type { CatalogueId, ItemIndex } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import { ItemCache } from './item-cache.ts';

const FIRST = itemIndex(0);
const SECOND = itemIndex(1);

/** A cache in Chinese, and which rows it asked for; the words arrive while `arriving` is true. */
function cacheInChinese() {
  const asked: (readonly ItemIndex[])[] = [];
  const words = { arriving: false };
  const cache = new ItemCache(async (_catalogue, indexes) => {
    asked.push(indexes);
    return indexes.map((index) => ({ index, item: itemOf(index, words.arriving) }));
  });
  cache.speak('zh-Hans');
  const titles = async (catalogue: CatalogueId, indexes: readonly ItemIndex[]) =>
    (await cache.get(catalogue, indexes)).map(({ item }) => item.local?.['zh-Hans']?.title ?? item.title);
  return { asked, words, titles };
}

const itemOf = (index: ItemIndex, told: boolean): Item => ({
  id: itemId(`i${index}`),
  title: `Kettle ${index}`,
  department: 'Kitchen',
  ...(told ? { local: { 'zh-Hans': { title: `水壶 ${index}`, department: '厨房' } } } : {}),
});

test('an item whose Chinese words did not arrive is given in English once, and asked for again', async () => {
  const { asked, words, titles } = cacheInChinese();
  expect(await titles(DEMO_CATALOGUE, [FIRST])).toEqual(['Kettle 0']);
  words.arriving = true;
  expect(await titles(DEMO_CATALOGUE, [FIRST, SECOND])).toEqual(['水壶 0', '水壶 1']);
  expect(await titles(DEMO_CATALOGUE, [SECOND, FIRST])).toEqual(['水壶 1', '水壶 0']);
  expect(asked).toEqual([[FIRST], [FIRST, SECOND]]);
});

test('an item of a catalogue that speaks its own language only is asked for once', async () => {
  const { asked, titles } = cacheInChinese();
  const films = catalogueId('films');
  expect(await titles(films, [FIRST])).toEqual(['Kettle 0']);
  expect(await titles(films, [FIRST])).toEqual(['Kettle 0']);
  expect(asked).toEqual([[FIRST]]);
});
