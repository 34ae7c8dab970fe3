import type { FeedCard, HistoryEntry, ShownItem, ShownShelf } from '../../client/state.ts';
import { DEMO_CATALOGUE, itemId, itemIndex } from '../../domain/ids.ts';
import type { EventKind } from '../../domain/events.ts';
import type { Item, ItemPicture } from '../../domain/item.ts';
import type { ShelfKind } from '../../domain/recommendation.ts';

/** A small shop for tests and for looking at the page without workers. */
type Row = readonly [
  title: string,
  type: string,
  department: string,
  material: string,
  colour: string,
  accent: string,
  pattern: ItemPicture['pattern'],
  price: number,
];

export const DEPARTMENTS: readonly string[] = [
  'Bed & Bath',
  'Books',
  'Clothing',
  'Desk',
  'Garden',
  'Kitchen',
  'Living Room',
  'Outdoors',
  'Pantry',
  'Play',
  'Table',
  'Workshop',
];

const ROWS: readonly Row[] = [
  ['Red enamel kettle, 1.5 l', 'kettle', 'Kitchen', 'enamel', '#b8402f', '#f0e6d0', 'plain', 6400],
  ['Sage stoneware mug', 'mug', 'Table', 'stoneware', '#9caf88', '#2b3a55', 'dots', 1450],
  ['Tan leather walking boots', 'walking-boots', 'Outdoors', 'leather', '#b5814e', '#6b3a55', 'plain', 14900],
  ['Mustard lambswool blanket', 'blanket', 'Bed & Bath', 'lambswool', '#d2a033', '#3b3a39', 'stripes', 8900],
  ['Ink blue linen shirt', 'shirt', 'Clothing', 'linen', '#2b3a55', '#ecd28a', 'stripes', 5900],
  ['Oak chopping board, 40 cm', 'chopping-board', 'Kitchen', 'oak', '#c39a6b', '#24211f', 'grain', 4200],
  ['The Lighthouse Keeper’s Accounts', 'novel', 'Books', 'cloth', '#2f5a43', '#ecd28a', 'plain', 1899],
  ['Terracotta plant pot, wide', 'plant-pot', 'Garden', 'terracotta', '#c2704a', '#f0e6d0', 'plain', 1200],
  [
    'Forest green rucksack, 28 l',
    'rucksack',
    'Outdoors',
    'waxed canvas',
    '#2f5a43',
    '#b5814e',
    'plain',
    12400,
  ],
  ['Brass table lamp', 'table-lamp', 'Living Room', 'brass', '#c9a24f', '#f0e6d0', 'plain', 9800],
  ['Damson jam', 'jam', 'Pantry', 'jar', '#6b3a55', '#9caf88', 'plain', 620],
  ['Rust rain jacket', 'rain-jacket', 'Outdoors', 'ripstop', '#a6542f', '#d9c7a7', 'plain', 13900],
  ['Cream porcelain teapot', 'teapot', 'Table', 'porcelain', '#f0e6d0', '#2b3a55', 'leaf', 5200],
  ['Beech building blocks', 'building-blocks', 'Play', 'beech', '#d2a033', '#b8402f', 'plain', 3400],
  ['Carbon steel hand saw', 'hand-saw', 'Workshop', 'carbon steel', '#5a5a5c', '#b5814e', 'plain', 4600],
  ['Plum cloth notebook', 'notebook', 'Desk', 'cloth', '#6b3a55', '#ecd28a', 'plain', 1650],
  ['Duck-egg quilt', 'quilt', 'Bed & Bath', 'cotton', '#b7cfc5', '#a6542f', 'plain', 16500],
  ['Charcoal wool jumper', 'jumper', 'Clothing', 'wool', '#3b3a39', '#cf8f8c', 'plain', 9400],
  ['Copper watering can', 'watering-can', 'Garden', 'copper', '#b86f45', '#f0e6d0', 'plain', 7200],
  ['Rose velvet cushion', 'cushion', 'Living Room', 'velvet', '#cf8f8c', '#6b3a55', 'plain', 3900],
  ['Cast iron casserole, 4 l', 'casserole', 'Kitchen', 'cast iron', '#35342f', '#c9a24f', 'plain', 17500],
  ['Teal spotted wellies', 'wellies', 'Clothing', 'rubber', '#2f6d70', '#ecd28a', 'dots', 5600],
  ['Glass carafe', 'carafe', 'Table', 'glass', '#cfe0dc', '#6b3a55', 'plain', 3600],
  ['Striped two-person tent', 'tent', 'Outdoors', 'canvas', '#6b7a3f', '#d2a033', 'plain', 24900],
];

export const BRANDS: readonly string[] = ['Hearthby', 'Tarnwick', 'Mossop & Daughters', 'Fennimoor'];

/** The titles in Chinese, in the order of `ROWS`, and the departments'. */
const TITLES_ZH: readonly string[] = [
  '红色搪瓷水壶，1.5 升',
  '鼠尾草绿粗陶马克杯',
  '棕褐色皮革徒步靴',
  '芥末黄羊羔毛毯',
  '墨蓝亚麻衬衫',
  '橡木砧板，40 厘米',
  '《守塔人的账本》',
  '阔口赤陶花盆',
  '森林绿双肩包，28 升',
  '黄铜台灯',
  '西洋李子果酱',
  '铁锈红防雨外套',
  '奶白瓷茶壶',
  '榉木积木',
  '碳钢手锯',
  '梅紫布面笔记本',
  '鸭蛋青绗缝被',
  '炭灰羊毛衫',
  '铜洒水壶',
  '玫瑰色丝绒靠垫',
  '铸铁炖锅，4 升',
  '青绿圆点雨靴',
  '玻璃水瓶',
  '条纹双人帐篷',
];
const DEPARTMENTS_ZH: Readonly<Record<string, string>> = {
  Kitchen: '厨房',
  Table: '餐桌',
  Outdoors: '户外',
  'Bed & Bath': '床品与卫浴',
  Clothing: '衣物',
  Books: '书',
  Garden: '花园',
  'Living Room': '客厅',
  Pantry: '食品柜',
  Play: '玩具',
  Workshop: '工坊',
  Desk: '书桌',
};

