/**
 * What pictures cost: drawing each form of the demo shop once, and showing a page of 80 cards in Chromium as markup
 * that shares its definitions (what the page does) or as an SVG image each.
 *   npm run bench -- pictures
 */
import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from '../scripts/browser.mjs';
import { createDemoCatalogue } from '../src/datasets/demo-shop/catalogue.ts';
import { DEFAULT_DEMO_SEED } from '../src/datasets/demo-shop/shape.ts';
import type { Item } from '../src/domain/item.ts';
import { pictureDefs } from '../src/ui/pictures/render/defs.ts';
import { drawStillLife } from '../src/ui/pictures/still-life.ts';
import { drawRoom } from '../src/ui/pictures/views/room.ts';
import { median, print, quantile, rounded } from './support.ts';

/** ms for one drawing; printed beside what was measured, and no gate: the machine decides. */
const LIMIT = 1;
const ROUNDS = 5;
const CARDS = 80;

const { items } = createDemoCatalogue(DEFAULT_DEMO_SEED);
const forms = [
  ...new Map(items.map((item) => [`${item.picture!.type}: ${item.picture!.form ?? ''}`, item])).values(),
];

/** Median ms of a drawing, for each form. */
function timed(draw: (item: Item) => string): number[] {
  return forms.map((item) =>
    median(
      Array.from({ length: ROUNDS }, () => {
        const began = performance.now();
        draw(item);
        return performance.now() - began;
      }),
    ),
  );
}

const elements = (markup: string): number => [...markup.matchAll(/<[a-z]/g)].length;
const front = (item: Item): string => drawStillLife(item, item.picture!, false);

/** ms until a page of cards has been painted, and what its styles cost. */
async function shown(kind: 'markup' | 'images', throttle: number): Promise<Record<string, number>> {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: CHROMIUM_FLAGS,
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const defs = pictureDefs();
  await page.setContent(
    `<style>main{display:grid;grid-template-columns:repeat(4,217px);gap:24px}div{width:217px;height:217px;background:#dcc}main svg,img{width:100%;height:100%;display:block}</style><svg width="0" height="0" style="position:absolute">${defs}</svg><main></main>`,
  );
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  const metric = async (name: string): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  };
  const before = [await metric('TaskDuration'), await metric('RecalcStyleDuration')] as const;
  const cards = Array.from({ length: CARDS }, (_, i) => front(items[(i * 41) % items.length]!));
  const nodes = await page.evaluate(
    async ({ cards: all, kind: how, defs: shared }) => {
      const main = document.querySelector('main')!;
      for (const card of all) {
        const place = document.createElement('div');
        if (how === 'markup') place.innerHTML = card;
        else {
          const alone = card.replace(
            '>',
            ` xmlns="http://www.w3.org/2000/svg" width="200" height="200">${shared}`,
          );
          const image = new Image();
          image.src = `data:image/svg+xml,${alone.replaceAll('%', '%25').replaceAll('#', '%23')}`;
          place.append(image);
        }
        main.append(place);
      }
      await Promise.all(Array.from(document.images, (image) => image.decode()));
      for (let frame = 0; frame < 2; frame++) {
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
      }
      return main.querySelectorAll('*').length;
    },
    { cards, kind, defs },
  );
  const report = {
    elements: nodes,
    taskMs: rounded(1000 * ((await metric('TaskDuration')) - before[0])),
    styleMs: rounded(1000 * ((await metric('RecalcStyleDuration')) - before[1])),
  };
  await browser.close();
  return report;
}

// Once for the machine's compiler, which is not what is measured.
timed(front);
const fronts = timed(front);
const rooms = timed((item) => drawRoom(item, item.picture!));
const counts = forms.map((item) => elements(front(item)));
const drawn = (name: string, ms: readonly number[]): string[] => [
  name,
  String(forms.length),
  String(rounded(median(ms), 2)),
  String(rounded(quantile(ms, 0.99), 2)),
  String(rounded(Math.max(...ms), 2)),
  String(LIMIT),
];
const pages = [];
for (const throttle of [1, 4]) {
  // One after the other: two browsers would slow each other.
  // oxlint-disable-next-line no-await-in-loop
  pages.push({ throttle, markup: await shown('markup', throttle), images: await shown('images', throttle) });
}
print(
  [
    ['drawing', 'forms', 'median ms', 'p99 ms', 'max ms', 'limit ms'],
    drawn('front', fronts),
    drawn('room', rooms),
    ['', '', '', '', '', ''],
    [`${CARDS} cards`, 'CPU', 'elements', 'tasks ms', 'styles ms', ''],
    ...pages.flatMap(({ throttle, ...kinds }) =>
      Object.entries(kinds).map(([kind, { elements: count, taskMs, styleMs }]) => [
        kind,
        `÷ ${throttle}`,
        String(count),
        String(taskMs),
        String(styleMs),
        '',
      ]),
    ),
  ],
  {
    limitMs: LIMIT,
    medianMs: rounded(median(fronts)),
    maxMs: rounded(Math.max(...fronts)),
    elements: { median: median(counts), max: Math.max(...counts) },
    pages,
  },
);
