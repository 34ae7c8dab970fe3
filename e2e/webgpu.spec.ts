import { expect, test } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { Shop, watch } from './support/shop.ts';

/** The feed after liking the three products `likes` in a fresh profile that computes in `home`. */
async function feedOf(
  browser: Browser,
  home: string,
): Promise<{ top: readonly { title: string; score: number }[]; errors: readonly string[] }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const seen = watch(page);
  const shop = new Shop(page);
  await shop.visit(`?home=${home}`);
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
  await context.close();
  return { top, errors: seen.errors };
}

test('WebGPU on the software adapter trains and ranks as the reference does', async ({ browser }) => {
  test.setTimeout(400_000);
  const gpu = await feedOf(browser, 'webgpu');
  const reference = await feedOf(browser, 'reference');
  expect(gpu.errors).toEqual([]);
  // Ties aside: each of the reference's top ten is in the GPU's list, at a score that differs by rounding.
  const scores = new Map(gpu.top.map(({ title, score }) => [title, score]));
  for (const { title, score } of reference.top.slice(0, 10)) {
    expect(scores.get(title), title).toBeDefined();
    expect(Math.abs((scores.get(title) ?? 0) - score)).toBeLessThan(2e-3);
  }
});
