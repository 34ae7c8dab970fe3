import { HomebodyError } from '../../domain/errors.ts';
import type { Item } from '../../domain/item.ts';
import type { DatasetFile } from '../files/dataset-file.ts';
import type { Place } from '../masking/masking.ts';
import { shownRow } from '../masking/shown-row.ts';
import type { ReadingDesk } from './reading-desk.ts';
import { decodeText } from './text/decode-text.ts';
import type { Dialect } from './text/record-scanner.ts';

export interface ItemShape extends Dialect {
  readonly header: boolean;
  readonly fieldsNeeded: number;
  /** Columns that `itemOf` looks at. All others are left where they are. */
  readonly read: readonly number[];
  /** Makes the item of a row from the texts of its fields, masked but for the id, which is not empty. */
  itemOf(fields: readonly string[]): Item;
  /** Column of the id. */
  readonly id: number;
}

/** Titles and genres of more items than this do not fit into a tab beside the log. */
const MOST_ITEMS = 5_000_000;

/**
 * Reads what a file knows of items. Rows with too few fields or no id are listed as bad and left out: their
 * items then have no title. The first row of an id counts. @throws 'import/too-large'
 */
export async function readItemTable(
  desk: ReadingDesk,
  file: DatasetFile,
  shape: ItemShape,
): Promise<Map<string, Item>> {
  const items = new Map<string, Item>();
  let headerPassed = !shape.header;
  const lookedAt = await desk.masking.lookAtItems(file, shape);
  const placeAt = (column: number): Place =>
    lookedAt.places[column] ?? { file: file.path, column: '', place: column + 1 };
  await desk.scan(file, shape, (tally) => ({
    record(buffer, bounds, fields, line) {
      if (!headerPassed) {
        headerPassed = true;
        return;
      }
      tally.rows++;
      lookedAt.dropped.see(bounds, fields);
      const whole = (): string =>
        shownRow(buffer, bounds, fields, shape.separator, (column) => lookedAt.dropped.has(column));
      if (fields < shape.fieldsNeeded) {
        desk.badRows.add(file.path, line, 'too-few-fields', '', whole());
        return;
      }
      const texts: string[] = [];
      for (let f = 0; f < fields; f++)
        texts.push(decodeText(buffer.subarray(bounds[2 * f], bounds[2 * f + 1])));
      const id = texts[shape.id]!;
      if (id === '') {
        desk.badRows.add(file.path, line, 'empty-id', 'item', whole());
      } else if (!items.has(id)) {
        if (items.size >= MOST_ITEMS) throw tooManyItems(file);
        for (const f of shape.read) {
          if (f !== shape.id && f < fields) texts[f] = desk.masking.scrub(texts[f]!, placeAt(f));
        }
        items.set(id, shape.itemOf(texts));
      }
    },
    malformed(text, line) {
      tally.rows++;
      desk.badRows.add(file.path, line, 'malformed', '', text);
    },
  }));
  desk.masking.addDropped(lookedAt);
  return items;
}

function tooManyItems(file: DatasetFile): HomebodyError {
  return new HomebodyError(
    'import/too-large',
    `${file.name} has more than ${MOST_ITEMS.toLocaleString('en')} items.`,
    {
      remedy: 'Give a part of the catalogue, or the log alone.',
      detail: { file: file.path },
    },
  );
}
