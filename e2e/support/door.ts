import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { locked as lockedEn } from '../../src/ui/words/en/locked.ts';
import { lock as lockEn } from '../../src/ui/words/en/privacy/lock.ts';
import { locked as lockedZh } from '../../src/ui/words/zh/locked.ts';
import { lock as lockZh } from '../../src/ui/words/zh/privacy/lock.ts';
import { goTo } from './go-to.ts';

/** The lock of the shop as its visitor sees it. */
export class Door {
  readonly page: Page;
  readonly heading: Locator;
  readonly #lock: typeof lockEn;
  readonly #locked: typeof lockedEn;

  constructor(page: Page, language = 'en') {
    this.page = page;
    this.#lock = language === 'en' ? lockEn : lockZh;
    this.#locked = language === 'en' ? lockedEn : lockedZh;
    this.heading = page.getByRole('heading', { level: 1, name: this.#locked.heading });
  }

  /** Goes to the room of the lock. */
  async room(): Promise<void> {
    await goTo(this.page, '#/privacy/lock');
  }

  /** In the room: the first passphrase. */
  async set(passphrase: string): Promise<void> {
    await this.page.getByLabel(this.#lock.passphrase, { exact: true }).fill(passphrase);
    await this.page.getByLabel(this.#lock.again, { exact: true }).fill(passphrase);
    await this.press(this.#lock.set.act);
    await expect(this.page.getByText(this.#lock.done.set)).toBeVisible();
  }

  /** In the room: a passkey, which the browser's authenticator makes. */
  async addPasskey(passphrase: string): Promise<void> {
    await this.press(this.#lock.passkeys.add);
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(this.#lock.proof.current, { exact: true }).fill(passphrase);
    await dialog.getByRole('button', { name: this.#lock.passkeys.add, exact: true }).click();
    await expect(this.page.getByText(this.#lock.done.added)).toBeVisible();
  }

  /** In the room: locks all tabs. */
  async lockNow(): Promise<void> {
    await this.press(this.#lock.now.act);
    await expect(this.heading).toBeVisible();
  }

  /** Before the door: whatever comes of it. */
  async tryPassphrase(passphrase: string): Promise<void> {
    await this.page.getByLabel(this.#locked.passphrase, { exact: true }).fill(passphrase);
    await this.press(this.#locked.unlock);
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }
}
