import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { en } from '../../src/ui/words/en.ts';
import type { Words } from '../../src/ui/words/en.ts';

/** One thing on the shelves: its title, its row and its exact score. */
export interface Placed {
  readonly title: string;
  readonly index: number;
  readonly score: number;
}

/**
 * A screen so tall that all of the front room is on it. What is far from the screen is drawn later and brought up
 * to date later: whoever compares whole rooms must see them whole.
 */
export const TALL = { width: 1440, height: 5600 } as const;

/** Cards of a shelf that are in the page before anybody reaches for the rest. */
const OF_A_SHELF = 6;
/** Things of the window. */
const WINDOW = 3;
/** Things of the list before more are asked for. */
export const PAGE = 36;

/** The page as its visitor sees it: found by accessible names only. */
export class Shop {
  readonly page: Page;
  readonly words: Words;
  readonly feed: Locator;
  readonly history: Locator;
  readonly training: Locator;
  readonly slider: Locator;
  readonly toast: Locator;

  constructor(page: Page, words: Words = en) {
    this.page = page;
    this.words = words;
    this.feed = page.getByRole('region', { name: words.feed.title, exact: true });
    this.history = page.getByRole('region', { name: words.history.title, exact: true });
    this.training = page.getByRole('progressbar', { name: words.training.name });
    this.slider = page.getByRole('slider', { name: words.steering.slider });
    this.toast = page.locator('[data-toast]');
  }

  /** Opens the app as for the first time and waits until it has a trained model: its first minute is there. */
  async firstVisit(path = ''): Promise<void> {
    await this.page.goto(path);
    await this.trained();
  }

  /** Opens the app, waits until it has a trained model, and leaves the first minute: the shop window is there. */
  async visit(path = ''): Promise<void> {
    await this.firstVisit(path);
    await this.lookAround();
  }

  /** Ends the first minute without an answer. */
  async lookAround(): Promise<void> {
    const skip = this.page.getByRole('button', { name: this.words.firstMinute.skip, exact: true });
    await skip.click();
    await expect(skip).toHaveCount(0);
    // The window takes the first things from the list, whose turn to be laid comes after it.
    await this.atRest();
  }

  /** Waits for the end of a training, and for a feed that knows of it. `timeout`: for slow homes. */
  async trained(timeout = 60_000): Promise<void> {
    await expect(this.cards().first()).toBeVisible();
    await expect(this.page.locator('[data-home]')).toHaveAttribute('data-model', /.+/, { timeout });
    await expect(this.training).toHaveCount(0, { timeout });
    await this.atRest();
  }

  /** Waits until no newer feed is on its way. */
  async atRest(): Promise<void> {
    await expect(this.feed).toHaveAttribute('aria-busy', 'false');
  }

  /** Id of the model that ranked the feed; null for popularity. */
  rankedBy(): Promise<string | null> {
    return this.feed.getAttribute('data-model');
  }

  /** Waits until the service worker has stored the app and answers for it. */
  async offlineReady(): Promise<void> {
    await this.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  }

  /** Everything on the page: the window, the shelves, the list. */
  cards(): Locator {
    return this.feed.getByRole('article');
  }

  card(title: string): Locator {
    return this.cards().filter({ has: this.page.getByRole('heading', { name: title, exact: true }) });
  }

  /** A button of a card by its whole name. */
  button(card: Locator, name: string): Locator {
    return card.getByRole('button', { name, exact: true });
  }

  /** Likes what stands first, and waits for the answer. */
  async likeFirst(): Promise<void> {
    await this.andSettle(() => this.button(this.cards().first(), this.words.feed.like).click());
  }

  /** The first things by rank: those of the window, then those of the list; the shelves have orders of their own. */
  async ranking(count = 10): Promise<readonly Placed[]> {
    if (count > WINDOW) await this.whole();
    return (await this.#placed('article', '[data-shelf]')).slice(0, count);
  }

  /** The whole front room, to the last bit: everything by rank, and the shelves by name; a line each. On a tall screen. */
  async room(): Promise<readonly string[]> {
    await this.whole();
    const line = ({ index, title, score }: Placed): string => `${index} ${title} ${score}`;
    const shelves = await this.feed
      .locator('[data-shelf]')
      .evaluateAll(
        (rows, count) =>
          rows.flatMap((row) => [
            row.querySelector('h2')?.textContent ?? '',
            ...[...row.querySelectorAll('article')]
              .slice(0, count)
              .map(
                (one) =>
                  `${one.getAttribute('data-item')} ${one.querySelector('h3')?.textContent} ${one.getAttribute('data-score')}`,
              ),
          ]),
        OF_A_SHELF,
      );
    return [...(await this.ranking(PAGE)).map(line), ...shelves];
  }

  /** Waits until all of the front room is drawn, which it is on a tall screen only. */
  async whole(): Promise<void> {
    await expect
      .poll(
        () =>
          this.feed.evaluate(
            (section, count) =>
              [...section.querySelectorAll('[data-shelf] ul')].every(
                (row) => row.querySelectorAll('article').length >= Math.min(count, row.children.length),
              ) && section.querySelector('ul[aria-labelledby=more] > li[aria-hidden]') === null,
            OF_A_SHELF,
          ),
        'all of the front room is drawn',
      )
      .toBe(true);
  }

  /** Titles of everything that is on the page. */
  async titles(): Promise<readonly string[]> {
    return (await this.#placed('article', 'nothing')).map(({ title }) => title);
  }

  async #placed(selector: string, outside: string): Promise<readonly Placed[]> {
    return this.feed.locator(selector).evaluateAll(
      (articles, left) =>
        articles
          .filter((article) => article.closest(left) === null)
          .map((article) => ({
            title: article.querySelector('h2,h3')?.textContent ?? '',
            index: Number(article.getAttribute('data-item')),
            score: Number(article.getAttribute('data-score')),
          })),
      outside,
    );
  }

  /** Buttons that begin to take something back, newest first. */
  takeBacks(): Locator {
    return this.history.getByRole('button', { name: new RegExp(`^${this.words.history.takeBackOf('')}`) });
  }

  /** Takes back what was done `place` acts ago (0: the newest), after its preview. */
  async takeBack(place = 0): Promise<void> {
    await this.takeBacks().nth(place).click();
    await this.page.getByRole('button', { name: this.words.history.takeBackNow, exact: true }).click();
  }

  /** What else can be done with a card, by the words of its menu. */
  async choose(card: Locator, choice: string): Promise<void> {
    await this.button(card, this.words.shelf.menu).click();
    await this.page.getByRole('menuitem', { name: choice, exact: true }).click();
  }

  /** Does something that is written down nowhere, such as a mood, and waits until the room is another one. */
  async andMove(act: () => Promise<void>): Promise<void> {
    const before = await this.room();
    await act();
    await expect.poll(() => this.room()).not.toEqual(before);
    await this.atRest();
  }

  /** Does something and waits until the feed has answered to it. */
  async andSettle(act: () => Promise<void>): Promise<void> {
    const before = await this.feed.getAttribute('data-answer');
    await act();
    await expect(this.feed).not.toHaveAttribute('data-answer', before ?? '');
    await this.atRest();
  }
}

/** Collects what should not happen: errors on the console and requests to other origins. */
export function watch(page: Page): { errors: string[]; requests: string[]; foreign: () => string[] } {
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.context().on('request', (request) => requests.push(request.url()));
  return {
    errors,
    requests,
    foreign: () => {
      const { origin } = new URL(page.url());
      return requests.filter((url) => /^(https?|wss?):/.test(url) && new URL(url).origin !== origin);
    },
  };
}
