import { expect, test } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { Shop, TALL, watch } from './support/shop.ts';

/** Two homes round differently, and training carries it on. Scores are about 0.1 to 0.5. */
const ROUNDING = 2e-3;

/** The feed after liking the three products `likes` in a fresh profile that computes in `home`. */
async function feedOf(
  browser: Browser,
  home: string,
): Promise<{ top: readonly { title: string; score: number }[]; errors: readonly string[] }> {
  const context = await browser.newContext({ viewport: TALL });
  const page = await context.newPage();
  const seen = watch(page);
  const shop = new Shop(page);
  await page.goto(`?home=${home}`);
  await shop.trained(150_000);
  await expect(page.locator('[data-home]')).toHaveAttribute('data-home', home);
  // Popularity does not depend on the home, so the same three products come first in both.
  for (const { index } of await shop.ranking(3)) {
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
  await expect(page.locator('[data-home]')).toHaveAttribute('data-home', home);
  await context.close();
  return { top, errors: seen.errors };
}

test('WebGPU on the software adapter trains and ranks as the reference does', async ({ browser }) => {
  test.setTimeout(400_000);
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
