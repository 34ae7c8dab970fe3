/** `npm run screenshots`: every view × phone, desktop × light, dark × empty, full, into `screenshots/`. */
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
  history: '#/history',
  training: '#/training',
  product: '#/product/7',
  data: '#/data',
  privacy: '#/privacy',
};
const DEVICES = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } };

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
try {
  for (const [device, viewport] of Object.entries(DEVICES)) {
    for (const colorScheme of ['light', 'dark']) {
      const page = await (await browser.newContext({ viewport, colorScheme })).newPage();
      const shoot = async (state) => {
        for (const [view, address] of Object.entries(VIEWS)) {
          await page.goto(`${BASE}${address}`);
          await page.waitForTimeout(700);
          await page.screenshot({ path: join(OUT, `${view}-${device}-${colorScheme}-${state}.png`) });
        }
      };
      await page.goto(BASE);
      await page.waitForSelector('section[data-model] article');
      await shoot('empty');
      await page.goto(BASE);
      for (let n = 0; n < 4; n++) {
        await page
          .getByRole('button', { name: n === 2 ? 'Not for me' : 'Like' })
          .first()
          .click();
        await page.waitForTimeout(500);
      }
      await shoot('full');
      await page.goto(BASE);
      await page.getByRole('button', { name: 'Why this?' }).first().click();
      await page.waitForTimeout(700);
      await page.screenshot({ path: join(OUT, `why-${device}-${colorScheme}-full.png`) });
      await page.context().close();
    }
  }
  say(`Wrote the screenshots to ${OUT}.`);
} finally {
  await browser.close();
  server.kill();
}
