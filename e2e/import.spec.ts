import { randomFillSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { inventedMovieLens, zipped } from './support/movie-lens.ts';
import { Shop, TALL, watch } from './support/shop.ts';

test.use({ viewport: TALL });

const { ratings, movies } = inventedMovieLens();
const file = (
  name: string,
  content: string | Buffer,
): { name: string; mimeType: string; buffer: Buffer } => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.isBuffer(content) ? content : Buffer.from(content),
});

async function openImport(page: Page): Promise<ReturnType<Page['getByRole']>> {
  await page.getByRole('link', { name: /data/i }).first().click();
  const region = page.getByRole('region', { name: 'Import data' });
  await expect(region).toBeVisible();
  return region;
}

test('a MovieLens zip becomes the catalogue, with a report; the demo shop and its history come back by a switch', async ({
  page,
}) => {
  const seen = watch(page);
  const shop = new Shop(page);
  await shop.visit();
  await shop.likeFirst();
  const demoFeed = await shop.room();

  const region = await openImport(page);
  const broken = ratings.replace(/\r\n3,(\d+),\d/, '\r\n3,$1,good');
  await region
    .locator('input[type=file]')
    .setInputFiles(file('ml.zip', zipped({ 'ratings.csv': broken, 'movies.csv': movies })));
  // 160 users with 25 ratings each. User 3 begins after the header and 50 rows: on line 52.
  await expect(page.getByText('4,000', { exact: false }).first()).toBeVisible();
  await expect(
    page
      .getByText(/line 52/i)
      .or(page.getByRole('cell', { name: '52' }))
      .first(),
  ).toBeVisible();

  await page
    .getByRole('link', { name: /for you/i })
    .first()
    .click();
  await shop.trained();
  await expect(shop.takeBacks()).toHaveCount(0);
  expect((await shop.ranking(1))[0]?.title).toContain('The Invented Film, Part');
  await shop.likeFirst();
  const filmFeed = await shop.room();

  await openImport(page);
  await page.getByRole('button', { name: /demo shop/i }).click();
  await page
    .getByRole('link', { name: /for you/i })
    .first()
    .click();
  await shop.trained();
  await expect.poll(() => shop.room()).toEqual(demoFeed);

  await openImport(page);
  await page
    .getByRole('button', { name: /ml|movielens/i })
    .first()
    .click();
  await page
    .getByRole('link', { name: /for you/i })
    .first()
    .click();
  await shop.trained();
  await expect.poll(() => shop.room()).toEqual(filmFeed);
  expect(seen.errors).toEqual([]);
});

test('files that cannot be read say why, and the catalogue and the history stay as they were', async ({
  page,
}, info) => {
  const shop = new Shop(page);
  await shop.visit();
  await shop.likeFirst();
  const before = await shop.room();
  const region = await openImport(page);
  const input = region.locator('input[type=file]');
  const alert = region.getByRole('alert');

  const whole = zipped({ 'ratings.csv': ratings, 'movies.csv': movies });
  const junk = info.outputPath('ratings.csv');
  const block = randomFillSync(Buffer.alloc(1 << 20));
  writeFileSync(junk, Buffer.concat(Array.from({ length: 200 }, () => block)));
  const header = 'userId,movieId,rating,timestamp\r\n';
  const words = Array.from({ length: 50 }, () => 'alice,heat,good,monday').join('\r\n');
  const cases: readonly (readonly [string, Parameters<typeof input.setInputFiles>[0], RegExp])[] = [
    [
      'a truncated zip',
      file('ml.zip', whole.subarray(0, Math.floor(whole.length * 0.6))),
      /truncated|damaged|incomplete/i,
    ],
    ['no rows', [file('ratings.csv', header), file('movies.csv', movies)], /not one row/i],
    [
      'text where numbers belong',
      [file('ratings.csv', header + words), file('movies.csv', movies)],
      /ratings\.csv/i,
    ],
    ['200 MB of junk', junk, /ratings\.csv/i],
    ['an unknown file', file('holiday.txt', 'Dear diary, today I did nothing.'), /holiday\.txt/i],
    ['films without ratings', file('movies.csv', movies), /ratings/i],
  ];
  for (const [what, files, message] of cases) {
    await test.step(what, async () => {
      await input.setInputFiles(files);
      await expect(alert).toContainText(message);
      await region.getByRole('button', { name: /dismiss|close/i }).click();
      await expect(alert).toHaveCount(0);
    });
  }
  await page
    .getByRole('link', { name: /for you/i })
    .first()
    .click();
  expect(await shop.room()).toEqual(before);
  await expect(shop.takeBacks()).toHaveCount(1);
});
