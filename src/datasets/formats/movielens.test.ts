import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KIND_CODE } from '../../domain/events.ts';
import type { SourceFile } from '../files/source-file.ts';
import { readDataset } from '../read-dataset.ts';
import type { ImportedDataset } from '../read-dataset.ts';
import { testKey, testUsers } from '../testing/test-key.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { memoryFile } from '../testing/memory-file.ts';
import { gz, latin1Bytes, streamedZip, textBytes, zip } from '../testing/packing.ts';
import {
  RATINGS,
  moviesCsv,
  moviesDat,
  ratingsCsv,
  ratingsDat,
  uData,
  uItem,
} from '../testing/small-movielens.ts';
import { parseFilmTitle } from './film-title.ts';

/** The same nine ratings and six films, in every dress that GroupLens or a person gives them. */
const DRESSES: Readonly<Record<string, readonly SourceFile[]>> = {
  'u.data and u.item': [memoryFile('u.data', uData()), memoryFile('u.item', latin1Bytes(uItem()))],
  'u.data.gz and u.item.gz': [
    memoryFile('u.data.gz', gz(uData())),
    memoryFile('u.item.gz', gz(latin1Bytes(uItem()))),
  ],
  'ml-100k.zip': [
    memoryFile(
      'x.zip',
      zip({ 'ml-100k/README': 'text', 'ml-100k/u.data': uData(), 'ml-100k/u.item': latin1Bytes(uItem()) }),
    ),
  ],
  'ratings.dat and movies.dat in ISO-8859-1': [
    memoryFile('ratings.dat', ratingsDat()),
    memoryFile('movies.dat', latin1Bytes(moviesDat())),
  ],
  'ratings.dat and movies.dat in UTF-8': [
    memoryFile('movies.dat', textBytes(moviesDat())),
    memoryFile('ratings.dat', ratingsDat()),
  ],
  'ml-1m.zip': [
    memoryFile(
      'ml.zip',
      zip({ 'ml-1m/movies.dat': latin1Bytes(moviesDat()), 'ml-1m/ratings.dat': ratingsDat() }),
    ),
  ],
  'ratings.csv and movies.csv': [
    memoryFile('movies.csv', moviesCsv()),
    memoryFile('ratings.csv', ratingsCsv()),
  ],
  'second downloads': [
    memoryFile('movies (1).csv', moviesCsv()),
    memoryFile('ratings (1).csv', ratingsCsv()),
  ],
  'ml-latest.zip, streamed': [
    memoryFile(
      'ml.zip',
      streamedZip({
        'ml-latest/tags.csv': 'userId,movieId,tag,timestamp\r\n1,10,fog,1\r\n',
        'ml-latest/ratings.csv': ratingsCsv(),
        'ml-latest/movies.csv': moviesCsv(),
      }),
    ),
  ],
  'CSV with a byte-order mark and without the last line end': [
    memoryFile('ratings.csv', `\uFEFF${ratingsCsv().trimEnd()}`, { chunkBytes: 5 }),
    memoryFile('movies.csv', `\uFEFF${moviesCsv().trimEnd()}`, { chunkBytes: 3 }),
  ],
};

