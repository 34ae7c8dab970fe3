import type { FeedCard, HistoryEntry, ShownItem } from '../../client/state.ts';
import { DEMO_CATALOGUE, itemId, itemIndex } from '../../domain/ids.ts';
import type { EventKind } from '../../domain/events.ts';
import type { Item, ItemPicture } from '../../domain/item.ts';

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

const ROWS: readonly Row[] = [
  ['Red enamel kettle, 1.5 l', 'kettle', 'Kitchen', 'enamel', '#b8402f', '#f0e6d0', 'plain', 6400],
  ['Sage stoneware mug', 'mug', 'Table', 'stoneware', '#9caf88', '#2b3a55', 'dots', 1450],
  ['Tan leather walking boots', 'walking-boots', 'Outdoors', 'leather', '#b5814e', '#6b3a55', 'plain', 14900],
  ['Mustard lambswool blanket', 'blanket', 'Bed & Bath', 'lambswool', '#d2a033', '#3b3a39', 'stripes', 8900],
  ['Ink blue linen shirt', 'shirt', 'Clothing', 'linen', '#2b3a55', '#ecd28a', 'stripes', 5900],
  ['Oak chopping board, 40 cm', 'chopping-board', 'Kitchen', 'oak', '#c39a6b', '#24211f', 'grain', 4200],
  ['The Lighthouse Keeper’s Accounts', 'book', 'Books', 'cloth', '#2f5a43', '#ecd28a', 'plain', 1899],
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
  ['Damson jam', 'jar', 'Pantry', 'jar', '#6b3a55', '#9caf88', 'plain', 620],
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

export const SHOP_ITEMS: readonly Item[] = Array.from({ length: 60 }, (_, i) => {
  const [title, type, department, material, colour, accent, pattern, price] = ROWS[i % ROWS.length]!;
  return {
    id: itemId(`${type}-${i}`),
    title: i < ROWS.length ? title : `${title} no. ${Math.floor(i / ROWS.length) + 1}`,
    department,
    brand: ['Hearthby', 'Tarnwick', 'Mossop & Daughters', 'Fennimoor'][i % 4]!,
    attributes: { material, size: 'medium' },
    price: price + i * 10,
    stock: i === 5 ? 0 : i === 8 ? 3 : 20 + i,
    description:
      'A wide base and a high handle bring this one to the boil without scorching anybody. A steady handle keeps well clear of the steam.',
    picture: { type, material, colour, accent, pattern, variation: (i % 10) / 10 },
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
