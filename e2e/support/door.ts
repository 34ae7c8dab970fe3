import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { locked } from '../../src/ui/words/en/locked.ts';
import { lock } from '../../src/ui/words/en/privacy/lock.ts';
import { goTo } from './go-to.ts';

/** The lock of the shop as its visitor sees it. */
export class Door {
  readonly page: Page;
  readonly heading: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { level: 1, name: locked.heading });
  }

  /** Goes to the room of the lock. */
  async room(): Promise<void> {
    await goTo(this.page, '#/privacy/lock');
  }

  /** In the room: the first passphrase. */
  async set(passphrase: string): Promise<void> {
    await this.page.getByLabel(lock.passphrase, { exact: true }).fill(passphrase);
    await this.page.getByLabel(lock.again, { exact: true }).fill(passphrase);
    await this.press(lock.set.act);
    await expect(this.page.getByText(lock.done.set)).toBeVisible();
  }

  /** In the room: a passkey, which the browser's authenticator makes. */
  async addPasskey(passphrase: string): Promise<void> {
    await this.press(lock.passkeys.add);
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(lock.proof.current, { exact: true }).fill(passphrase);
    await dialog.getByRole('button', { name: lock.passkeys.add, exact: true }).click();
    await expect(this.page.getByText(lock.done.added)).toBeVisible();
  }

  /** In the room: locks all tabs. */
  async lockNow(): Promise<void> {
    await this.press(lock.now.act);
    await expect(this.heading).toBeVisible();
  }

  /** Before the door: whatever comes of it. */
  async tryPassphrase(passphrase: string): Promise<void> {
    await this.page.getByLabel(locked.passphrase, { exact: true }).fill(passphrase);
    await this.press(locked.unlock);
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }
}
