import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { en } from '../src/ui/words/en.ts';
import { zh } from '../src/ui/words/zh.ts';
import { Shop } from './support/shop.ts';

const DEVICES = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  tablet: { viewport: { width: 900, height: 1100 }, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1440, height: 900 } },
} as const;
const LANGUAGES = { en, 'zh-Hans': zh } as const;

/** A page whose scripts, but for those in its head, do not come before they are let go. */
async function heldBack(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0],
  kept: Readonly<Record<string, string>>,
): Promise<{ page: Page; letGo: () => void; close: () => Promise<void> }> {
  const context = await browser.newContext(options);
  await context.addInitScript((entries) => {
    for (const [name, value] of entries) localStorage.setItem(`homebody.${name}`, value);
  }, Object.entries(kept));
  const page = await context.newPage();
  let letGo = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/assets/*.js', async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto('', { waitUntil: 'commit' });
  // Nothing is painted before its styles are there.
  await page.waitForFunction(() => performance.getEntriesByType('paint').length > 0);
  return { page, letGo, close: () => context.close() };
}

interface Line {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Lines of the promise and of the sentence under it, and the mark, once the letters are those that stay. */
async function places(page: Page): Promise<Readonly<Record<'promise' | 'lead' | 'mark', readonly Line[]>>> {
  await page.evaluate(() =>
    Promise.all([
      document.fonts.load('20px "Fraunces Variable"'),
      document.fonts.load('16px "Source Sans 3 Variable"'),
    ]),
  );
  return page.evaluate(() => {
    const boxOf = ({ left, right, top, bottom }: DOMRect): Line => ({ left, right, top, bottom });
    const linesOf = (element: Element | null): readonly Line[] => {
      const range = document.createRange();
      range.selectNodeContents(element ?? document.body);
      // A line whose letters come in several boxes counts once; what is hidden has none.
      const boxes = [...range.getClientRects()].filter((box) => box.width > 1).map(boxOf);
      return boxes.filter((box, i) => boxes.findIndex((one) => Math.abs(one.top - box.top) < 2) === i);
    };
    const mark = document.querySelector('header svg')?.getBoundingClientRect();
    return {
      promise: linesOf(document.querySelector('h1')),
      lead: linesOf(document.querySelector('h1 ~ p')),
      mark: mark ? [boxOf(mark)] : [],
    };
  });
}

for (const [device, options] of Object.entries(DEVICES)) {
  for (const [language, words] of Object.entries(LANGUAGES)) {
    test(`the promise stands where the greeting will stand: ${device}, ${language}`, async ({ browser }) => {
      const { page, letGo, close } = await heldBack(browser, options, { language });
      const before = await places(page);
      expect(before.promise.length).toBeGreaterThanOrEqual(2);
      expect(before.lead.length).toBeGreaterThanOrEqual(1);
      const said = page.locator(`.first-paint [lang=${language}]`);
      expect((await said.first().innerText()).split('\n')).toEqual(words.shell.promise);
      await expect(said.last()).toHaveText(words.firstMinute.lead);

      letGo();
      await expect(page.locator('.first-paint')).toHaveCount(0);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const after = await places(page);
      for (const part of ['promise', 'lead', 'mark'] as const) {
        expect(after[part].length, part).toBe(before[part].length);
        after[part].forEach((line, i) => {
          for (const side of ['left', 'right', 'top', 'bottom'] as const) {
            expect(
              Math.abs(line[side] - (before[part][i]?.[side] ?? NaN)),
              `${part} ${i} ${side}`,
            ).toBeLessThan(1);
          }
        });
      }
      await close();
    });
  }
}

test('language, theme and what stands in front are right in the first frame', async ({ browser }) => {
  const looks = [
    [{}, { lang: 'en', theme: undefined, front: 'first' }],
    [
      { language: 'zh-Hans', theme: 'dark', front: 'window' },
      { lang: 'zh-Hans', theme: 'dark', front: 'window' },
    ],
    [
      { language: 'en', theme: 'light', front: 'first' },
      { lang: 'en', theme: 'light', front: 'first' },
    ],
    // What nobody chose here is as if it were not there.
    [
      { language: 'fr', theme: 'beige', front: 'garden' },
      { lang: 'en', theme: undefined, front: 'first' },
    ],
  ] as const;
  for (const [kept, look] of looks) {
    const { page, letGo, close } = await heldBack(browser, { locale: 'en-GB' }, kept);
    const own = await page.evaluate(() => {
      const { lang, dataset } = document.documentElement;
      return { lang, theme: dataset['theme'], front: dataset['front'] };
    });
    expect(own).toEqual(look);
    const promise = page.locator('.first-paint h1');
    if (look.front === 'window') await expect(promise).toBeHidden();
    else await expect(promise).toBeVisible();
    // All that the first frame needs came with the page: nothing had to be asked for before it was painted.
    const blocking = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(
          (entry) =>
            (entry as unknown as { renderBlockingStatus: string }).renderBlockingStatus === 'blocking',
        )
        .map((entry) => entry.name),
    );
    expect(blocking).toEqual([]);
    letGo();
    await close();
  }
});

test('before a locked door there is nothing of the shop in the first frame', async ({ browser }) => {
  const { page, letGo, close } = await heldBack(browser, {}, { door: 'locked' });
  await expect(page.locator('.first-paint')).toBeHidden();
  letGo();
  await close();
});

for (const device of ['phone', 'desktop'] as const) {
  test(`nothing jumps on a first visit, nor on a second: ${device}`, async ({ browser }) => {
    const context = await browser.newContext(DEVICES[device]);
    await context.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const shift = entry as PerformanceEntry & {
            value: number;
            hadRecentInput: boolean;
            sources: readonly { node: Node | null }[];
          };
          if (shift.hadRecentInput) continue;
          const { dataset } = document.documentElement;
          dataset['shifted'] = String(Number(dataset['shifted'] ?? 0) + shift.value);
          const what = shift.sources.map(({ node }) =>
            node instanceof Element ? node.className : node?.nodeName,
          );
          dataset['shifts'] = `${dataset['shifts'] ?? ''} ${shift.value.toFixed(4)}: ${what.join(', ')};`;
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const page = await context.newPage();
    const shop = new Shop(page);
    const expectNoShift = async (visit: string): Promise<void> => {
      await shop.trained();
      await page.waitForTimeout(2_000);
      const [shifted, shifts] = await page.evaluate(() => {
        const { dataset } = document.documentElement;
        return [dataset['shifted'], dataset['shifts']];
      });
      expect(Number(shifted ?? 0), `${visit}: ${shifts}`).toBeLessThan(0.02);
    };
    await page.goto('');
    await expectNoShift('first visit');
    await shop.lookAround();
    await shop.likeFirst();
    await page.reload();
    await expectNoShift('second visit');
    await context.close();
  });
}
