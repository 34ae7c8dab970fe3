import type { StoreApi } from 'zustand/vanilla';
import type { HomebodyState } from './state.ts';

/** Longest wait, ms. */
const PATIENCE_MS = 15_000;

/** Does something once the first shelves are on screen and the first model is trained, or at last all the same. */
export function whenQuiet(store: StoreApi<HomebodyState>, act: () => void): void {
  const quiet = ({ phase, cards, model, training }: HomebodyState): boolean =>
    phase === 'failed' || (cards !== null && model !== null && training === null);
  let done = false;
  const once = (): void => {
    if (done) return;
    done = true;
    clearTimeout(timer);
    stop();
    act();
  };
  const timer = setTimeout(once, PATIENCE_MS);
  const stop = store.subscribe((state) => {
    if (quiet(state)) once();
  });
  if (quiet(store.getState())) once();
}
