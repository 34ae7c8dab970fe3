import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { labZh } from '../../src/ui/words/lab-in-chinese.ts';
import { labEn } from '../../src/ui/words/lab-in-english.ts';
import type { LabWords } from '../../src/ui/words/lab-in-english.ts';
import type { Shop } from './shop.ts';
import { goTo } from './go-to.ts';

/** What a run is made of, by the words of the form. */
export interface RunForm {
  /** Its name in the registry. */
  readonly model: string;
  /** By name of the setting. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly people?: number;
}

/** How long a small run may take on a busy machine, ms. */
const RUN_MS = 120_000;

/** The lab as its visitor sees it. */
export class Laboratory {
  readonly page: Page;
  readonly words: LabWords;
  readonly board: Locator;

  constructor({ page, words }: Shop) {
    this.page = page;
    this.words = words.language === 'en' ? labEn : labZh;
    this.board = page.getByRole('region', { name: this.words.board.title, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Runs of a model on the board. */
  runs(model: string): Locator {
    return this.board.locator(`[data-model="${model}"]`);
  }

  /** Id of the model that the board says ranks the shelves. */
  serving(): Promise<string | null> {
    return this.board.locator('[data-serving]').getAttribute('data-serving');
  }

  async bench(): Promise<void> {
    await goTo(this.page, '#/lab');
    await expect(this.button(this.words.train.start)).toBeEnabled();
  }

  /** Trains one run on the bench, and waits for it on the board. */
  async train({ model, settings = {}, people = 400 }: RunForm): Promise<void> {
    const { words, page } = this;
    const before = await this.runs(model).count();
    await page.getByLabel(words.train.model, { exact: true }).selectOption(model);
    for (const [name, value] of Object.entries(settings)) {
      await page.getByLabel(words.settings.name(name), { exact: true }).fill(value);
    }
    await page.getByLabel(words.protocols['leave-one-out'].amount, { exact: true }).fill(String(people));
    await this.button(words.train.start).click();
    await expect(this.runs(model)).toHaveCount(before + 1, { timeout: RUN_MS });
    await expect(this.button(words.train.start)).toBeEnabled();
  }

  /** Opens the details of a run, unless they are open. */
  async open(run: Locator): Promise<void> {
    const details = run.getByRole('button', { expanded: false });
    if ((await details.count()) > 0) await details.first().click();
  }

  /** Makes a run rank the shelves. */
  async promote(run: Locator): Promise<void> {
    await this.open(run);
    const before = await this.serving();
    // The details stand in a row of their own.
    await this.board.getByRole('button', { name: this.words.board.promoteOf('').trim() }).click();
    await expect.poll(() => this.serving()).not.toBe(before);
  }
}
