import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { en } from '../src/ui/words/en.ts';
import { zh } from '../src/ui/words/zh.ts';
import { Shop, watch } from './support/shop.ts';
import { goTo } from './support/go-to.ts';
import { emptyLabTour, emptyTour, fullTour, importTour, labTour } from './support/tour.ts';
import type { Look } from './support/tour.ts';

const DEVICES = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1440, height: 900 } },
} as const;
const LANGUAGES = { en, 'zh-Hans': zh } as const;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Two frames on, and with all fades at their end. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const short = (one: Animation): boolean => Number(one.effect?.getComputedTiming().endTime) < 1000;
    const fades = document.getAnimations().filter(short);
    // Those of what the browser skips, because it is far from the screen, rest with it.
    const patience = new Promise((resolve) => setTimeout(resolve, 500));
    await Promise.race([Promise.allSettled(fades.map((one) => one.finished)), patience]);
  });

interface Asked {
  /** A part of the page. */
  readonly part?: string | undefined;
  /** A rule that says nothing here. */
  readonly except?: string;
  /** The one rule that is asked for. */
  readonly only?: string;
}

/** What axe finds on the page as it is. */
async function found(page: Page, { part, except, only }: Asked = {}): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    runOnly: only === undefined ? { type: 'tag', values: TAGS } : { type: 'rule', values: [only] },
    rules: except === undefined ? {} : { [except]: { enabled: false } },
    resultTypes: ['violations'],
  });
  if (part !== undefined) axe.include(part);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any: [why] }) => `${id}: ${html.slice(0, 160)} ${why?.message ?? ''}`),
  );
}

/** A page of one language on one device, each view of which is looked at in both themes. */
async function lookAt(
  browser: Browser,
  device: keyof typeof DEVICES,
  language: keyof typeof LANGUAGES,
  visit: (shop: Shop, look: Look) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ ...DEVICES[device], reducedMotion: 'reduce' });
  await context.addInitScript((own) => localStorage.setItem('homebody.language', own), language);
  const page = await context.newPage();
  const seen = watch(page);
  await visit(new Shop(page, LANGUAGES[language]), async (view, part) => {
    await drawn(page);
    expect(await found(page, { part }), view).toEqual([]);
    // Nothing but the colours is another in the dark.
    await page.emulateMedia({ colorScheme: 'dark' });
    await drawn(page);
    expect(await found(page, { part, only: 'color-contrast' }), `${view}, dark`).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  });
  expect(seen.errors).toEqual([]);
  await context.close();
}

for (const [device, language] of [
  ['phone', 'zh-Hans'],
  ['desktop', 'en'],
] as const) {
  test(`axe finds nothing on any view, light or dark: ${device}, ${language}`, async ({ browser }) => {
    await lookAt(browser, device, language, async (shop, look) => {
      await shop.firstVisit();
      await emptyTour(shop, look);
      await fullTour(shop, look);
      await importTour(shop, look);
    });
  });

  test(`axe finds nothing in the lab, light or dark: ${device}, ${language}`, async ({ browser }) => {
    await lookAt(browser, device, language, async (shop, look) => {
      await shop.visit();
      await emptyLabTour(shop, look);
      await labTour(shop, look);
    });
  });
}

test('axe finds nothing while a training runs', async ({ page }) => {
  const shop = new Shop(page);
  // The slow home: it is still training when axe is done.
  await page.goto('?home=reference');
  await expect(shop.training).toBeVisible();
  expect(await found(page), 'the first minute').toEqual([]);
  await goTo(page, '#/training');
  expect(await found(page), 'how it learns').toEqual([]);
  await expect(shop.training).toBeVisible();
});

/** The narrowest pages and the widest, and letters twice as large on those of a phone and a desk. */
const SIZES = [
  [320, 100],
  [2560, 100],
  [390, 200],
  [1440, 200],
] as const;

/** What sticks out of the page to the right and is in no row that scrolls or cuts it off by itself. */
const beyondTheEdge = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const out: string[] = [];
    const look = (element: Element): void => {
      if (!element.checkVisibility()) return;
      const { overflowX } = getComputedStyle(element);
      const { left, right, width } = element.getBoundingClientRect();
      if (width > 1 && right > innerWidth + 1 && left < innerWidth * 4) {
        out.push(`${element.outerHTML.slice(0, 120)} ends at ${Math.round(right)}`);
      } else if (overflowX === 'visible' || element.id === 'root') {
        for (const child of element.children) look(child);
      }
    };
    for (const child of document.body.children) look(child);
    if (document.documentElement.scrollWidth > innerWidth) out.push('the page scrolls');
    return out;
  });

test('no view is wider than the page: from 320 to 2560 pixels, and with letters twice as large', async ({
  page,
}) => {
  // Every view at every size.
  test.setTimeout(300_000);
  const shop = new Shop(page);
  // Nothing is measured on its way.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const wide: string[] = [];
  const look: Look = async (view) => {
    for (const [width, percent] of SIZES) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = `${size}%`;
      }, percent);
      await drawn(page);
      for (const what of await beyondTheEdge(page)) wide.push(`${view}, ${width} px, ${percent} %: ${what}`);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '';
    });
  };
  await shop.firstVisit();
  await emptyTour(shop, look);
  await fullTour(shop, look);
  await emptyLabTour(shop, look);
  await labTour(shop, look);
  await importTour(shop, look);
  expect(wide).toEqual([]);
});

test('with forced colours and less motion the page works, axe finds nothing, and nothing moves', async ({
  browser,
}) => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    forcedColors: 'active',
    reducedMotion: 'reduce',
  });
  await context.addInitScript(() => {
    const moving = new Set<string>();
    const look = (): void => {
      for (const animation of document.getAnimations()) {
        const { effect } = animation;
        // The time that an undo is offered for runs out, in ten steps.
        if (!(effect instanceof KeyframeEffect) || effect.target?.closest('[data-toast]')) continue;
        const duration = Number(effect.getComputedTiming().duration);
        const changed = effect.getKeyframes().flatMap((frame) => Object.keys(frame));
        const own = new Set(['offset', 'computedOffset', 'easing', 'composite', 'opacity']);
        const fades = changed.every((name) => own.has(name));
        if (duration <= 1 || fades) continue;
        moving.add(
          `${effect.target?.className} ${changed.filter((name) => !own.has(name)).join(' ')} ${duration} ms`,
        );
      }
      document.documentElement.dataset['moving'] = [...moving].join('; ');
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const page = await context.newPage();
  const seen = watch(page);
  const shop = new Shop(page);
  const look: Look = async (view, part) => {
    // The colours are the system's, and axe does not see them: it reads those of the styles.
    expect(await found(page, { part, except: 'color-contrast' }), view).toEqual([]);
  };
  await shop.firstVisit();
  await look('first minute');
  await shop.lookAround();
  await fullTour(shop, look);
  await goTo(page, '#/training');
  await look('training');
  expect(await page.evaluate(() => document.documentElement.dataset['moving'])).toBe('');
  expect(seen.errors).toEqual([]);
  await context.close();
});
