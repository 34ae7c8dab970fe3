import { fileNamed, missingFile, nameOf } from './choose-file.ts';
import { filmOf } from './film.ts';
import { readItemTable } from './item-table.ts';
import type { ItemShape } from './item-table.ts';
import { newSink, rawLogOf } from './log-sink.ts';
import { readLogTable } from './log-table.ts';
import type { LogShape } from './log-table.ts';
import { peekLines } from './peek.ts';
import type { Reader } from './reader.ts';

const FORMAT = 'MovieLens 1M/10M';
const LOG: LogShape = {
  separator: '::',
  quotes: false,
  header: false,
  user: 0,
  item: 1,
  value: 2,
  at: 3,
  atIs: 'clock',
};
const FILMS: ItemShape = {
  separator: '::',
  quotes: false,
  header: false,
  fieldsNeeded: 3,
  id: 0,
  itemOf: ([id, title, genres]) => filmOf(id!, title!, genres!.split('|')),
};

/** MovieLens 1M and 10M: `ratings.dat`, with `movies.dat` for titles and genres. */
export const movieLensDat: Reader = {
  accepts: 'MovieLens 1M and 10M (ratings.dat with movies.dat)',
  async recognise(files) {
    const log = fileNamed(files, /^ratings\.dat$/i);
    const films = fileNamed(files, /^movies\.dat$/i);
    if (log === null) {
      if (films) throw missingFile(films, 'ratings.dat', 'it holds the ratings');
      return null;
    }
    await peekLines(log, 'user, film, rating and time, separated by "::"');
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
