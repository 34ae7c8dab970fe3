import { expect, test } from '@playwright/test';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { Shop } from './support/shop.ts';

/** What the page has got from the room of the map. */
interface Seen {
  readonly epochs: readonly number[];
  readonly settled: boolean;
  /** Mean distance of two points of one department, against that of any two; of the first frame and of the last. */
  readonly closeness: readonly [number, number];
  /** Of the last frame. */
  readonly positions: readonly number[];
}

/** Listens along to the worker that draws the map. */
async function listening(browser: Browser, path: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript(() => {
    const epochs: number[] = [];
    let department: Int32Array = new Int32Array(0);
    let first: Float32Array | null = null;
    let last: Float32Array = new Float32Array(0);
    let settled = false;
    const closeness = (at: Float32Array): number => {
      const sums = [0, 0, 0, 0];
      for (let i = 0; i < department.length; i += 3) {
        for (let j = i + 3; j < department.length; j += 3) {
          const apart = Math.hypot(at[2 * i]! - at[2 * j]!, at[2 * i + 1]! - at[2 * j + 1]!);
          sums[2]! += apart;
          sums[3]! += 1;
          if (department[i] !== department[j]) continue;
          sums[0]! += apart;
          sums[1]! += 1;
        }
      }
      return sums[0]! / sums[1]! / (sums[2]! / sums[3]!);
    };
    const Native = Worker;
    globalThis.Worker = class extends Native {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        if (options?.name !== 'constellation') return;
        this.addEventListener('message', ({ data }) => {
          if (data.kind === 'run') {
            department = data.department;
            first = null;
          } else {
            first ??= data.positions.slice();
            last = data.positions.slice();
            settled = data.settled;
            epochs.push(data.epoch);
          }
        });
      }
    };
    Object.assign(globalThis, {
      seenOfTheMap: () => ({
        epochs,
        settled,
        closeness: [closeness(first ?? last), closeness(last)],
        positions: [...last],
      }),
    });
  });
  const page = await context.newPage();
  await page.goto(path);
  return { context, page };
}

const seenBy = (page: Page): Promise<Seen> =>
  page.evaluate(() => (globalThis as unknown as { seenOfTheMap: () => Seen }).seenOfTheMap());

const map = (page: Page) => page.getByRole('application', { name: 'Map of the shop' });

test('the map arranges itself while the model trains, from noise into neighbourhoods, and the same again in another profile', async ({
  browser,
}) => {
  const ends: Seen[] = [];
  for (let visit = 0; visit < 2; visit++) {
    const { context, page } = await listening(browser, '');
    await new Shop(page).trained();
    await expect.poll(async () => (await seenBy(page)).settled).toBe(true);
    const seen = await seenBy(page);
    expect(seen.epochs.length).toBeGreaterThan(5);
    expect(seen.epochs.toSorted((a, b) => a - b)).toEqual(seen.epochs);
    const [noise, end] = seen.closeness;
    expect(noise).toBeGreaterThan(0.97);
    expect(end).toBeLessThan(0.8);
    ends.push(seen);
    await context.close();
  }
  expect(ends[0]?.positions.length).toBe(2400);
  expect(ends[1]?.positions).toEqual(ends[0]?.positions);
});

test('frames stop while nobody looks, and go on when somebody does', async ({ browser }) => {
  // The slow home: it trains all the while.
  const { context, page } = await listening(browser, '?home=reference');
  const shop = new Shop(page);
  const frames = async (): Promise<number> => (await seenBy(page)).epochs.length;
  const show = (state: 'hidden' | 'visible'): Promise<void> =>
    page.evaluate((now) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await expect.poll(frames).toBeGreaterThan(2);
  await show('hidden');
  await page.waitForTimeout(150);
  const before = await frames();
  await page.waitForTimeout(700);
  expect(await frames()).toBe(before);
  await expect(shop.training).toBeVisible();
  await show('visible');
  await expect.poll(frames).toBeGreaterThan(before + 1);
  await page.getByRole('link', { name: 'History' }).first().click();
  await expect(map(page)).toHaveCount(0);
  const left = await frames();
  await page.waitForTimeout(500);
  expect(await frames()).toBeLessThanOrEqual(left + 1);
  await context.close();
});

test('a point says what it is to a mouse and to the keys, and Enter opens it', async ({ page }) => {
  const shop = new Shop(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await shop.firstVisit();
  const card = page.getByRole('link', { name: /^Open / });
  const box = await map(page).boundingBox();
  if (!box) throw new Error('no map');
  // Points are closer to one another than to nothing: one is met soon.
  await expect(async () => {
    for (let step = 1; step < 40 && !(await card.isVisible()); step++) {
      await page.mouse.move(box.x + (box.width * step) / 40, box.y + box.height / 2);
      await page.waitForTimeout(30);
    }
    await expect(card).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.mouse.move(5, 5);
  await expect(card).toHaveCount(0);

  await map(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect(card).toBeVisible();
  const first = await card.getAttribute('aria-label');
  await page.keyboard.press('ArrowRight');
  await expect(card).not.toHaveAttribute('aria-label', first ?? '');
  const title = ((await card.getAttribute('aria-label')) ?? '').slice('Open '.length);
  await expect(page.getByRole('status').filter({ hasText: title })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});
