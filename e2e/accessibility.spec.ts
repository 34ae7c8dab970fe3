import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Shop } from './support/shop.ts';

const VIEWS = ['', '#/history', '#/training', '#/product/7', '#/data', '#/privacy', '#/nowhere'];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [device, viewport] of [
    ['phone', { width: 390, height: 844 }],
    ['desktop', { width: 1440, height: 900 }],
  ] as const) {
    test(`axe finds nothing on any view: ${device}, ${colorScheme}`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme, viewport, reducedMotion: 'reduce' });
      const page = await context.newPage();
      const shop = new Shop(page);
      await shop.visit();
      await shop.andSettle(() => shop.cards().first().getByRole('button', { name: 'Like' }).click());
      for (const view of VIEWS) {
        await page.goto(view);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.waitForTimeout(300);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect(
          violations.map(({ id, nodes }) => `${view}: ${id} ${nodes[0]?.html}`),
          view,
        ).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, `${view} scrolls sideways`).toBeLessThanOrEqual(0);
      }
      await context.close();
    });
  }
}
