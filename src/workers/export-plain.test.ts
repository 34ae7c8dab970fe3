import { expect, test } from 'vitest';
import { readDataset } from '../datasets/read-dataset.ts';
import { DEMO_CATALOGUE, itemId } from '../domain/ids.ts';
import { exportCsv, exportJson } from '../vault/export-plain.ts';
import { filledVault } from '../vault/testing/backups.ts';
import { smallImport } from '../vault/testing/small-catalogues.ts';
import { newDatabaseName, openTestVault } from '../vault/testing/test-vault.ts';

const textOf = async (blob: Blob): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer());

test('CSV has one line an event, oldest first, with title and ISO time', async () => {
  const { vault } = await filledVault(1000);
  expect(await textOf(await exportCsv(vault.inside))).toBe(
    [
      '\uFEFFuser,item,title,event,timestamp,catalogue,id',
      'me,demo-1,Title of demo 1,purchase,1970-01-01T00:00:01.001Z,Small demo,1',
      'me,demo-2,Title of demo 2,purchase,1970-01-01T00:00:01.002Z,Small demo,2',
      'me,demo-2,Title of demo 2,purchase,1970-01-01T00:00:01.002Z,Small demo,3',
      'me,film-2,Title of film 2,dismiss,1970-01-01T00:00:02.000Z,films,5',
      '',
    ].join('\r\n'),
  );
});

test('a text with quotes, commas or line ends is one cell, and none is a formula', async () => {
  const vault = await openTestVault(newDatabaseName());
  const titles = [
    '=HYPERLINK("x")',
    '+1',
    '-1',
    '@a',
    '\tb',
    '＝c',
    'say "hi", twice',
    'two\nlines',
    'plain - text',
  ];
  const small = smallImport('=cmd', titles.length, titles.length);
  const items = small.items.map((item, row) => ({ ...item, title: titles[row]! }));
  const { id } = await vault.addCatalogue({ ...small, items }, () => undefined);
  await vault.record(items.map((item, at) => ({ catalogue: id, item: item.id, kind: 'like', at })));
  const text = await textOf(await exportCsv(vault.inside));
  const told = text
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.slice(line.indexOf(',', 3) + 1, line.indexOf(',like,')));
  expect(told).toEqual([
    `"'=HYPERLINK(""x"")"`,
    `'+1`,
    `'-1`,
    `'@a`,
    `'\tb`,
    `'＝c`,
    `"say ""hi"", twice"`,
    `"two\nlines"`,
    'plain - text',
  ]);
  expect(text).toContain(`,'=cmd,`);
});

test('the importer reads the CSV as a table: one user, each thing once, at its last time', async () => {
  const { vault } = await filledVault(1000);
  const day = 24 * 3600 * 1000;
  await vault.record([{ catalogue: DEMO_CATALOGUE, item: itemId('demo-4'), kind: 'like', at: 10_000 * day }]);
  const file = new File([await exportCsv(vault.inside)], 'homebody-2026-11-30.csv');
  const { columns, items, report } = await readDataset([file]);
  expect(report).toMatchObject({ rowsRead: 5, rowsKept: 4, badRowCount: 0, userCount: 1 });
  expect(items.map(({ id }) => id)).toEqual(['demo-1', 'demo-2', 'film-2', 'demo-4']);
  expect(columns.at[3]).toBe(10_000 * day);
});

test('JSON has events with titles and ISO times, settings, and the summaries of all catalogues', async () => {
  const { vault, films } = await filledVault(1000);
  const told = JSON.parse(await textOf(await exportJson(vault.inside, 7000))) as Record<string, unknown>;
  expect(Object.keys(told)).toEqual(['format', 'version', 'exportedAt', 'events', 'settings', 'catalogues']);
  expect(told).toMatchObject({
    format: 'homebody/export',
    version: 1,
    exportedAt: '1970-01-01T00:00:07.000Z',
    settings: { adventurousness: 0.25 },
    catalogues: [{ id: 'demo' }, { id: films, name: 'films', itemCount: 12 }],
  });
  expect((told['events'] as unknown[])[3]).toEqual({
    id: 5,
    catalogue: films,
    catalogueName: 'films',
    item: 'film-2',
    title: 'Title of film 2',
    kind: 'dismiss',
    at: '1970-01-01T00:00:02.000Z',
  });
});
