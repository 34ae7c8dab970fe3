import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { PAGE, Shop, TALL, watch } from './support/shop.ts';
import type { Placed } from './support/shop.ts';
import { Finger } from './support/touch.ts';

test.use({ viewport: TALL });

/** Departments of everything that is on the page. */
const departments = (shop: Shop): Promise<readonly string[]> =>
  shop.cards().evaluateAll((articles) => articles.map((one) => one.getAttribute('data-department') ?? ''));

/** Part of the list by rank that is of one department. */
async function share(shop: Shop, department: string): Promise<number> {
  await shop.whole();
  const all = await shop.feed
    .locator('article:not([data-shelf] article)')
    .evaluateAll((articles) => articles.map((one) => one.getAttribute('data-department')));
  return all.filter((one) => one === department).length / all.length;
}

const undo = (shop: Shop): Promise<void> => shop.toast.getByRole('button', { name: /^Undo/ }).click();

test('a muted department is nowhere, and comes back as it was', async ({ page }) => {
  const shop = new Shop(page);
  await shop.visit();
  await shop.likeFirst();
  const before = await shop.room();
  const department = (await departments(shop))[0] ?? '';
  await shop.andMove(() => shop.choose(shop.cards().first(), `Mute ${department}`));
  await shop.whole();
  expect(await departments(shop)).not.toContain(department);
  expect((await departments(shop)).length).toBeGreaterThan(PAGE);
  await page.getByRole('link', { name: department, exact: true }).click();
  await expect(page.getByText(`${department} is muted, so nothing from it is shown.`)).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(0);
  await page.goBack();
  await undo(shop);
  await expect.poll(() => shop.room()).toEqual(before);

  await shop.andMove(() => shop.choose(shop.cards().first(), `Mute ${department}`));
  await page.reload();
  await shop.trained();
  expect(await departments(shop)).not.toContain(department);
  await page.getByRole('button', { name: `Show ${department} again` }).click();
  await expect.poll(() => shop.room()).toEqual(before);
});

test('a mood for a department raises its share, and is forgotten with the visit', async ({ page }) => {
  const shop = new Shop(page);
  await shop.visit();
  await shop.likeFirst();
  const before = await shop.room();
  const shown = new Set(await departments(shop));
  const mood = page.getByRole('group', { name: 'In the mood for' });
  const chips = await mood.getByRole('button').allTextContents();
  const wanted = chips.find((name) => !shown.has(name)) ?? chips.at(-1) ?? '';
  const shareBefore = await share(shop, wanted);
  const chip = mood.getByRole('button', { name: wanted, exact: true });
  await shop.andMove(() => chip.click());
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  expect(await share(shop, wanted)).toBeGreaterThan(shareBefore + 0.1);
  await page.reload();
  await shop.trained();
  await expect(chip).toHaveAttribute('aria-pressed', 'false');
  expect(await shop.room()).toEqual(before);
});

test('more and less like a thing move what is like it, say so as a reason, and can be forgotten', async ({
  page,
}) => {
  const shop = new Shop(page);
  await shop.visit();
  await shop.likeFirst();
  const before = await shop.room();
  const card = shop.feed.locator('[data-shelf=popular] article').last();
  const department = (await card.getAttribute('data-department')) ?? '';
  const title = (await card.getByRole('heading').textContent()) ?? '';
  const shareBefore = await share(shop, department);

  await shop.andMove(() => shop.choose(card, 'More like this'));
  const shareOfMore = await share(shop, department);
  expect(shareOfMore).toBeGreaterThan(shareBefore);
  const forget = page.getByRole('button', { name: `Forget: More like “${title}”` });
  await expect(forget).toBeVisible();
  const moved = shop.feed
    .locator(`article[data-department="${department}"]:not([data-shelf] article)`)
    .first();
  await shop.button(moved, 'Why this?').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('This visit’s mood');
  await expect(dialog).toContainText(title);
  await page.keyboard.press('Escape');
  await shop.andMove(() => forget.click());
  expect(await shop.room()).toEqual(before);

  // The department of the thing that was liked leads the list.
  const own = shop.feed.locator('[data-shelf=because] article').first();
  const ownDepartment = (await own.getAttribute('data-department')) ?? '';
  const ownShare = await share(shop, ownDepartment);
  expect(ownShare).toBeGreaterThan(0.15);
  await shop.andMove(() => shop.choose(own, 'Less like this'));
  expect(await share(shop, ownDepartment)).toBeLessThan(ownShare);
  await shop.andMove(() => page.getByRole('button', { name: 'Forget the mood' }).click());
  expect(await shop.room()).toEqual(before);
});

