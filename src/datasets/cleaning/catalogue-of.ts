import { itemId } from '../../domain/ids.ts';
import type { ItemFacts } from '../../domain/interactions.ts';
import type { Item } from '../../domain/item.ts';
import type { ImportMeter } from '../files/import-meter.ts';
import type { RawLog } from '../formats/raw-log.ts';
import { inSlices } from './in-slices.ts';

export interface ImportedCatalogue {
  /** By row. */
  readonly items: readonly Item[];
  readonly facts: ItemFacts;
  /** Names, in alphabetical order; `facts.department` indexes into them. */
  readonly departments: readonly string[];
  /** Names, in order of first appearance; `facts.brand` indexes into them. */
  readonly brands: readonly string[];
  /** Items of the log that the item file does not know. Their title is their id. */
  readonly untitled: number;
  /** Items of the item file that the log never mentions. They are left out: nothing is known of their taste. */
  readonly unrated: number;
}

/** Puts what is known of items beside the rows that the log gave them. `pseudonyms`: of ids that must not be kept. */
export async function catalogueOf(
  raw: Pick<RawLog, 'items' | 'catalogue'>,
  meter: ImportMeter,
  pseudonyms: ReadonlyMap<string, string>,
): Promise<ImportedCatalogue> {
  const itemCount = raw.items.size;
  let untitled = 0;
  const ids = await raw.items.texts(meter);
  const items: Item[] = [];
  await inSlices(itemCount, meter, (begin, end) => {
    for (const id of ids.slice(begin, end)) {
      const known = raw.catalogue.get(id);
      if (known === undefined) untitled++;
      const kept = pseudonyms.get(id) ?? id;
      if (known === undefined) items.push({ id: itemId(kept), title: kept, department: '' });
      else if (kept === id) items.push(known);
      else items.push({ ...known, id: itemId(kept), title: known.title === id ? kept : known.title });
    }
  });
  const named = new Set(items.map((item) => item.department));
  named.delete('');
  const departments = [...named].sort();
  const rowOf = new Map(departments.map((name, index) => [name, index]));
  const department = Int32Array.from(items, (item) => rowOf.get(item.department) ?? -1);
  const brandRow = new Map<string, number>();
  const brand = Int32Array.from(items, (item) => {
    if (!item.brand) return -1;
    const row = brandRow.get(item.brand) ?? brandRow.size;
    brandRow.set(item.brand, row);
    return row;
  });
  const facts = { itemCount, department, brand, available: new Uint8Array(itemCount).fill(1) };
  const unrated = raw.catalogue.size - (itemCount - untitled);
  return { items, facts, departments, brands: [...brandRow.keys()], untitled, unrated };
}
