import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { kindOfValue } from './find-identifiers.ts';
import { kindOfColumn } from './kind-of-column.ts';
import { scrubText } from './scrub-text.ts';

/** The public sets lie beside the checkout and may not be redistributed: where they are absent, these skip. */
const FOLDER = new URL('../../../../shared/data/', import.meta.url).pathname;

function describeFile(path: string, claims: (lines: () => readonly string[]) => void): void {
  const missing = !existsSync(`${FOLDER}${path}`);
  describe.skipIf(missing)(`${path}${missing ? ` (skipped: needs ../shared/data/${path})` : ''}`, () => {
    claims(() =>
      gunzipSync(readFileSync(`${FOLDER}${path}`))
        .toString('utf8')
        .trim()
        .split(/\r?\n/),
    );
  });
}

const taken = (texts: Iterable<string>): string[] =>
  [...new Set(texts)].filter((text) => scrubText(text).kinds.length > 0);

describeFile('online-retail/online_retail.csv.gz', (lines) => {
  // InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice, CustomerID, Country
  const split = (line: string): string[] => line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g) ?? [];
  const column = (place: number): string[] =>
    lines()
      .slice(1)
      .map((line) => (split(line)[place] ?? '').replace(/,$/, '').replace(/^"|"$/g, ''));

  test('4,212 descriptions and 4,070 codes of things are kept', () => {
    expect(taken(column(2))).toEqual([]);
    expect(taken(column(1))).toEqual([]);
  });

  test('the columns of invoices and countries are what they are', () => {
    expect(kindOfColumn('InvoiceNo', column(0).slice(0, 500))).toBe('order');
    expect(kindOfColumn('Country', column(7).slice(0, 500))).toBeNull();
    expect(kindOfColumn('UnitPrice', column(5).slice(0, 500))).toBeNull();
  });
});

describeFile('ml-latest-small/tags.csv.gz', (lines) => {
  test('tags that people gave to films are kept', () => {
    expect(taken(lines().map((line) => line.split(',')[2] ?? ''))).toEqual([]);
  });
});

describeFile('amazon-beauty-5core/items.tsv.gz', (lines) => {
  test('of 12,101 ASINs, all are kept', () => {
    expect(
      lines()
        .flatMap((line) => line.split('\t'))
        .filter((text) => kindOfValue(text) !== null),
    ).toEqual([]);
  });
});