test('the slider says what it did to the shelves, and back gives the same shelves', async ({ page }) => {
  const shop = new Shop(page);
  await shop.visit();
  await shop.likeFirst();
  const before = await shop.room();
  const value = await shop.slider.inputValue();
  await shop.slider.focus();
  await shop.andSettle(() => page.keyboard.press('End'));
  expect(await shop.room()).not.toEqual(before);
  const effect = page.getByText(/these things differ from one another ([\d.]+) times as much/);
  await expect(effect).toBeVisible();
  const times = Number(/([\d.]+) times/.exec((await effect.textContent()) ?? '')?.[1]);
  expect(times).toBeGreaterThan(1.05);
  await shop.andSettle(() => page.keyboard.press('Home'));
  await expect(page.getByText('What is closest to your taste, and nothing else.')).toBeVisible();
  for (let step = 0; step < 20 && (await shop.slider.inputValue()) !== value; step++) {
    await page.keyboard.press('ArrowRight');
  }
  await expect.poll(() => shop.room()).toEqual(before);
});

test('stepping into a persona is five likes at once, and one undo gives back what is popular, exactly', async ({
  page,
}) => {
  const shop = new Shop(page);
  await shop.firstVisit();
  const popular = await shop.room();
  await page.getByRole('button', { name: /^The Sunday baker/ }).click();
  await expect(shop.feed).toHaveAttribute('data-model', /^ials-/);
  await shop.atRest();
  await expect(shop.history).toContainText('5 events');
  expect(await shop.room()).not.toEqual(popular);
  expect((await share(shop, 'Kitchen')) + (await share(shop, 'Pantry'))).toBeGreaterThan(0.5);
  await undo(shop);
  await expect(shop.takeBacks()).toHaveCount(0);
  await expect.poll(() => shop.room()).toEqual(popular);
  await expect(shop.feed).not.toHaveAttribute('data-model');
});

/** "1st", "2nd", "3rd", "4th" … in the sentences of what moved. */
const placeIn = (sentence: string): number => Number(/(\d+)(?:st|nd|rd|th)(?!.*\d)/.exec(sentence)?.[1]);

/** Place of each title by the sentences for a reader: of those that came, stayed, rose or fell. */
async function placesTold(list: Locator): Promise<ReadonlyMap<string, number>> {
  await expect(list.getByRole('listitem').first()).toBeAttached();
  const sentences = await list.getByRole('listitem').allTextContents();
  const shown = sentences.filter((sentence) => !/: gone, it was /.test(sentence));
  return new Map(shown.map((one) => [one.slice(0, one.lastIndexOf(': ')), placeIn(one)]));
}

const placesOf = (ranking: readonly Placed[]): ReadonlyMap<string, number> =>
  new Map(ranking.map(({ title }, i) => [title, i + 1]));

/** Beside the first thing of the window stand two of other kinds; the rest of the page is in the order of places. */
function expectSamePlaces(told: ReadonlyMap<string, number>, page: readonly Placed[]): void {
  expect([...told.keys()].toSorted()).toEqual(page.map(({ title }) => title).toSorted());
  expect(told.get(page[0]?.title ?? '')).toBe(1);
  const rest = page.slice(3).map(({ title }) => told.get(title) ?? 0);
  expect(rest).toEqual(rest.toSorted((a, b) => a - b));
}

test('what moved tells the change that happened, and the preview of a take-back what then happens', async ({
  page,
}) => {
  const shop = new Shop(page);
  await shop.visit();
  await shop.likeFirst();
  const before = await shop.ranking(12);
  const second = shop.feed.locator('[data-shelf=popular] article').first();
  const liked = (await second.getByRole('heading').textContent()) ?? '';
  await shop.andSettle(() => shop.button(second, 'Like').click());
  const after = await shop.ranking(12);
  expect(after).not.toEqual(before);
  await page.getByRole('button', { name: 'What moved?' }).click();
  const dialog = page.getByRole('dialog', { name: 'What moved' });
  await expect(dialog).toContainText(`You liked “${liked}”.`);
  const list = page.getByRole('list', { name: 'What moved, place by place' });
  expectSamePlaces(await placesTold(dialog.getByRole('list')), after);
  const leftTold = (await dialog.getByRole('listitem').allTextContents()).filter((one) =>
    /: gone, it was /.test(one),
  );
  const left = before.filter(({ title }) => !placesOf(after).has(title)).map(({ title }) => title);
  expect(leftTold.map((one) => one.slice(0, one.indexOf(': gone, it was '))).toSorted()).toEqual(
    left.toSorted(),
  );
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'History' }).first().click();
  await shop.takeBacks().first().click();
  const preview = page.getByRole('group', { name: 'What moved' });
  await expect(preview).toContainText(/\d+ places? of the first twelve would change\./);
  const told = await placesTold(list);
  expectSamePlaces(told, before);
  await preview.getByRole('button', { name: 'Take it back' }).click();
  await expect(shop.takeBacks()).toHaveCount(1);
  await page.getByRole('link', { name: 'For you' }).first().click();
  await expect.poll(() => shop.ranking(12)).toEqual(before);
});

