import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { en } from '../src/ui/words/en.ts';
import { erase } from '../src/ui/words/en/erase.ts';
import { copies } from '../src/ui/words/en/privacy/copies.ts';
import { forget } from '../src/ui/words/en/privacy/forget.ts';
import { goTo } from './support/go-to.ts';
import { Shop, watch } from './support/shop.ts';

const PASSPHRASE = 'a kettle and three quiet lamps';
const NOTHING_OF_MINE = { events: 0, catalogues: 0, models: 0, lab: 0 };

/** Makes a backup and gives the path of the file that the browser saved. */
async function makeBackup(page: Page): Promise<string> {
  await goTo(page, '#/privacy/copies');
  await page.getByLabel(copies.make.passphrase, { exact: true }).fill(PASSPHRASE);
  await page.getByLabel(copies.make.again, { exact: true }).fill(PASSPHRASE);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: copies.make.act, exact: true }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^homebody-\d{4}-\d\d-\d\d\.hbbackup$/);
  return download.path();
}

async function openBackup(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel(copies.restore.passphrase, { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: copies.restore.open, exact: true }).click();
}

/** All that the browser keeps for this origin. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const files: string[] = [];
    for await (const name of (root as unknown as { keys(): AsyncIterable<string> }).keys()) files.push(name);
    return {
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: await caches.keys(),
      files,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      local: localStorage.length,
      session: sessionStorage.length,
    };
  });

/** What the first step of an erasing leaves behind. */
const markAsErasing = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('homebody');
        opening.addEventListener('error', () => reject(opening.error!));
        opening.addEventListener('success', () => {
          const marking = opening.result.transaction('keys', 'readwrite');
          marking.objectStore('keys').put({ erasing: true }, 'keyring');
          marking.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
        });
      }),
  );

const NOTHING = { databases: [], caches: [], files: [], workers: 0, local: 0, session: 0 };

test('a backup makes another browser recommend the same; erased, nothing is left of it, in any tab', async ({
  page,
  browser,
}) => {
  const seen = watch(page);
  const shop = new Shop(page);
  await shop.visit();
  await shop.likeFirst();
  await shop.likeFirst();
  const before = await shop.ranking(3);
  const path = await makeBackup(page);
  const text = readFileSync(path).toString('latin1');
  expect(text.slice(0, 8)).toBe('HBBACKUP');
  expect(text).not.toContain('demo');

  const context = await browser.newContext();
  const elsewhere = await context.newPage();
  const other = new Shop(elsewhere);
  // Whatever is trained there by now, or in a moment, gives way to what comes.
  await elsewhere.goto('#/privacy/copies');
  await elsewhere.locator('input[type=file]').setInputFiles(path);
  await openBackup(elsewhere, 'a kettle and three quiet lamp');
  await expect(elsewhere.getByText(en.errors['backup/passphrase'].what, { exact: true })).toBeVisible();
  await openBackup(elsewhere, PASSPHRASE);
  await expect(elsewhere.getByRole('heading', { name: copies.restore.holds })).toBeVisible();
  await elsewhere.getByRole('radio', { name: copies.restore.replace, exact: true }).check();
  await elsewhere.getByRole('button', { name: copies.restore.act.replace, exact: true }).click();
  const sure = elsewhere.getByRole('dialog', { name: copies.restore.sure });
  await sure.getByRole('button', { name: copies.restore.act.replace, exact: true }).click();
  await expect(elsewhere.getByText(/^Restored: /)).toBeVisible();
  await goTo(elsewhere, '#/');
  await other.trained();
  expect(await other.ranking(3)).toEqual(before);

  // Everything that the app keeps is there by now, and something that an older version may have left.
  await other.offlineReady();
  await elsewhere.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    await root.getFileHandle('homebody-left', { create: true });
    sessionStorage.setItem('homebody.left', '1');
  });
  const tab = await context.newPage();
  await tab.goto('');
  await expect(new Shop(tab).cards().first()).toBeVisible();

  await goTo(elsewhere, '#/privacy/forget');
  await elsewhere.getByRole('button', { name: erase.act, exact: true }).click();
  const asked = elsewhere.getByRole('dialog', { name: erase.title });
  await asked.getByLabel(erase.confirm).fill(erase.confirmWord);
  await asked.getByRole('button', { name: erase.act, exact: true }).click();
  await expect(elsewhere.getByRole('heading', { name: erase.done.here, exact: true })).toBeVisible();
  for (const place of Object.values(erase.places)) {
    await expect(elsewhere.getByRole('row').filter({ hasText: place }).getByRole('cell').last()).toHaveText(
      erase.number(0),
    );
  }
  await expect(tab.getByRole('heading', { name: erase.done['other-tab'], exact: true })).toBeVisible();
  expect(await kept(elsewhere)).toEqual(NOTHING);

  // Neither tab writes anything anew before it is loaded anew; then it is a first visit.
  await tab.bringToFront();
  await tab.keyboard.press('t');
  expect(await kept(tab)).toEqual(NOTHING);
  await tab.close();
  await elsewhere.getByRole('button', { name: erase.afresh, exact: true }).click();
  await expect(elsewhere.getByText(forget.everything.here(NOTHING_OF_MINE), { exact: true })).toBeVisible();

  // An erasing that was cut short after its first step: the next opening brings it to its end.
  await markAsErasing(elsewhere);
  await elsewhere.reload();
  await expect(elsewhere.getByRole('heading', { name: erase.done.earlier, exact: true })).toBeVisible();
  expect(await kept(elsewhere)).toEqual(NOTHING);
  await context.close();
  expect(seen.errors).toEqual([]);
});
