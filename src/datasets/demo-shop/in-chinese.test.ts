import { describe, expect, test } from 'vitest';
import { itemId } from '../../domain/ids.ts';
import type { Item, ItemText } from '../../domain/item.ts';
import { createDemoCatalogue } from './catalogue.ts';
import { inChinese } from './in-chinese.ts';
import { DEFAULT_DEMO_SEED } from './shape.ts';

const { items } = createDemoCatalogue(DEFAULT_DEMO_SEED);
const told = items.map((item) => ({ item, text: inChinese(item) }));

const everyWord = ({ title, department, tags, attributes, description }: ItemText): string[] => [
  title,
  department,
  ...tags!,
  ...Object.entries(attributes!).flat(),
  description!,
];

/** Where `pattern` is found, with the text around it. */
const found = (pattern: RegExp, texts: readonly string[]): string[] =>
  texts.filter((text) => pattern.test(text));

describe('a title', () => {
  const titleOf = new Map(told.map(({ item, text }) => [item.title, text.title]));
  test.each([
    ['Moss linen nightshirt', '苔绿亚麻长睡衫'],
    ['Titanium water bottle, 1 l', '钛制水壶，1 升'],
    ['Bedside lamp in oak, large', '床头灯，橡木，大号'],
    ['Double frame in oak, 30 × 40 cm', '对开相框，橡木，30 × 40 厘米'],
    ['Recipe notebook in cream leather, A4', '食谱本，奶油白真皮，A4'],
    ['Striped shawl-collar cardigan in cream alpaca', '奶油白条纹羊驼毛青果领开衫'],
    ['Spotted set of four bowls in white stoneware', '白色圆点粗陶碗四件套'],
    ['Clover leaf-print short robe, dove grey linen', '“三叶草”系列鸽灰叶纹亚麻短袍'],
    ['Bracken coupe, glass, set of six', '“蕨丛”系列玻璃浅碟香槟杯，六只装'],
    ['Apple chutney, 200 g', '苹果酸辣酱，200 克'],
    ['Blank fern cards, single', '蕨叶空白卡，单张'],
    ['Coal scuttle paint, 2.5 l', '煤斗黑涂料，2.5 升'],
    ['Dust: A Small Astronomy', '尘埃：一部小天文学'],
    ['Four Winds, One Mill', '四面风，一座磨坊'],
  ])('“%s” is “%s”', (english, chinese) => {
    expect(titleOf.get(english)).toBe(chinese);
  });

  const kettle = (title: string, range?: string): Item => ({
    id: itemId('kettle-0000'),
    title,
    department: 'Kitchen',
    brand: 'Hearthby',
    attributes: { material: 'enamel', colour: 'red', size: '1.5 l', ...(range ? { range } : {}) },
    description:
      'It sings when the water boils, so nobody has to stand and watch. Made by Hearthby in batches of a few hundred.',
  });

  test('says colour and material where the English one says them, so that two products stay two', () => {
    expect(inChinese(kettle('Red enamel whistling kettle, 1.5 l')).title).toBe('红色搪瓷鸣笛水壶，1.5 升');
    expect(inChinese(kettle('Whistling kettle in red enamel, 1.5 l')).title).toBe(
      '鸣笛水壶，红色搪瓷，1.5 升',
    );
    expect(inChinese(kettle('Heron whistling kettle, red enamel, 1.5 l', 'Heron')).title).toBe(
      '“苍鹭”系列红色搪瓷鸣笛水壶，1.5 升',
    );
  });

  test('comes with the whole of what is told', () => {
    expect(inChinese(kettle('Heron whistling kettle, red enamel, 1.5 l', 'Heron'))).toEqual({
      title: '“苍鹭”系列红色搪瓷鸣笛水壶，1.5 升',
      department: '厨房',
      brand: 'Hearthby',
      tags: ['水壶'],
      attributes: { 材质: '搪瓷', 颜色: '红色', 规格: '1.5 升', 系列: '苍鹭' },
      description: '水一开它就唱，不必有人守着。Hearthby 出品，每批只做几百件。',
    });
  });

  test('is one item’s own within its department, as the English one is', () => {
    const titles = told.map(({ text }) => `${text.department} ${text.title}`);
    expect(titles.filter((title, row) => titles.indexOf(title) !== row)).toEqual([]);
  });
});

test('a book has its author’s name and its binding in Chinese', () => {
  const { item, text } = told.find(({ item: { id } }) => id.startsWith('novel-'))!;
  expect(item.attributes!['author']).toMatch(/^[A-Z]/u);
  expect(text.attributes!['作者']).toMatch(/^\p{Script=Han}+·\p{Script=Han}+(?:-\p{Script=Han}+)?$/u);
  expect(['精装', '平装']).toContain(text.attributes!['装帧']);
});

test('a description is two sentences', () => {
  for (const { text } of told) expect(text.description).toMatch(/^[^。]+。[^。]+。$/u);
});

describe.each([DEFAULT_DEMO_SEED, 1, 2])('of the shop of seed %i', (seed) => {
  const shop = createDemoCatalogue(seed).items.map((item) => ({ item, text: inChinese(item) }));
  const words = shop.flatMap(({ item, text }) =>
    // Makers keep their names, and paper its sizes.
    everyWord(text).map((word) => word.replaceAll(item.brand!, '@').replaceAll(/\bA[456]\b/gu, '0')),
  );

  test('every word has Han characters or is a paper size', () => {
    expect(words.filter((word) => !/\p{Script=Han}/u.test(word) && word !== '0')).toEqual([]);
  });

  test('no Latin letter is left but in the names of makers', () => {
    expect(found(/[a-z]/iu, words)).toEqual([]);
  });

  test('punctuation is full-width, numbers and Latin stand apart from Han, Han from Han does not', () => {
    expect(found(/[,;:!?()"']|\.(?!\d)/u, words)).toEqual([]);
    expect(found(/\p{Script=Han}\s+\p{Script=Han}|\s[，。：、“”]|[，。：、“”]\s|\s$/u, words)).toEqual([]);
    expect(found(/\p{Script=Han}[@\d]|[@\d]\p{Script=Han}/u, words)).toEqual([]);
    expect(found(/！/u, words)).toEqual([]);
  });
});
