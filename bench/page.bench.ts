/**
 * The built page in a real Chromium: how soon a first and a second visit show trained recommendations, how
 * long a click takes to a new feed on screen while a model trains, and whether the main thread is ever held
 * for over 50 ms by training or by an import.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { BrowserContext, Page } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from '../scripts/browser.mjs';
import { inventedMovieLens } from '../e2e/support/movie-lens.ts';

const PORT = 4183;
const URL = `http://localhost:${PORT}/`;
const VISITS = 5;
const CLICKS = 100;

const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? Number.NaN;
const round = (value: number): number => Math.round(value * 10) / 10;

/** ms from the navigation's start until the selector matches and a frame has been drawn. */
async function shownAfter(page: Page, selector: string): Promise<number> {
  await page.waitForSelector(selector, { timeout: 120_000 });
  return page.evaluate(() => new Promise<number>((done) => requestAnimationFrame((now) => done(now))));
}

/** A training has ended. */
const READY = '[data-home][data-model]:not([data-model=""])';
/** The feed is a model's. */
const TRAINED = 'section[data-model]:not([data-model=""]) article';

async function withProfile<T>(work: (context: BrowserContext, page: Page) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'homebody-bench-'));
  const executablePath = findChromium();
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : {}),
    args: CHROMIUM_FLAGS,
  });
  try {
    return await work(context, context.pages()[0] ?? (await context.newPage()));
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** From now on every main-thread task over 50 ms is noted. */
async function watchLongTasks(page: Page): Promise<() => Promise<readonly number[]>> {
  await page.evaluate(() => {
    const noted: number[] = [];
    Object.assign(globalThis, { longTasks: noted });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) noted.push(entry.duration);
    }).observe({ type: 'longtask' });
  });
  return () => page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks);
}

/** ms from a click on the first card's “Like” to the frame that shows the new feed. */
function clickToFeed(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        const feed = document.querySelector('section[data-answer]');
        const like = [...(feed?.querySelectorAll('button') ?? [])].find(
          (one) => (one.getAttribute('aria-label') ?? one.textContent) === 'Like',
        );
        if (!feed || !like) throw new Error('no feed');
        const start = performance.now();
        const observer = new MutationObserver(() => {
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
        });
        observer.observe(feed, { attributeFilter: ['data-answer'] });
        like.click();
      }),
  );
}

async function visits(): Promise<{ popular: number[]; first: number[]; second: number[] }> {
  const popular: number[] = [];
  const first: number[] = [];
  const second: number[] = [];
  for (let n = 0; n < VISITS; n++) {
    await withProfile(async (context, page) => {
      await page.goto(URL);
      popular.push(await shownAfter(page, 'section[data-answer] article'));
      // Without a history popularity is all there is to show: the visitor's first answer asks for the model.
      await page.getByRole('button', { name: 'Like' }).first().click();
      first.push(await shownAfter(page, TRAINED));
      await page.close();
      const again = await context.newPage();
      await again.goto(URL);
      second.push(await shownAfter(again, TRAINED));
    });
  }
  return { popular, first, second };
}

async function clicks(): Promise<{ latencies: number[]; longTasks: readonly number[] }> {
  return withProfile(async (_context, page) => {
    await page.goto(URL);
    await shownAfter(page, READY);
    const longTasks = await watchLongTasks(page);
    const training = page.getByRole('progressbar', { name: 'Training' });
    const latencies: number[] = [];
    while (latencies.length < CLICKS) {
      if ((await training.count()) === 0) {
        await page.getByRole('button', { name: 'Train', exact: true }).click();
        await training.waitFor();
      }
      const latency = await clickToFeed(page);
      // Counted only when the training was running until the end of the click.
      if ((await training.count()) > 0) latencies.push(latency);
    }
    return { latencies, longTasks: await longTasks() };
  });
}

async function importing(): Promise<readonly number[]> {
  return withProfile(async (_context, page) => {
    await page.goto(URL);
    await shownAfter(page, READY);
    const longTasks = await watchLongTasks(page);
    const { ratings, movies } = inventedMovieLens();
    // 100 times as many raters: 400,000 ratings.
    const [header = '', ...rows] = ratings.trimEnd().split('\r\n');
    const many = Array.from({ length: 100 }, (_, copy) => rows.map((row) => `${copy}${row}`));
    await page.evaluate(() => (location.hash = '#/data'));
    // From disk: given as buffers, the files would be decoded on the page's main thread by the test driver.
    const folder = mkdtempSync(join(tmpdir(), 'homebody-import-'));
    const files = [join(folder, 'ratings.csv'), join(folder, 'movies.csv')];
    writeFileSync(files[0]!, [header, ...many.flat()].join('\n'));
    writeFileSync(files[1]!, movies);
    await page.locator('input[type=file]').setInputFiles(files);
    await page.waitForFunction(() => /400,000/.test(document.body.textContent ?? ''), null, {
      timeout: 120_000,
    });
    rmSync(folder, { recursive: true });
    return longTasks();
  });
}

const server = spawn(process.execPath, ['scripts/start.mjs', '--port', String(PORT)], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
await new Promise<void>((resolve, reject) => {
  server.stdout.once('data', () => resolve());
  server.once('exit', () => reject(new Error('the server did not start')));
});
try {
  const { popular, first, second } = await visits();
  const { latencies, longTasks } = await clicks();
  const importTasks = await importing();
  const report = {
    firstVisitPopularMs: round(quantile(popular, 0.5)),
    firstVisitTrainedMs: round(quantile(first, 0.5)),
    firstVisitTrainedMsMax: round(Math.max(...first)),
    secondVisitTrainedMs: round(quantile(second, 0.5)),
    clickToFeedMsP50: round(quantile(latencies, 0.5)),
    clickToFeedMsP95: round(quantile(latencies, 0.95)),
    clicks: latencies.length,
    longTasksWhileTraining: longTasks.map(round),
    longTasksWhileImporting: importTasks.map(round),
  };
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
} finally {
  server.kill();
}
