import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** The page as its visitor sees it: found by accessible names only. */
export class Shop {
  readonly page: Page;
  readonly feed: Locator;
  readonly history: Locator;
  readonly training: Locator;
  readonly slider: Locator;

  constructor(page: Page) {
    this.page = page;
    this.feed = page.getByRole('region', { name: 'For you' });
    this.history = page.getByRole('region', { name: 'History' });
    this.training = page.getByRole('progressbar', { name: 'Training' });
    this.slider = page.getByRole('slider', { name: 'Familiar to adventurous' });
  }

  /** Opens the app and waits until it has a trained model. */
  async visit(path = ''): Promise<void> {
    await this.page.goto(path);
    await this.trained();
  }

  /** Waits for the end of a training, and for a feed that knows of it. `timeout`: for slow homes. */
  async trained(timeout = 30_000): Promise<void> {
    await expect(this.cards().first()).toBeVisible();
    await expect(this.page.locator('[data-home]')).toHaveAttribute('data-model', /.+/, { timeout });
    await expect(this.training).toHaveCount(0, { timeout });
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

  cards(): Locator {
    return this.feed.getByRole('article');
  }

  card(title: string): Locator {
    return this.cards().filter({ has: this.page.getByRole('heading', { name: title, exact: true }) });
  }

  /** Title and exact score of the first cards. */
  async ranking(count = 10): Promise<readonly { title: string; score: number; index: number }[]> {
    return this.cards().evaluateAll(
      (articles, n) =>
        articles.slice(0, n).map((article) => ({
          title: article.querySelector('h2,h3')?.textContent ?? '',
          score: Number(article.getAttribute('data-score')),
          index: Number(article.getAttribute('data-item')),
        })),
      count,
    );
  }

  /** Does something and waits until the feed has answered to it. */
  async andSettle(act: () => Promise<void>): Promise<void> {
    const before = await this.feed.getAttribute('data-answer');
    await act();
    await expect(this.feed).not.toHaveAttribute('data-answer', before ?? '');
    await expect(this.feed).toHaveAttribute('aria-busy', 'false');
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
