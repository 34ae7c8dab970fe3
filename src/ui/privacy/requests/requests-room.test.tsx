// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Homebody } from '../../../client/state.ts';
import { LISTED, noteRequests } from '../../../gate/request-ledger.ts';
import type { RequestEntry } from '../../../gate/requests.ts';
import { eraseDatabases } from '../../../vault/erase.ts';
import { fakeHomebody } from '../../testing/fake-homebody.ts';
import type { FakeState } from '../../testing/fake-states.ts';
import { all, leave, one, press, settle, visit } from '../../testing/render.tsx';
import { WRITTEN_MS } from './use-request-ledger.ts';

const LEDGER = 'Every request since the shop was installed';
const ORDINARY = 'What an ordinary shop would have sent';

afterEach(async () => {
  await leave();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await eraseDatabases('homebody', () => Promise.resolve());
});

const installed = (count: number, bytes: number | null = 1000): RequestEntry[] =>
  Array.from({ length: count }, (_, i) => ({
    at: Date.now() - 60_000 * (count - i),
    reason: 'install',
    kind: 'script',
    address: `assets/${i}.js`,
    bytes,
    times: 1,
  }));
const REFUSED: RequestEntry = {
  at: Date.now(),
  reason: 'refused',
  kind: 'connect-src',
  address: 'https://elsewhere.test',
  bytes: 0,
  times: 3,
};

async function open(state: FakeState = 'full', patch: object = {}): Promise<Homebody> {
  const homebody = fakeHomebody(state);
  homebody.store.setState(patch);
  await visit(homebody, '/privacy/requests');
  return homebody;
}

/** Waits for what comes from the database, which is no step of the page. */
async function until(look: () => void): Promise<void> {
  await vi.waitFor(
    async () => {
      await settle();
      look();
    },
    { timeout: 10_000 },
  );
}

/** Keeps back the second reading that follows each first one; makes those that were kept back. */
function keepBackSecondReadings(): () => void {
  const keptBack: (() => void)[] = [];
  const { setTimeout: later } = globalThis;
  vi.stubGlobal('setTimeout', (work: () => void, ms?: number) =>
    ms === WRITTEN_MS ? keptBack.push(work) : later(work, ms),
  );
  return () => keptBack.forEach((work) => work());
}

const ledger = (): HTMLElement => one('region', LEDGER);
/** Text of the cells, row by row; of a row's head its first words. */
const rows = (table: ParentNode): string[][] =>
  [...table.querySelectorAll('tbody tr, tfoot tr')].map((row) =>
    [...row.children].map((cell) => cell.firstChild?.textContent ?? ''),
  );
const lines = (): string[] => [...ledger().querySelectorAll('ol > li')].map((line) => line.textContent);

describe('what went to the network since the page was loaded', () => {
  const since = (): string => one('region', 'Requests since you came in').textContent;

  test('is nothing, or some files of the app', async () => {
    const { store } = await open();
    expect(since()).toContain('None. The page has asked the network for nothing');
    expect(since()).not.toContain('refused');
    await act(async () => store.setState({ requestsSinceLoad: 2, refusedTries: 1 }));
    expect(since()).toContain('2 requests to the network since the page was loaded');
    expect(since()).toContain('1 try to reach out was refused.');
  });

  test('is on a first visit the shop itself', async () => {
    vi.stubGlobal('navigator', Object.assign(Object.create(navigator) as object, { serviceWorker: {} }));
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ workerStart: 0 } as never]);
    await open();
    expect(since()).toContain('The shop itself, which was not on this device');
  });
});

