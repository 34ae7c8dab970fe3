import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { Laboratory } from './support/laboratory.ts';
import { Shop, watch } from './support/shop.ts';
import type { Placed } from './support/shop.ts';
import { goTo } from './support/go-to.ts';

test('two models are trained, compared, put in place and taken back; one goes out as a file and comes back the same', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const seen = watch(page);
  const shop = new Shop(page);
  await shop.visit();
  await shop.likeFirst();
  const lab = new Laboratory(shop);
  /** The shelves, and the model that ranked them. */
  const shelves = async (): Promise<{ by: string | null; first: readonly Placed[] }> => {
    if (new URL(page.url()).hash.startsWith('#/lab')) await goTo(page, '#/');
    await shop.atRest();
    return { by: await shop.rankedBy(), first: await shop.ranking(3) };
  };
  const before = await shelves();
  expect(before.by).not.toBeNull();

  await test.step('two runs, with their protocol and their figures', async () => {
    await lab.bench();
    await lab.train({ model: 'item-knn' });
    await lab.train({ model: 'ials', settings: { dim: '16', epochs: '4' } });
    for (const model of ['item-knn', 'ials']) {
      await expect(lab.runs(model)).toContainText('leave-one-out, full ranking');
      await expect(lab.runs(model)).toContainText(/0\.\d{4}/);
    }
  });

  await test.step('what they differ by, and what the visitor would see under each', async () => {
    for (const model of ['item-knn', 'ials']) {
      await lab.runs(model).getByRole('checkbox').check();
    }
    await page.getByRole('link', { name: lab.words.board.compareThese }).click();
    await expect(page.getByText(/guesses better than|No clear difference/)).toBeVisible();
    await expect(page.getByText('On the same 400 people', { exact: false })).toBeVisible();
    await expect(page.getByText(/of 12 stand on both lists/)).toBeVisible();
  });

  let promoted = before;
  await test.step('the shelves follow the one that is put in place, and go back with it', async () => {
    await lab.bench();
    await lab.promote(lab.runs('item-knn'));
    promoted = await shelves();
    expect(promoted.by).not.toBe(before.by);
    expect(promoted.first).not.toEqual(before.first);
    await lab.bench();
    await lab.button(lab.words.board.rollBack('iALS')).click();
    await expect.poll(() => lab.serving()).toBe(before.by);
    expect(await shelves()).toEqual(before);
  });

  await test.step('a private file: its cost first, its promise in it, and then in the tally', async () => {
    await goTo(page, '#/lab/privacy');
    const { export: words, tally } = lab.words.privacy;
    await page
      .getByLabel(words.run, { exact: true })
      .selectOption({ label: await page.locator('option', { hasText: /^iALS/ }).first().innerText() });
    await expect(lab.button(words.save)).toBeDisabled();
    await lab.button(words.ask).click();
    await expect(page.getByText(words.promise)).toBeVisible({ timeout: 90_000 });
    await expect(page.getByText(/guesses stay|nothing is lost/)).toBeVisible();
    const [download] = await Promise.all([page.waitForEvent('download'), lab.button(words.save).click()]);
    expect(download.suggestedFilename()).toBe('ials-private-epsilon-4.safetensors');
    const header = (await readFile(await download.path())).toString('utf8', 8, 4000);
    expect(header).toContain('drawn from crypto.getRandomValues');
    await expect(page.getByRole('region', { name: tally.title })).toContainText(/ε = 4 at δ = 10⁻⁵/);
  });

  await test.step('its file makes the same run elsewhere: the same shelves to the last bit', async () => {
    await lab.bench();
    const original = lab.runs('item-knn');
    await lab.open(original);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      lab.board.getByRole('button', { name: /^Export / }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('item-knn-1.safetensors');
    const file = await readFile(await download.path());
    await lab.board.getByRole('button', { name: /^Remove / }).click();
    await expect(original).toHaveCount(0);
    await lab.board.locator('input[type=file]').setInputFiles({
      name: download.suggestedFilename(),
      mimeType: 'application/octet-stream',
      buffer: file,
    });
    await expect(original).toHaveCount(1);
    await expect(original).toContainText(lab.words.board.imported);
    await lab.promote(original);
    const again = await shelves();
    expect(again.first).toEqual(promoted.first);
  });
  expect(seen.errors).toEqual([]);
});

test('a run that is removed comes back by undo, also after the board was left', async ({ page }) => {
  const shop = new Shop(page);
  await shop.visit();
  const lab = new Laboratory(shop);
  await lab.bench();
  await lab.train({ model: 'popularity' });
  await lab.open(lab.runs('popularity'));
  await lab.board.getByRole('button', { name: /^Remove / }).click();
  await expect(lab.runs('popularity')).toHaveCount(0);
  await page.keyboard.press('u');
  await expect(lab.runs('popularity')).toHaveCount(1);
});

test('a study goes on after a reload in its middle, with what it had found', async ({ page }) => {
  test.setTimeout(300_000);
  const shop = new Shop(page);
  await shop.visit();
  const lab = new Laboratory(shop);
  const { words } = lab;
  const study = page.locator('[data-study]');
  const rows = study.locator('tbody tr');
  await goTo(page, '#/lab/tuning');
  const weight = words.settings.name('unobservedWeight');
  await page.getByRole('checkbox', { name: weight }).uncheck();
  await page
    .getByLabel(words.tuning.valuesOf(words.settings.name('regularisation')))
    .fill('0.001, 0.01, 0.1');
  await page.getByLabel(words.tuning.numbers.folds, { exact: true }).fill('2');
  await expect(page.getByText(words.tuning.count(3, 2))).toBeVisible();
  await lab.button(words.tuning.start).click();
  // The first trial is whole.
  await expect(rows.first()).toContainText(words.tuning.ofFolds(2, 2), { timeout: 90_000 });
  const first = await rows.first().innerText();

  await page.reload();
  await expect(study).toContainText(/^.*Interrupted: /s, { timeout: 60_000 });
  await expect(rows.first()).toContainText(words.tuning.ofFolds(2, 2));
  const goOn = study.getByRole('button', { name: /^Go on with/ });
  await expect(goOn).toBeEnabled({ timeout: 60_000 });
  await goOn.click();
  await expect(study).toHaveAttribute('data-ended', 'complete', { timeout: 180_000 });
  await expect(rows).toHaveCount(3);
  // Its score did not change, only whether it is the best.
  expect((await rows.first().innerText()).slice(0, 12)).toBe(first.slice(0, 12));
  await study.getByRole('button', { name: /^Use these settings/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.rooms.bench.title })).toBeVisible();
});
