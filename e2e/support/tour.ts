import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { eraseWordsIn } from '../../src/ui/words/erase-words.ts';
import { Door } from './door.ts';
import { arrived, goTo } from './go-to.ts';
import { Laboratory } from './laboratory.ts';
import { inventedMovieLens, zipped } from './movie-lens.ts';
import type { Shop } from './shop.ts';

/** What is looked at: its name, once it is there and at rest; and the part that is new, where the rest was seen before. */
export type Look = (view: string, part?: string) => Promise<void>;

/** Every view of the page before anything was done in it, from the first minute on. */
export async function emptyTour(shop: Shop, look: Look): Promise<void> {
  const { page } = shop;
  await arrived(page);
  await look('first minute');
  for (const [view, hash] of [
    ['cart', '#/cart'],
    ['wishes', '#/wishes'],
    ['history', '#/history'],
    ['training', '#/training'],
    ['data', '#/data'],
    ['privacy', '#/privacy'],
    ['department', '#/department/6'],
    ['missing department', '#/department/99'],
    ['design', '#/design'],
    ['missing', '#/nowhere'],
  ] as const) {
    await goTo(page, hash);
    await look(view);
  }
  await goTo(page, '#/');
  await shop.lookAround();
}

/** Every view once there is something in it; begins at the window. Dialogs and menus too. */
export async function fullTour(shop: Shop, look: Look): Promise<void> {
  const { page, words } = shop;
  const shelf = shop.feed.locator('[data-shelf]').first().getByRole('article');
  await shop.likeFirst();
  await shop.andSettle(() => shop.button(shelf.first(), words.feed.dismiss).click());
  await shop.andSettle(() => shop.button(shelf.nth(0), words.shelf.wish).click());
  await shop.andSettle(() => shop.button(shelf.nth(1), words.feed.cart).click());
  await shop.choose(shelf.nth(1), words.shelf.moreLike);
  await expect(shop.toast).toContainText(/“|”/);
  await shop.atRest();
  await page.getByText(words.training.figures).click();
  await look('window');
  await shop.button(shop.cards().first(), words.shelf.menu).click();
  await look('menu', '[role=menu]');
  await page.keyboard.press('Escape');
  await shop.button(shop.cards().first(), words.feed.why).click();
  await inDialog(page, look, 'why');
  await page.keyboard.press('?');
  await inDialog(page, look, 'keys');

  const settings = page.getByRole('button', { name: words.shell.settings, exact: true });
  // On narrow pages they stand at the foot of the page only.
  if (await settings.isVisible()) {
    await settings.click();
    await inDialog(page, look, 'settings');
  }

  await goTo(page, `#/product/${(await shop.ranking(1))[0]?.index}`);
  await look('product');
  await goTo(page, '#/wishes');
  await look('wishes');
  await goTo(page, '#/history');
  await look('history');
  await shop.takeBacks().first().click();
  await arrived(page);
  await look('preview of a take-back');
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: new RegExp(`^${words.moved.openOf('')}`) })
    .last()
    .click();
  // Beside the list, where there is room for it.
  await expect(page.getByRole('heading', { name: words.moved.title, exact: true })).toBeVisible();
  if (await page.getByRole('dialog').isVisible()) await inDialog(page, look, 'what moved');
  await privacyTour(shop, look);
  await goTo(page, '#/cart');
  await look('cart');
  await page.getByRole('button', { name: words.cart.review }).click();
  await look('review');
  await page.getByRole('button', { name: words.cart.place }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.cart.thanksTitle })).toBeVisible();
  await arrived(page);
  await look('thanks');
}

/** The rooms of privacy but for the first, which stands beside their list where there is room for it. */
async function privacyTour({ page, words }: Shop, look: Look): Promise<void> {
  for (const [view, hash] of [
    ['a store', '#/privacy/stored/events'],
    ['lock', '#/privacy/lock'],
    ['requests', '#/privacy/requests'],
    ['copies', '#/privacy/copies'],
    ['limits', '#/privacy/limits'],
    ['forget', '#/privacy/forget'],
  ] as const) {
    await goTo(page, hash);
    await look(view);
  }
  await page.getByRole('button', { name: eraseWordsIn(words.language).act, exact: true }).click();
  await inDialog(page, look, 'erase');
}

/** Every room of the lab before anything was done in it. */
export async function emptyLabTour({ page }: Shop, look: Look): Promise<void> {
  for (const [view, hash] of [
    ['lab', '#/lab'],
    ['comparison', '#/lab/compare'],
    ['tuning', '#/lab/tuning'],
    ['item map', '#/lab/map'],
  ] as const) {
    await goTo(page, hash);
    await look(view);
  }
}

/** The lab with two runs and a study in it. */
export async function labTour(shop: Shop, look: Look): Promise<void> {
  const { page } = shop;
  const lab = new Laboratory(shop);
  await lab.bench();
  await lab.train({ model: 'popularity', people: 200 });
  await lab.train({ model: 'ials', settings: { dim: '8', epochs: '4' }, people: 200 });
  await look('bench');
  await goTo(page, '#/lab/compare');
  await expect(page.locator('[data-item]').first()).toBeVisible();
  await arrived(page);
  await look('two runs');
  await goTo(page, '#/lab/tuning');
  await page.getByLabel(lab.words.train.model, { exact: true }).selectOption('item-knn');
  await page.getByLabel(lab.words.tuning.numbers.folds, { exact: true }).fill('2');
  await page.getByRole('checkbox', { name: lab.words.settings.name('shrink') }).uncheck();
  await lab.button(lab.words.tuning.start).click();
  await expect(page.locator('[data-study]')).toHaveAttribute('data-ended', 'complete', { timeout: 90_000 });
  await look('study');
  await goTo(page, '#/lab/map');
  await expect(page.getByRole('application')).toBeVisible();
  await look('map of a model');
  await goTo(page, '#/lab/privacy');
  await expect(lab.button(lab.words.privacy.export.ask)).toBeEnabled();
  await look('attack and private export');
}

/** The room of the lock with a passphrase set, and what stands before a locked shop. */
export async function lockTour({ page, words }: Shop, look: Look): Promise<void> {
  const door = new Door(page, words.language);
  await door.room();
  await door.set('three quiet lamps and a kettle');
  await look('lock with a passphrase');
  await door.lockNow();
  await look('locked');
  await door.tryPassphrase('three quiet lamps');
  await expect(page.getByRole('alert')).toBeVisible();
  await look('locked, after a wrong passphrase');
}

/** An own log with a bad row, its report, and the shelves of things without pictures. */
export async function importTour(shop: Shop, look: Look): Promise<void> {
  const { page, words } = shop;
  const { ratings, movies } = inventedMovieLens();
  const broken = ratings.replace(/\r\n3,(\d+),\d/, '\r\n3,$1,good');
  await goTo(page, '#/data');
  await page.locator('input[type=file]').setInputFiles({
    name: 'ml.zip',
    mimeType: 'application/zip',
    buffer: zipped({ 'ratings.csv': broken, 'movies.csv': movies }),
  });
  await expect(page.getByRole('heading', { name: words.data.report })).toBeVisible();
  await look('data with a report');
  await goTo(page, '#/');
  await shop.trained();
  await look('shelves of covers');
}

async function inDialog(page: Page, look: Look, view: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expect(dialog.locator('[aria-busy=true]')).toHaveCount(0);
  await look(view, 'dialog');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
}
