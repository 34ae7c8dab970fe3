import { HomebodyError } from '../../domain/errors.ts';
import type { DatasetFile } from '../files/dataset-file.ts';
import { scrubText } from '../masking/scrub-text.ts';
import { missingFile, nameOf, onlyOne } from './choose-file.ts';
import { filmOf } from './film.ts';
import { columnNamed, parseHeader, requireSeparator } from './header.ts';
import type { Header } from './header.ts';
import { readItemTable } from './item-table.ts';
import { newSink, rawLogOf } from './log-sink.ts';
import { readLogTable } from './log-table.ts';
import { peek, peekLines } from './peek.ts';
import type { Reader } from './reader.ts';

const FORMAT = 'MovieLens CSV';
const EXPECTED = 'the columns userId, movieId, rating, timestamp, separated by commas';

/**
 * MovieLens latest, 20M, 25M, 32M: `ratings.csv`, with `movies.csv` for titles and genres. Known by their
 * headers, since browsers save a second download as `ratings (1).csv`.
 */
export const movieLensCsv: Reader = {
  accepts: 'MovieLens latest, 20M, 25M, 32M (ratings.csv with movies.csv)',
  async recognise(files) {
    const logs: { file: DatasetFile; header: Header }[] = [];
    const filmFiles: { file: DatasetFile; header: Header }[] = [];
    for (const file of files) {
      if (!/\.(csv|tsv|txt)$/i.test(file.name)) continue;
      const glimpse = await peek(file);
      if (glimpse.kind !== 'text') continue;
      const header = parseHeader(glimpse.lines[0] ?? '');
      if (hasAll(header, ['userid', 'movieid', 'rating'])) logs.push({ file, header });
      else if (hasAll(header, ['movieid', 'title', 'genres'])) filmFiles.push({ file, header });
    }
    const log = logs.find(({ file }) => file === onlyOne(preferNamed(logs, 'ratings.csv')));
    const films = filmFiles.find(({ file }) => file === onlyOne(preferNamed(filmFiles, 'movies.csv')));
    if (log === undefined) {
      if (films === undefined) return null;
      const ratings = files.find((file) => /^ratings\.csv$/i.test(file.name));
      if (ratings) throw await notTheRatings(ratings);
      throw missingFile(films.file, 'ratings.csv', 'it holds the ratings');
    }
    requireSeparator(log.file, log.header, [',']);
    if (films) requireSeparator(films.file, films.header, [',']);
    return {
      format: FORMAT,
      name: nameOf(log.file, FORMAT),
      files: films ? [films.file, log.file] : [log.file],
      async read(desk) {
        const catalogue = films
          ? await readItemTable(desk, films.file, {
              separator: ',',
              quotes: true,
              header: true,
              fieldsNeeded: 3,
              id: columnNamed(films.header, ['movieid']),
              read: ['movieid', 'title', 'genres'].map((name) => columnNamed(films.header, [name])),
              itemOf: (fields) =>
                filmOf(
                  fields[columnNamed(films.header, ['movieid'])]!,
                  fields[columnNamed(films.header, ['title'])]!,
                  fields[columnNamed(films.header, ['genres'])]!.split('|'),
                ),
            })
          : null;
        const sink = newSink();
        const { rows: rowsRead } = await readLogTable(
          desk,
          log.file,
          {
            separator: ',',
            quotes: true,
            header: true,
            user: columnNamed(log.header, ['userid']),
            item: columnNamed(log.header, ['movieid']),
            value: columnNamed(log.header, ['rating']),
            at: columnNamed(log.header, ['timestamp']),
            atIs: 'clock',
          },
          sink,
        );
        return rawLogOf(sink, { rowsRead, times: 'clock', rated: true }, catalogue);
      },
    };
  },
};

/** Beside a movies.csv, a ratings.csv that is not of MovieLens deserves better than "unknown format". */
async function notTheRatings(file: DatasetFile): Promise<HomebodyError> {
  const [line = ''] = await peekLines(file, EXPECTED);
  const first = scrubText(line).text.slice(0, 60);
  return new HomebodyError('import/unknown-format', `${file.name}, line 1, is "${first}".`, {
    remedy: `Beside movies.csv it should have ${EXPECTED}.`,
    detail: { file: file.path, line: 1, text: first },
  });
}

function hasAll(header: Header, names: readonly string[]): boolean {
  return names.every((name) => header.columns.includes(name));
}

function preferNamed(candidates: readonly { readonly file: DatasetFile }[], name: string): DatasetFile[] {
  const all = candidates.map(({ file }) => file);
  const exact = all.filter((file) => file.name.toLowerCase() === name);
  return exact.length > 0 ? exact : all;
}