const inHeader = (page: Page, name: string): Locator =>
  page.getByRole('banner').getByRole('link', { name, exact: true });

test('a wish is kept, goes into the cart, and comes back; two pieces are ordered, and the undo restores the cart', async ({
  page,
}) => {
  const seen = watch(page);
  const shop = new Shop(page);
  await shop.visit();
  await shop.whole();
  // Of some there is only one piece left.
  const [wish = '', other = ''] = await shop.feed
    .getByRole('list', { name: 'More that people take home' })
    .getByRole('article')
    .filter({ hasNotText: / left|Sold out/ })
    .getByRole('heading')
    .allTextContents();
  await shop.andSettle(() => shop.button(shop.card(wish), 'Wish for it').click());
  await shop.andSettle(() => shop.button(shop.card(other), 'Wish for it').click());
  await inHeader(page, 'Wish list, 2 things').click();
  await expect(page.getByRole('article')).toHaveCount(2);
  await page.getByRole('button', { name: `No longer wished for: ${other}` }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await undo(shop);
  await expect(page.getByRole('article')).toHaveCount(2);
  await page.getByRole('button', { name: `Move to cart: ${wish}` }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.getByText('1 wish is in your cart.')).toBeVisible();

  await inHeader(page, 'Cart, 1 piece').click();
  await page.getByRole('button', { name: `One more: ${wish}` }).click();
  const count = page.getByRole('group', { name: `How many of “${wish}”` });
  await expect(count).toHaveText('2');
  const money = (text: string | null): number => Number(text?.replace(/[^\d.]/g, ''));
  const sum = page.getByRole('region', { name: 'Sum' });
  const each = money(await page.getByText(/ each$/).textContent());
  expect(money(await sum.getByText('€').textContent())).toBeCloseTo(2 * each, 2);

  await page.getByRole('button', { name: 'Review the order' }).click();
  await expect(page.getByText(`2 × ${wish}`)).toBeVisible();
  await page.getByRole('button', { name: 'Place the pretend order' }).click();
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  await expect(page.getByText(`You bought 2 × “${wish}”. In pretence: nothing was charged.`)).toBeVisible();
  await expect(inHeader(page, 'Cart')).toBeVisible();
  await undo(shop);
  await expect(page.getByRole('heading', { level: 1, name: 'Your cart' })).toBeVisible();
  await expect(count).toHaveText('2');
  await expect(inHeader(page, 'Cart, 2 pieces')).toBeVisible();
  await page.getByRole('button', { name: `Take out: ${wish}` }).click();
  await expect(page.getByText('Your cart is empty.')).toBeVisible();
  await expect(inHeader(page, 'Wish list, 2 things')).toBeVisible();
  expect(seen.errors).toEqual([]);
});

test('on a phone a swipe to the right likes, one to the left turns down, one along the page does neither', async ({
  browser,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const shop = new Shop(page);
  await shop.visit();
  const finger = await Finger.on(page);
  const drag = async (card: Locator, dx: number, dy: number): Promise<void> => {
    // At rest, and nothing on it.
    await card.getByRole('heading').click({ trial: true });
    await page.evaluate(() => scrollTo(0, 0));
    const box = await card.boundingBox();
    if (!box) throw new Error('the card is not on the page');
    const from = { x: box.x + box.width / 2, y: Math.min(box.y + box.width / 3, 700) };
    await finger.drag(from, { x: from.x + dx, y: from.y + dy });
  };
  const title = async (): Promise<string> => (await shop.ranking(1))[0]?.title ?? '';

  const liked = await title();
  await shop.andSettle(() => drag(shop.cards().first(), 170, 6));
  await expect(shop.history.getByRole('listitem').first()).toContainText(liked);
  await expect(shop.history.getByRole('listitem').first()).toContainText('Liked');
  const dismissed = await title();
  await shop.andSettle(() => drag(shop.cards().first(), -170, 6));
  await expect(shop.history.getByRole('listitem').first()).toContainText(dismissed);
  await expect(shop.history.getByRole('listitem').first()).toContainText('Not for you');
  expect(await shop.titles()).not.toContain(dismissed);

  // A short drag springs back; a drag along the page is a scroll.
  const before = await shop.ranking(3);
  await drag(shop.cards().first(), 40, 2);
  await drag(shop.cards().first(), 10, -300);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
  expect(await shop.ranking(3)).toEqual(before);
  await expect(shop.takeBacks()).toHaveCount(2);
  // What was dragged was not pressed.
  expect(new URL(page.url()).hash).toMatch(/^(#\/)?$/);
  await context.close();
});