describe('the ledger of requests', () => {
  test('says that nothing is written down yet', async () => {
    await open();
    await until(() => expect(ledger().textContent).toContain('Nothing is written down yet.'));
    expect(ledger().querySelector('table, ol')).toBeNull();
  });

  test('says that this browser keeps none', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('private', 'InvalidStateError');
    });
    await open();
    await until(() => expect(ledger().textContent).toContain('This browser keeps no such list here'));
    expect(ledger().textContent).not.toContain('Nothing is written down yet.');
  });

  test('counts by reason, and what was refused not among what was asked', async () => {
    await noteRequests([...installed(2), { ...installed(1, null)[0]!, reason: 'check' }, REFUSED]);
    await open();
    await until(() => expect(ledger().querySelector('table')).not.toBeNull());
    expect(rows(ledger())).toEqual([
      ['Installing', '2', '2\u00a0kB'],
      ['A newer version', '0', '–'],
      ['Is there a newer version?', '1', '–'],
      ['Fetched again', '0', '–'],
      ['Refused', '3', '–'],
      ['Asked of the network', '3', '2\u00a0kB'],
    ]);
  });

  test('lists the newest first, what was refused with its way and how often', async () => {
    await noteRequests([...installed(2), REFUSED]);
    await open();
    await until(() => expect(lines()).toHaveLength(3));
    expect(lines()[0]).toMatch(/^https:\/\/elsewhere\.testRefused: a connection, 3 times, now$/);
    expect(lines()[1]).toBe('assets/1.jsInstalling, 1\u00a0kB, 1 minute ago');
    expect(all('button', /^Show all/, ledger())).toEqual([]);
  });

  test('shows eight lines until all are asked for, and counts those that are not listed any more', async () => {
    await noteRequests(installed(LISTED + 7));
    await open();
    await until(() => expect(lines()).toHaveLength(8));
    expect(ledger().textContent).not.toContain('only counted');
    await press(one('button', 'Show all 500 lines', ledger()));
    expect(lines()).toHaveLength(LISTED);
    expect(lines().at(-1)).toContain('assets/7.js');
    expect(ledger().textContent).toContain('7 older ones only counted.');
    expect(all('button', /^Show all/, ledger())).toEqual([]);
  });

  test('is read again when something more was refused, and once more when that is written', async () => {
    const readAgain = keepBackSecondReadings();
    await noteRequests(installed(1));
    const { store } = await open();
    await until(() => expect(lines()).toHaveLength(1));
    await noteRequests([REFUSED]);
    await act(async () => store.setState({ refusedTries: 3 }));
    await until(() => expect(lines()).toHaveLength(2));
    await noteRequests([{ ...REFUSED, kind: 'webrtc' }]);
    readAgain();
    await until(() => expect(lines()).toHaveLength(3));
  });
});

describe('beside it, what an ordinary shop would have sent', () => {
  const ordinary = (): HTMLElement => one('region', ORDINARY);

  test('is nothing where nothing was done', async () => {
    await open('empty');
    expect(ordinary().textContent).toContain('Nothing yet: you have done nothing here');
    expect(ordinary().querySelector('table, details')).toBeNull();
  });

  test('is counted for the same things, here none, with the newest message to read', async () => {
    const { store } = await open('full');
    const { history } = store.getState();
    const [newest] = history;
    const [done, told, sent] = rows(ordinary());
    expect(done).toEqual(['Things you did', String(history.length), String(history.length)]);
    expect(told!.slice(0, 2)).toEqual(['Messages about them', '0']);
    expect(Number(told![2])).toBeGreaterThan(0);
    expect(sent!.slice(0, 2)).toEqual(['Sent', '0\u00a0bytes']);
    expect(sent![2]).toMatch(/kB$/);
    expect(ordinary().querySelector('details dl')!.textContent).toContain(newest!.item.title);
    expect(ordinary().querySelector('details')!.open).toBe(false);
  });

  test('grows with what is done', async () => {
    const { store, actions } = await open('full');
    const before = rows(ordinary());
    await act(async () => actions.record('wish', store.getState().cards![5]!.index));
    await settle();
    expect(Number(rows(ordinary())[0]![2])).toBe(Number(before[0]![2]) + 1);
    expect(Number(rows(ordinary())[1]![2])).toBeGreaterThan(Number(before[1]![2]));
  });
});
