import { expect, test } from '@playwright/test';
import { HEADERS } from '../scripts/headers.mjs';
import { plainHost } from './support/static-server.ts';
import { Shop, TALL, watch } from './support/shop.ts';

test.use({ viewport: TALL });

test('no request leaves the origin, none reaches the host after the load', async ({ page }) => {
  const host = await plainHost('/');
  try {
    const seen = watch(page);
    const shop = new Shop(page);
    await shop.visit(host.url);
    await shop.offlineReady();
    await page.waitForLoadState('networkidle');
    const loaded = host.requests.length;
    expect(loaded).toBeGreaterThan(5);

    await shop.likeFirst();
    await shop.button(shop.cards().first(), 'Why this?').click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await shop.cards().first().getByRole('link').first().click();
    await expect(page.getByRole('heading', { name: 'Goes well with' })).toBeVisible();
    await page.goBack();
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await shop.trained();
    // The browser itself looks whether there is a newer version of the app, some time after a page was opened.
    const asked = host.requests.slice(loaded).filter((path) => path !== '/service-worker.js');
    expect(asked).toEqual([]);
    expect(seen.foreign()).toEqual([]);
    await expect(page.getByText('0 requests since you came in')).toBeVisible();
  } finally {
    await host.close();
  }
});

test('the policy stops a planted request in the page and in every worker, on a host that sends no header too', async ({
  page,
}) => {
  const host = await plainHost('/');
  const elsewhere = await plainHost('/');
  try {
    await new Shop(page).firstVisit(host.url);
    const plant = (url: string): Promise<string> =>
      fetch(url, { mode: 'no-cors' }).then(
        () => 'sent',
        () => 'refused',
      );
    expect(await page.evaluate(plant, elsewhere.url)).toBe('refused');
    // The vault's, the engine's and the map's.
    const rooms = (): ReturnType<typeof page.workers> =>
      page.workers().filter((worker) => worker.url().startsWith('blob:'));
    await expect.poll(() => rooms().length).toBe(3);
    for (const room of rooms()) expect(await room.evaluate(plant, elsewhere.url)).toBe('refused');
    expect(elsewhere.requests).toEqual([]);
    // The same request arrives where no policy forbids it.
    await plant(elsewhere.url);
    expect(elsewhere.requests).toEqual(['/']);
  } finally {
    await host.close();
    await elsewhere.close();
  }
});

test('without a network the page opens with the same feed and still learns', async ({ page, context }) => {
  const shop = new Shop(page);
  await shop.visit('?home=wasm');
  await shop.likeFirst();
  const before = await shop.room();
  await shop.offlineReady();
  await context.setOffline(true);
  await page.reload();
  await shop.trained();
  expect(await shop.room()).toEqual(before);
  await expect(shop.takeBacks()).toHaveCount(1);
  await shop.likeFirst();
  await expect(shop.takeBacks()).toHaveCount(2);
});

test('a host that sets no header and serves from a sub-path gets them from the service worker', async ({
  browser,
}) => {
  const host = await plainHost('/shops/homebody/');
  const context = await browser.newContext({ viewport: TALL });
  try {
    const page = await context.newPage();
    const shop = new Shop(page);
    await shop.visit(host.url);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    await shop.offlineReady();
    const response = await page.reload();
    expect(response?.headers()['content-security-policy']).toBe(HEADERS['Content-Security-Policy']);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await shop.trained();
  } finally {
    await context.close();
    await host.close();
  }
});

test('a newer version waits, is offered, and loses nothing', async ({ browser }) => {
  const host = await plainHost('/');
  const context = await browser.newContext({ viewport: TALL });
  try {
    const page = await context.newPage();
    const shop = new Shop(page);
    await shop.visit(host.url);
    await shop.likeFirst();
    await shop.offlineReady();
    const before = await shop.room();
    host.publishUpdate();
    await page.reload();
    const update = page.getByRole('button', { name: 'Reload into it' });
    await expect(update).toBeVisible();
    await Promise.all([page.waitForEvent('load'), update.click()]);
    await shop.trained();
    expect(await shop.room()).toEqual(before);
    await expect(shop.takeBacks()).toHaveCount(1);
  } finally {
    await context.close();
    await host.close();
  }
});
