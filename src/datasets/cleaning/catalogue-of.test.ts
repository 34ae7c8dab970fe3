import { expect, test } from 'vitest';
import { itemId } from '../../domain/ids.ts';
import type { Item } from '../../domain/item.ts';
import { ImportMeter } from '../files/import-meter.ts';
import { IdTable } from '../formats/text/id-table.ts';
import { textBytes } from '../testing/packing.ts';
import { catalogueOf } from './catalogue-of.ts';

const meter = new ImportMeter({ yieldTurn: () => Promise.resolve() });

test('brands are in order of first appearance among the rows, departments in alphabetical order', async () => {
  const items = new IdTable();
  for (const id of ['d', 'a', 'c', 'b', 'e']) items.intern(textBytes(id), 0, 1);
  const known = (id: string, department: string, brand?: string): [string, Item] => [
    id,
    { id: itemId(id), title: id, department, ...(brand === undefined ? {} : { brand }) },
  ];
  const catalogue = new Map([
    known('a', 'Tea', 'Kettle & Co'),
    known('b', 'Jam', 'Kettle & Co'),
    known('c', 'Tea', 'Aster'),
    known('d', 'Jam'),
    known('unrated', 'Jam', 'Nobody'),
  ]);
  const { brands, departments, facts, untitled, unrated } = await catalogueOf(
    { items, catalogue },
    meter,
    new Map(),
  );
  expect(brands).toEqual(['Kettle & Co', 'Aster']);
  expect([...facts.brand]).toEqual([-1, 0, 1, 0, -1]);
  expect(departments).toEqual(['Jam', 'Tea']);
  expect([...facts.department]).toEqual([0, 1, 1, 0, -1]);
  expect([untitled, unrated]).toEqual([1, 1]);
});
