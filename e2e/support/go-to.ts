import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** Goes to a place of the page, as a link in it does. */
export async function goTo(page: Page, hash: string): Promise<void> {
  const left = 'left-behind';
  await page.evaluate(
    ([to, mark]) => {
      document.querySelector('main h1')?.classList.add(mark);
      location.hash = to;
    },
    [hash, left] as const,
  );
  await expect(page.locator(`main h1.${left}`)).toHaveCount(0);
  await arrived(page);
}

/** A view is there when its heading is and nothing in it is on its way. */
export async function arrived(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('main [aria-busy=true]')).toHaveCount(0);
}
