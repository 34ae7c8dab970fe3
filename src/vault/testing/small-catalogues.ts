import type { CatalogueSummary } from '../../domain/catalogue.ts';
import { KIND_CODE } from '../../domain/events.ts';
import { DEMO_CATALOGUE, itemId, itemIndex } from '../../domain/ids.ts';
import type { InteractionColumns } from '../../domain/interactions.ts';
import type { Item } from '../../domain/item.ts';
import type { NewCatalogue } from '../catalogue-content.ts';
import type { GeneratedCatalogue } from '../catalogues.ts';

/** A demo of six items and eight interactions, as small as tests can read. */
export const smallDemo: GeneratedCatalogue = {
  summary: summaryOf('Small demo', 6, 2, 8, { id: DEMO_CATALOGUE, origin: 'demo' }),
  items: itemsOf(6, 'demo'),
  interactions: async () => columnsOf(8, 2, 6),
  popularity: () => ({ userCount: 2, likers: likersOf(8, 2, 6) }),
  inLanguage: async (items, language) =>
    items.map((item) => ({
      ...item,
      local: { [language]: { title: `${item.title}的标题`, department: '厨房' } },
    })),
  personas: () => [{ id: 'cook', likes: [itemIndex(0), itemIndex(2)] }],
};

/** An import: item r has the id `${prefix}-r`, and row r of the columns is user r % users, item r % items. */
export function smallImport(
  name: string,
  rows = 10,
  itemCount = 4,
  userCount = 3,
  prefix = 'film',
): NewCatalogue {
  const { id: _id, origin: _origin, ...summary } = summaryOf(name, itemCount, userCount, rows);
  return {
    summary,
    items: itemsOf(itemCount, prefix),
    columns: columnsOf(rows, userCount, itemCount),
    likers: likersOf(rows, userCount, itemCount),
  };
}

function summaryOf(
  name: string,
  itemCount: number,
  userCount: number,
  interactionCount: number,
  { id, origin }: Pick<CatalogueSummary, 'id' | 'origin'> = { id: DEMO_CATALOGUE, origin: 'import' },
): CatalogueSummary {
  return {
    id,
    name,
    origin,
    simulated: origin === 'demo',
    userCount,
    itemCount,
    interactionCount,
    currency: null,
    departments: ['Kitchen', 'Garden'],
    brands: ['Ash', 'Birch', 'Cedar'],
    dateRange: [1000, 2000],
  };
}

/** Even rows are of the Kitchen, odd ones of the Garden; three brands take turns; the last one is out of stock. */
function itemsOf(count: number, prefix: string): Item[] {
  return Array.from({ length: count }, (_, row) => ({
    id: itemId(`${prefix}-${row}`),
    title: `Title of ${prefix} ${row}`,
    department: row % 2 === 0 ? 'Kitchen' : 'Garden',
    brand: ['Ash', 'Birch', 'Cedar'][row % 3]!,
    ...(row === count - 1 ? { stock: 0 } : {}),
  }));
}

/** All rows are ratings: who rated an item likes it. */
function likersOf(rows: number, userCount: number, itemCount: number): Float32Array<ArrayBuffer> {
  const likers = new Float32Array(itemCount);
  const pairs = new Set(
    Array.from({ length: rows }, (_, r) => (r % userCount) * itemCount + (r % itemCount)),
  );
  for (const pair of pairs) likers[pair % itemCount]! += 1;
  return likers;
}

function columnsOf(rows: number, userCount: number, itemCount: number): InteractionColumns {
  const row = Array.from({ length: rows }, (_, r) => r);
  return {
    userCount,
    itemCount,
    user: Int32Array.from(row, (r) => r % userCount),
    item: Int32Array.from(row, (r) => r % itemCount),
    kind: Uint8Array.from(row, () => KIND_CODE.rating),
    value: Float32Array.from(row, (r) => (r % 10) / 2),
    at: Float64Array.from(row, (r) => (r === 0 ? Number.NaN : 1000 + r)),
  };
}
