import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { en } from '../src/ui/words/en.ts';
import { zh } from '../src/ui/words/zh.ts';
import { Shop } from './support/shop.ts';
import { goTo } from './support/go-to.ts';
import { emptyLabTour, emptyTour, fullTour, importTour, labTour, lockTour } from './support/tour.ts';
import type { Look } from './support/tour.ts';

const OUT = fileURLToPath(new URL('../screenshots/', import.meta.url));
const DEVICES = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 1 },
  desktop: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
} as const;
const LANGUAGES = { en, 'zh-Hans': zh } as const;
const THEMES = ['light', 'dark'] as const;
/** What is drawn below the screen before anybody goes there, in CSS pixels. */
const BELOW = 600;

interface Shot {
  readonly file: string;
  readonly sheet: string;
  readonly view: string;
}
const shots: Shot[] = [];

for (const [device, options] of Object.entries(DEVICES)) {
  for (const [language, words] of Object.entries(LANGUAGES)) {
    test(`every view, ${device}, ${language}`, async ({ browser }) => {
      const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
      await context.addInitScript((own) => localStorage.setItem('homebody.language', own), language);
      const page = await context.newPage();
      const shop = new Shop(page, words);
      const lookAt =
        (state: string): Look =>
        async (view, part) => {
          const { width, height } = options.viewport;
          // All of it, or as far as things are drawn before anybody goes there.
          const tall = await page.evaluate(() => document.documentElement.scrollHeight);
          if (part === undefined) {
            await page.setViewportSize({ width, height: Math.max(height, Math.min(tall, height + BELOW)) });
            await page.evaluate(() => scrollTo(0, 0));
          }
          for (const colorScheme of THEMES) {
            await page.emulateMedia({ colorScheme });
            await page.waitForTimeout(250);
            const file = `${view.replaceAll(/[^a-z]+/g, '-')}-${device}-${language}-${colorScheme}-${state}.png`;
            await page.screenshot({ path: `${OUT}${file}` });
            shots.push({ file, view: `${view} (${state})`, sheet: `${device}-${language}-${colorScheme}` });
          }
          await page.setViewportSize(options.viewport);
        };
      await shop.firstVisit();
      await emptyTour(shop, lookAt('empty'));
      await emptyLabTour(shop, lookAt('empty'));
      await goTo(page, '#/');
      await fullTour(shop, lookAt('full'));
      await labTour(shop, lookAt('full'));
      await importTour(shop, lookAt('imported'));
      await lockTour(shop, lookAt('full'));
      await context.close();
    });
  }
}

test('a sheet of all, and one of each device, language and theme', async ({ page }) => {
  const sheets = new Map<string, Shot[]>();
  for (const shot of shots) sheets.set(shot.sheet, [...(sheets.get(shot.sheet) ?? []), shot]);
  expect(sheets.size).toBe(8);
  const figure = ({ file, view }: Shot): string =>
    `<figure><a href="${file}"><img src="${file}" alt=""></a><figcaption>${view}</figcaption></figure>`;
  const sections = [...sheets].map(
    ([name, own]) => `<section id="${name}"><h2>${name}</h2>${own.map(figure).join('')}</section>`,
  );
  const style = `body { font: 14px sans-serif; background: #888 } figure { display: inline-block; margin: 8px; vertical-align: top }
    img { display: block; height: 520px } section { max-width: 2400px }`;
  const index = `${OUT}index.html`;
  writeFileSync(index, `<!doctype html><meta charset="utf-8"><style>${style}</style>${sections.join('\n')}`);
  await page.setViewportSize({ width: 2440, height: 1200 });
  await page.goto(pathToFileURL(index).href);
  for (const name of sheets.keys()) {
    await page.locator(`[id="${name}"]`).screenshot({ path: `${OUT}sheet-${name}.png` });
  }
});
