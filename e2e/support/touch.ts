import type { CDPSession, Page } from '@playwright/test';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A finger on the screen: the browser makes of it what it makes of a real one. */
export class Finger {
  readonly #devtools: CDPSession;

  constructor(devtools: CDPSession) {
    this.#devtools = devtools;
  }

  static async on(page: Page): Promise<Finger> {
    return new Finger(await page.context().newCDPSession(page));
  }

  /** Goes from one place to another without leaving the screen, then lifts. */
  async drag(from: Spot, to: Spot, steps = 8): Promise<void> {
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', spots: readonly Spot[]): Promise<unknown> =>
      this.#devtools.send('Input.dispatchTouchEvent', { type, touchPoints: [...spots] });
    await touch('touchStart', [from]);
    for (let step = 1; step <= steps; step++) {
      const part = step / steps;
      await touch('touchMove', [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }]);
    }
    await touch('touchEnd', []);
  }
}
