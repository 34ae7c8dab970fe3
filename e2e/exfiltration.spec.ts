import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import type { Page, Worker } from '@playwright/test';
import type { RequestEntry } from '../src/gate/requests.ts';
import { listeningHost } from './support/listening-host.ts';
import type { ListeningHost } from './support/listening-host.ts';
import { Shop, TALL } from './support/shop.ts';
import { plainHost } from './support/static-server.ts';
import { WAYS_OUT_BY_A_FRAME, WAYS_OUT_OF_A_PAGE, WAYS_OUT_OF_A_WORKER } from './support/ways-out.ts';
import type { WayOut } from './support/ways-out.ts';

test.use({ viewport: TALL });

type Ways = Readonly<Record<string, WayOut>>;
type Realm = Pick<Worker, 'evaluate'>;

/** What a service worker can do with the pages that it serves. */
interface KeeperOfPages {
  readonly clients: {
    matchAll(which: object): Promise<readonly { navigate(address: string): Promise<unknown> }[]>;
  };
}

/** Whatever goes out, arrives within this time, ms: it is on one machine. */
const ARRIVES_MS = 700;
const SECRET = 'everything';

const all = (ways: Ways, which: (way: WayOut) => boolean): readonly string[] =>
  Object.entries(ways).flatMap(([name, way]) => (which(way) ? [name] : []));
const stays = (way: WayOut): boolean => !way.leaves;

/** Plants code that tries some of the ways at once. What is thrown at it does not hold it up. */
async function plant(realm: Realm, ways: Ways, names: readonly string[], to: ListeningHost): Promise<void> {
  const tries = names.map((name) => {
    const address = JSON.stringify(`${to.url}/${name}?${SECRET}`);
    return `(async () => { await (${String(ways[name]!.go)})(${address}); })().catch(() => {})`;
  });
  await realm.evaluate(
    `Promise.race([Promise.all([${tries.join(',')}]), new Promise((go) => setTimeout(go, 500))])`,
  );
}

/** The same, and each way that would leave the page by itself. */
async function plantAll(page: Page, ways: Ways, to: ListeningHost): Promise<void> {
  await plant(page, ways, all(ways, stays), to);
  for (const name of all(ways, ({ leaves }) => leaves === true)) await plant(page, ways, [name], to);
}

/** What the ledger has of refused tries. */
async function refused(page: Page): Promise<readonly RequestEntry[]> {
  return page.evaluate(async () => {
    // To open it would make it.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'homebody-requests')) return [];
    const opened = indexedDB.open('homebody-requests');
    await new Promise((go) => opened.addEventListener('success', go));
    const database = opened.result;
    try {
      const asked = database.transaction('entries').objectStore('entries').getAll();
      await new Promise((go) => asked.addEventListener('success', go));
      return (asked.result as RequestEntry[]).filter(({ reason }) => reason === 'refused');
    } finally {
      database.close();
    }
  });
}

/** Waits until the ledger has each of the ways as often as it was tried. */
async function expectTold(page: Page, ...tried: readonly Ways[]): Promise<void> {
  const told = tried.flatMap((ways) => Object.values(ways).flatMap((way) => way.told ?? []));
  const counts = (
    kinds: readonly { readonly kind: string; readonly times: number }[],
  ): Record<string, number> => {
    const sums: Record<string, number> = {};
    for (const { kind, times } of kinds) sums[kind] = (sums[kind] ?? 0) + times;
    return sums;
  };
  const wanted = counts(told.map((kind) => ({ kind, times: 1 })));
  await expect
    .poll(async () => {
      const found = counts(await refused(page));
      return Object.entries(wanted).filter(([kind, times]) => (found[kind] ?? 0) < times);
    }, 'refused tries that the ledger does not have')
    .toEqual([]);
}

const rooms = (page: Page): readonly Worker[] =>
  page.workers().filter((one) => one.url().startsWith('blob:'));

