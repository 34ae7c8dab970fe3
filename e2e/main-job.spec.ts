import { expect, test } from '@playwright/test';
import { Shop, TALL, watch } from './support/shop.ts';

test.use({ viewport: TALL });

test('a first visit trains by itself, and every answer changes the feed; taking it back restores it exactly', async ({
  page,
}) => {
  const seen = watch(page);
  const shop = new Shop(page);
  await shop.visit();
  await expect(page.getByText(/simulated/i).first()).toBeVisible();
  const popular = await shop.room();
  const [liked] = await shop.ranking();

  await shop.andSettle(() => shop.button(shop.card(liked?.title ?? ''), 'Like').click());
  const afterLike = await shop.room();
  expect(await shop.rankedBy()).toMatch(/^ials-/);
  expect(await shop.titles()).not.toContain(liked?.title);
  expect(afterLike).not.toEqual(popular);

  const [first] = await shop.ranking();
  await shop.andSettle(() => shop.button(shop.card(first?.title ?? ''), 'Not for me').click());
  await shop.whole();
  expect(await shop.titles()).not.toContain(first?.title);

  await expect(shop.takeBacks()).toHaveCount(2);
  await shop.andSettle(() => shop.takeBack());
  expect(await shop.room()).toEqual(afterLike);
  await shop.andSettle(() => shop.takeBack());
  expect(await shop.room()).toEqual(popular);
  expect(seen.errors).toEqual([]);
});

test('liking three items of one department makes it rise', async ({ page }) => {
  const shop = new Shop(page);
  await shop.visit();
  // By rank: what stands on a shelf stands there for a reason of its own.
  const list = 'article:not([data-shelf] article)';
  const departmentOf = (): Promise<readonly string[]> =>
    shop.feed
      .locator(list)
      .evaluateAll((articles) => articles.map((one) => one.getAttribute('data-department') ?? ''));
  const [department = ''] = await departmentOf();
  const share = async (): Promise<number> => {
    await shop.whole();
    const all = await departmentOf();
    return all.filter((one) => one === department).length / all.length;
  };
  const before = await share();
  for (let n = 0; n < 3; n++) {
    const card = shop.feed.locator(`article[data-department="${department}"]`).first();
    await shop.andSettle(() => shop.button(card, 'Like').click());
  }
  expect(await share()).toBeGreaterThan(Math.max(2 * before, 0.4));
});

test('“Why this?” names the causes, its shares sum to the score, and a cause can be taken back there', async ({
  page,
}) => {
  const shop = new Shop(page);
  await shop.visit();
  const [first] = await shop.ranking();
  await shop.likeFirst();
  await shop.button(shop.cards().first(), 'Why this?').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(first?.title ?? '');
  const { shares, score } = await dialog.evaluate((element) => ({
    shares: [...element.querySelectorAll('[data-share]')].map((one) =>
      Number(one.getAttribute('data-share')),
    ),
    score: Number(element.querySelector('[data-score]')?.getAttribute('data-score')),
  }));
  expect(shares.length).toBe(1);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(score, 6);
  await dialog.getByRole('button', { name: /^Take back/ }).click();
  await expect(shop.takeBacks()).toHaveCount(0);
});

test('training can be cancelled and started again; the earlier model goes on serving', async ({ page }) => {
  const shop = new Shop(page);
  await shop.visit();
  await shop.likeFirst();
  const before = await shop.room();
  const model = await shop.rankedBy();
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(shop.training).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(shop.training).toHaveCount(0);
  expect(await shop.rankedBy()).toBe(model);
  expect(await shop.room()).toEqual(before);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(shop.training).toBeVisible();
  await shop.trained();
  await expect.poll(() => shop.rankedBy()).not.toBe(model);
  // Same data and seed: the same numbers in the new model, to the last bit.
  expect(await shop.room()).toEqual(before);
});

test('a reload in the middle of a training goes on with it, and ends at the model of an unbroken one', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  // The reference home is slow enough to be caught in the middle.
  const rankingAfter = async (reload: boolean): Promise<unknown> => {
    const context = await browser.newContext({ viewport: TALL });
    const page = await context.newPage();
    const shop = new Shop(page);
    await page.goto('?home=reference');
    await expect(shop.training).toBeVisible();
    if (reload) {
      await page.waitForFunction(
        () => Number(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')) > 70,
        null,
        { timeout: 60_000 },
      );
      await page.reload();
      // It does not begin anew: the first pass that it tells of is a later one.
      const pass = await page.waitForFunction(
        () => /Pass (\d+) of/.exec(document.body.textContent ?? '')?.[1],
      );
      expect(Number(await pass.jsonValue())).toBeGreaterThan(2);
    }
    await shop.trained(100_000);
    await shop.lookAround();
    await shop.likeFirst();
    const ranking = await shop.room();
    await context.close();
    return ranking;
  };
  expect(await rankingAfter(true)).toEqual(await rankingAfter(false));
});

test('a forced home that is not there is explained, and the way out works', async ({ browser }) => {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'gpu', { value: undefined });
  });
  const page = await context.newPage();
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('?home=wasm');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('home/unavailable');
  await page.unroute('**/*.wasm');
  await alert.getByRole('button').first().click();
  await new Shop(page).trained();
  expect(new URL(page.url()).search).toBe('');
  await context.close();
});
