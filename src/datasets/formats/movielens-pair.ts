import { fileNamed, missingFile, nameOf } from './choose-file.ts';
import { readItemTable } from './item-table.ts';
import type { ItemShape } from './item-table.ts';
import { newSink, rawLogOf } from './log-sink.ts';
import { readLogTable } from './log-table.ts';
import type { LogShape } from './log-table.ts';
import { peekLines } from './peek.ts';
import type { Reader } from './reader.ts';

/** A MovieLens edition as two tables without header lines. */
export interface MovieLensPair {
  readonly format: string;
  readonly accepts: string;
  /** Name of the file of ratings, as it is said and as it is looked for. */
  readonly log: string;
  readonly films: string;
  /** What a line of the log holds, for the message where it does not. */
  readonly line: string;
  readonly filmShape: ItemShape;
  /** Columns: user, item, rating, Unix time. */
  readonly separator: string;
}

/** Reads the ratings, and where they are there the films for titles and genres. */
export function movieLensPair(pair: MovieLensPair): Reader {
  const { format, accepts, filmShape, separator } = pair;
  const shape: LogShape = {
    separator,
    quotes: false,
    header: false,
    user: 0,
    item: 1,
    value: 2,
    at: 3,
    atIs: 'clock',
  };
  return {
    accepts,
    async recognise(files) {
      const log = fileNamed(files, exactly(pair.log));
      const films = fileNamed(files, exactly(pair.films));
      if (log === null) {
        if (films) throw missingFile(films, pair.log, 'it holds the ratings');
        return null;
      }
      await peekLines(log, pair.line);
      return {
        format,
        name: nameOf(log, format),
        files: films ? [films, log] : [log],
        async read(desk) {
          const catalogue = films ? await readItemTable(desk, films, filmShape) : null;
          const sink = newSink();
          const { rows: rowsRead } = await readLogTable(desk, log, shape, sink);
          return rawLogOf(sink, { rowsRead, times: 'clock', rated: true }, catalogue);
        },
      };
    },
  };
}

function exactly(name: string): RegExp {
  return new RegExp(`^${name.replace('.', '[.]')}$`, 'i');
}