test('on a host that sends no header nothing gets out, of the page, a worker or the service worker; and it is told', async ({
  page,
}) => {
  const host = await plainHost('/');
  const listening = await listeningHost();
  try {
    const shop = new Shop(page);
    await shop.firstVisit(host.url);
    await expect.poll(() => rooms(page).length).toBeGreaterThanOrEqual(3);
    for (const room of rooms(page)) {
      await plant(room, WAYS_OUT_OF_A_WORKER, Object.keys(WAYS_OUT_OF_A_WORKER), listening);
    }
    await expectTold(page, ...rooms(page).map(() => WAYS_OUT_OF_A_WORKER));
    await plantAll(page, WAYS_OUT_OF_A_PAGE, listening);
    await expectTold(page, ...rooms(page).map(() => WAYS_OUT_OF_A_WORKER), WAYS_OUT_OF_A_PAGE);

    await shop.offlineReady();
    const [keeper] = page.context().serviceWorkers();
    await keeper!.evaluate(async (address) => {
      await fetch(address).catch(() => {});
      const cache = await caches.open('planted');
      await cache.add(new Request(address, { mode: 'no-cors' })).catch(() => {});
      await cache.addAll([address]).catch(() => {});
      const { clients } = globalThis as unknown as KeeperOfPages;
      for (const page of await clients.matchAll({ type: 'window' }))
        await page.navigate(address).catch(() => {});
      for (const name of ['WebSocket', 'FontFace', 'EventSource', 'WebTransport', 'importScripts'] as const) {
        try {
          Reflect.construct(Reflect.get(globalThis, name) as new () => unknown, [address]);
        } catch {}
      }
    }, `${listening.url}/service-worker?${SECRET}`);
    await expect
      .poll(async () => (await refused(page)).some(({ kind }) => kind === 'service-worker'))
      .toBe(true);

    // What carries something to the app's own host is no file of the app.
    const asked = host.requests.length;
    await page.evaluate(async (secret) => {
      await fetch(`planted?${secret}`, { method: 'POST', body: secret }).catch(() => {});
      await fetch(`./?${secret}`);
      new Image().src = `planted.png?${secret}`;
    }, SECRET);
    await expect
      .poll(async () => (await refused(page)).filter(({ kind }) => kind === 'image').length)
      .toBe(1);
    expect(host.requests.slice(asked).filter((path) => path !== '/service-worker.js')).toEqual([]);

    await page.waitForTimeout(ARRIVES_MS);
    expect(listening.heard).toEqual([]);
    expect(page.url()).toMatch(new RegExp(`^${host.url}(#planted)?$`));
    const told = await refused(page);
    expect(JSON.stringify(told)).not.toContain(SECRET);
    expect(new Set(told.map(({ address }) => address))).toContain(listening.url);
  } finally {
    await listening.close();
    await host.close();
  }
});

test('under the headers nobody is even called, also from a frame in which nothing was put in place', async ({
  page,
  context,
}) => {
  const listening = await listeningHost();
  try {
    await page.goto('');
    await expect.poll(() => rooms(page).length).toBeGreaterThanOrEqual(2);
    await plantAll(page, WAYS_OUT_OF_A_PAGE, listening);
    for (const name of Object.keys(WAYS_OUT_BY_A_FRAME)) {
      const alone = await context.newPage();
      await alone.goto('');
      // A frame's WebRTC ends the whole page, in Chromium 156.
      await plant(alone, WAYS_OUT_BY_A_FRAME, [name], listening).catch(() => {});
    }
    await page.waitForTimeout(ARRIVES_MS);
    expect(listening.heard).toEqual([]);
    expect(listening.connections()).toBe(0);
  } finally {
    await listening.close();
  }
});

test('without policy, headers and gate each way leads out', async ({ page, context }) => {
  const open = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>open</title><body>');
  });
  await new Promise<void>((resolve) => open.listen(0, 'localhost', resolve));
  const url = `http://localhost:${(open.address() as AddressInfo).port}/`;
  const listening = await listeningHost();
  try {
    for (const [ways, inWorker] of [
      [WAYS_OUT_OF_A_PAGE, false],
      [WAYS_OUT_BY_A_FRAME, false],
      [WAYS_OUT_OF_A_WORKER, true],
    ] as const) {
      const seen = all(ways, ({ unseen }) => !unseen);
      await page.goto(url);
      if (inWorker) {
        const started = page.waitForEvent('worker');
        // Kept by the page: garbage, it would end.
        await page.evaluate(() => {
          const blob = URL.createObjectURL(new Blob(['"open"'], { type: 'text/javascript' }));
          Object.assign(globalThis, { kept: new Worker(blob, { type: 'module' }) });
        });
        await plant(await started, ways, seen, listening);
      } else {
        await plant(
          page,
          ways,
          seen.filter((name) => stays(ways[name]!)),
          listening,
        );
        for (const name of seen.filter((one) => !stays(ways[one]!))) {
          const alone = await context.newPage();
          await alone.goto(url);
          await plant(alone, ways, [name], listening).catch(() => {});
        }
      }
      const missing = (): readonly string[] =>
        seen.filter(
          (name) => !listening.heard.some((path) => path.startsWith(name === 'webRtc' ? 'udp' : `/${name}?`)),
        );
      await expect.poll(missing, 'ways that led nowhere').toEqual([]);
      listening.heard.splice(0);
    }
  } finally {
    await listening.close();
    await new Promise((resolve) => open.close(resolve));
  }
});