/** As many as the map has points: each row in fifty numbers. */
export const SHOP_ITEMS: readonly Item[] = Array.from({ length: ROWS.length * 50 }, (_, i) => {
  const [title, type, department, material, colour, accent, pattern, price] = ROWS[i % ROWS.length]!;
  const number = i < ROWS.length ? '' : ` no. ${Math.floor(i / ROWS.length) + 1}`;
  return {
    id: itemId(`${type}-${i}`),
    title: title + number,
    department,
    brand: BRANDS[i % BRANDS.length]!,
    attributes: { material, size: 'medium' },
    price: price + (i % 60) * 10,
    stock: i === 5 ? 0 : i === 8 ? 3 : 20 + (i % 60),
    description:
      'A wide base and a high handle bring this one to the boil without scorching anybody. A steady handle keeps well clear of the steam.',
    picture: { type, material, colour, accent, pattern, variation: (i % 10) / 10 },
    local: {
      'zh-Hans': {
        title: TITLES_ZH[i % ROWS.length]! + (number && `，第 ${Math.floor(i / ROWS.length) + 1} 款`),
        department: DEPARTMENTS_ZH[department]!,
        brand: BRANDS[i % BRANDS.length]!,
        attributes: { 尺寸: '中号' },
        description: '底宽把高，水开得快，手离蒸汽远。',
      },
    },
  };
});

const FILMS: readonly (readonly [string, number, readonly string[]])[] = [
  ['Matrix, The', 1999, ['Action', 'Sci-Fi']],
  ['Amélie', 2001, ['Comedy', 'Romance']],
  ['Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb', 1963, ['Sci-Fi', 'War']],
  ['Fargo', 1996, ['Crime', 'Drama']],
  ['Seven Samurai', 1954, ['Action', 'Drama']],
  ['Toy Story', 1995, ['Animation', "Children's"]],
  ['Silence of the Lambs, The', 1991, ['Drama', 'Thriller']],
  ['Princess Mononoke', 1997, ['Animation', 'Fantasy']],
  ['Some Like It Hot', 1959, ['Comedy', 'Crime']],
  ['Alien', 1979, ['Horror', 'Sci-Fi']],
  ['Stand by Me', 1986, ['Adventure', 'Drama']],
  ['Lawrence of Arabia', 1962, ['War', 'Adventure']],
];

export const FILM_ITEMS: readonly Item[] = Array.from({ length: 24 }, (_, i) => {
  const [title, year, tags] = FILMS[i % FILMS.length]!;
  return {
    id: itemId(String(i + 1)),
    title,
    year: year + Math.floor(i / 12),
    department: tags[0]!,
    tags,
  };
});

export const shown = (items: readonly Item[], i: number): ShownItem => ({
  index: itemIndex(i),
  item: items[i]!,
});

/** Cards of `items` in the order of `order`; the first dozen is explained by two items. */
export function cardsOf(
  items: readonly Item[],
  order: readonly number[],
  explained: boolean,
): readonly FeedCard[] {
  return order.map((i, place) => {
    const because = explained
      ? [shown(items, (i * 7 + 3) % items.length), shown(items, (i * 5 + 1) % items.length)]
      : [];
    const named = because.slice(0, place % 3 === 0 ? 2 : 1);
    return {
      ...shown(items, i),
      because: named,
      recommendation: {
        item: itemIndex(i),
        score: 1 - place / 100,
        reason: explained
          ? { kind: 'because', causes: named.map(({ index }) => ({ item: index, share: 0.4 })) }
          : { kind: 'popular' },
      },
    };
  });
}

export function historyOf(
  items: readonly Item[],
  acts: readonly (readonly [number, EventKind])[],
  now: number,
): readonly HistoryEntry[] {
  return acts.map(([i, kind], age) => ({
    ...shown(items, i),
    event: {
      id: acts.length - age,
      catalogue: DEMO_CATALOGUE,
      item: items[i]!.id,
      kind,
      at: now - age * age * 400_000 - 20_000,
    },
  }));
}

/** Rows that are on no list of cards begin here: shelves are filled from them. */
const SHELF_ROWS = 600;

/** A row of ten: of the given departments, or of all. `of` is a row. */
export function shelfOf(
  items: readonly Item[],
  kind: ShelfKind,
  of: number | null,
  departments: readonly string[],
): ShownShelf {
  const rows = [...items.keys()]
    .slice(SHELF_ROWS)
    .filter((i) => departments.length === 0 || departments.includes(items[i]!.department))
    .slice(kind.length, kind.length + 10);
  const about = of === null ? null : shown(items, of);
  return {
    kind,
    of: about,
    cards: cardsOf(items, rows, kind !== 'popular').map((card) => ({
      ...card,
      because: kind === 'because' && about ? [about] : card.because,
    })),
  };
}