describe.each(Object.entries(DRESSES))('%s', (_, files) => {
  test('give users and items in order of first appearance', async () => {
    const { users, items, columns } = await readDataset(files, { pseudonymKey: await testKey() });
    expect(users).toEqual(await testUsers('3', '1', '2', '7'));
    expect(items.map((item) => item.id)).toEqual(['20', '10', '30', '40', '50', '99']);
    expect([...columns.user]).toEqual([0, 0, 1, 1, 2, 2, 2, 3, 3]);
    expect([...columns.item]).toEqual([0, 1, 0, 2, 3, 4, 1, 5, 2]);
  });

  test('give ratings as rating events with their time in ms', async () => {
    const { columns, dateRange } = await readDataset(files);
    expect([...columns.value]).toEqual(RATINGS.map(({ rating }) => rating));
    expect([...columns.kind]).toEqual(RATINGS.map(() => KIND_CODE.rating));
    expect([...columns.at]).toEqual(RATINGS.map(({ at }) => at * 1000));
    expect(dateRange).toEqual([1_000_000_000_000, 1_100_000_000_000]);
    expect({ users: columns.userCount, items: columns.itemCount }).toEqual({ users: 4, items: 6 });
  });

  test('give titles without year, articles in front, the first genre as department', async () => {
    const { items, departments, itemFacts } = await readDataset(files);
    const year = { '50': items[4]?.year === undefined ? {} : { year: 1999 } }; // u.item alone has a release date
    expect(items).toEqual([
      { id: '20', title: 'Night Tram, Fog', department: 'Thriller', year: 1988 },
      { id: '10', title: 'The Lighthouse Keeper', department: 'Drama', tags: ['Romance'], year: 1951 },
      { id: '30', title: "L'Été des cigales", department: 'Comedy', tags: ['Drama'], year: 1974 },
      { id: '40', title: 'Seven "Small" Boats', department: 'Adventure', year: 2003 },
      { id: '50', title: 'Untold', department: '', ...year['50'] },
      { id: '99', title: '99', department: '' },
    ]);
    expect(departments).toEqual(['Adventure', 'Comedy', 'Drama', 'Thriller']);
    expect([...itemFacts.department]).toEqual([3, 2, 1, 0, -1, -1]);
    expect([...itemFacts.available]).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('give an exact report', async () => {
    const { report } = await readDataset(files);
    expect(report).toMatchObject({
      rowsRead: 9,
      rowsKept: 9,
      duplicatesMerged: 0,
      badRowCount: 0,
      badRows: [],
      userCount: 4,
      itemCount: 6,
      untitledItems: 1,
      unratedItems: 1,
    });
    expect(report.files.map((file) => file.rows)).toEqual([6, 9]);
  });
});

describe('names', () => {
  const nameOf = async (...files: SourceFile[]): Promise<string> => (await readDataset(files)).name;
  test('come from the archive, else the folder, else the format', async () => {
    expect(await nameOf(memoryFile('ml-small.zip', zip({ 'a/ratings.csv': ratingsCsv() })))).toBe('ml-small');
    expect(await nameOf(memoryFile('data/ml-1m/ratings.dat', ratingsDat()))).toBe('ml-1m');
    expect(await nameOf(memoryFile('u.data', uData()))).toBe('MovieLens 100K');
  });
});

describe('without the films', () => {
  test.each([
    ['u.data', uData()],
    ['ratings.dat', ratingsDat()],
    ['ratings.csv', ratingsCsv()],
  ])('%s is read, with ids for titles', async (name, text) => {
    const { items, report, departments } = await readDataset([memoryFile(name, text)]);
    expect(items.map((item) => item.title)).toEqual(['20', '10', '30', '40', '50', '99']);
    expect(report.untitledItems).toBe(6);
    expect(departments).toEqual([]);
  });
});

describe('without the ratings', () => {
  test.each([
    ['u.item', uItem(), 'u.data'],
    ['movies.dat', moviesDat(), 'ratings.dat'],
    ['movies.csv', moviesCsv(), 'ratings.csv'],
  ])('%s alone says that the ratings are missing', async (name, text, missing) => {
    const error = await refusalOf(readDataset([memoryFile(name, text)]));
    expect(error.code).toBe('import/missing-file');
    expect(error.message).toContain(missing);
    expect(error.remedy).toContain(missing);
    expect(error.detail).toMatchObject({ missing, present: name });
  });

  test('a ratings.csv of another site beside movies.csv is named, with its first line', async () => {
    const files = [memoryFile('movies.csv', moviesCsv()), memoryFile('ratings.csv', 'Date,Name,Stars\n')];
    const error = await refusalOf(readDataset(files));
    expect(error.code).toBe('import/unknown-format');
    expect(error.message).toContain('Date,Name,Stars');
    expect(error.remedy).toContain('userId, movieId, rating, timestamp');
  });
});

describe('bad rows', () => {
  const withRows = async (...rows: string[]): Promise<ImportedDataset> =>
    readDataset([memoryFile('ratings.csv', `${ratingsCsv()}${rows.join('\r\n')}`)]);

  test.each([
    ['1,10,five,1000000000', 'not-a-number', 'rating', 'five'],
    ['1,10,,1000000000', 'not-a-number', 'rating', ''],
    ['1,10,4.0,yesterday', 'bad-date', 'time', 'yesterday'],
    ['1,10,11,1000000000', 'out-of-range', 'rating', '11'],
    ['1,10,0,1000000000', 'out-of-range', 'rating', '0'],
    ['1,10,-1,1000000000', 'out-of-range', 'rating', '-1'],
    ['1,10,4.0,0', 'bad-date', 'time', '0'],
    ['1,10,4.0,5000000000', 'bad-date', 'time', '5000000000'],
    ['1,10', 'too-few-fields', '', '•••,10'],
    [',10,4.0,1000000000', 'empty-id', 'user', ',10,4.0,1000000000'],
    ['1,,4.0,1000000000', 'empty-id', 'item', '•••,,4.0,1000000000'],
    ['"1,10,4.0,1000000000', 'malformed', '', '"1,10,4.0,1000000000'],
  ])('%s is %s', async (row, reason, field, text) => {
    const { report } = await withRows(row, '1,40,4.0,1000000000');
    expect(report.badRows).toEqual([{ file: 'ratings.csv', line: 11, reason, field, text }]);
    expect(report).toMatchObject({ rowsRead: 11, rowsKept: 10, badRowCount: 1, duplicatesMerged: 0 });
  });

  test('a bad row brings no user or item of its own', async () => {
    const { users, items } = await withRows('800,900,five,1000000000');
    expect(users).toHaveLength(4);
    expect(items.map((item) => item.id)).not.toContain('900');
  });

  test('an empty time is an unknown one, and the row counts', async () => {
    const { columns, dateRange } = await withRows('1,40,4.0,');
    expect(columns.at.at(-1)).toBeNaN();
    expect(dateRange).toEqual([1_000_000_000_000, 1_100_000_000_000]);
  });

  test('the first fifty are kept, all are counted', async () => {
    const good = Array.from({ length: 80 }, (_, i) => `500,${i},3,1000000000`);
    const bad = Array.from({ length: 60 }, (_, i) => `500,${i},x${i},1000000000`);
    const { report } = await withRows(...good, ...bad);
    expect(report.badRowCount).toBe(60);
    expect(report.badRows).toHaveLength(50);
    expect(report.badRows[49]).toMatchObject({ line: 140, text: 'x49' });
  });

  test('long text is cut to 60 characters', async () => {
    const { report } = await withRows(`1,10,${'é'.repeat(300)},1`);
    expect(report.badRows[0]?.text).toBe('é'.repeat(60));
  });

  test('after a quoted field of two lines the line number is the right one', async () => {
    const films = 'movieId,title,genres\r\n20,"Night\r\nTram (1988)",Drama\r\n30\r\n10,Ship,Drama\r\n';
    const files = [memoryFile('ratings.csv', ratingsCsv()), memoryFile('movies.csv', films)];
    const { report, items } = await readDataset(files);
    expect(report.badRows).toEqual([
      { file: 'movies.csv', line: 4, reason: 'too-few-fields', field: '', text: '30' },
    ]);
    expect(items[0]?.title).toBe('Night\r\nTram');
    expect(report).toMatchObject({ rowsRead: 9, rowsKept: 9, badRowCount: 1, untitledItems: 4 });
  });
});

describe('duplicates', () => {
  test('are merged into the latest, wherever it stands, and counted', async () => {
    const rows = '1,1,1,500\n2,1,2,100\n1,1,3,900\n1,1,4,700\n1,2,5,100\n';
    const { columns, report } = await readDataset([
      memoryFile('ratings.csv', `userId,movieId,rating,timestamp\n${rows}`),
    ]);
    expect([...columns.user]).toEqual([1, 0, 0]);
    expect([...columns.item]).toEqual([0, 0, 1]);
    expect([...columns.value]).toEqual([2, 3, 5]);
    expect([...columns.at]).toEqual([100_000, 900_000, 100_000]);
    expect(report).toMatchObject({ rowsRead: 5, rowsKept: 3, duplicatesMerged: 2, badRowCount: 0 });
  });

  test('with the same or no time keep the later row', async () => {
    const rows = '1,1,1,500\n1,1,2,500\n1,2,3,\n1,2,4,\n1,3,1,\n1,3,2,700\n1,3,3,\n';
    const { columns } = await readDataset([
      memoryFile('ratings.csv', `userId,movieId,rating,timestamp\n${rows}`),
    ]);
    expect([...columns.value]).toEqual([2, 4, 3]);
  });

  test('agree with a plain map, for any log', async () => {
    const row = fc.record({
      user: fc.integer({ min: 1, max: 5 }),
      film: fc.integer({ min: 1, max: 5 }),
      rating: fc.integer({ min: 1, max: 5 }),
      at: fc.integer({ min: 1, max: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 60 }), async (rows) => {
        const { columns, items, report } = await readDataset([memoryFile('u.data', uData(rows))]);
        const people = [...new Set(rows.map(({ user }) => user))];
        const latest = new Map<string, (typeof rows)[number]>();
        for (const one of rows) {
          const key = `${one.user} ${one.film}`;
          if ((latest.get(key)?.at ?? 0) <= one.at) latest.set(key, one);
        }
        const read = Array.from(columns.user, (user, k) => {
          const values = [people[user], items[columns.item[k]!]!.id, columns.value[k], columns.at[k]! / 1000];
          return values.join(' ');
        });
        expect(read).toEqual(
          rows
            .filter((one) => latest.get(`${one.user} ${one.film}`) === one)
            .map((one) => Object.values(one).join(' ')),
        );
        expect(report.duplicatesMerged).toBe(rows.length - latest.size);
        expect(report.rowsRead).toBe(rows.length);
      }),
      { numRuns: 50 },
    );
  });
});

test('titles with anything in them survive movies.csv', async () => {
  const title = fc
    .string({
      unit: fc.oneof(
        fc.constantFrom('"', ',', '|', '(', ')', "'", ' ', 'The'),
        fc.string({ unit: 'grapheme', maxLength: 1 }),
      ),
      maxLength: 20,
    })
    .map((text) => text.trim())
    .filter((text) => text !== '');
  await fc.assert(
    fc.asyncProperty(fc.array(title, { minLength: 1, maxLength: 10 }), async (titles) => {
      const films = titles.map((text, i) => `${i},"${text.replaceAll('"', '""')}",Drama\r\n`).join('');
      const ratings = titles.map((_, i) => `1,${i},4.0,1000000000\r\n`).join('');
      const { items } = await readDataset([
        memoryFile('movies.csv', `movieId,title,genres\r\n${films}`, { chunkBytes: 11 }),
        memoryFile('ratings.csv', `userId,movieId,rating,timestamp\r\n${ratings}`),
      ]);
      expect(items.map((item) => item.title)).toEqual(titles.map((text) => parseFilmTitle(text).title));
    }),
    { numRuns: 60 },
  );
});
