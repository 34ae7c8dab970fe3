import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readRequests } from '../gate/request-ledger.ts';
import { eraseDatabases } from '../vault/erase.ts';
import type * as NoteRefused from './note-refused.ts';
import { TABS_LINE } from './other-tabs.ts';
import type { TabNews } from './other-tabs.ts';

const TRIED = { way: 'connect-src', address: 'https://elsewhere.test/anna' };
const erase = (): Promise<unknown> => eraseDatabases('homebody', () => Promise.resolve());

/** The module of a page that was just loaded. */
async function loaded(): Promise<typeof NoteRefused> {
  vi.resetModules();
  return import('./note-refused.ts');
}

beforeEach(() => vi.stubGlobal('document', { baseURI: 'https://host.test/' }));
afterEach(async () => {
  vi.unstubAllGlobals();
  await erase();
});

test('what is tried over and over is one line', async () => {
  const { noteRefused } = await loaded();
  await Promise.all([noteRefused(TRIED), noteRefused(TRIED)]);
  expect((await readRequests()).entries).toMatchObject([
    { reason: 'refused', kind: 'connect-src', address: 'https://elsewhere.test', times: 2 },
  ]);
});

test('nothing is written any more since everything is erased here, nor what waited', async () => {
  const { noteRefused } = await loaded();
  const { FakeTab } = await import('./testing/fake-tab.ts');
  const tab = new FakeTab();
  await tab.started();
  const { actions } = await tab.client.ownership();
  const waiting = noteRefused(TRIED);
  await actions.erase();
  expect(tab.state.erased).not.toBeNull();
  await Promise.all([waiting, noteRefused(TRIED)]);
  expect(await indexedDB.databases()).toEqual([]);
});

test('nor since another tab erases it', async () => {
  const { heedErasing, noteRefused } = await loaded();
  heedErasing();
  const waiting = noteRefused(TRIED);
  const line = new BroadcastChannel(TABS_LINE);
  line.postMessage({ kind: 'erased' } satisfies TabNews);
  await waiting;
  line.close();
  expect(await indexedDB.databases()).toEqual([]);
});
