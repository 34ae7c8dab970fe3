import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** What has the focus, as a person sees it. */
interface Focused {
  /** Its tag and the beginning of its text, for messages. */
  readonly what: string;
  readonly isBody: boolean;
  /** It lies on the screen, and nothing lies on it. */
  readonly inSight: boolean;
  /** A line of at least two pixels stands around it, or around what it is drawn by. */
  readonly ringed: boolean;
}

/** A visitor without a mouse, who must always see where they are. */
export class Keys {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Presses a key and makes sure that the focus is still somewhere, and seen. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.seen(`after ${key}`);
  }

  /** Goes on by Tab (or back) until a thing has the focus. */
  async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(target).toBeVisible();
    for (let step = 0; step < 120; step++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.press(key);
    }
    throw new Error(`120 × ${key} do not lead to ${target.toString()}`);
  }

  /** The focus is not lost, on the screen, not covered, and ringed. */
  async seen(when: string): Promise<void> {
    await expect(async () => {
      const focused = await this.page.evaluate(look);
      expect(focused, `${when}: ${focused.what}`).toEqual({
        what: focused.what,
        isBody: false,
        inSight: true,
        ringed: true,
      });
    }).toPass({ intervals: [20, 50, 100, 200, 400], timeout: 5_000 });
  }
}

function look(): Focused {
  const element = document.activeElement ?? document.body;
  const box = element.getBoundingClientRect();
  const ringOf = (one: Element): boolean => {
    const style = getComputedStyle(one);
    return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
  };
  // A hidden radio button is drawn by its label; a small chip by the face within its large target.
  const drawnBy = [
    element,
    ...element.querySelectorAll('*'),
    ...(element.closest('label')?.querySelectorAll('*') ?? []),
  ];
  const spots = [0.5, 0.1, 0.9].flatMap((x) =>
    [0.5, 0.1, 0.9].map((y) => [box.left + box.width * x, box.top + box.height * y] as const),
  );
  const label = element.closest('label');
  return {
    what: `${element.tagName} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 40)}`,
    isBody: element === document.body,
    inSight: spots.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top !== null && (element.contains(top) || (label?.contains(top) ?? false));
    }),
    // The heading of the place that was just arrived at is no control: it needs to be on screen, not ringed. The ring of a
    // slider is around its thumb, which no script can look at.
    ringed: element.matches('main, h1, h2, input[type=range]:focus-visible') || drawnBy.some(ringOf),
  };
}
