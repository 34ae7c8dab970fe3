import type { Item } from '../../domain/item.ts';
import { fileNamed, missingFile, nameOf } from './choose-file.ts';
import { filmOf } from './film.ts';
import { readItemTable } from './item-table.ts';
import type { ItemShape } from './item-table.ts';
import { newSink, rawLogOf } from './log-sink.ts';
import { readLogTable } from './log-table.ts';
import type { LogShape } from './log-table.ts';
import { peekLines } from './peek.ts';
import type { Reader } from './reader.ts';

const FORMAT = 'MovieLens 100K';
const LOG: LogShape = {
  separator: '\t',
  quotes: false,
  header: false,
  user: 0,
  item: 1,
  value: 2,
  at: 3,
  atIs: 'clock',
};
/** The order of the flags, as in u.genre of the original. */
const GENRES =
  "unknown|Action|Adventure|Animation|Children's|Comedy|Crime|Documentary|Drama|Fantasy|Film-Noir|Horror|Musical|Mystery|Romance|Sci-Fi|Thriller|War|Western".split(
    '|',
  );
/** u.item: id, title, release date `dd-Mon-yyyy`, video release date, address, then one flag a genre. */
const FIRST_FLAG = 5;
const FILMS: ItemShape = {
  separator: '|',
  quotes: false,
  header: false,
  fieldsNeeded: FIRST_FLAG + 1,
  id: 0,
  itemOf: filmOfFields,
};

/** `u.data`, with `u.item` for titles and genres. */
export const movieLens100k: Reader = {
  accepts: 'MovieLens 100K (u.data with u.item)',
  async recognise(files) {
    const log = fileNamed(files, /^u\.data$/i);
    const films = fileNamed(files, /^u\.item$/i);
    if (log === null) {
      if (films) throw missingFile(films, 'u.data', 'it holds the ratings');
      return null;
    }
    await peekLines(log, 'user, item, rating and time, separated by tabs');
    return {
      format: FORMAT,
      name: nameOf(log, FORMAT),
      files: films ? [films, log] : [log],
      async read(desk) {
        const catalogue = films ? await readItemTable(desk, films, FILMS) : null;
        const sink = newSink();
        const { rows: rowsRead } = await readLogTable(desk, log, LOG, sink);
        return rawLogOf(sink, { rowsRead, times: 'clock', rated: true }, catalogue);
      },
    };
  },
};

function filmOfFields(fields: readonly string[]): Item {
  const genres = GENRES.filter((_, genre) => fields[FIRST_FLAG + genre] === '1');
  const film = filmOf(fields[0]!, fields[1]!, genres);
  const released = /\d{4}$/.exec(fields[2]!);
  return film.year === undefined && released ? { ...film, year: Number(released[0]) } : film;
}
