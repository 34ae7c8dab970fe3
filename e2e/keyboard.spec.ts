import { expect, test } from '@playwright/test';
import { Keys } from './support/keys.ts';
import { Shop, watch } from './support/shop.ts';

test('by keyboard alone: from the first choice to a like, its reason, an order, and taking it back', async ({
  page,
}) => {
  const seen = watch(page);
  const shop = new Shop(page);
  const keys = new Keys(page);
  await shop.firstVisit();

  await test.step('three quick picks', async () => {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Skip to the shelves' })).toBeFocused();
    const picks = page.getByRole('region', { name: 'Which of these would you take home?' });
    await keys.tabTo(picks.getByRole('listitem').first().getByRole('button'));
    await shop.andSettle(() => keys.press('Enter'));
    for (const [key, progress] of [
      ['2', '2 of 3'],
      ['3', '3 of 3'],
    ] as const) {
      await expect(picks).toContainText(progress);
      // Long enough for a press to be meant for what is there now.
      await page.waitForTimeout(400);
      await shop.andSettle(() => keys.press(key));
    }
    await expect(picks).toHaveCount(0);
    await expect(shop.takeBacks()).toHaveCount(3);
    await expect(shop.cards().first()).toBeFocused();
  });

  await test.step('like, why, not for me, undo on the card that has the focus', async () => {
    const [liked] = await shop.ranking(1);
    await shop.andSettle(() => keys.press('l'));
    await expect(shop.history).toContainText(liked?.title ?? '');
    await keys.press('w');
    await expect(page.getByRole('dialog')).toBeVisible();
    await keys.seen('in the dialog');
    await keys.press('Tab');
    const isWithin = (): Promise<boolean> =>
      page.getByRole('dialog').evaluate((one) => one.contains(document.activeElement));
    expect(await isWithin()).toBe(true);
    // The focus goes round within it, both ways.
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let stop = 0; stop < 8; stop++) {
        await page.keyboard.press(key);
        expect(await isWithin()).toBe(true);
        expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
      }
    }
    // The page behind it stays where it is, by wheel and by key.
    const scrolled = (): Promise<number> => page.evaluate(() => scrollY);
    const at = await scrolled();
    await page.mouse.wheel(0, 300);
    await page.getByRole('dialog').getByRole('heading').first().focus();
    for (const key of ['PageDown', 'ArrowDown', 'End']) await page.keyboard.press(key);
    await page.waitForTimeout(300);
    expect(await scrolled()).toBe(at);
    await keys.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.mouse.wheel(0, 300);
    await expect.poll(scrolled).toBeGreaterThan(at);
    await page.mouse.wheel(0, -300);
    await expect(shop.cards().first()).toBeFocused();
    const before = await shop.ranking(3);
    await shop.andSettle(() => keys.press('x'));
    await shop.andSettle(() => keys.press('u'));
    expect(await shop.ranking(3)).toEqual(before);
    await keys.press('ArrowDown');
    await keys.press('ArrowRight');
    await keys.press('ArrowUp');
    await keys.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
    await keys.press('Escape');
  });

  await test.step('to a product, into the cart, and a pretend order', async () => {
    await shop.cards().first().focus();
    const title = (await shop.ranking(1))[0]?.title ?? '';
    await keys.tabTo(shop.cards().first().getByRole('link', { name: title }));
    await keys.press('Enter');
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText(title);
    await expect(heading).toBeFocused();
    await keys.tabTo(page.getByRole('button', { name: 'Add to cart', exact: true }));
    await keys.press('Enter');
    await expect(page.getByText('In your cart: 1')).toBeVisible();
    await keys.seen('in the cart');
    await keys.tabTo(page.getByRole('link', { name: 'To the cart' }));
    await keys.press('Enter');
    await expect(heading).toHaveText('Your cart');
    await expect(heading).toBeFocused();
    await keys.tabTo(page.getByRole('button', { name: 'Review the order' }));
    await keys.press('Enter');
    await expect(heading).toHaveText('Before you order');
    await keys.seen('in the review');
    await keys.tabTo(page.getByRole('button', { name: 'Place the pretend order' }));
    await keys.press('Enter');
    await expect(heading).toHaveText('Thank you');
    await expect(page.getByText(title).first()).toBeVisible();
    await keys.seen('in the thanks');
  });

  await test.step('the order is taken back after a look at what would change, and put back', async () => {
    await keys.tabTo(page.getByRole('link', { name: 'History' }).first(), 'Shift+Tab');
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    const bought = shop.history.getByText(/^Bought/);
    await expect(bought).toHaveCount(1);
    const rows = await shop.takeBacks().count();
    await keys.tabTo(shop.takeBacks().first());
    await keys.press('Enter');
    await expect(page.getByText(/of the first twelve would change\.|would stay as they are\./)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Take it back' })).toBeFocused();
    await keys.press('Escape');
    await expect(shop.takeBacks().first()).toBeFocused();
    await keys.press('Enter');
    await expect(page.getByRole('button', { name: 'Take it back' })).toBeFocused();
    await keys.press('Enter');
    await expect(bought).toHaveCount(0);
    await keys.seen('after the order was taken back');
    await keys.press('u');
    await expect(bought).toHaveCount(1);
    await expect(shop.takeBacks()).toHaveCount(rows);
    await keys.seen('after the undo');
  });
  expect(seen.errors).toEqual([]);
});
