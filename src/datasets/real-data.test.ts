import { createReadStream, existsSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { SourceFile } from './files/source-file.ts';
import { readDataset } from './read-dataset.ts';
import type { ImportedDataset } from './read-dataset.ts';

/** The public sets lie beside the checkout and may not be redistributed: where they are absent, these skip. */
const FOLDER = new URL('../../../shared/data/', import.meta.url).pathname;

function source(path: string): SourceFile {
  const full = `${FOLDER}${path}`;
  const read = (start?: number, end?: number): ReadableStream<Uint8Array> =>
    Readable.toWeb(
      createReadStream(full, start === undefined ? {} : { start, end: end! - 1 }),
    ) as ReadableStream<Uint8Array>;
  return {
    name: path,
    size: statSync(full).size,
    stream: () => read(),
    slice: (start, end) => ({ stream: () => read(start, end) }),
  };
}

function describeSet(files: readonly string[], claims: (set: () => Promise<ImportedDataset>) => void): void {
  const missing = files.find((file) => !existsSync(`${FOLDER}${file}`));
  const why = missing === undefined ? '' : ` (skipped: needs ../shared/data/${missing})`;
  describe.skipIf(missing !== undefined)(`${files.join(', ')}${why}`, () => {
    let reading: Promise<ImportedDataset> | undefined;
    const set = (): Promise<ImportedDataset> => (reading ??= readDataset(files.map(source)));
    claims(set);

    test('nothing but its users is taken for a person: no title, genre, number or time', async () => {
      const { report, users } = await set();
      expect(report.masked).toMatchObject([{ kind: 'user', action: 'replaced', count: users.length }]);
    });
  });
}

describeSet(['ml-100k/u.data.gz', 'ml-100k/u.item.gz'], (set) => {
  test('100,000 ratings of 1,682 films by 943 people', async () => {
    const { report, columns } = await set();
    expect(report).toMatchObject({
      rowsRead: 100_000,
      rowsKept: 100_000,
      duplicatesMerged: 0,
      badRowCount: 0,
    });
    expect([columns.userCount, columns.itemCount, report.untitledItems]).toEqual([943, 1682, 0]);
    expect(report.files.map(({ bytes }) => bytes)).toEqual([236_344, 1_979_173]);
  });

  test('from 1997-09-20 to 1998-04-22, and 18 titles occur twice', async () => {
    const { dateRange, items } = await set();
    expect(dateRange?.map((at) => new Date(at).toISOString().slice(0, 10))).toEqual([
      '1997-09-20',
      '1998-04-22',
    ]);
    const titles = items.map(({ title, year }) => `${title} ${year}`);
    expect(titles.length - new Set(titles).size).toBe(18);
  });

  test('accents are read from ISO-8859-1, and 18 genres are departments', async () => {
    const { items, departments } = await set();
    expect(items.some(({ title }) => title.includes('é'))).toBe(true);
    expect(items.every(({ title }) => !title.includes('\uFFFD'))).toBe(true);
    expect(departments).toHaveLength(18);
  });
});

describeSet(['ml-latest-small/ratings.csv.gz', 'ml-latest-small/movies.csv.gz'], (set) => {
  test('100,836 ratings of 9,724 films by 610 people; 18 of 9,742 films are never rated', async () => {
    const { report } = await set();
    expect(report).toMatchObject({
      rowsRead: 100_836,
      rowsKept: 100_836,
      duplicatesMerged: 0,
      badRowCount: 0,
      userCount: 610,
      itemCount: 9724,
      untitledItems: 0,
      unratedItems: 18,
    });
  });

  test('from 1996-03-29 to 2018-09-24, in halves from 0.5 to 5', async () => {
    const { dateRange, columns } = await set();
    expect(dateRange?.map((at) => new Date(at).toISOString().slice(0, 10))).toEqual([
      '1996-03-29',
      '2018-09-24',
    ]);
    expect(new Set(columns.value)).toEqual(new Set([0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5]));
  });
});

const NCF = ['train.pos.tsv', 'test.rating', 'test.negative'].map((part) => `ml-1m-ncf/ml-1m.${part}.gz`);
describeSet(NCF, (set) => {
  test('994,169 training ratings by 6,040 people; 3,704 of the 3,706 films occur in them', async () => {
    const { columns, report } = await set();
    expect(report).toMatchObject({
      rowsRead: 994_169,
      rowsKept: 994_169,
      duplicatesMerged: 0,
      badRowCount: 0,
    });
    expect([columns.userCount, columns.itemCount]).toEqual([6040, 3706]);
    expect(new Set(columns.item).size).toBe(3704);
    expect(columns.user.length).toBe(994_169);
  });

  test('with the test part, ratings 1 to 5 are as often as in MovieLens 1M', async () => {
    const { columns, ncf } = await set();
    const counts = [0, 0, 0, 0, 0, 0];
    for (const value of [...columns.value, ...(ncf?.test.value ?? [])]) counts[value]!++;
    expect(counts).toEqual([0, 56_174, 107_557, 261_197, 348_971, 226_310]);
  });

  test('6,040 test rows with 99 negatives each, 156 of which list the positive itself', async () => {
    const { ncf } = await set();
    expect(ncf?.test.item.length).toBe(6040);
    expect(ncf?.negativesPerRow).toBe(99);
    expect(ncf?.negatives?.length).toBe(6040 * 99);
    expect(ncf?.rowsWithPositiveAmongNegatives).toBe(156);
  });

  test('no negative was chosen by its user in training, and every user has 19 rows or more', async () => {
    const { columns, ncf } = await set();
    const chosen = new Set<number>();
    const rows = new Int32Array(columns.userCount);
    for (let k = 0; k < columns.user.length; k++) {
      chosen.add(columns.user[k]! * columns.itemCount + columns.item[k]!);
      rows[columns.user[k]!]!++;
    }
    const clashes = ncf!.negatives!.filter((item, k) =>
      chosen.has(ncf!.test.user[Math.floor(k / 99)]! * columns.itemCount + item),
    );
    expect(clashes.length).toBe(0);
    expect(Math.min(...rows)).toBe(19);
  });
});

describeSet(['sasrec/ml-1m.txt.gz'], (set) => {
  test('999,611 rows of 6,040 people and 3,416 items', async () => {
    const { report } = await set();
    expect(report).toMatchObject({ rowsRead: 999_611, rowsKept: 999_611, userCount: 6040, itemCount: 3416 });
  });
});

describeSet(['sasrec/beauty-bert4rec.txt.gz'], (set) => {
  test('353,962 rows of 40,226 people and 54,542 items', async () => {
    const { report } = await set();
    expect(report).toMatchObject({
      rowsRead: 353_962,
      rowsKept: 353_962,
      userCount: 40_226,
      itemCount: 54_542,
    });
  });
});
