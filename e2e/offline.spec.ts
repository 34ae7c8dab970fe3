import { chromium, expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../scripts/browser.mjs';
import { FRAME_POLICY } from '../scripts/headers.mjs';
import { zh } from '../src/ui/words/zh.ts';
import { plainHost } from './support/static-server.ts';
import { Shop, TALL, watch } from './support/shop.ts';
import { goTo } from './support/go-to.ts';
import { emptyTour, fullTour } from './support/tour.ts';

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

    // A first visit fetched the shop itself, and says so; the next one has it all.
    await goTo(page, '#/privacy/requests');
    const since = page.getByRole('region', { name: 'Requests since you came in' });
    await expect(since).toContainText('The shop itself, which was not on this device');
    await page.reload();
    await expect(since).toContainText('None. The page has asked the network for nothing');
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
    // The vault's, the engine's, and the map's two: where it is laid out and where it is painted.
    const rooms = (): ReturnType<typeof page.workers> =>
      page.workers().filter((worker) => worker.url().startsWith('blob:'));
    await expect.poll(() => rooms().length).toBe(4);
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

test('installed and without a network every view works, in a language too that was never spoken before', async () => {
  const host = await plainHost('/');
  const executablePath = findChromium();
  // A window of its own, as that of an installed app is; and no private one, which cannot install anything.
  const context = await chromium.launchPersistentContext(test.info().outputPath('profile'), {
    ...(executablePath ? { executablePath } : {}),
    args: [...CHROMIUM_FLAGS, `--app=${host.url}`],
  });
  try {
    await expect.poll(() => context.pages().some((one) => one.url() === host.url)).toBe(true);
    const page = context.pages().find((one) => one.url() === host.url) ?? (await context.newPage());
    const shop = new Shop(page);
    await shop.trained();
    await shop.offlineReady();
    expect(await page.evaluate(() => matchMedia('(display-mode: standalone)').matches)).toBe(true);
    expect(await uninstallable(page)).toEqual([]);
    await host.close();
    await context.setOffline(true);
    const seen = watch(page);
    await page.reload();
    await shop.trained();
    await expect(page.getByText('You are offline. Everything here goes on working.')).toBeVisible();
    const views: string[] = [];
    const look = async (view: string): Promise<void> => {
      views.push(view);
      // The design page shows what an error looks like.
      await expect(page.getByRole('alert'), view).toHaveCount(view === 'design' ? 1 : 0);
    };
    await emptyTour(shop, look);
    await fullTour(shop, look);
    expect(views.length).toBeGreaterThan(20);

    await goTo(page, '#/');
    const english = (await shop.ranking(1))[0];
    await speakChinese(page);
    const room = new Shop(page, zh);
    await expect(room.feed).toBeVisible();
    await expect.poll(async () => (await room.ranking(1))[0]?.title).toMatch(/\p{Script=Han}/u);
    expect((await room.ranking(1))[0]).toMatchObject({ index: english?.index, score: english?.score });
    for (const [hash, title] of [
      ['#/history', zh.history.title],
      ['#/wishes', zh.wishes.title],
      ['#/cart', zh.cart.title],
      ['#/training', zh.training.view],
      ['#/data', zh.data.title],
      ['#/privacy', zh.privacy.title],
      ['#/design', zh.design.title],
      ['#/department/0', zh.departmentName('Kitchen')],
      ['#/nowhere', zh.missing.title],
    ] as const) {
      await goTo(page, hash);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    }
    expect(seen.errors).toEqual([]);
  } finally {
    await context.close();
  }
});

/** What keeps the browser from offering to install the page. */
async function uninstallable(page: Page): Promise<readonly string[]> {
  const devtools = await page.context().newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  const { errors, data } = await devtools.send('Page.getAppManifest');
  expect(data).toContain('standalone');
  return [...installabilityErrors.map((one) => one.errorId), ...errors.map((one) => one.message)];
}

async function speakChinese(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Language').selectOption('zh-Hans');
  await page.keyboard.press('Escape');
}

/** What the page may ask for, of all that the browser knows. */
const allowed = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    (
      document as unknown as { featurePolicy: { allowedFeatures(): string[] } }
    ).featurePolicy.allowedFeatures(),
  );

test('a host that sets no header and serves from a sub-path gets them from the service worker', async ({
  browser,
}) => {
  const host = await plainHost('/shops/homebody/');
  const context = await browser.newContext({ viewport: TALL });
  try {
    const page = await context.newPage();
    const shop = new Shop(page);
    const misread: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('Permissions-Policy')) misread.push(message.text());
    });
    await shop.visit(host.url);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    await shop.offlineReady();
    const response = await page.reload();
    expect(response?.headers()['content-security-policy']).toBe(FRAME_POLICY);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    // A newer browser may know of more.
    const known: readonly string[] = response?.headers()['permissions-policy']?.match(/[a-z-]+(?==)/g) ?? [];
    const isKnown = (feature: string): boolean =>
      Number.parseInt(browser.version()) <= 156 || known.includes(feature);
    expect((await allowed(page)).filter(isKnown).toSorted()).toEqual([
      'cross-origin-isolated',
      'publickey-credentials-create',
      'publickey-credentials-get',
    ]);
    expect(misread).toEqual([]);
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
    const shelf = shop.feed.locator('[data-shelf=popular] article');
    await shop.andSettle(() => shop.button(shelf.first(), 'Wish for it').click());
    await shop.andSettle(() => shop.button(shelf.first(), 'Add to cart').click());
    const muted = (await shop.cards().first().getAttribute('data-department')) ?? '';
    await shop.andMove(() => shop.choose(shop.cards().first(), `Mute ${muted}`));
    await shop.slider.focus();
    await shop.andSettle(() => page.keyboard.press('End'));
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Appearance').selectOption('dark');
    await page.keyboard.press('Escape');
    await shop.offlineReady();
    const before = await shop.room();
    host.publishUpdate();
    await page.reload();
    await shop.trained();
    const mood = page.getByRole('group', { name: 'In the mood for' }).getByRole('button').first();
    await shop.andMove(() => mood.click());
    const update = page.getByRole('button', { name: 'Reload into it' });
    await expect(update).toBeVisible();
    // It waits until it is asked for.
    expect(await shop.slider.inputValue()).toBe('1');
    await Promise.all([page.waitForEvent('load'), update.click()]);
    await shop.trained();
    // The mood was for that visit; all else is as it was.
    await expect(mood).toHaveAttribute('aria-pressed', 'false');
    expect(await shop.room()).toEqual(before);
    await expect(shop.takeBacks()).toHaveCount(3);
    expect(await shop.slider.inputValue()).toBe('1');
    await expect(page.getByRole('button', { name: `Show ${muted} again` })).toBeVisible();
    await expect(page.getByRole('banner').getByRole('link', { name: 'Cart, 1 piece' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(update).toHaveCount(0);
  } finally {
    await context.close();
    await host.close();
  }
});
