import { expect, test } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { goTo } from './support/go-to.ts';
import { inventedMovieLens, zipped } from './support/movie-lens.ts';
import { Shop, TALL, watch } from './support/shop.ts';

/** Two homes round differently, and training carries it on. Scores are about 0.1 to 0.5. */
const ROUNDING = 2e-3;

/**
 * The feed of an imported catalogue, trained by `home`, after liking three of its things, in a fresh profile. The
 * software adapter has no speed: the catalogue is a small one, brought in before the home is asked for.
 */
async function feedOf(
  browser: Browser,
  home: string,
): Promise<{ top: readonly { title: string; score: number }[]; errors: readonly string[] }> {
  const context = await browser.newContext({ viewport: TALL });
  const page = await context.newPage();
  const seen = watch(page);
  const shop = new Shop(page);
  await shop.firstVisit();
  const { ratings, movies } = inventedMovieLens();
  await goTo(page, '#/data');
  await page.locator('input[type=file]').setInputFiles({
    name: 'ml.zip',
    mimeType: 'application/zip',
    buffer: zipped({ 'ratings.csv': ratings, 'movies.csv': movies }),
  });
  await expect(page.getByRole('heading', { name: shop.words.data.report })).toBeVisible();
  await goTo(page, '#/');
  await shop.trained();
  // The same three in both: the shelves before any answer are those of the model that was trained above.
  const liked = await shop.ranking(3);

  await page.goto(`?home=${home}`);
  await shop.trained();
  const lamp = page.locator('[data-home]');
  const before = await lamp.getAttribute('data-model');
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(lamp).not.toHaveAttribute('data-model', before ?? '', { timeout: 100_000 });
  await shop.trained();
  await expect(lamp).toHaveAttribute('data-home', home);
  for (const { index } of liked) {
    await page.goto(`?home=${home}#/product/${index}`);
    const like = page.getByRole('main').getByRole('button', { name: 'Like' }).first();
    await like.click();
  }
  await page.goto(`?home=${home}#/`);
  await expect(shop.feed).toHaveAttribute('data-answer', / 3 /);
  await shop.slider.focus();
  await shop.andSettle(() => page.keyboard.press('Home'));
  const top = await shop.ranking(12);
  // Still there: it was not replaced under the training.
  await expect(lamp).toHaveAttribute('data-home', home);
  await context.close();
  return { top, errors: seen.errors };
}

test('WebGPU on the software adapter trains and ranks as the reference does', async ({ browser }) => {
  test.setTimeout(240_000);
  const gpu = await feedOf(browser, 'webgpu');
  const reference = await feedOf(browser, 'reference');
  expect(gpu.errors).toEqual([]);
  // Ties aside: the reference's top ten, each at a score that differs by rounding, in an order that differs
  // only where two scores are nearer to each other than that.
  const scores = new Map(gpu.top.map(({ title, score }) => [title, score]));
  const ten = reference.top.slice(0, 10);
  for (const { title, score } of ten) {
    expect(Math.abs((scores.get(title) ?? Number.NaN) - score), title).toBeLessThan(ROUNDING);
  }
  ten.slice(1).forEach(({ title, score }, place) => {
    const better = ten[place];
    if (!better || better.score - score < 2 * ROUNDING) return;
    expect(scores.get(better.title), `${better.title} before ${title}`).toBeGreaterThan(
      scores.get(title) ?? 0,
    );
  });
});
