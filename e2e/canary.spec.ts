import { chromium, expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../scripts/browser.mjs';
import {
  MUTED,
  numberTrace,
  plantedLog,
  REGULARISATION,
  SEED,
  traceOf,
  VISITED,
} from './support/canaries.ts';
import { Door } from './support/door.ts';
import { goTo } from './support/go-to.ts';
import { Laboratory } from './support/laboratory.ts';
import { findCanaries, readingsOf } from './support/profile.ts';
import type { Canary, Find } from './support/profile.ts';
import { Shop, TALL } from './support/shop.ts';
import { plainHost } from './support/static-server.ts';
import { WITHOUT_ENCRYPTION } from './support/without-encryption.ts';

interface Visit {
  readonly kept: readonly Canary[];
  /** What is never stored at all. */
  readonly masked: readonly Canary[];
}

const PASSPHRASE = 'a kestrel over the winter quarry';

/** A visit with all in it that is stored: an import, likes, a muted department, trainings, a run of the lab, a passphrase. */
async function visit(page: Page, url: string): Promise<Visit> {
  const log = plantedLog();
  const shop = new Shop(page);
  await page.goto(`${url}?home=wasm#/data`);
  const files = log.files.map(({ name, text }) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(text),
  }));
  await page.getByRole('region', { name: 'Import data' }).locator('input[type=file]').setInputFiles(files);
  await expect(page.getByRole('heading', { name: shop.words.data.report })).toBeVisible();
  await goTo(page, '#/');
  await shop.trained();

  const liked: string[] = [];
  const likeFirst = async (): Promise<void> => {
    liked.push(log.ids[Number(await shop.cards().first().getAttribute('data-item'))]!);
    await shop.likeFirst();
  };
  for (let i = 0; i < 5; i++) await likeFirst();
  const look = async (department: string): Promise<void> => {
    const genres = page.getByRole('navigation', { name: shop.words.shelf.genres });
    await genres.getByRole('link', { name: department, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: department })).toBeVisible();
  };
  await look(VISITED);
  await goTo(page, '#/');
  await look(MUTED);
  await page.getByRole('button', { name: shop.words.department.muteFilms }).click();
  await expect(page.getByRole('button', { name: shop.words.department.unmute })).toBeVisible();

  const lab = new Laboratory(shop);
  await lab.bench();
  await page.getByLabel(lab.words.train.seed, { exact: true }).fill(String(SEED));
  await lab.train({
    model: 'ials',
    settings: { dim: '8', epochs: '2', regularisation: String(REGULARISATION) },
    people: 40,
  });
  await fillStore(page);
  await goTo(page, '#/');
  await shop.atRest();
  await likeFirst();
  const door = new Door(page);
  await door.room();
  await door.set(PASSPHRASE);
  await shop.offlineReady();
  return {
    kept: [
      ...log.kept,
      ...liked.map((id) => traceOf(`like of ${id}`, `"item":"${id}","kind":"like"`)),
      traceOf('muted department', `"departments":["${MUTED}"]`),
      numberTrace('regularisation', REGULARISATION),
      numberTrace('seed', SEED),
    ],
    masked: [...log.masked, traceOf('passphrase', PASSPHRASE)],
  };
}

/** Makes the browser move what lies in its store's log into a table: all databases of an origin lie in one store. */
async function fillStore(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error('the filler cannot be stored')));
      });
    const opening = indexedDB.open('filler');
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('noise'));
    const db = await settled(opening);
    const store = db.transaction('noise', 'readwrite').objectStore('noise');
    for (let i = 0; i < 160; i++) await settled(store.put(crypto.getRandomValues(new Uint8Array(32_000)), i));
    db.close();
  });
}

interface Searched extends Visit {
  readonly finds: readonly Find[];
  /** Names of what was found. */
  readonly found: ReadonlySet<string>;
}

/** A visit, its end, and a search through all that the browser left on the disk. */
async function visitAndSearch(prelude: string): Promise<Searched> {
  const host = await plainHost('/', (path) => (path.includes('/vault.worker-') ? prelude : ''));
  const executablePath = findChromium();
  const profile = test.info().outputPath('profile');
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : {}),
    args: CHROMIUM_FLAGS,
    viewport: TALL,
  });
  let planted: Visit;
  try {
    planted = await visit(context.pages()[0] ?? (await context.newPage()), host.url);
  } finally {
    await context.close();
    await host.close();
  }
  const finds = findCanaries(readingsOf(profile), [...planted.kept, ...planted.masked]);
  return { ...planted, finds, found: new Set(finds.map(({ name }) => name)) };
}

test('no byte of the browser’s profile tells what was stored, done, set or trained', async () => {
  const { kept, finds } = await visitAndSearch('');
  expect(kept.length).toBeGreaterThanOrEqual(50);
  expect(finds).toEqual([]);
});

test('without encryption the same search finds all of it, in tables and logs of the store, and still nobody’s name', async () => {
  const { kept, masked, finds, found } = await visitAndSearch(WITHOUT_ENCRYPTION);
  expect(kept.map(({ name }) => name).filter((name) => !found.has(name))).toEqual([]);
  expect(masked.map(({ name }) => name).filter((name) => found.has(name))).toEqual([]);
  const ways = new Set(finds.map(({ as }) => as));
  expect(ways).toContain('entries of a table');
  expect(ways).toContain('records of a log');
});
