/** `npm run screenshots`: every view × phone, desktop × light, dark × English, Chinese × empty, full, into `screenshots/`. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from './browser.mjs';
import { ROOT, say } from './setup.mjs';

const PORT = 4187;
const BASE = `http://localhost:${PORT}/`;
const OUT = join(ROOT, 'screenshots');
const VIEWS = {
  feed: '#/',
  product: '#/product/7',
  department: '#/department/Garden',
  cart: '#/cart',
  wishes: '#/wishes',
  history: '#/history',
  training: '#/training',
  data: '#/data',
  privacy: '#/privacy',
  design: '#/design',
};
const DEVICES = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1440, height: 900 } },
};
const LOCALES = { en: 'en-GB', zh: 'zh-CN' };
/** What the map and the last pictures take to come to rest. */
const REST_MS = { training: 6500, feed: 1500 };
/** Buttons of the first four things, by place: the one that is asked for, whatever the language calls it. */
const ACTS = { like: 0, dismiss: 1, cart: 2 };

mkdirSync(OUT, { recursive: true });
const server = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs'), '--port', String(PORT)], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
await new Promise((resolve, reject) => {
  server.stdout.once('data', resolve);
  server.once('exit', () => reject(new Error('the server did not start')));
});
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: CHROMIUM_FLAGS,
});

/** One device in one look and one language: a visitor who has just come in, and one who has been busy. */
async function shootAll(device, colorScheme, language) {
  const context = await browser.newContext({ ...DEVICES[device], colorScheme, locale: LOCALES[language] });
  const page = await context.newPage();
  const shoot = async (name, state) => {
    await page.waitForTimeout(REST_MS[name] ?? 900);
    await page.screenshot({ path: join(OUT, `${name}-${device}-${colorScheme}-${language}-${state}.png`) });
  };
  const shootViews = async (state) => {
    for (const [view, address] of Object.entries(VIEWS)) {
      await page.goto(`${BASE}${address}`);
      await shoot(view, state);
    }
  };
  const card = (place) => page.locator('section[data-answer] article').nth(place);
  const press = async (place, act) => {
    await card(place).scrollIntoViewIfNeeded();
    await card(place).locator('[class*=row] button').nth(ACTS[act]).click();
    await page.waitForTimeout(700);
  };

  await page.goto(BASE);
  await page.locator('[data-home][data-model]:not([data-model=""])').first().waitFor({ timeout: 60_000 });
  await shootViews('empty');
  await page.goto(BASE);
  await card(0).waitFor();
  for (const act of ['like', 'cart', 'dismiss', 'cart', 'like']) await press(2, act);
  await card(3).locator('> button[aria-label]').first().click();
  await page.waitForTimeout(700);
  await shootViews('full');
  await page.goto(BASE);
  await card(0).waitFor();
  await card(5).locator('> button:not([aria-label])').first().click();
  await page.locator('dialog[open]').waitFor();
  await shoot('why', 'full');
  await page.goto(`${BASE}#/history`);
  await page.locator('main li button').first().waitFor();
  await page.locator('main li button').first().click();
  await shoot('moved', 'full');
  await context.close();
}

try {
  for (const device of Object.keys(DEVICES)) {
    for (const colorScheme of ['light', 'dark']) {
      for (const language of Object.keys(LOCALES)) await shootAll(device, colorScheme, language);
    }
  }
  say(`Wrote the screenshots to ${OUT}.`);
} finally {
  await browser.close();
  server.kill();
}
