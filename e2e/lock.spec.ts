import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { locked } from '../src/ui/words/en/locked.ts';
import { lock } from '../src/ui/words/en/privacy/lock.ts';
import { Door } from './support/door.ts';
import { goTo } from './support/go-to.ts';
import { Shop, watch } from './support/shop.ts';

const PASSPHRASE = 'three quiet lamps and a kettle';

/** An authenticator in the browser itself, whose owner always agrees. */
async function withAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** What axe finds wrong with the page as it is. */
async function faults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

test('a shop with a passphrase shows nothing until it is unlocked, in any tab, and then what it showed before', async ({
  page,
  context,
}) => {
  const seen = watch(page);
  const shop = new Shop(page);
  const door = new Door(page);
  await shop.visit();
  await shop.likeFirst();
  const before = await shop.ranking(3);

  await door.room();
  await door.set(PASSPHRASE);
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelector('nav')) document.documentElement.dataset['housed'] = 'before the door';
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await expect(door.heading).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.dataset['housed'])).toBeUndefined();
  await expect(page).toHaveTitle(`${locked.title} · Homebody`);
  expect(await page.locator('body').textContent()).not.toContain(before[0]!.title);
  expect(await faults(page)).toEqual([]);

  await door.tryPassphrase('three quiet lamps');
  await expect(page.getByText(locked.wrong).first()).toBeVisible();
  await expect(page.getByLabel(locked.passphrase, { exact: true })).toBeFocused();
  await door.tryPassphrase(PASSPHRASE);
  await expect(page.getByRole('heading', { name: lock.title, exact: true })).toBeVisible();
  await goTo(page, '#/');
  await shop.trained();
  expect(await shop.ranking(3)).toEqual(before);

  const other = await context.newPage();
  const otherDoor = new Door(other);
  await other.goto('');
  await otherDoor.tryPassphrase(PASSPHRASE);
  await expect(new Shop(other).cards().first()).toBeVisible();
  await door.room();
  await door.lockNow();
  await expect(otherDoor.heading).toBeVisible();
  await other.close();
  expect(seen.errors).toEqual([]);
});

test('a passkey opens it as well, until it is removed', async ({ page }) => {
  const seen = watch(page);
  await withAuthenticator(page);
  const door = new Door(page);
  await page.goto('#/privacy/lock');
  await door.set(PASSPHRASE);
  await door.addPasskey(PASSPHRASE);
  await door.lockNow();
  await door.press(locked.passkey);
  await expect(door.heading).toHaveCount(0);
  await page
    .getByRole('button', { name: new RegExp(`^${lock.passkeys.remove}`) })
    .first()
    .click();
  await expect(page.getByText(lock.done.revoked)).toBeVisible();
  await door.lockNow();
  await expect(page.getByRole('button', { name: locked.unlock, exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: locked.passkey, exact: true })).toHaveCount(0);
  expect(seen.errors).toEqual([]);
});
