import { itemId } from '../../domain/ids.ts';
import type { Item } from '../../domain/item.ts';
import type { DatasetFile } from '../files/dataset-file.ts';
import { fileNamed, missingFile, nameOf } from './choose-file.ts';
import { HomebodyError } from '../../domain/errors.ts';
import { parseFilmTitle } from './film-title.ts';
import { readItemTable } from './item-table.ts';
import type { ItemShape } from './item-table.ts';
import { newSink, rawLogOf } from './log-sink.ts';
import { readLogTable } from './log-table.ts';
import { peekLines } from './peek.ts';
import type { Reader } from './reader.ts';

const EXPECTED =
  'a first line such as user_id:token, item_id:token, rating:float, timestamp:float, separated by tabs';
const TITLE = ['title', 'movie_title', 'item_name', 'name', 'product_title', 'book_title'];
const CLASSES = ['genre', 'genres', 'class', 'categories', 'category'];
const YEAR = ['release_year', 'year', 'publication_year'];

/**
 * RecBole's atomic files: `NAME.inter`, with `NAME.item` for titles. Tab-separated; the first line gives
 * `name:type` a column; a `token_seq` holds tokens with blanks between (RecBole, atomic files).
 */
export const recBole: Reader = {
  accepts: 'RecBole atomic files (.inter with .item)',
  async recognise(files) {
    const log = fileNamed(files, /\.inter$/i);
    const items = fileNamed(files, /\.item$/i);
    if (log === null) {
      if (items && /\S+:token/.test((await peekLines(items, EXPECTED))[0] ?? '')) {
        throw missingFile(items, items.name.replace(/item$/i, 'inter'), 'it holds the interactions');
      }
      return null;
    }
    const columns = await columnsOf(log, ['user_id', 'item_id']);
    const itemShape = items ? shapeOfItems(await columnsOf(items, ['item_id'])) : null;
    const value = columns.indexOf('rating');
    const at = columns.indexOf('timestamp');
    return {
      format: 'RecBole',
      name: nameOf(log, log.name.replace(/\.inter$/i, '')),
      files: items ? [items, log] : [log],
      async read(desk) {
        const catalogue = items && itemShape ? await readItemTable(desk, items, itemShape) : null;
        const sink = newSink();
        const user = columns.indexOf('user_id');
        const item = columns.indexOf('item_id');
        const dialect = { separator: '\t', quotes: false, header: true } as const;
        const { rows: rowsRead } = await readLogTable(
          desk,
          log,
          { ...dialect, user, item, value, at, atIs: 'clock' },
          sink,
        );
        return rawLogOf(sink, { rowsRead, times: at >= 0 ? 'clock' : 'none', rated: value >= 0 }, catalogue);
      },
    };
  },
};

/** Column names without their types. @throws 'import/unknown-format' when a needed one is missing */
async function columnsOf(file: DatasetFile, needed: readonly string[]): Promise<string[]> {
  const [first = ''] = await peekLines(file, EXPECTED);
  const columns = first.split('\t').map((column) => column.replace(/:.*$/, '').trim());
  const missing = needed.find((name) => !columns.includes(name));
  if (missing === undefined) return columns;
  throw new HomebodyError('import/unknown-format', `${file.name}, line 1: there is no column ${missing}.`, {
    remedy: `A RecBole file has ${EXPECTED}.`,
    detail: { file: file.path, line: 1, missing, columns },
  });
}

function shapeOfItems(columns: readonly string[]): ItemShape {
  const columnOf = (names: readonly string[]): number =>
    columns.findIndex((column) => names.includes(column));
  const id = columnOf(['item_id']);
  const title = columnOf(TITLE);
  const classes = columnOf(CLASSES);
  const year = columnOf(YEAR);
  return {
    separator: '\t',
    quotes: false,
    header: true,
    fieldsNeeded: 1 + id,
    id,
    read: [id, title, classes, year].filter((column) => column >= 0),
    itemOf(fields): Item {
      const parsed = parseFilmTitle(fields[title] ?? '');
      const [department = '', ...tags] = (fields[classes] ?? '').split(' ').filter((name) => name !== '');
      const ownYear = Number(fields[year] ?? NaN);
      const known = Number.isInteger(ownYear) && ownYear > 0 ? ownYear : parsed.year;
      return {
        id: itemId(fields[id]!),
        title: parsed.title === '' ? fields[id]! : parsed.title,
        department,
        ...(tags.length > 0 ? { tags } : {}),
        ...(known === undefined ? {} : { year: known }),
      };
    },
  };
}
