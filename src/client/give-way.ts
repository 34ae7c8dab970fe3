import type { StoreApi } from 'zustand/vanilla';
import type { HomebodyState } from './state.ts';

/** How long a training gives way to what was pressed, and to what is drawn anew, ms. */
const GIVE_WAY_MS = 160;
/** Not said more often than this, ms. */
const SAID_EVERY_MS = 50;
const ACTS = ['pointerdown', 'pointerup', 'keydown', 'keyup'] as const;

/**
 * Has a training give way while somebody acts and while the answer is drawn: on a small processor the page would
 * have to share a core with it otherwise.
 *
 * @param rest tells the training to rest for so long, ms
 * @param now a monotonic clock, ms
 */
export function giveWay(
  page: EventTarget,
  store: StoreApi<HomebodyState>,
  rest: (ms: number) => void,
  now: () => number,
): void {
  let said = -Infinity;
  const say = (): void => {
    if (store.getState().training === null || now() - said < SAID_EVERY_MS) return;
    said = now();
    rest(GIVE_WAY_MS);
  };
  for (const act of ACTS) page.addEventListener(act, say, { capture: true, passive: true });
  store.subscribe(({ cards }, before) => {
    if (cards !== before.cards) say();
  });
}
