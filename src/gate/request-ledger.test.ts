import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { eraseDatabases } from '../vault/erase.ts';
import { noteRequests, readRequests, REQUEST_DATABASE } from './request-ledger.ts';
import { addressOf } from './requests.ts';
import type { RequestEntry, RequestReason } from './requests.ts';

const atOnce = (): Promise<void> => Promise.resolve();

afterEach(() => eraseDatabases('homebody', atOnce));

const line = (at: number, reason: RequestReason, bytes: number | null = 10, times = 1): RequestEntry => ({
  at,
  reason,
  kind: 'script',
  address: `assets/${at}.js`,
  bytes,
  times,
});

test('lists the newest first, and counts by reason; what nobody can tell the bytes of counts none', async () => {
  await noteRequests([line(1, 'install'), line(2, 'install', 30)]);
  await noteRequests([line(3, 'check', null), line(4, 'refused', 0, 12)]);
  const { entries, totals, older } = await readRequests();
  expect(entries.map(({ at }) => at)).toEqual([4, 3, 2, 1]);
  expect(totals).toEqual([
    { reason: 'install', times: 2, bytes: 40 },
    { reason: 'update', times: 0, bytes: 0 },
    { reason: 'check', times: 1, bytes: 0 },
    { reason: 'lost', times: 0, bytes: 0 },
    { reason: 'refused', times: 12, bytes: 0 },
  ]);
  expect(older).toBe(0);
});

test('stays small: the oldest lines live on in the totals', async () => {
  await noteRequests([line(1, 'install'), line(2, 'refused', 0, 5), line(3, 'check', null)], 4);
  await noteRequests([line(4, 'check', null), line(5, 'check', null), line(6, 'lost', 7)], 4);
  const { entries, totals, older } = await readRequests();
  expect(entries.map(({ at }) => at)).toEqual([6, 5, 4, 3]);
  expect(older).toBe(6);
  expect(totals.map(({ times }) => times)).toEqual([1, 0, 3, 1, 5]);
});

test('two who write at once lose nothing', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, at) => noteRequests([line(at, 'refused', 0)])));
  const { entries, totals } = await readRequests();
  expect(entries).toHaveLength(20);
  expect(totals.at(-1)).toEqual({ reason: 'refused', times: 20, bytes: 0 });
});

test('goes with everything else that is erased, also while it is written, and begins anew', async () => {
  const writing = noteRequests([line(1, 'install')]);
  await noteRequests([line(2, 'install')]);
  const { removed, left } = await eraseDatabases('homebody', atOnce);
  expect(removed).toEqual([{ place: 'database', name: REQUEST_DATABASE }]);
  expect(left).toEqual([]);
  await writing;
  expect(await readRequests()).toMatchObject({ entries: [], older: 0 });
});

const HOME = 'https://host.test/shops/homebody/';
const FILES = new Set(['', 'assets/a.js']);

test.each([
  [`${HOME}assets/a.js?__WB_REVISION__=1`, 'assets/a.js'],
  [`${HOME}?home=wasm#/history`, './'],
  [`${HOME}assets/anna@example.org.js`, 'https://host.test'],
  [`${HOME}..%2f`, 'https://host.test'],
  ['https://host.test/shops/elsewhere?anna', 'https://host.test'],
  ['https://elsewhere.test/anna?likes=lamps', 'https://elsewhere.test'],
  ['https://anna:secret@elsewhere.test/', 'https://elsewhere.test'],
  ['wss://elsewhere.test:81/anna', 'wss://elsewhere.test:81'],
  ['mailto:anna@example.org?body=lamps', 'mailto:'],
  ['data:text/plain,anna', 'data:'],
  ['blob:https://host.test/anna', 'blob:'],
  ['trusted-types-sink', 'trusted-types-sink'],
  ['inline', 'inline'],
  ['', ''],
  ['Anna likes lamps', ''],
])('of %s it keeps “%s”', (address, kept) => {
  expect(addressOf(address, HOME, (path) => FILES.has(path))).toBe(kept);
});
